"""One chat turn: from what a person wrote to a stored answer.

What was written is in the database before this module sees it; the answer is stored at most every
half second while it streams, and at its end whatever that end is.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from desktop_slm.assistants.attachments import attachments_of
from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.chat_prompt import SENT_FROM, ChatPrompts, first_sent, sent
from desktop_slm.engine.protocol import (
    Delta,
    Event,
    Finished,
    Request,
    Sampling,
    StopReason,
)
from desktop_slm.engine.templating import Templating
from desktop_slm.engine.text_engine import Model, TextEngine
from desktop_slm.errors import DesktopSlmError, EmptyPrompt
from desktop_slm.models.library import InstalledModel
from desktop_slm.storage.conversations import Conversations
from desktop_slm.storage.messages import Message, MessageState, Role

_SAVED_EVERY_S = 0.5
# Small models stray soon: near to their likeliest word they are wrong less often.
CHAT_SAMPLING = Sampling(temperature=0.2, top_p=0.9)
# In an answer's details where llama.cpp's template stood in for the model's own, which failed.
TEMPLATE, BUILT_IN = "template", "built-in"
PRACTICE_NOTICE = "Practice model: do not rely on this"


@dataclass(frozen=True, slots=True)
class ChatOptions:
    """How a chat is answered. A seed of None is drawn for every answer and stored with it.

    `leaves_oldest_out` is a person's wish: the prompt then begins with the first message from
    which on the chat fits, and so do those of later answers behind this one.
    """

    model: InstalledModel
    system: str = ""
    sampling: Sampling = CHAT_SAMPLING
    seed: int | None = None
    max_tokens: int = 0
    leaves_oldest_out: bool = False

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
    """Answers messages. `answer` blocks, so it is called on a background thread.

    `to_run` says how a model is run: with which threads and how much room.
    """

    def __init__(
        self,
        conversations: Conversations,
        engine: TextEngine,
        templating: Templating,
        clock: Callable[[], float] = time.monotonic,
        to_run: Callable[[InstalledModel], Model] = lambda model: Model(model.path),
    ) -> None:
        self._conversations = conversations
        self._engine = engine
        self._templating = templating
        self._clock = clock
        self._to_run = to_run
        self.prompts = ChatPrompts(engine, templating)

    def answer(
        self,
        answer: Message,
        options: ChatOptions,
        emit: Callable[[Event], None],
        cancellation: Cancellation,
    ) -> Message:
        """Streams the answer into the message `answer` and returns it as stored.

        One that has text already, after `Conversations.resume_answer`, goes on behind that.
        `emit` gets the engine's events as they come. Raises what kept the answer from its end,
        after what there is of it has been stored.
        """
        sampling, details = options.for_answer()
        saved = _Saved(self._conversations, answer, details, self._clock)
        try:
            end = self._generate(saved, options, sampling, emit, cancellation)
        except DesktopSlmError as error:
            details |= {"error": type(error).__name__, "error_text": str(error)}
            saved.finish(MessageState.FAILED)
            raise
        except BaseException:
            saved.finish(MessageState.FAILED)
            raise
        if end is None:
            saved.finish(MessageState.STOPPED)
        else:
            saved.take(end)
            stopped = end.stop_reason is StopReason.CANCELLED
            details |= {"stop_reason": end.stop_reason.value, **end.usage.to_wire()}
            saved.finish(MessageState.STOPPED if stopped else MessageState.COMPLETE)
        return self._conversations.message(answer.id)

    def _history(self, answer: Message) -> list[Message]:
        """Returns what stands before an answer. Raises EmptyPrompt where nothing was asked."""
        history = [m for m in self._conversations.path(answer.chat_id) if m.id != answer.id]
        if not history or history[-1].role is not Role.USER:
            raise EmptyPrompt
        if not history[-1].text.strip() and not attachments_of(history[-1]):
            raise EmptyPrompt
        return history

    def _generate(
        self,
        saved: _Saved,
        options: ChatOptions,
        sampling: Sampling,
        emit: Callable[[Event], None],
        cancellation: Cancellation,
    ) -> Finished | None:
        """Returns the end of the answer, or None where it was cancelled before its beginning."""
        history = self._history(saved.answer)
        self._templating.warm_up_soon()
        self._engine.load(self._to_run(options.model), emit)
        if cancellation.is_set:
            return None
        first = first_sent(history)
        if options.leaves_oldest_out:
            first = self.prompts.fitting(history, options.system).id
        if first is not None:
            saved.details[SENT_FROM] = first
        prompt = self.prompts.write(sent(history, first), options.system, saved.answer.text)
        if prompt.is_built_in:
            saved.details[TEMPLATE] = BUILT_IN
        request = Request(
            prompt=prompt.segments,
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
    """The answer so far, its details, and how much of it is in the database."""

    def __init__(
        self,
        conversations: Conversations,
        answer: Message,
        details: dict[str, Any],
        clock: Callable[[], float],
    ) -> None:
        self.answer = answer
        self.details = details
        self.text = answer.text
        self.thinking = answer.thinking
        self._conversations = conversations
        self._clock = clock
        self._started = self._last_save = clock()
        if answer.details.get("error"):
            details |= {"error": "", "error_text": ""}  # what ended the attempt before

    def add(self, delta: Delta) -> None:
        """Takes new text, and stores all of it where the last time is long enough ago."""
        if delta.is_thinking:
            self.thinking += delta.text
        else:
            self.text += delta.text
        if self._clock() - self._last_save >= _SAVED_EVERY_S:
            self._conversations.update_answer(self.answer.id, self.text, self.thinking)
            self._last_save = self._clock()

    def take(self, end: Finished) -> None:
        """Takes the whole text as the engine closed it."""
        self.text = self.answer.text + end.text
        self.thinking = self.answer.thinking + end.thinking

    def finish(self, state: MessageState) -> None:
        """Stores the end, and how long it took."""
        self.details["seconds"] = round(self._clock() - self._started, 2)
        self._conversations.finish_answer(
            self.answer.id,
            state,
            text=self.text,
            thinking=self.thinking,
            details=self.details,
        )
