"""The answers that are being written, one a chat at most, whichever chat is shown.

They live as long as the window: switching to another chat or page stops nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_slm.ui.ended import LONG_ANSWER_S, Ended
from desktop_slm.ui.operations import Lane
from desktop_slm.ui.sidebar.entry import EntryKey, Kind

if TYPE_CHECKING:
    from desktop_slm.assistants.chat import ChatOptions
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.storage.chats.messages import Message
    from desktop_slm.ui.chat.answers.live_answer import LiveAnswer
    from desktop_slm.ui.core import Core, Data
    from desktop_slm.ui.operations import Job

_KEPT_ENDS = (
    16  # more answers than end while one branch is read; all of them would be the whole day
)


class LiveAnswers(QObject):
    """Starts and stops answers, and remembers what kept one from its end."""

    started = Signal(int)  # a chat's id
    ended = Signal(object)  # Message, as stored or as far as it came

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._live: dict[int, LiveAnswer] = {}
        self.errors: dict[int, DesktopSlmError] = {}  # by the answer's id, for this session
        self.ends: dict[int, Message] = {}  # the last ones, the oldest first

    def of(self, chat_id: int | None) -> LiveAnswer | None:
        """Returns the answer that is being written in a chat."""
        return self._live.get(chat_id) if chat_id is not None else None

    def start(self, data: Data, answer: Message, options: ChatOptions) -> None:
        """Answers into a message that is in the database already, empty or to be gone on with."""
        from desktop_slm.ui.chat.answers.live_answer import LiveAnswer

        live = LiveAnswer(answer, options, self)
        self._live[answer.chat_id] = live
        self.errors.pop(answer.id, None)
        self.ends.pop(answer.id, None)
        turns = self._core.turns(data)
        live.operation = self._core.operations.run(
            self,
            lambda job: turns.answer(answer, options, job.report, job),
            on_success=lambda message: self._on_ended(live, message),
            on_failure=lambda error: self._on_failed(data, live, error),
            on_progress=live.take,
            on_cancelled=lambda: self._on_never_begun(data, live),
        )
        self.started.emit(answer.chat_id)

    def newest(self, path: tuple[Message, ...]) -> tuple[Message, ...]:
        """Returns a branch with the answers that ended while it was read as they ended."""
        from desktop_slm.storage.chats.messages import MessageState

        return tuple(
            self.ends.get(each.id, each) if each.state is MessageState.STREAMING else each
            for each in path
        )

    def stop(self, chat_id: int | None) -> None:
        """Stops a chat's answer; what is there stays."""
        live = self.of(chat_id)
        if live is not None and live.operation is not None:
            live.operation.cancel()

    def _on_ended(self, live: LiveAnswer, message: Message) -> None:
        if self._live.get(message.chat_id) is live:
            del self._live[message.chat_id]
        self.ends[message.id] = message
        while len(self.ends) > _KEPT_ENDS:
            del self.ends[next(iter(self.ends))]
        self.ended.emit(message)
        self._tell_if_long(message)
        live.deleteLater()

    def _tell_if_long(self, message: Message) -> None:
        from desktop_slm.storage.chats.messages import MessageState

        if message.details.get("seconds", 0) < LONG_ANSWER_S:
            return
        if message.state is MessageState.COMPLETE:
            self._core.work_ended.emit(Ended.ANSWER, EntryKey(Kind.CHAT, message.chat_id))
        elif message.state is MessageState.FAILED:
            self._core.work_ended.emit(Ended.ANSWER_FAILED, EntryKey(Kind.CHAT, message.chat_id))

    def _on_failed(self, data: Data, live: LiveAnswer, error: DesktopSlmError) -> None:
        self.errors[live.answer.id] = error
        self._read_again(data, live)

    def _on_never_begun(self, data: Data, live: LiveAnswer) -> None:
        """Stopped before the work began: nobody else stores this end."""
        from desktop_slm.storage.chats.messages import MessageState

        text, thinking = live.text, live.thinking

        def work(job: Job) -> Message:
            data.conversations.finish_answer(
                live.answer.id, MessageState.STOPPED, text=text, thinking=thinking
            )
            return data.conversations.message(live.answer.id)

        self._store(work, live)

    def _read_again(self, data: Data, live: LiveAnswer) -> None:
        self._store(lambda job: data.conversations.message(live.answer.id), live)

    def _store(self, work: Callable[[Job], Message], live: LiveAnswer) -> None:
        self._core.operations.run(
            self,
            work,
            on_success=lambda message: self._on_ended(live, _at_its_end(live, message)),
            on_failure=lambda error: self._on_ended(live, _at_its_end(live, live.answer)),
            lane=Lane.STORAGE,
        )


def _at_its_end(live: LiveAnswer, stored: Message) -> Message:
    """Returns the answer as it is stored; as it is on the screen where its end could not be."""
    from desktop_slm.storage.chats.messages import MessageState

    if stored.state is not MessageState.STREAMING:
        return stored
    return replace(live.answer, state=MessageState.FAILED, text=live.text, thinking=live.thinking)
