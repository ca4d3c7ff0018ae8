"""One chat turn: from what a person wrote to a stored answer.

What was written is in the database before this module sees it; the answer is stored at most every
half second while it streams, and at its end whatever that end is.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop_slm.assistants import prompts
from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.engine.protocol import (
    Delta,
    Event,
    Finished,
    Request,
    Sampling,
    Segment,
    StopReason,
)
from desktop_slm.engine.templating import Templating
from desktop_slm.engine.templating import Turn as TemplateTurn
from desktop_slm.engine.text_engine import Model, TextEngine
from desktop_slm.errors import DesktopSlmError, EmptyPrompt
from desktop_slm.models.library import InstalledModel
from desktop_slm.storage.conversations import Conversations
from desktop_slm.storage.messages import Message, MessageState, Role

_SAVED_EVERY_S = 0.5
PRACTICE_NOTICE = "Practice model: do not rely on this"


@dataclass(frozen=True, slots=True)
class ChatOptions:
    """How a chat is answered. A seed of None is drawn for every answer and stored with it."""

    model: InstalledModel
    system: str = ""
    sampling: Sampling = Sampling()
    seed: int | None = None
    max_tokens: int = 0

    def for_answer(self) -> tuple[Sampling, dict[str, Any]]:
        """Returns the sampling of one answer, and the details that are stored with it."""
        seed = random.SystemRandom().randrange(1 << 31) if self.seed is None else self.seed
        sampling = replace(self.sampling, seed=seed)
        return sampling, {
            "model": self.model.id,
            "model_name": self.model.name,
            "practice": self.model.is_practice,
            "sampling": sampling.to_wire(),
            "max_tokens": self.max_tokens,
        }


class ChatTurns:
    """Answers messages. `answer` blocks, so it is called on a background thread."""

    def __init__(
        self,
        conversations: Conversations,
        engine: TextEngine,
        templating: Templating,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._conversations = conversations
        self._engine = engine
        self._templating = templating
        self._clock = clock

    def answer(
        self,
        answer: Message,
        options: ChatOptions,
        emit: Callable[[Event], None],
        cancellation: Cancellation,
    ) -> Message:
        """Streams the answer into the empty message `answer` and returns it as stored.

        `emit` gets the engine's events as they come. Raises what kept the answer from its end,
        after what there is of it has been stored.
        """
        sampling, details = options.for_answer()
        saved = _Saved(self._conversations, answer, self._clock)
        try:
            end = self._generate(answer, options, sampling, saved, emit, cancellation)
        except DesktopSlmError as error:
            details["error"] = type(error).__name__
            saved.finish(MessageState.FAILED, details)
            raise
        except BaseException:
            saved.finish(MessageState.FAILED, details)
            raise
        if end is None:
            saved.finish(MessageState.STOPPED, details)
        else:
            saved.text, saved.thinking = end.text, end.thinking
            stopped = end.stop_reason is StopReason.CANCELLED
            details |= {"stop_reason": end.stop_reason.value, **end.usage.to_wire()}
            saved.finish(MessageState.STOPPED if stopped else MessageState.COMPLETE, details)
        return self._conversations.message(answer.id)

    def prompt(self, history: Sequence[Message], system: str) -> tuple[Segment, ...]:
        """Returns the prompt for the next answer, with the loaded model's own template."""
        facts = self._engine.facts
        if facts is None:
            raise EmptyPrompt
        turns = [TemplateTurn("system", system or prompts.instruction("chat"))]
        for message in history:
            if not message.text.strip():
                continue  # an answer that failed before its first word
            if turns[-1].role == message.role.value:
                turns[-1] = replace(turns[-1], text=f"{turns[-1].text}\n\n{message.text}")
            else:
                turns.append(TemplateTurn(message.role.value, message.text))
        return self._templating.prompt(facts, turns)

    def _generate(
        self,
        answer: Message,
        options: ChatOptions,
        sampling: Sampling,
        saved: _Saved,
        emit: Callable[[Event], None],
        cancellation: Cancellation,
    ) -> Finished | None:
        """Returns the end of the answer, or None where it was cancelled before its beginning."""
        history = [m for m in self._conversations.path(answer.chat_id) if m.id != answer.id]
        if not history or history[-1].role is not Role.USER or not history[-1].text.strip():
            raise EmptyPrompt
        self._templating.warm_up_soon()
        self._engine.load(Model(options.model.path), emit)
        if cancellation.is_set:
            return None
        request = Request(
            prompt=self.prompt(history, options.system),
            sampling=sampling,
            max_tokens=options.max_tokens,
        )
        stream = self._engine.generate(request)
        cancellation.when_cancelled(stream.cancel)
        for event in stream:
            if isinstance(event, Delta):
                saved.add(event)
            emit(event)
            if isinstance(event, Finished):
                return event
        return None


class _Saved:
    """The answer so far, and how much of it is in the database."""

    def __init__(
        self, conversations: Conversations, answer: Message, clock: Callable[[], float]
    ) -> None:
        self.text = ""
        self.thinking = ""
        self._conversations = conversations
        self._id = answer.id
        self._clock = clock
        self._last_save = clock()

    def add(self, delta: Delta) -> None:
        """Takes new text, and stores all of it where the last time is long enough ago."""
        if delta.is_thinking:
            self.thinking += delta.text
        else:
            self.text += delta.text
        if self._clock() - self._last_save >= _SAVED_EVERY_S:
            self._conversations.update_answer(self._id, self.text, self.thinking)
            self._last_save = self._clock()

    def finish(self, state: MessageState, details: dict[str, Any]) -> None:
        """Stores the end."""
        self._conversations.finish_answer(
            self._id, state, text=self.text, thinking=self.thinking, details=details
        )
