"""Measures how a model runs best on this computer, and makes the faster copy where one was found.

A measurement takes about a minute and has an engine of its own; what was measured is kept in a
file and holds from the next load on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_slm.errors import DesktopSlmError
from desktop_slm.models.library import InstalledModel
from desktop_slm.tuning.tuned import Offer, Speeds
from desktop_slm.ui import quantities
from desktop_slm.ui import wording as errors_wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.ended import Ended
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.listing.entry import Entry, Sources
from desktop_slm.ui.operations import Job, Operation
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.menu import Menu


@dataclass(frozen=True, slots=True)
class Measured:
    """What a measurement brought: speeds before and now, and perhaps a faster format."""

    before: Speeds
    now: Speeds
    offer: Offer | None


Measure = Callable[[InstalledModel, Job], Measured]
Convert = Callable[[InstalledModel, str, Job], Path]


class Measuring(QObject):
    """One measurement or conversion at a time; the banner says how far it is and how it ended."""

    changed = Signal()  # there is another model, or more is known of one

    def __init__(
        self,
        core: Core,
        sources: Sources,
        banner: Banner,
        parent: QObject,
        *,
        measure: Measure | None = None,
        convert: Convert | None = None,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._banner = banner
        work = _Work(core, sources)
        self._measure = measure or work.measure
        self._convert = convert or work.convert
        self._operation: Operation[Any] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is measured or made now."""
        return self._operation is not None and not self._operation.is_finished

    def add_to(self, menu: Menu, entry: Entry) -> None:
        """Adds what can be done with a model that runs."""
        model = entry.model
        if not entry.is_usable or self.is_busy:
            return
        menu.add(self.tr("Measure on this computer"), lambda: self.measure(model), icon="sparkles")
        offer = self._core.tunings.offer(model.path)
        if offer is not None:
            menu.add(
                self.tr("Faster on this computer…"),
                lambda: self.say_offer(model, offer),
                icon="copy",
            )

    # Measuring

    def measure(self, model: InstalledModel) -> None:
        """Finds the best settings, and whether another format would be faster."""
        self._say_step(model, "")
        self._operation = self._core.operations.run(
            self,
            lambda job: self._measure(model, job),
            on_success=lambda measured: self._on_measured(model, measured),
            on_failure=self._on_failed,
            on_progress=lambda steps: self._say_step(model, steps[-1]),
            on_cancelled=lambda: self._banner.show_message(
                self.tr("Measuring was stopped. Nothing was changed.")
            ),
        )

    def _say_step(self, model: InstalledModel, step: str) -> None:
        words = self.tr("Measuring “{model}” on this computer, about a minute.")
        sentence = words.format(model=model.name)
        if step:
            sentence += " " + self.tr("Now: {step}.").format(step=self._step(step))
        self._banner.show_message(sentence, actions=((self.tr("Stop"), self._stop),))

    def _step(self, name: str) -> str:
        return {
            "threads": self.tr("how many processors"),
            "batch": self.tr("how much at once"),
            "flash attention": self.tr("ways to compute"),
            "parallel": self.tr("how many passages side by side"),
            "lookup": self.tr("guessing words ahead"),
            "result": self.tr("the result"),
        }.get(name, self.tr("the format {name}").format(name=name))

    def _on_measured(self, model: InstalledModel, measured: Measured) -> None:
        self.changed.emit()
        self._core.work_ended.emit(Ended.TUNING, None)
        gain = measured.now.map / measured.before.map if measured.before.map else 1.0
        if gain >= _NOTABLE:
            words = self.tr("“{model}” now reads documents {gain} times as fast as before.")
        else:
            words = self.tr("“{model}” runs best on this computer as it already did.")
        sentence = words.format(model=model.name, gain=quantities.decimal(gain, 1))
        offer = measured.offer
        if offer is None:
            self._banner.show_message(sentence)
        else:
            self.say_offer(model, offer, sentence)

    def say_offer(self, model: InstalledModel, offer: Offer, before: str = "") -> None:
        """Says what a copy in another format would bring and cost, and offers to make it."""
        words = self.tr(
            "A copy of “{model}” in the format {format} was measured to read documents {gain} "
            "times as fast ({size}). Its answers foretell a text {loss}."
        )
        loss = (
            self.tr("{share} worse").format(share=f"{offer.loss:.1%}")
            if offer.loss > 0
            else self.tr("no worse")
        )
        sentence = words.format(
            model=model.name,
            format=offer.format,
            gain=quantities.decimal(offer.gain, 1),
            size=wording.size(offer.size_bytes),
            loss=loss,
        )
        make = (self.tr("Make the copy"), lambda: self.convert(model, offer))
        self._banner.show_message(f"{before} {sentence}".strip(), actions=(make,))

    # Making the copy

    def convert(self, model: InstalledModel, offer: Offer) -> None:
        """Writes the copy into the models folder; the original stays."""
        self._say_share(model, 0.0)
        self._operation = self._core.operations.run(
            self,
            lambda job: self._convert(model, offer.format, job),
            on_success=lambda made: self._on_made(model, made),
            on_failure=self._on_failed,
            on_progress=lambda shares: self._say_share(model, shares[-1]),
            on_cancelled=lambda: self._banner.show_message(
                self.tr("The copy was not made. Nothing was changed.")
            ),
        )

    def _say_share(self, model: InstalledModel, share: float) -> None:
        words = self.tr("Making a faster copy of “{model}”, {share}.")
        sentence = words.format(model=model.name, share=f"{share:.0%}")
        self._banner.show_message(sentence, actions=((self.tr("Stop"), self._stop),))

    def _on_made(self, model: InstalledModel, made: Path) -> None:
        words = self.tr("“{name}” is on the list, made here from “{model}”, which stays.")
        self._banner.show_message(words.format(name=made.stem, model=model.name))
        self._core.refresh_models()
        self.changed.emit()
        self._core.work_ended.emit(Ended.TUNING, None)

    # Ends

    def _stop(self) -> None:
        if self._operation is not None:
            self._operation.cancel()

    def _on_failed(self, error: DesktopSlmError) -> None:
        self._banner.show_message(
            errors_wording.sentence(error), tone="error", details=errors_wording.details(error)
        )


_NOTABLE = 1.05


class _Work:
    """What is done on a background thread."""

    def __init__(self, core: Core, sources: Sources) -> None:
        self._core = core
        self._sources = sources

    def measure(self, model: InstalledModel, job: Job) -> Measured:
        """Measures with an engine of its own; the chat's stays loaded."""
        from desktop_slm.engine.client import Engine
        from desktop_slm.engine.loaded import default_threads
        from desktop_slm.engine.text_engine import Model
        from desktop_slm.tuning.convert import Conversions
        from desktop_slm.tuning.offer import Offers, offered
        from desktop_slm.tuning.tune import Tuner

        engine, tunings = Engine(), self._core.tunings
        job.when_cancelled(engine.unload)
        inspection = self._sources.inspection
        try:
            tuned = Tuner(engine, cores=default_threads()).tune(Model(model.path), job.report, job)
            tunings.keep(model.path, tuned.settings, tuned.after, tuned.device)
            conversions = Conversions(self._core.outside.paths.models, inspection)
            trials = Offers(engine, conversions, inspection).trials(model, tuned, job.report, job)
            offer = offered(trials)
            tunings.keep(model.path, tuned.settings, tuned.after, tuned.device, offer)
        finally:
            engine.unload()
        return Measured(tuned.before, tuned.after, offer)

    def convert(self, model: InstalledModel, format_name: str, job: Job) -> Path:
        """Writes the copy."""
        from desktop_slm.tuning.convert import Conversions, Wish

        conversions = Conversions(self._core.outside.paths.models, self._sources.inspection)
        made = conversions.convert(Wish(model, format_name), job.report, job)
        self._core.tunings.pass_on(model.path, made)
        self._core.tunings.take_offer(model.path)
        return made
