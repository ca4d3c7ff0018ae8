"""The page of a temporary chat: a chat page over data in memory, under the line that says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.chat.page import ChatPage
from desktop_slm.ui.operations import Lane
from desktop_slm.ui.temporary.bar import TemporaryBar
from desktop_slm.ui.temporary.temporary_core import TemporaryCore, TemporaryData
from desktop_slm.ui.widgets.confirm_dialog import Question, confirm

if TYPE_CHECKING:
    from desktop_slm.ui.core import Core


class TemporaryPage(QWidget):
    """One temporary chat; whoever holds it calls `discard` before letting go."""

    kept = Signal(int)  # the id of the stored chat
    closed = Signal()
    models_requested = Signal()
    assistants_requested = Signal()
    summary_requested = Signal(list)  # list[Path]

    def __init__(self, core: Core, data: TemporaryData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._data = data
        self.bar = TemporaryBar(core.theme)
        self.chat = ChatPage(TemporaryCore(core, data, self), fixed_title=self.tr("Temporary chat"))
        column = spacing.column(core.theme, self, gap=0)
        column.addWidget(self.bar)
        column.addWidget(self.chat, 1)
        self.bar.keep_requested.connect(self.keep)
        self.bar.close_requested.connect(self.ask_to_close)
        self.chat.models_requested.connect(self.models_requested)
        self.chat.assistants_requested.connect(self.assistants_requested)
        self.chat.summary_requested.connect(self._on_summary_requested)
        self.chat.content_changed.connect(self._on_content_changed)
        self._on_content_changed()

    @property
    def has_content(self) -> bool:
        """Whether anything would be lost."""
        return self.chat.has_content

    def focus_first(self) -> None:
        """Puts the cursor where one writes."""
        self.chat.focus_first()

    def ask_to_close(self) -> None:
        """Asks where something would be lost, and says that the chat is to go."""
        if not self.has_content:
            self.closed.emit()
            return
        question = Question(
            self.tr("Close the temporary chat?"),
            self.tr("Nothing of it was stored, so it cannot be brought back."),
            self.tr("Close it"),
            is_dangerous=True,
        )
        confirm(self._core.theme, self, question, self.closed.emit)

    def keep(self) -> None:
        """Stores the chat as any other; what is being written is to end first."""
        stored = self._core.data
        if stored is None or self.chat.tell_if_not_ready():
            return
        shown, draft, memory = self.chat.chat_id, self.chat.draft_text, self._data.database

        def work(_job: object) -> int | None:
            from desktop_slm.assistants.chat_prompt import remapped
            from desktop_slm.storage.chats.chat_copies import copy_chats

            with stored.database.transaction():
                copied = copy_chats(memory, stored.database, remapped)
                if shown is None or shown not in copied:
                    stored.conversations.save_draft(None, draft)
                    return None
                stored.conversations.save_draft(copied[shown], draft)
                return copied[shown]

        self._core.operations.run(
            self,
            work,
            on_success=lambda chat_id: self.kept.emit(chat_id or 0),
            on_failure=self._core.report,
            lane=Lane.STORAGE,
        )

    def discard(self) -> None:
        """Stops what is under way and forgets everything."""
        self.chat.stop()
        database = self._data.database
        self._core.operations.run(
            self._core,
            lambda job: database.close(),
            on_success=lambda nothing: None,
            on_failure=lambda error: None,  # it goes with the process at the latest
            lane=Lane.STORAGE,
        )
        self.deleteLater()

    def _on_content_changed(self) -> None:
        self.bar.show_content(self.has_content)

    def _on_summary_requested(self, files: list[Path]) -> None:
        question = Question(
            self.tr("Summarize the file?"),
            self.tr("A summary is stored with its document, unlike this chat."),
            self.tr("Summarize"),
        )
        confirm(self._core.theme, self, question, lambda: self.summary_requested.emit(files))
