"""Counts how much of the model's room a chat and what stands in the box take, as one types.

Only real tokens of the loaded model are counted; while it is not loaded there is no figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from desktop_slm.assistants.attachments import Attachment
    from desktop_slm.assistants.personas.assistant import Assistant
    from desktop_slm.engine.text_engine import Model
    from desktop_slm.models.library import InstalledModel
    from desktop_slm.storage.chats.messages import Message
    from desktop_slm.ui.core import Core
    from desktop_slm.ui.operations import Job, Operation

_PAUSE_MS = 250


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be counted; `loads_model` where the figure is worth loading the model."""

    path: tuple[Message, ...]
    text: str
    attachments: tuple[Attachment, ...]
    model: InstalledModel
    loads_model: bool
    assistant: Assistant | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """The tokens of the chat, of the words in the box and of each attachment; the model's room."""

    chat: int
    words: int
    attached: tuple[int, ...]
    context: int
    is_limited: bool

    @property
    def used(self) -> int:
        """The tokens of all that would be sent."""
        return self.chat + self.words + sum(self.attached)

    def fits(self, number: int) -> bool:
        """Says whether an attachment fits beside the chat, the words and those before it."""
        return self.chat + self.words + sum(self.attached[: number + 1]) < self.context


class RoomCounter(QObject):
    """Counts in the background, one count at a time, the last wish only."""

    counted = Signal(object)  # Room | None where nothing can be said

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._wanted: Wanted | None = None
        self._counting: Operation[Room | None] | None = None
        self._chat: tuple[object, int] | None = None  # of which chat, how many tokens
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._on_due)

    def ask(self, wanted: Wanted) -> None:
        """Counts after a pause in the asking."""
        self._wanted = wanted
        self._timer.start()

    def forget(self) -> None:
        """Wants no count any more."""
        self._wanted = None
        self._timer.stop()
        if self._counting is not None:
            self._counting.drop()

    def _on_due(self) -> None:
        if self._wanted is None or (self._counting and not self._counting.is_finished):
            return
        wanted, self._wanted = self._wanted, None
        self._counting = self._core.operations.run(
            self,
            lambda job: self._count(wanted, job),
            on_success=self._on_counted,
            on_failure=lambda error: self._on_counted(None),
        )

    def _on_counted(self, room: Room | None) -> None:
        self.counted.emit(room)
        if self._wanted is not None:
            self._timer.start()

    def _count(self, wanted: Wanted, job: Job) -> Room | None:
        from desktop_slm.assistants.attachments import full_text

        engine, model = self._core.engine, self._core.engine_model(wanted.model)
        if wanted.assistant is not None:
            model = wanted.assistant.run(model)
        if wanted.loads_model:
            engine.load(model)
        facts = engine.facts
        if facts is None or facts.is_embedding or engine.loaded != model:
            return None
        texts = [wanted.text, *(full_text("", [each]) for each in wanted.attachments)]
        words, *attached = engine.count_tokens(texts)
        return Room(
            chat=self._chat_tokens(wanted, model),
            words=words,
            attached=tuple(attached),
            context=facts.context_tokens,
            is_limited=facts.context_tokens < facts.trained_context,
        )

    def _chat_tokens(self, wanted: Wanted, model: Model) -> int:
        """Returns the tokens of what was written so far, counted once while one types."""
        from desktop_slm.assistants.chat_prompt import ChatPrompts, sent
        from desktop_slm.assistants.personas.assistant import PLAIN

        last = wanted.path[-1] if wanted.path else None
        assistant = wanted.assistant or PLAIN
        key = (last and (last.id, last.state, len(last.text)), model, assistant)
        if self._chat is None or self._chat[0] != key:
            prompts = ChatPrompts(self._core.engine, self._core.templating)
            messages: Sequence[Message] = sent(wanted.path)
            self._chat = (key, prompts.length_with(messages, "", assistant=assistant))
        return self._chat[1]
