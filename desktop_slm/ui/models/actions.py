"""What can be done with models: add, use, verify, look at, take off the list, delete.

The work runs in the background; what happened is said in the page's banner.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_slm.errors import DesktopSlmError, FileDiffers
from desktop_slm.models.adding import add_in_place
from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.models.verification import Verified
from desktop_slm.ui import wording as errors_wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.entry import Entry, Sources
from desktop_slm.ui.models.measuring import Measuring
from desktop_slm.ui.models.table import ModelTable
from desktop_slm.ui.operations import Job, Operation
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.confirm_dialog import Question, confirm
from desktop_slm.ui.widgets.menu import Menu
from desktop_slm.ui.widgets.text_dialog import TextDialog


@dataclass(frozen=True, slots=True)
class Added:
    """What came of files: the last model among them, whether it is new, and what was refused."""

    model: InstalledModel | None
    is_new: bool
    errors: tuple[DesktopSlmError, ...]


class ModelActions(QObject):
    """The verbs of the Models page; `page` is what dialogs stand over."""

    chat_requested = Signal()
    looking_changed = Signal(bool)  # a file is being looked into
    changed = Signal()  # what is known of the models has changed

    def __init__(
        self, core: Core, sources: Sources, banner: Banner, table: ModelTable, page: QWidget
    ) -> None:
        super().__init__(page)
        self._core = core
        self._sources = sources
        self._banner = banner
        self._table = table
        self._page = page
        self._verifying: dict[str, Operation[Verified]] = {}
        self.measuring = Measuring(core, sources, banner, self)
        self.measuring.changed.connect(self.changed)

    def menu(self, entry: Entry) -> Menu:
        """Returns the menu of a model."""
        model = entry.model
        menu = Menu(self._core.theme, parent=self._page)
        if entry.is_usable:
            menu.add(self.tr("Use in chat"), lambda: self.use_in_chat(model), icon="message-square")
        if model.id in self._verifying:
            menu.add(self.tr("Stop verifying"), lambda: self.stop_verifying(model.id), icon="x")
        else:
            menu.add(self.tr("Verify file"), lambda: self.verify(entry), icon="circle-check")
        self.measuring.add_to(menu, entry)
        menu.add(self.tr("Details…"), lambda: self.show_details(entry), icon="info")
        menu.add(self.tr("Copy path"), lambda: _copy(str(model.path)), icon="copy")
        if model.place is Place.IN_PLACE:
            menu.addSeparator()
            menu.add(self.tr("Remove from list"), lambda: self.forget(model), icon="minus")
        elif model.place is Place.FOLDER:
            menu.addSeparator()
            menu.add(self.tr("Delete file…"), lambda: self.ask_to_delete(model), icon="trash-2")
        return menu

    def use_in_chat(self, model: InstalledModel) -> None:
        """Chooses the model and goes to the chat."""
        self._core.choose_model(model)
        self.chat_requested.emit()

    def show_details(self, entry: Entry) -> None:
        """Shows all that is known of a model."""
        problem = errors_wording.sentence(entry.problem) if entry.problem else ""
        text = wording.details(entry.model, entry.facts, entry.verified, problem)
        TextDialog(self._core.theme, entry.model.name, text, parent=self._page.window()).open()

    # Adding

    def add(self, files: list[Path]) -> None:
        """Looks into files and puts those that are models onto the list, where they lie."""
        self.looking_changed.emit(True)
        self._core.operations.run(
            self,
            lambda job: self._add(files, job),
            on_success=self._on_added,
            on_failure=self._on_not_added,
        )

    def _add(self, files: list[Path], job: Job) -> Added:
        found, is_new, errors = None, False, []
        for file in files:
            job.check()
            known = self._core.library.known(file)
            try:
                found = known or add_in_place(self._core.library, self._sources.inspection, file)
            except DesktopSlmError as error:
                errors.append(error)
            else:
                is_new = is_new or known is None
        return Added(found, is_new, tuple(errors))

    def _on_not_added(self, error: DesktopSlmError) -> None:
        self.looking_changed.emit(False)
        self.show_error(error)

    def _on_added(self, added: Added) -> None:
        self.looking_changed.emit(False)
        if added.errors:
            sentences = [errors_wording.sentence(error) for error in added.errors]
            details = [errors_wording.details(error) for error in added.errors]
            self._banner.show_message(
                "\n".join(sentences), tone="error", details="\n\n".join(details)
            )
        elif added.model is not None:
            self._say_added(added.model, is_new=added.is_new)
        if added.is_new:
            self._core.refresh_models()

    def _say_added(self, model: InstalledModel, *, is_new: bool) -> None:
        words = (
            self.tr("“{model}” is on the list. Its file stays where it is.")
            if is_new
            else self.tr("“{model}” was on the list already. Nothing was changed.")
        )
        use = (self.tr("Use in chat"), lambda: self.use_in_chat(model))
        self._banner.show_message(words.format(model=model.name), actions=(use,))

    # Verifying

    def verify(self, entry: Entry) -> None:
        """Reads the whole file and compares its fingerprint."""
        model = entry.model
        if model.id in self._verifying:
            return
        self._show_progress(model, 0.0)
        self._verifying[model.id] = self._core.operations.run(
            self,
            lambda job: self._verify(model, job),
            on_success=lambda verified: self._on_verified(model, verified),
            on_failure=lambda error: self._on_not_verified(model, error),
            on_progress=lambda shares: self._show_progress(model, shares[-1]),
            on_cancelled=lambda: self._end_verifying(model),
        )

    def stop_verifying(self, model_id: str) -> None:
        """Ends the reading; what was known of the file stays."""
        if operation := self._verifying.get(model_id):
            operation.cancel()

    def _verify(self, model: InstalledModel, job: Job) -> Verified:
        def on_progress(share: float) -> None:
            job.check()
            job.report(share)

        return self._sources.verifications.verify(model, on_progress)

    def _on_verified(self, model: InstalledModel, verified: Verified) -> None:
        self._end_verifying(model)
        words = (
            self.tr("The file of “{model}” is unchanged: its fingerprint is the one on record.")
            if verified.is_compared
            else self.tr(
                "The fingerprint of “{model}” is noted. Nobody has told Desktop SLM what it has "
                "to be; verify again later to see whether the file has changed."
            )
        )
        self._banner.show_message(words.format(model=model.name))
        self.changed.emit()

    def _on_not_verified(self, model: InstalledModel, error: DesktopSlmError) -> None:
        self._end_verifying(model)
        self.changed.emit()
        if not isinstance(error, FileDiffers) or model.is_practice:
            self.show_error(error)
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
            on_failure=self.show_error,
        )

    def _show_progress(self, model: InstalledModel, share: float | None) -> None:
        if row := self._table.row(model.id):
            row.verified.show_progress(share)

    def _end_verifying(self, model: InstalledModel) -> None:
        self._verifying.pop(model.id, None)
        self._show_progress(model, None)

    # Taking away

    def forget(self, model: InstalledModel) -> None:
        """Takes a file that lies elsewhere off the list; it can be put back at once."""
        self.stop_verifying(model.id)
        words = self.tr("“{model}” is off the list. Its file is still where it was.")
        undo = (self.tr("Put it back"), lambda: self.add([model.path]))
        self._take_away(
            lambda: self._core.library.forget(model), words.format(model=model.name), (undo,)
        )

    def ask_to_delete(self, model: InstalledModel) -> None:
        """Deletes a file of the app's own folder, once the person has said yes."""
        sentence = self.tr(
            "Its file in the models folder ({size}) will be deleted. This cannot be undone; chats "
            "and summaries that were made with it stay."
        )
        question = Question(
            self.tr("Delete “{model}”?").format(model=model.name),
            sentence.format(size=wording.size(model.size_bytes)),
            self.tr("Delete"),
            verbatim=str(model.path),
            is_dangerous=True,
        )
        confirm(self._core.theme, self._page, question, lambda: self._delete(model))

    def _delete(self, model: InstalledModel) -> None:
        self.stop_verifying(model.id)

        def delete() -> None:
            loaded = self._core.engine.loaded
            if loaded is not None and loaded.path == model.path:
                self._core.engine.unload()  # some systems keep a file that is in use
            self._core.library.delete(model)
            self._sources.verifications.forget(model)

        words = self.tr("“{model}” was deleted.").format(model=model.name)
        self._take_away(delete, words, ())

    def _take_away(
        self,
        act: Callable[[], None],
        words: str,
        actions: tuple[tuple[str, Callable[[], object]], ...],
    ) -> None:
        def on_success(_result: None) -> None:
            self._banner.show_message(words, actions=actions)
            self._core.refresh_models()

        self._core.operations.run(
            self,
            lambda job: act(),
            on_success=on_success,
            on_failure=self.show_error,
        )

    def show_error(self, error: DesktopSlmError) -> None:
        """Says what went wrong."""
        self._banner.show_message(
            errors_wording.sentence(error), tone="error", details=errors_wording.details(error)
        )


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
