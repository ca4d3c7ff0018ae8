"""The answers that are being written, one a chat at most, whichever chat is shown.

They live as long as the window: switching to another chat or page stops nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_slm.assistants.chat import ChatOptions
from desktop_slm.engine.protocol import Delta, Loading, Reading, Waiting
from desktop_slm.errors import DesktopSlmError
from desktop_slm.storage.messages import Message, MessageState
from desktop_slm.ui.core import Core, Data
from desktop_slm.ui.operations import Job, Lane, Operation

Phase = Loading | Waiting | Reading | None


class LiveAnswer(QObject):
    """One answer under way: what there is of it, and what goes on before its first word."""

    phase_changed = Signal()
    text_arrived = Signal(str)
    thinking_arrived = Signal(str)

    def __init__(self, answer: Message, options: ChatOptions, parent: QObject) -> None:
        super().__init__(parent)
        self.answer = answer
        self.options = options
        self.text = answer.text
        self.thinking = answer.thinking
        self.phase: Phase = None
        self.phase_since = time.monotonic()
        self.has_words = False
        self.operation: Operation[Message] | None = None

    def take(self, events: list[Any]) -> None:
        """Takes events in order; neighbouring pieces of text are told of as one."""
        text, thinking, phase = "", "", self.phase
        for event in events:
            if isinstance(event, Delta):
                thinking += event.text if event.is_thinking else ""
                text += "" if event.is_thinking else event.text
            elif isinstance(event, Loading | Waiting | Reading):
                phase = event
        if phase is not self.phase:
            if type(phase) is not type(self.phase):
                self.phase_since = time.monotonic()
            self.phase = phase
            self.phase_changed.emit()
        self._add(text, thinking)

    def _add(self, text: str, thinking: str) -> None:
        self.has_words = self.has_words or bool(text or thinking)
        if thinking:
            self.thinking += thinking
            self.thinking_arrived.emit(thinking)
        if text:
            self.text += text
            self.text_arrived.emit(text)


class LiveAnswers(QObject):
    """Starts and stops answers, and remembers what kept one from its end."""

    started = Signal(int)  # a chat's id
    ended = Signal(object)  # Message, as stored or as far as it came

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._live: dict[int, LiveAnswer] = {}
        self.errors: dict[int, DesktopSlmError] = {}  # by the answer's id, for this session
        self.ends: dict[int, Message] = {}

    def of(self, chat_id: int | None) -> LiveAnswer | None:
        """Returns the answer that is being written in a chat."""
        return self._live.get(chat_id) if chat_id is not None else None

    def start(self, data: Data, answer: Message, options: ChatOptions) -> None:
        """Answers into a message that is in the database already, empty or to be gone on with."""
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
        self.ended.emit(message)
        live.deleteLater()

    def _on_failed(self, data: Data, live: LiveAnswer, error: DesktopSlmError) -> None:
        self.errors[live.answer.id] = error
        self._read_again(data, live)

    def _on_never_begun(self, data: Data, live: LiveAnswer) -> None:
        """Stopped before the work began: nobody else stores this end."""
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
    if stored.state is not MessageState.STREAMING:
        return stored
    return replace(live.answer, state=MessageState.FAILED, text=live.text, thinking=live.thinking)
