"""Exports a folder as one: asks for format and place, and writes in the background."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_slm.assistants.chat_files.chat_format import ChatFormat
from desktop_slm.ui.file_dialogs import FileDialogs, SystemFileDialogs
from desktop_slm.ui.folders import folder_files, words
from desktop_slm.ui.folders.export_dialog import FolderExportDialog
from desktop_slm.ui.folders.folder_files import Made, Names
from desktop_slm.ui.operations import Lane

if TYPE_CHECKING:
    from desktop_slm.storage.folders import Contents, Folder
    from desktop_slm.ui.core import Core
    from desktop_slm.ui.operations import Job

ChooseDirectory = Callable[[QWidget, str, Callable[[Path], object]], object]


class FolderExport(QObject):
    """`dialogs` and `choose_directory` are seams for tests. Qt thread only."""

    told = Signal(str)

    def __init__(
        self,
        core: Core,
        over: QWidget,
        dialogs: FileDialogs | None = None,
        choose_directory: ChooseDirectory | None = None,
    ) -> None:
        super().__init__(over)
        self._core = core
        self._over = over
        self.dialogs = dialogs or SystemFileDialogs()
        self.choose_directory = choose_directory or _choose_directory

    def ask(self, folder_id: int) -> None:
        """Asks for the format; a folder with nothing in it has nothing to export."""
        data = self._core.data
        if data is None:
            return

        def look(_job: object) -> tuple[Folder, Contents]:
            return data.folders.folder(folder_id), data.folders.contents(folder_id)

        self._core.operations.run(
            self,
            look,
            on_success=lambda found: self._show(*found),
            on_failure=self._core.report,
            lane=Lane.STORAGE,
        )

    def _show(self, folder: Folder, contents: Contents) -> None:
        things = words.counted(len(contents.chats), len(contents.summaries))
        window = self._over.window()
        dialog = FolderExportDialog(self._core.theme, folder.name, things, parent=window)
        dialog.chosen.connect(partial(self._on_chosen, folder, contents))
        dialog.open()

    def _on_chosen(
        self, folder: Folder, contents: Contents, chosen: ChatFormat, is_zip: bool
    ) -> None:
        name = folder_files.stem(folder.name, self.tr("Folder"))
        if is_zip:

            def write_zip(path: Path, made: Made) -> str:
                folder_files.write_zip(path, made.contents)
                return path.name

            self.dialogs.save(
                self._over,
                f"{name}.zip",
                "zip",
                lambda path: self._write(contents, chosen, partial(write_zip, path)),
            )
            return

        def write_files(parent: Path, made: Made) -> str:
            return folder_files.write_directory(parent, name, made.contents).name

        title = self.tr("Where shall the folder of files stand?")
        self.choose_directory(
            self._over,
            title,
            lambda parent: self._write(contents, chosen, partial(write_files, parent)),
        )

    def _write(self, contents: Contents, chosen: ChatFormat, write: Callable[[Made], str]) -> None:
        data, names = self._core.data, self._names()
        if data is None:
            return

        def work(job: Job) -> tuple[str, int]:
            made = folder_files.make(data, contents, chosen, names, job.check)
            return write(made), made.left_out

        self._core.operations.run(
            self,
            work,
            on_success=lambda written: self._tell(*written),
            on_failure=self._core.report,
        )

    def _tell(self, name: str, left_out: int) -> None:
        sentence = self.tr("Saved as “{0}”.").format(name)
        if left_out:
            more = self.tr("Left out, because nothing was made of them yet: {0}.")
            sentence = f"{sentence} {more.format(words.counted(0, left_out))}"
        self.told.emit(sentence)

    def _names(self) -> Names:
        tr = QCoreApplication.translate
        return Names(
            chats=self.tr("Chats"),
            summaries=self.tr("Summaries"),
            untitled=self.tr("Untitled"),
            practice_notice=tr("Words", "Practice model: do not rely on this"),
        )


def _choose_directory(over: QWidget, title: str, on_chosen: Callable[[Path], object]) -> None:
    dialog = QFileDialog(over, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: on_chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
