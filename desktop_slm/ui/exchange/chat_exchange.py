"""Exports and imports chats; what takes time runs in the background, and one thing at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm import files, policy
from desktop_slm.assistants.chat_files.chat_format import ChatFormat
from desktop_slm.errors import OutputUnwritable, PolicyError
from desktop_slm.ui.file_dialogs import FileDialogs, SystemFileDialogs
from desktop_slm.ui.operations import Lane

if TYPE_CHECKING:
    from desktop_slm.assistants.chat_files.chat_file import ChatFile
    from desktop_slm.assistants.chat_files.importing import Imported
    from desktop_slm.storage.chats.imported_chats import ImportedChats
    from desktop_slm.ui.core import Core, Data
    from desktop_slm.ui.operations import Job

T = TypeVar("T")
_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST_NAME = 60


class ChatExchange(QObject):
    """`over` is what dialogs stand over. Qt thread only."""

    saved = Signal(str)  # the file's name
    imported = Signal(object)  # Imported
    progressed = Signal(int, int)  # files read, of how many
    failed = Signal(object)  # DesktopSlmError

    def __init__(self, core: Core, over: QWidget, dialogs: FileDialogs | None = None) -> None:
        super().__init__(over)
        self._core = core
        self._over = over
        self._dialogs = dialogs or SystemFileDialogs()

    def export(self, chat_id: int, title: str, chosen: ChatFormat) -> None:
        """Asks where to, and writes one chat."""
        stem = _NO_NAME.sub("-", " ".join(title.split()))[:_LONGEST_NAME].strip(" .")
        name = f"{stem or self.tr('Chat')}.{chosen.value}"

        def make(data: Data) -> bytes:
            from desktop_slm.assistants.chat_files import gathering

            chat = gathering.chat_file(data.conversations, _chats(data), chat_id)
            return _content(chat, chosen)

        self._save(name, chosen.value, make)

    def export_all(self) -> None:
        """Asks where to, and writes all chats into one file that can be imported again."""

        def make(data: Data) -> bytes:
            from desktop_slm.assistants.chat_files import formats, gathering

            return formats.all_content(list(gathering.all_chats(data.conversations, _chats(data))))

        self._save(self.tr("Chats") + ".json", "json", make)

    def ask_for_files(self) -> None:
        """Asks for files of chats, and imports them."""
        kinds = self.tr("Chats") + " (*.json *.zip *.chat)"
        self._dialogs.choose_some(self._over, self.tr("Import chats"), kinds, self.import_files)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Keeps the chats of files; those that are here already are not kept twice."""

        def work(data: Data, job: Job) -> Imported:
            from desktop_slm.assistants.chat_files import importing

            def on_file(done: int, total: int) -> None:
                job.check()
                job.report((done, total))

            return importing.import_files(paths, _chats(data), on_file=on_file)

        data = self._core.data
        if data is None:
            return
        self._core.operations.run(
            self,
            lambda job: work(data, job),
            on_success=self._on_imported,
            on_failure=self.failed.emit,
            on_progress=lambda items: self.progressed.emit(*items[-1]),
        )

    def _on_imported(self, imported: Imported) -> None:
        if imported.chats:
            self._core.chats_imported.emit()
        self.imported.emit(imported)

    def _save(self, name: str, suffix: str, make: Callable[[Data], bytes]) -> None:
        data = self._core.data
        if data is None:
            return

        def write(path: Path) -> str:
            policy.require_export()
            content = make(data)
            try:
                files.replace_content(path, content)
            except OSError as error:
                why = error.strerror or "an error"
                raise OutputUnwritable(path=path, why=why) from None
            return path.name

        def on_chosen(path: Path) -> None:
            self._core.operations.run(
                self,
                lambda job: write(path),
                on_success=self.saved.emit,
                on_failure=self.failed.emit,
                lane=Lane.STORAGE,
            )

        try:
            policy.require_export()  # before anybody is asked where to
        except PolicyError as error:
            self.failed.emit(error)
            return
        self._dialogs.save(self._over, name, suffix, on_chosen)


def _chats(data: Data) -> ImportedChats:
    from desktop_slm.storage.chats.imported_chats import ImportedChats

    return ImportedChats(data.database)


def _content(chat: ChatFile, chosen: ChatFormat) -> bytes:
    from desktop_slm.assistants.chat_files import formats

    if chosen is not ChatFormat.PDF:
        return formats.content(chat, chosen)
    from desktop_slm.ui.paper import chat_paper

    return chat_paper.pdf(chat)
