"""Finds out about the models of a repository while its files are already shown.

What this computer can hold is measured, and the first bytes of one file of each model are read;
until then, and where that fails, the size alone tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop_slm.errors import DesktopSlmError, ModelError
from desktop_slm.models import prospect as prospects
from desktop_slm.models.fetching import Stopped, Stopper
from desktop_slm.models.fit import Fit
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.listing import Listed
from desktop_slm.models.machine import Machine
from desktop_slm.models.previews import Previews
from desktop_slm.models.prospect import Prospect, Use
from desktop_slm.models.remote import Repository
from desktop_slm.ui.core import Core
from desktop_slm.ui.operations import Job, Operation

# So many models of one repository are asked about unasked; the others once somebody looks at them.
_MOST_UNASKED = 3


class LookingAhead(QObject):
    """What is known of a repository's models by now. Goes online: whoever calls has asked."""

    changed = Signal()

    def __init__(self, core: Core, inspection: Inspection, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._previews = Previews(core.downloads.hub, inspection)
        self._machine: Machine | None = None
        self._measuring: Operation[Machine] | None = None
        self._repository: Repository | None = None
        self._prospects: dict[str, Prospect] = {}
        self._problems: dict[str, DesktopSlmError] = {}
        self._wanted: list[Listed] = []
        self._looking: Operation[Prospect] | None = None

    def measure(self) -> None:
        """Begins to find out what this computer can hold."""
        if self._measuring is None:
            self._measuring = self._core.operations.run(
                self,
                lambda job: self._core.calibration.machine(),
                on_success=self._on_measured,
                on_failure=lambda error: None,  # then no label is shown; the page says why
            )

    def begin(self, repository: Repository, models: Sequence[Listed]) -> None:
        """Forgets what was before, and looks at the first models of a repository."""
        self.end()
        self._repository = repository
        self._prospects, self._problems = {}, {}
        self.measure()
        families: dict[str, Listed] = {}
        for each in models:
            if each.use is Use.TEXT:
                families.setdefault(each.family, each)
        self._wanted = list(families.values())[:_MOST_UNASKED]
        self._go_on()

    def want(self, model: Listed) -> None:
        """Looks at a model that somebody looks at."""
        is_known = model.family in self._prospects or model.first.file in self._problems
        if model.use is Use.TEXT and not is_known and model not in self._wanted:
            self._wanted.append(model)
            self._go_on()

    def end(self) -> None:
        """Stops looking; what still comes is not told."""
        self._wanted.clear()
        if self._looking is not None:
            self._looking.drop()
            self._looking = None

    # What is known

    def prospect(self, model: Listed) -> Prospect | None:
        """Returns what a file of this model said."""
        return self._prospects.get(model.family)

    def problem(self, model: Listed) -> DesktopSlmError | None:
        """Returns why its file could not be looked into, or what is wrong with it."""
        return None if self.prospect(model) else self._problems.get(model.first.file)

    def is_awaited(self, model: Listed) -> bool:
        """Whether more will be known soon."""
        families = [each.family for each in self._wanted]
        return model.family in families and model.family not in self._prospects

    def use(self, model: Listed) -> Use:
        """Returns what it is good for; its name comes before what its relatives say."""
        found = self.prospect(model)
        return found.use if found is not None and model.use is Use.TEXT else model.use

    def is_offered(self, model: Listed) -> bool:
        """Whether it can be run here, as far as anybody knows."""
        is_broken = isinstance(self.problem(model), ModelError)
        return self.use(model) is Use.TEXT and not is_broken

    def fit(self, model: Listed) -> Fit | None:
        """Returns whether it fits, once this computer was measured."""
        if self._machine is None:
            return None
        return prospects.judge(model.size_bytes, model.format, self.prospect(model), self._machine)

    # Finding out

    def _go_on(self) -> None:
        if self._looking is not None or not self._wanted or self._repository is None:
            return
        repository, model, stopper = self._repository, self._wanted[0], Stopper()

        def look(job: Job) -> Prospect:
            job.when_cancelled(stopper.stop)
            try:
                return self._previews.look(repository, model.first, stopper)
            except Stopped:
                job.check()
                raise

        self._looking = self._core.operations.run(
            self,
            look,
            on_success=lambda found: self._on_looked(model, found),
            on_failure=lambda error: self._on_looked(model, error),
        )

    def _on_measured(self, machine: Machine) -> None:
        self._machine = machine
        self.changed.emit()

    def _on_looked(self, model: Listed, found: Prospect | DesktopSlmError) -> None:
        if isinstance(found, Prospect):
            self._prospects[model.family] = found
        else:
            self._problems[model.first.file] = found
        self._looking = None
        self._wanted.remove(model)
        self.changed.emit()
        self._go_on()
