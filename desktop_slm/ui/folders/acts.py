"""What is done with folders: asked where it must be, stored in the background, told afterwards.

The list shows each change at once; where one could not be stored, `folders_read` and `must_reread`
bring it back to what is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.ui.folders import words
from desktop_slm.ui.operations import Lane

if TYPE_CHECKING:
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.storage.folders import Contents, Expired, Folder, Folders
    from desktop_slm.ui.core import Core, Data
    from desktop_slm.ui.folders.folder_export import FolderExport

T = TypeVar("T")
# Days are counted, and a computer sleeps: what is over is looked for more often than daily.
_SWEPT_EVERY_MS = 3_600_000


class FolderActs(QObject):
    """Qt thread only; dialogs stand over the window of `over`."""

    folders_read = Signal(object)  # tuple[Folder, ...]
    made = Signal(object)  # Folder
    must_reread = Signal()  # the list: what was in a folder has changed with it
    going = Signal(object)  # Contents: is being erased, nobody may show or change it any more
    told = Signal(str)  # a sentence for the person

    def __init__(self, core: Core, over: QWidget) -> None:
        super().__init__(over)
        self._core = core
        self._over = over
        self._export: FolderExport | None = None
        self._timer = QTimer(self, interval=_SWEPT_EVERY_MS)
        self._timer.timeout.connect(self.sweep)
        core.data_opened.connect(self._on_data_opened)

    # What changes at once

    def read(self) -> None:
        """Reads all folders."""
        self._run(lambda folders: folders.all(), self.folders_read.emit)

    def rename(self, folder_id: int, name: str) -> None:
        """Stores another name."""
        self._run(lambda folders: folders.rename(folder_id, name))

    def fold(self, folder_id: int, *, folded: bool) -> None:
        """Stores whether the list shows what is inside."""
        self._run(lambda folders: folders.fold(folder_id, folded=folded))

    # What is asked first

    def ask_for_new(self, on_made: Callable[[Folder], object] = lambda folder: None) -> None:
        """Asks for a name and makes a folder."""
        from desktop_slm.ui.folders.name_dialog import FolderNameDialog

        def on_created(folder: Folder) -> None:
            self.made.emit(folder)
            on_made(folder)

        dialog = FolderNameDialog(self._core.theme, parent=self._over.window())
        dialog.named.connect(
            lambda name: self._run(lambda folders: folders.create(name), on_created)
        )
        dialog.open()

    def ask_how_long(self, folder_id: int) -> None:
        """Asks for how many days a folder keeps things."""
        self._run(lambda folders: folders.folder(folder_id), self._show_keeping)

    def ask_to_delete(self, folder_id: int) -> None:
        """Deletes an empty folder at once; else asks what becomes of what is in it."""

        def look(folders: Folders) -> tuple[Folder, Contents]:
            return folders.folder(folder_id), folders.contents(folder_id)

        self._run(look, lambda found: self._show_deletion(*found))

    def ask_to_export(self, folder_id: int) -> None:
        """Asks for format and place, and writes all that is in a folder."""
        from desktop_slm.ui.folders.folder_export import FolderExport

        if self._export is None:
            self._export = FolderExport(self._core, self._over)
            self._export.told.connect(self.told)
        self._export.ask(folder_id)

    # Keeping for some days

    def sweep(self) -> None:
        """Erases what its folder does not keep any longer, and says so."""
        self._run(lambda folders: folders.mark_expired(), self._on_expired)

    def _on_data_opened(self, _data: object) -> None:
        self.read()
        self.sweep()
        self._timer.start()

    def _on_expired(self, expired: tuple[Expired, ...]) -> None:
        for each in expired:
            self.going.emit(each.contents)
        if expired:
            sentences = (
                words.expired(each.folder.name, each.folder.kept_days or 0, _things(each.contents))
                for each in expired
            )
            self._erase(" ".join(sentences))

    def _show_keeping(self, folder: Folder) -> None:
        from desktop_slm.ui.folders.keeping_dialog import KeepingDialog

        dialog = KeepingDialog(
            self._core.theme, folder.name, folder.kept_days, parent=self._over.window()
        )
        dialog.chosen.connect(partial(self._on_days_chosen, folder))
        dialog.open()

    def _on_days_chosen(self, folder: Folder, days: int | None) -> None:
        def on_looked(older: Contents) -> None:
            if days is not None and older:
                self._confirm_shorter(folder, days, older)
            else:
                self._keep_for(folder, days)

        if days is None:
            self._keep_for(folder, None)
        else:
            self._run(lambda folders: folders.older_than(folder.id, days), on_looked)

    def _confirm_shorter(self, folder: Folder, days: int, older: Contents) -> None:
        from desktop_slm.ui.widgets.confirm_dialog import Question, confirm

        sentence = self.tr("Unchanged for more than {days}: {things}. That is erased for good now.")
        question = Question(
            self.tr("Erase what is older?"),
            sentence.format(days=words.days(days), things=_things(older)),
            self.tr("Erase and go on"),
            is_dangerous=True,
        )
        confirm(self._core.theme, self._over, question, lambda: self._keep_for(folder, days))

    def _keep_for(self, folder: Folder, days: int | None) -> None:
        def on_stored(_: object) -> None:
            self.read()
            self.sweep()

        self._run(lambda folders: folders.keep_for(folder.id, days), on_stored)

    # Its end

    def _show_deletion(self, folder: Folder, contents: Contents) -> None:
        from desktop_slm.ui.widgets.choice_dialog import Choice, ChoiceDialog, Option

        if not contents:
            self._erase_folder(folder, contents)
            return
        choice = Choice(
            self.tr("Delete the folder “{folder}”?").format(folder=folder.name),
            self.tr("In it: {things}.").format(things=_things(contents)),
            (
                Option(
                    "keep",
                    self.tr("Keep what is in it"),
                    self.tr("The chats and summaries go back to the list."),
                ),
                Option(
                    "erase",
                    self.tr("Erase everything in it for good"),
                    self.tr(
                        "Chats, summaries and their documents, also in the backups. "
                        "This cannot be undone."
                    ),
                ),
            ),
            self.tr("Delete folder"),
        )
        dialog = ChoiceDialog(self._core.theme, choice, parent=self._over.window())

        def on_chosen(key: str) -> None:
            if key == "keep":
                self._dissolve(folder)
            else:
                self._erase_folder(folder, contents)

        dialog.chosen.connect(on_chosen)
        dialog.open()

    def _dissolve(self, folder: Folder) -> None:
        def on_done(_: object) -> None:
            self.read()
            self.must_reread.emit()
            self._core.erased.emit()  # its name

        self._run(lambda folders: folders.dissolve(folder.id), on_done)

    def _erase_folder(self, folder: Folder, shown: Contents) -> None:
        def on_marked(contents: Contents) -> None:
            self.going.emit(contents)
            self.read()
            told = words.erased(folder.name, _things(shown)) if shown else ""
            self._erase(told)

        self._run(lambda folders: folders.mark(folder.id), on_marked)

    def _erase(self, told: str) -> None:
        """Erases what is marked, and tells it once it is gone."""

        def on_erased(_: object) -> None:
            self._core.erased.emit()
            if told:
                self.told.emit(told)

        self._run(lambda folders: folders.erase_marked(), on_erased)

    # In the background

    def _run(
        self,
        work: Callable[[Folders], T],
        on_success: Callable[[T], object] = lambda result: None,
    ) -> None:
        data = self._core.data
        if data is None:
            return

        def on_failure(error: DesktopSlmError) -> None:
            self._core.report(error)
            self._reread()

        self._core.operations.run(
            self,
            lambda job: work(data.folders),
            on_success=on_success,
            on_failure=on_failure,
            lane=Lane.STORAGE,
        )

    def _reread(self) -> None:
        """Shows what is stored: the list may have shown more."""
        self._core.operations.run(
            self,
            lambda job: _all(self._core.data),
            on_success=self.folders_read.emit,
            on_failure=lambda error: None,  # it was told already
            lane=Lane.STORAGE,
        )


def _all(data: Data | None) -> tuple[Folder, ...]:
    return data.folders.all() if data is not None else ()


def _things(contents: Contents) -> str:
    return words.counted(len(contents.chats), len(contents.summaries))
