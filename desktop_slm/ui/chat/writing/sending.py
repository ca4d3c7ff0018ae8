"""From what stands in the box to a stored message: at once, after a choice, or after an answer.

A message that is begun while an answer is written waits for its end, and goes by itself only
where that end was a good one. What waits is stored with its files, and leaves with the commit that
stores it as sent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_slm.ui.chat import chat_actions
from desktop_slm.ui.chat.room.making_room import Answerer, MakingRoom
from desktop_slm.ui.chat.way import Way
from desktop_slm.ui.chat.writing.pending import Held, Pending, PendingMessages
from desktop_slm.ui.operations import Lane

if TYPE_CHECKING:
    from desktop_slm.storage.chats.messages import Message
    from desktop_slm.storage.chats.waiting import WaitingMessage
    from desktop_slm.ui.chat.open_chat import OpenChat
    from desktop_slm.ui.chat.writing.composer import Draft
    from desktop_slm.ui.chat.writing.writing_pane import WritingPane
    from desktop_slm.ui.core import Core


class Sending(QObject):
    """Sends, or lets wait; what is not stored yet stays in the box or in the bar over it."""

    begun = Signal(object)  # the new chat has become the stored one with this id
    sent = Signal()  # into the shown chat

    def __init__(
        self, core: Core, chat: OpenChat, pane: WritingPane, making_room: MakingRoom
    ) -> None:
        super().__init__(pane)
        self._core = core
        self._chat = chat
        self._pane = pane
        self._making_room = making_room
        self._now: set[int] = set()  # chats whose answer was stopped to let a message go
        self.pending = PendingMessages(self)
        self.pending.changed.connect(self._on_pending_changed)
        chat.live_answers.ended.connect(self._on_answer_ended)
        chat.changed.connect(self._on_chat_changed)
        making_room.told.connect(pane.tell)
        making_room.waiting.connect(self._on_waiting)
        pane.pending_edit_requested.connect(self._on_edit)
        pane.pending_remove_requested.connect(self._on_remove)
        pane.pending_send_requested.connect(self._on_send_now)

    @property
    def _answerer(self) -> Answerer | None:
        choice = self._chat.assistant
        if choice.model is None:
            return None
        found = choice.answering
        return Answerer(choice.model, found.assistant if found else None)

    def submit(self, draft: Draft) -> None:
        """Sends what stands in the box, once it is its turn and fits."""
        chat, answerer = self._chat, self._answerer
        if answerer is None:
            self._pane.show_no_model()
            return
        if chat.live is not None and chat.id is not None:
            self._queue(chat.id, draft)
            return
        if chat.is_busy or self._making_room.is_looking:
            return
        attachments = self._pane.attachments
        self._making_room.look_at_next(
            *(chat.state.path, draft.text, attachments, answerer),
            lambda way: chat.send(draft.text, attachments, self._taking_out(draft), way),
        )

    def make_room(self, answer_id: int) -> None:
        """Asks what to do where an answer found no room."""
        chat, answerer = self._chat, self._answerer
        answer = next((each for each in chat.state.path if each.id == answer_id), None)
        if answer is None or answerer is None:
            return
        self._making_room.look_at_answer(
            *(chat.state.path, answer, answerer), lambda way: chat.make_room(answer_id, way)
        )

    def forget(self, chat_id: int) -> None:
        """Drops what waits in a chat that was deleted."""
        self.pending.forget(chat_id)
        self._now.discard(chat_id)

    def _taking_out(self, draft: Draft) -> Callable[[int], None]:
        """Returns what is to be done once a message from the box is stored."""
        box, is_new, visit = self._chat.box, self._chat.id is None, self._chat.visit

        def on_stored(chat_id: int) -> None:
            is_shown = visit == self._chat.visit
            self._pane.take_sent(draft, box, is_shown=is_shown)
            if is_shown and is_new:
                self._pane.settle(chat_id)
                self.begun.emit(chat_id)
            if is_shown:
                self.sent.emit()

        return on_stored

    # What waits

    def _queue(self, chat_id: int, draft: Draft) -> None:
        attachments = self._pane.attachments
        self._pane.take_sent(draft, chat_id, is_shown=True)
        self.pending.add(chat_id, draft.text, attachments)

    def _on_answer_ended(self, answer: Message) -> None:
        from desktop_slm.storage.chats.messages import MessageState

        chat_id = answer.chat_id
        waiting = self.pending.of(chat_id)
        is_urgent = chat_id in self._now
        self._now.discard(chat_id)
        if not waiting:
            return
        if is_urgent or (
            answer.state is MessageState.COMPLETE and self.pending.held(chat_id) is Held.NOT
        ):
            self._send(chat_id, waiting[0])
        elif answer.state is MessageState.STOPPED:
            self.pending.hold(chat_id, Held.STOPPED)
        elif answer.state is not MessageState.COMPLETE:
            self.pending.hold(chat_id, Held.FAILED)

    def _send(self, chat_id: int, pending: Pending) -> None:
        chat, answerer = self._chat, self._answerer

        def on_stored(_stored_in: int) -> None:
            self.pending.take(chat_id, pending.number)
            if chat.id == chat_id:
                self.sent.emit()

        if chat.id != chat_id or answerer is None:
            chat.send_behind(chat_id, pending, on_stored)
            return
        self.pending.hold(chat_id, Held.NO_ROOM)  # unless it goes
        self._making_room.look_at_next(
            *(chat.state.path, pending.text, pending.attachments, answerer),
            lambda way: self._go(chat_id, pending, on_stored, way),
        )

    def _go(
        self, chat_id: int, pending: Pending, on_stored: Callable[[int], None], way: Way
    ) -> None:
        if pending not in self.pending.of(chat_id) or self._chat.id != chat_id:
            return
        self.pending.hold(chat_id, Held.NOT)
        self._chat.send(pending.text, pending.attachments, on_stored, way, pending.number)

    def _on_edit(self, number: int) -> None:
        pending = self._taken(number)
        if pending is not None:
            self._pane.put_back(pending.text, pending.attachments)
            self._pane.save_draft()

    def _on_remove(self, number: int) -> None:
        if self._taken(number) is not None:
            self._pane.composer.edit.setFocus()

    def _taken(self, number: int) -> Pending | None:
        chat_id = self._chat.id
        return self.pending.take(chat_id, number) if chat_id is not None else None

    def _on_send_now(self, number: int) -> None:
        chat_id = self._chat.id
        if chat_id is None:
            return
        self.pending.put_first(chat_id, number)
        if self._chat.live is not None:
            self._now.add(chat_id)
            self._chat.stop()
        elif waiting := self.pending.of(chat_id):
            self._send(chat_id, waiting[0])

    def _on_pending_changed(self, chat_id: int) -> None:
        self._store(chat_id)
        if chat_id == self._chat.id:
            self._show(chat_id)

    def _store(self, chat_id: int) -> None:
        data, waiting = self._core.data, self.pending.of(chat_id)
        if data is not None:
            self._core.operations.run(
                self,
                lambda job: chat_actions.keep_waiting(data, chat_id, waiting),
                on_success=lambda _: None,
                on_failure=self._pane.show_error,
                lane=Lane.STORAGE,
            )

    def take_stored(self, chat_id: int, stored: tuple[WaitingMessage, ...]) -> None:
        """Takes what has waited in a chat since an earlier start."""
        from desktop_slm.assistants.attachments import attachments_in

        self.pending.take_stored(
            chat_id,
            tuple(Pending(each.number, each.text, attachments_in(each.details)) for each in stored),
        )

    def _on_chat_changed(self, is_other: bool) -> None:
        if is_other:
            self._making_room.drop()
            self._show(self._chat.id)

    def _show(self, chat_id: int | None) -> None:
        held = self.pending.held(chat_id) if chat_id is not None else Held.NOT
        self._pane.show_pending(self.pending.of(chat_id), held)

    def _on_waiting(self, is_waiting: bool) -> None:
        self._pane.show_measuring(is_measuring=is_waiting)
