"""Reads whole model files and compares their fingerprints; the banner says what was found."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop_slm.errors import DesktopSlmError, FileDiffers
from desktop_slm.models.library import InstalledModel
from desktop_slm.models.verification import Verified
from desktop_slm.ui import wording as errors_wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.models.listing.entry import Entry, Sources
from desktop_slm.ui.models.listing.table import ModelTable
from desktop_slm.ui.operations import Job, Operation
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.menu import Menu


@dataclass(frozen=True, slots=True)
class Compared:
    """What a reading found: the fingerprint, and another model of the list that has the same."""

    verified: Verified
    twin: InstalledModel | None


class Verifying(QObject):
    """Reads as many models at once as the person asks for; the table's rows show how far it is."""

    changed = Signal()  # more is known of a model

    def __init__(
        self, core: Core, sources: Sources, banner: Banner, table: ModelTable, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._sources = sources
        self._banner = banner
        self._table = table
        self._running: dict[str, Operation[Compared]] = {}

    def add_to(self, menu: Menu, entry: Entry) -> None:
        """Adds the verb that there is now."""
        model = entry.model
        if model.id in self._running:
            menu.add(self.tr("Stop verifying"), lambda: self.stop(model.id), icon="x")
        else:
            menu.add(self.tr("Verify file"), lambda: self.verify(entry), icon="circle-check")

    def verify(self, entry: Entry) -> None:
        """Reads the whole file and compares its fingerprint."""
        model = entry.model
        if model.id in self._running:
            return
        self._show_progress(model, 0.0)
        self._running[model.id] = self._core.operations.run(
            self,
            lambda job: self._verify(model, job),
            on_success=lambda found: self._on_verified(model, found),
            on_failure=lambda error: self._on_not_verified(model, error),
            on_progress=lambda shares: self._show_progress(model, shares[-1]),
            on_cancelled=lambda: self._end(model),
        )

    def stop(self, model_id: str) -> None:
        """Ends the reading; what was known of the file stays."""
        if operation := self._running.get(model_id):
            operation.cancel()

    def _verify(self, model: InstalledModel, job: Job) -> Compared:
        def on_progress(share: float) -> None:
            job.check()
            job.report(share)

        library, verifications = self._core.library, self._sources.verifications
        verified = verifications.verify(model, on_progress)
        library.recall(model, verified.sha256)
        return Compared(verified, verifications.same_as(model, library.models()))

    def _on_verified(self, model: InstalledModel, found: Compared) -> None:
        self._end(model)
        verified, twin = found.verified, found.twin
        words = (
            self.tr("The file of “{model}” is unchanged: its fingerprint is the one on record.")
            if verified.is_compared
            else self.tr(
                "The fingerprint of “{model}” is noted. Nobody has told Desktop SLM what it has "
                "to be; verify again later to see whether the file has changed."
            )
        )
        said = words.format(model=model.name)
        if twin is not None:
            same = self.tr("It is the same file as “{twin}”; you need only one of them.")
            said = f"{said} {same.format(twin=twin.name)}"
        self._banner.show_message(said)
        self.changed.emit()

    def _on_not_verified(self, model: InstalledModel, error: DesktopSlmError) -> None:
        self._end(model)
        self.changed.emit()
        if not isinstance(error, FileDiffers) or model.is_practice:
            self._show_error(error)
            return
        accept = (self.tr("Take the file as it is now"), lambda: self._accept(model))
        self._banner.show_message(
            errors_wording.sentence(error),
            tone="error",
            details=errors_wording.details(error),
            actions=(accept,),
        )

    def _accept(self, model: InstalledModel) -> None:
        self._core.operations.run(
            self,
            lambda job: self._sources.verifications.forget(model),
            on_success=lambda result: self.verify(Entry(model)),
            on_failure=self._show_error,
        )

    def _show_progress(self, model: InstalledModel, share: float | None) -> None:
        if row := self._table.row(model.id):
            row.verified.show_progress(share)

    def _end(self, model: InstalledModel) -> None:
        self._running.pop(model.id, None)
        self._show_progress(model, None)

    def _show_error(self, error: DesktopSlmError) -> None:
        self._banner.show_message(
            errors_wording.sentence(error), tone="error", details=errors_wording.details(error)
        )
