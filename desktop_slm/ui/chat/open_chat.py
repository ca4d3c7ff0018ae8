"""The chat that is shown: reads it, does to it what a person asks, and follows its answer.

Everything is stored first and shown afterwards. What comes back for a chat that is not shown any
more changes the list, and nothing on the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_slm.errors import NoModel
from desktop_slm.ui.chat import chat_actions
from desktop_slm.ui.chat.chat_state import ChatState
from desktop_slm.ui.chat.live_answers import LiveAnswers
from desktop_slm.ui.chat.wish import Wish
from desktop_slm.ui.operations import Lane

if TYPE_CHECKING:
    from desktop_slm.assistants.attachments import Attachment
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.storage.conversations import Conversations
    from desktop_slm.storage.messages import Chat, Message
    from desktop_slm.ui.chat.chat_actions import StoredChat
    from desktop_slm.ui.chat.live_answer import LiveAnswer
    from desktop_slm.ui.core import Core

    Action = Callable[[Conversations], StoredChat]

MOST_ANSWER_TOKENS = 2048  # a small model may never come to an end by itself; it can go on


class OpenChat(QObject):
    """One chat of many, or the new one that is not stored yet (`id` is None)."""

    changed = Signal(bool)  # whether it is another chat than before
    answered = Signal()  # the shown chat's answer has ended
    list_changed = Signal()  # any chat began, changed its title or got an answer
    draft_read = Signal(str)
    failed = Signal(object)  # DesktopSlmError: nothing was changed

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self.live_answers = LiveAnswers(core, self)
        self.live_answers.ended.connect(self._on_answer_ended)
        self.id: int | None = None
        self.chat: Chat | None = None
        self.state = ChatState()
        self.is_busy = False  # an action is being stored
        self.visit = 0

    @property
    def live(self) -> LiveAnswer | None:
        """The answer that is being written in this chat."""
        return self.live_answers.of(self.id)

    # Which chat

    def begin(self) -> None:
        """Shows the new, empty chat."""
        self._enter(None)
        self.changed.emit(True)

    def open(self, chat_id: int) -> None:
        """Reads a chat and shows its end."""
        self._enter(chat_id)
        visit = self.visit

        def on_read(stored: StoredChat) -> None:
            if visit == self.visit:
                self._take(stored)
                self.changed.emit(True)
                self.draft_read.emit(stored.draft)

        self._store(lambda chats: chat_actions.read(chats, chat_id), on_read)

    def _enter(self, chat_id: int | None) -> None:
        self.visit += 1
        self.id = chat_id
        self.chat = None
        self.is_busy = False
        self.state = ChatState()

    # What is done to it

    def send(
        self, text: str, attachments: Sequence[Attachment], on_stored: Callable[[int], object]
    ) -> None:
        """Stores what a person wrote and answers it; `on_stored` is called after the commit."""
        chat_id = self.id
        self._begin_answer(
            lambda chats: chat_actions.send(chats, chat_id, text, attachments),
            on_stored=on_stored,
        )

    def edit(self, message_id: int, text: str) -> None:
        """Answers another wording, on a branch of its own."""
        self._begin_answer(lambda chats: chat_actions.edit(chats, message_id, text))

    def do(self, wish: Wish, message_id: int) -> None:
        """Does what was asked of a message; wishes that need the window are not for here."""
        match wish:
            case Wish.SHOW:
                self._store(lambda chats: chat_actions.show(chats, message_id), self._on_shown())
            case Wish.ANSWER_AGAIN:
                self._begin_answer(lambda chats: chat_actions.answer_again(chats, message_id))
            case Wish.CONTINUE:
                self._begin_answer(lambda chats: chat_actions.go_on(chats, message_id))
            case Wish.TRY_AGAIN | Wish.USE_ALL_ROOM:
                self._core.engine.try_again()
                self._begin_answer(lambda chats: chat_actions.try_again(chats, message_id))
            case Wish.LEAVE_OUT_OLDEST:
                self._begin_answer(
                    lambda chats: chat_actions.try_again(chats, message_id),
                    leaves_oldest_out=True,
                )

    def rename(self, title: str) -> None:
        """Gives the chat the person's own title."""
        chat_id = self.id
        if chat_id is None:
            return

        def action(chats: Conversations) -> StoredChat:
            chats.rename(chat_id, title)
            return chat_actions.read(chats, chat_id)

        self._store(action, self._on_shown())

    def reread(self) -> None:
        """Shows what somebody else changed of the chat."""
        chat_id = self.id
        if chat_id is not None:
            self._store(lambda chats: chat_actions.read(chats, chat_id), self._on_shown())

    def stop(self, chat_id: int | None = None) -> None:
        """Stops the answer of this chat or another; what is there stays."""
        self.live_answers.stop(self.id if chat_id is None else chat_id)

    def refresh_limits(self) -> None:
        """Learns anew whether the model could have more room than the settings give it."""
        is_limited = self._is_limited()
        if is_limited != self.state.is_limited:
            self.state = replace(self.state, is_limited=is_limited)
            self.changed.emit(False)

    # Storing

    def _begin_answer(
        self,
        action: Action,
        *,
        leaves_oldest_out: bool = False,
        on_stored: Callable[[int], object] = lambda chat_id: None,
    ) -> None:
        from desktop_slm.assistants.chat import ChatOptions

        model, visit = self._core.model, self.visit
        if model is None:
            self.failed.emit(NoModel())
            return
        if self.is_busy or self.live is not None:
            return
        options = ChatOptions(
            model, max_tokens=MOST_ANSWER_TOKENS, leaves_oldest_out=leaves_oldest_out
        )

        def on_done(stored: StoredChat) -> None:
            on_stored(stored.chat.id)
            data = self._core.data
            if data is not None:
                self.live_answers.start(data, stored.path[-1], options)
            if visit == self.visit:
                self.is_busy = False
                self._take(stored)
                self.changed.emit(False)
            self.list_changed.emit()

        self.is_busy = True
        self._store(action, on_done)

    def _on_shown(self) -> Callable[[StoredChat], None]:
        visit = self.visit

        def on_done(stored: StoredChat) -> None:
            if visit == self.visit:
                self._take(stored)
                self.changed.emit(False)
            self.list_changed.emit()

        return on_done

    def _store(self, action: Action, on_done: Callable[[StoredChat], None]) -> None:
        data = self._core.data
        if data is None:
            return
        self._core.operations.run(
            self,
            lambda job: action(data.conversations),
            on_success=on_done,
            on_failure=self._on_failed,
            lane=Lane.STORAGE,
        )

    def _on_failed(self, error: DesktopSlmError) -> None:
        self.is_busy = False
        self.failed.emit(error)

    # What came back

    def _take(self, stored: StoredChat) -> None:
        self.id = stored.chat.id
        self.chat = stored.chat
        self.state = ChatState(
            path=self.live_answers.newest(stored.path),
            branches=stored.branches,
            live=self.live,
            errors=self.live_answers.errors,
            is_limited=self._is_limited(),
        )

    def _on_answer_ended(self, message: Message) -> None:
        if message.chat_id == self.id:
            path = tuple(message if each.id == message.id else each for each in self.state.path)
            self.state = replace(
                self.state, path=path, live=self.live, is_limited=self._is_limited()
            )
            self.changed.emit(False)
            self.answered.emit()
        self.list_changed.emit()

    def _is_limited(self) -> bool:
        facts = self._core.facts
        is_set = self._core.settings.context_tokens > 0
        return is_set and facts is not None and facts.context_tokens < facts.trained_context
