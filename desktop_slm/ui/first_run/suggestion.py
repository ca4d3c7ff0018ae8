"""What this computer can do with models, measured, and which of them is suggested. Blocks."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_slm.models import catalog, recommend
from desktop_slm.models.fit import Label
from desktop_slm.models.machine import Machine
from desktop_slm.models.recommend import Choice, Option, Role
from desktop_slm.ui.core import Core
from desktop_slm.ui.operations import Job


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The computer, all models as they would do here, and the suggested one if any fits."""

    machine: Machine
    options: tuple[Option, ...]
    suggested: Choice | None

    @property
    def comfortable_bytes(self) -> int:
        """The size of the largest model that fits now, 0 where none does."""
        return _largest_bytes(self.options, (Label.FITS,))

    @property
    def possible_bytes(self) -> int:
        """The size of the largest model that fits once other programs are closed."""
        return _largest_bytes(self.options, (Label.FITS, Label.CLOSE))


def look(core: Core, job: Job) -> Suggestion:
    """Measures the computer, the first time for about two seconds.

    Raises what `Calibration.machine` raises.
    """
    machine = core.calibration.machine()
    job.check()
    options = tuple(recommend.options(catalog.load().models, machine))
    choices = recommend.choose(options, machine)
    suggested = next((each for each in choices if each.role is Role.SUGGESTED), None)
    return Suggestion(machine, options, suggested)


def _largest_bytes(options: tuple[Option, ...], labels: tuple[Label, ...]) -> int:
    sizes = [
        each.model.size_bytes
        for each in options
        if each.model.is_offered and each.fit.label in labels
    ]
    return max(sizes, default=0)
