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

from desktop_slm.assistants.attachments import attachments_of
from desktop_slm.assistants.cancellation import Cancellation, Cancelled
from desktop_slm.assistants.chat_evidence import EVIDENCE
from desktop_slm.assistants.chat_prompt import (
    EARLIER,
    SENT_FROM,
    ChatPrompts,
    earlier_note,
    first_sent,
    sent,
)
from desktop_slm.assistants.context_summary import EarlierSummary, Shortening, note_room
from desktop_slm.assistants.personas.assistant import PLAIN, Assistant
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
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import Message, MessageState, Role

_SAVED_EVERY_S = 0.5
# In an answer's details where llama.cpp's template stood in for the model's own, which failed.
TEMPLATE, BUILT_IN = "template", "built-in"
# In an answer's details: which assistant wrote it, by key and name, with its note of then.
ASSISTANT = "assistant"
PRACTICE_NOTICE = "Practice model: do not rely on this"
# In an answer's details where it is known: the hash of the model's file.
MODEL_SHA256 = "model_sha256"
# In the details of an answer that a person put into other words: its model wrote another one.
REWORDED = "reworded"
ChatEvent = Event | Shortening


@dataclass(frozen=True, slots=True)
class ChatOptions:
    """How a chat is answered. A seed of None is drawn for every answer and stored with it.

    `leaves_oldest_out` is a person's wish: the prompt then begins with the first message from
    which on the chat fits, and so do those of later answers behind this one. With
    `summarizes_earlier` the model first makes a summary of what is left out, which goes instead.
    """

    model: InstalledModel
    assistant: Assistant = PLAIN
    seed: int | None = None
    max_tokens: int = 0
    leaves_oldest_out: bool = False
    summarizes_earlier: bool = False

    def for_answer(self) -> tuple[Sampling, dict[str, Any]]:
        """Returns the sampling of one answer, and the details that are stored with it."""
        seed = random.SystemRandom().randrange(1 << 31) if self.seed is None else self.seed
        sampling = replace(self.assistant.sampling, seed=seed)
        return sampling, {
            "model": self.model.id,
            "model_name": self.model.name,
            "practice": self.model.is_practice,
            "sampling": sampling.to_wire(),
            "max_tokens": self.max_tokens,
            **({ASSISTANT: signature} if (signature := self.assistant.signature()) else {}),
        }


class ChatTurns:
    """Answers messages. `answer` blocks, so it is called on a background thread.

    `to_run` says how a model is run: with which threads and how much room; `hash_of` knows the
    hash of its file, or "" where nobody has computed it yet.
    """

    def __init__(
        self,
        conversations: Conversations,
        engine: TextEngine,
        templating: Templating,
        clock: Callable[[], float] = time.monotonic,
        to_run: Callable[[InstalledModel], Model] = lambda model: Model(model.path),
        hash_of: Callable[[InstalledModel], str] = lambda model: "",
    ) -> None:
        self._conversations = conversations
        self._engine = engine
        self._templating = templating
        self._clock = clock
        self._to_run = to_run
        self._hash_of = hash_of
        self.prompts = ChatPrompts(engine, templating)

    def answer(
        self,
        answer: Message,
        options: ChatOptions,
        emit: Callable[[ChatEvent], None],
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
        emit: Callable[[ChatEvent], None],
        cancellation: Cancellation,
    ) -> Finished | None:
        """Returns the end of the answer, or None where it was cancelled before its beginning."""
        history = self._history(saved.answer)
        self._templating.warm_up_soon()
        self._engine.load(options.assistant.run(self._to_run(options.model)), emit)
        saved.details[MODEL_SHA256] = self._hash_of(options.model)
        if cancellation.is_set:
            return None
        try:
            first, earlier = self._chosen(history, saved, options, emit, cancellation)
        except Cancelled:
            return None
        if first is not None:
            saved.details |= {SENT_FROM: first, EARLIER: earlier}
        prompt = self.prompts.write(
            sent(history, first), options.assistant, saved.answer.text, earlier
        )
        if prompt.is_built_in:
            saved.details[TEMPLATE] = BUILT_IN
        request = Request(
            prompt=prompt.segments,
            sampling=sampling,
            max_tokens=options.max_tokens,
            adapters=options.assistant.adapters,
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

    def _chosen(
        self,
        history: Sequence[Message],
        saved: _Saved,
        options: ChatOptions,
        emit: Callable[[ChatEvent], None],
        cancellation: Cancellation,
    ) -> tuple[int | None, str]:
        """Returns the first message that is sent, and the summary that goes before it."""
        chosen = [*history, saved.answer]  # what goes on, goes on with what it was begun with
        first, earlier = first_sent(chosen), earlier_note(chosen)
        if not (options.leaves_oldest_out or options.summarizes_earlier):
            return first, earlier
        assert self._engine.facts is not None
        kept = sum(self._engine.count_tokens([saved.answer.text, earlier]))
        if options.summarizes_earlier:
            kept += note_room(self._engine.facts.context_tokens)
        begins = _place(history, first)
        fitting = self.prompts.fitting(history[begins:], options.assistant, kept)
        left_out = history[begins : _place(history, fitting.id)]
        if options.summarizes_earlier and left_out:
            summary = EarlierSummary(self._engine, self._templating)
            earlier = summary.make(left_out, earlier, emit, cancellation)
        return (fitting.id, earlier) if left_out else (first, earlier)


def _place(history: Sequence[Message], message_id: int | None) -> int:
    return next((at for at, each in enumerate(history) if each.id == message_id), 0)


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
        if answer.details.get(EVIDENCE):
            details[EVIDENCE] = None  # it was found for less of a text

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
