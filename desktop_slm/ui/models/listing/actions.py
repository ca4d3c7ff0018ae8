"""What can be done with models: use, rename, look at, take off the list, remove.

The work runs in the background; what happened is said in the page's banner.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.models.adding import require_usable
from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.models.trash import Trash, Trashed
from desktop_slm.ui import plain_text
from desktop_slm.ui import wording as errors_wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.files.verifying import Verifying
from desktop_slm.ui.models.listing.entry import Entry, Sources
from desktop_slm.ui.models.listing.removed_line import RemovedLine
from desktop_slm.ui.models.listing.rename_dialog import RenameDialog
from desktop_slm.ui.models.listing.table import ModelTable
from desktop_slm.ui.models.measuring import Measuring
from desktop_slm.ui.operations import Job
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.menu import Menu
from desktop_slm.ui.widgets.text_dialog import TextDialog
from desktop_slm.workers.launcher_child import Refused


class ModelActions(QObject):
    """The verbs of the Models page; `page` is what dialogs stand over."""

    chat_requested = Signal()
    changed = Signal()  # what is known of the models has changed
    trial_requested = Signal(str)  # the model's id

    def __init__(
        self, core: Core, sources: Sources, banner: Banner, table: ModelTable, page: QWidget
    ) -> None:
        super().__init__(page)
        self._core = core
        self._sources = sources
        self._banner = banner
        self._page = page
        self.verifying = Verifying(core, sources, banner, table, self)
        self.verifying.changed.connect(self.changed)
        self._trash = Trash(core.outside.paths, core.library)
        self.removed_line = RemovedLine(core.theme)
        self.removed_line.undone.connect(self._bring_back)
        self.removed_line.given_up.connect(self._erase)
        self.measuring = Measuring(core, sources, banner, self)
        self.measuring.changed.connect(self.changed)

    def menu(self, entry: Entry) -> Menu:
        """Returns the menu of a model."""
        model = entry.model
        menu = Menu(self._core.theme, parent=self._page)
        if entry.is_gone:
            menu.add(
                self.tr("Show where it is now…"), lambda: self.ask_where(model), icon="folder-open"
            )
            menu.add(self.tr("Remove from list"), lambda: self.drop(model), icon="minus")
            return menu
        if entry.is_usable:
            menu.add(self.tr("Use in chat"), lambda: self.use_in_chat(model), icon="message-square")
        self.verifying.add_to(menu, entry)
        self.measuring.add_to(menu, entry)
        if entry.is_usable:
            menu.add(
                self.tr("Try on my document…"),
                lambda: self.trial_requested.emit(model.id),
                icon="file-text",
            )
        menu.add(self.tr("Details…"), lambda: self.show_details(entry), icon="info")
        menu.add(self.tr("Show in folder"), lambda: self.show_in_folder(model), icon="folder-open")
        menu.add(self.tr("Copy path"), lambda: _copy(str(model.path)), icon="copy")
        if not model.is_practice:
            menu.add(self.tr("Rename…"), lambda: self.ask_for_name(model), icon="pencil")
        if model.place is Place.IN_PLACE:
            menu.addSeparator()
            menu.add(self.tr("Remove from list"), lambda: self.forget(model), icon="minus")
        elif model.place is Place.FOLDER:
            menu.addSeparator()
            menu.add(self.tr("Remove"), lambda: self.remove(model), icon="trash-2")
        return menu

    def use_in_chat(self, model: InstalledModel) -> None:
        """Chooses the model and goes to the chat."""
        self._core.choose_model(model)
        self.chat_requested.emit()

    def show_details(self, entry: Entry) -> None:
        """Shows all that is known of a model."""
        problem = errors_wording.sentence(entry.problem) if entry.problem else ""
        text = wording.details(entry.model, entry.facts, entry.verified, problem, entry.claim)
        TextDialog(self._core.theme, entry.model.name, text, parent=self._page.window()).open()

    def show_in_folder(self, model: InstalledModel) -> None:
        """Shows where the file lies, with the program that the desktop has for that."""
        launcher = self._core.outside.launcher

        def show(_job: Job) -> bool:
            try:
                launcher.show_file(model.path)
            except Refused:
                return False
            return True

        self._core.operations.run(
            self,
            show,
            on_success=lambda is_shown: None if is_shown else self._on_not_shown(model),
            on_failure=self.show_error,
        )

    def _on_not_shown(self, model: InstalledModel) -> None:
        _copy(str(model.path))
        self._banner.show_message(
            self.tr("No program on this computer shows folders. The path was copied instead.")
        )

    # Names

    def ask_for_name(self, model: InstalledModel) -> None:
        """Asks for another name."""
        dialog = RenameDialog(self._core.theme, model.name, parent=self._page.window())
        dialog.named.connect(lambda name: self._rename(model, name))
        dialog.open()

    def _rename(self, model: InstalledModel, name: str) -> None:
        def rename() -> None:
            verified = self._sources.verifications.last(model)
            self._core.library.rename(model, name, verified.sha256 if verified else "")

        self._core.operations.run(
            self,
            lambda job: rename(),
            on_success=lambda result: self._core.refresh_models(),
            on_failure=self.show_error,
        )

    # Taking away

    def forget(self, model: InstalledModel) -> None:
        """Takes a file that lies elsewhere off the list; it can be put back at once."""
        self.verifying.stop(model.id)
        words = self.tr("“{model}” is off the list. Its file is still where it was.")
        undo = (self.tr("Put it back"), lambda: self._put_back(model))
        self._take_away(
            lambda: self._core.library.forget(model), words.format(model=model.name), (undo,)
        )

    def _put_back(self, model: InstalledModel) -> None:
        words = self.tr("“{model}” is on the list again.").format(model=model.name)
        self._take_away(lambda: self._core.library.add_in_place(model.path), words, ())

    def remove(self, model: InstalledModel) -> None:
        """Removes a model of the models folder; it can come back until it is erased."""
        self.verifying.stop(model.id)

        def remove() -> Trashed:
            loaded = self._core.engine.loaded
            if loaded is not None and loaded.path == model.path:
                self._core.engine.unload()  # some systems keep a file that is in use
            return self._trash.put(model)

        def on_removed(trashed: Trashed) -> None:
            self.removed_line.show_removed(trashed)
            self._core.refresh_models()

        self._core.operations.run(
            self, lambda job: remove(), on_success=on_removed, on_failure=self.show_error
        )

    def _bring_back(self, trashed: Trashed) -> None:
        words = self.tr("“{model}” is back.").format(model=trashed.name)
        self._take_away(lambda: self._trash.restore(trashed), words, ())

    def _erase(self, removed: list[Trashed]) -> None:
        def erase() -> None:
            for trashed in removed:
                self._trash.erase(trashed)

        self._core.operations.run(
            self,
            lambda job: erase(),
            on_success=lambda result: self._core.refresh_models(),
            on_failure=self.show_error,
        )

    # What is gone

    def drop(self, model: InstalledModel) -> None:
        """Takes a model whose file is gone off the list."""
        words = self.tr("“{model}” is off the list.").format(model=model.name)

        def drop() -> None:
            self._core.library.drop(model.path)
            self._sources.verifications.forget(model)

        self._take_away(drop, words, ())

    def ask_where(self, model: InstalledModel) -> None:
        """Asks where the file of a model is that is gone."""
        title = self.tr("Where is “{model}” now?").format(model=model.name)
        dialog = QFileDialog(self._page, plain_text.window_title(title))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Models (*.gguf)"), self.tr("All files (*)")])
        dialog.filesSelected.connect(lambda names: self.found_again(model, Path(names[0])))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def found_again(self, model: InstalledModel, path: Path) -> None:
        """Uses a model whose file was gone from where the person found it."""
        words = self.tr("“{model}” is on the list again. Its file stays where it is.")

        def find() -> None:
            require_usable(self._sources.inspection, path)
            self._core.library.found_again(model.path, path)
            self._sources.verifications.moved(model.path, path)
            self._core.tunings.moved(model.path, path)
            self._core.library.add_in_place(path)

        self._take_away(find, words.format(model=model.name), ())

    def _take_away(
        self,
        act: Callable[[], object],
        words: str,
        actions: tuple[tuple[str, Callable[[], object]], ...],
    ) -> None:
        def on_success(_result: object) -> None:
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
