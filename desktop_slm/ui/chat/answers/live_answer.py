"""An answer that is being written: what there is of it, and what goes on before its first word."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_slm.assistants.context_summary import Shortening
from desktop_slm.engine.protocol import Delta, Loading, Reading, Waiting

if TYPE_CHECKING:
    from desktop_slm.assistants.chat import ChatOptions
    from desktop_slm.storage.chats.messages import Message
    from desktop_slm.ui.operations import Operation

Phase = Loading | Waiting | Reading | Shortening | None


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
            elif isinstance(event, Loading | Waiting | Reading | Shortening):
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
