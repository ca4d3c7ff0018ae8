"""What a person does to branches of the shown chat: delete with undo, fork, reword, copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_slm.ui import quantities
from desktop_slm.ui.chat import chat_actions
from desktop_slm.ui.chat.wish import Wish
from desktop_slm.ui.operations import Lane

if TYPE_CHECKING:
    from desktop_slm.storage.chats.branches import TakenOut
    from desktop_slm.storage.chats.conversations import Conversations
    from desktop_slm.ui.chat.chat_actions import StoredChat
    from desktop_slm.ui.chat.open_chat import OpenChat
    from desktop_slm.ui.chat.writing.writing_pane import WritingPane
    from desktop_slm.ui.core import Core
    from desktop_slm.ui.operations import Job


class BranchActs(QObject):
    """Does it in the storage lane; what was deleted can be brought back until the chat is left."""

    forked = Signal(int)  # the new chat's id

    def __init__(self, core: Core, chat: OpenChat, pane: WritingPane) -> None:
        super().__init__(pane)
        self._core = core
        self._chat = chat
        self._pane = pane

    def do(self, wish: Wish, message_id: int) -> None:
        """Does what was asked of a message."""
        match wish:
            case Wish.DELETE:
                self._delete(message_id)
            case Wish.FORK:
                self._fork(message_id)
            case Wish.COPY_CHAT:
                self._copy()

    def reword(self, answer_id: int, text: str) -> None:
        """Keeps a person's wording of an answer beside it."""
        data = self._core.data
        if data is not None:
            self._chat.apply(
                lambda chats: chat_actions.reword(chats, data.branches, answer_id, text)
            )

    def _delete(self, message_id: int) -> None:
        data, visit = self._core.data, self._chat.visit
        if data is None:
            return

        def action(chats: Conversations) -> StoredChat:
            stored, taken = chat_actions.take_out(chats, data.branches, message_id)
            found.append(taken)
            return stored

        def on_done() -> None:
            if visit == self._chat.visit:
                self._pane.offer(
                    self._deleted(found[0].count),
                    self.tr("Undo"),
                    lambda: self._put_back(found[0], visit),
                )

        found: list[TakenOut] = []
        self._chat.apply(action, on_done)

    def _put_back(self, taken: TakenOut, visit: int) -> None:
        data = self._core.data
        if data is not None and visit == self._chat.visit:
            self._chat.apply(lambda chats: chat_actions.put_back(chats, data.branches, taken))
            self._pane.composer.edit.setFocus()

    def _deleted(self, count: int) -> str:
        if count == 1:
            return self.tr("The message was deleted.")
        words = self.tr("{count} messages were deleted: this one and what hung on it.")
        return words.format(count=quantities.whole(count))

    def _fork(self, message_id: int) -> None:
        data = self._core.data
        if data is None:
            return
        self._core.operations.run(
            self,
            lambda job: chat_actions.fork(data.conversations, data.branches, message_id),
            on_success=self._on_forked,
            on_failure=self._pane.show_error,
            lane=Lane.STORAGE,
        )

    def _on_forked(self, stored: StoredChat) -> None:
        self.forked.emit(stored.chat.id)
        self._chat.list_changed.emit()
        self._pane.tell(
            self.tr("This is a chat of its own from here on. The other one stays as it is.")
        )

    def _copy(self) -> None:
        data, chat_id = self._core.data, self._chat.id
        if data is None or chat_id is None:
            return

        def work(job: Job) -> str:
            from desktop_slm.assistants.chat_files import gathering, markdown
            from desktop_slm.storage.chats.imported_chats import ImportedChats

            chats = ImportedChats(data.database)
            return markdown.content(gathering.chat_file(data.conversations, chats, chat_id))

        self._core.operations.run(
            self, work, on_success=self._on_copied, on_failure=self._pane.show_error
        )

    def _on_copied(self, text: str) -> None:
        from desktop_slm.ui.chat.message_menu import copy

        copy(text)
        self._pane.tell(self.tr("The chat was copied as Markdown, the branch that is shown."))
