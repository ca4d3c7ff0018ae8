"""One answer being made: its prompt, its sampler, its text so far and its times."""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Sequence
from enum import Enum
from itertools import groupby

from desktop_slm.engine.llama import Context
from desktop_slm.engine.logprobs import logprob
from desktop_slm.engine.protocol import (
    Delta,
    Event,
    Finished,
    Priority,
    Reading,
    Request,
    StopReason,
    TokenLogprob,
    Usage,
)
from desktop_slm.engine.sampling import Sampler
from desktop_slm.engine.speculation import DRAFT_TOKENS
from desktop_slm.engine.text_stream import TextStream
from desktop_slm.engine.vocabulary import Vocabulary
from desktop_slm.errors import DesktopSlmError, Invariant

_READING_SIGN_S = 0.25
# A slow model writes for minutes what is sent at the end: its parent has to hear that it lives.
_WRITING_SIGN_S = 5.0
# Shown text changes no more often than a screen does: each message wakes the window's process,
# which takes its time from the next token.
_SHOW_EVERY_S = 0.015


class Stage(Enum):
    """How far a generation is."""

    WAITING = "waiting"
    READING = "reading"
    WRITING = "writing"
    ENDED = "ended"


class Generation:
    """A request on its way through a lane; `send` gives its events to the parent."""

    def __init__(
        self,
        number: int,
        request: Request,
        prompt: array[int],
        sampler: Sampler,
        vocabulary: Vocabulary,
        stream: TextStream,
        send: Callable[[Event | DesktopSlmError], None],
    ) -> None:
        self.number = number
        self.request = request
        self.prompt = prompt
        self.shared_tokens = 0
        self.marks: tuple[int, ...] = ()
        self.stage = Stage.WAITING
        self.next_token = -1
        self.new_tokens = 0
        self.drafted_tokens = 0
        self.accepted_tokens = 0
        self._logprobs: list[TokenLogprob] = []
        self._sampler = sampler
        self._vocabulary = vocabulary
        self._stream = stream
        self._send = send
        self._prompt_tokens = len(prompt)
        self._cached_tokens = 0
        self._started = time.perf_counter()
        self._first_token_at = 0.0
        self._last_sign = 0.0
        self._unsent: list[Delta] = []
        self._sent_at = 0.0

    @property
    def is_interactive(self) -> bool:
        """Whether a person waits for it."""
        return self.request.priority is Priority.INTERACTIVE

    @property
    def needed_cells(self) -> int:
        """How many tokens it may come to hold, as far as that is known."""
        return len(self.prompt) + (self.request.max_tokens or 1)

    @property
    def held_cells(self) -> int:
        """How many tokens it holds at most by now."""
        return self._prompt_tokens + self.new_tokens + DRAFT_TOKENS

    def begin(self, cached_tokens: int) -> None:
        """Notes that reading starts after `cached_tokens` that were in memory."""
        self.stage = Stage.READING
        self._cached_tokens = cached_tokens
        self.note_read(cached_tokens)

    def read_again(self, held: array[int]) -> None:
        """Goes back to where its sequence held these tokens, which may be read once more.

        What was written stays written; it is read as if it belonged to the prompt.
        """
        if self.stage is Stage.WRITING:
            self.prompt = held + array("i", [self.next_token])
            self.stage = Stage.READING

    def note_read(self, read_tokens: int) -> None:
        """Gives a sign of reading, not more often than a person can see."""
        if self._first_token_at:
            return  # it reads again what it wrote
        now = time.perf_counter()
        if now - self._last_sign >= _READING_SIGN_S:
            self._last_sign = now
            self._send(Reading(read_tokens, len(self.prompt)))

    def write(self, context: Context, places: Sequence[int], draft: Sequence[int] = ()) -> int:
        """Samples after batch token `places[0]`, and on along the draft as far as it holds.

        Returns how many drafted tokens were right; their place in the memory stays.
        """
        self.drafted_tokens += len(draft)
        for matched, place in enumerate(places):
            token = self._sampler.sample(context, place)
            self._take(context, place, token)
            if self.stage is Stage.ENDED or matched == len(draft) or token != draft[matched]:
                self.accepted_tokens += matched
                return matched
        raise Invariant(details="a draft without an output for its last token")

    def _take(self, context: Context, place: int, token: int) -> None:
        """Takes one token, and ends where it ends the answer."""
        self._first_token_at = self._first_token_at or time.perf_counter()
        self.stage = Stage.WRITING
        if self._vocabulary.ends_answer(token):
            self.end(StopReason.FINISHED)
            return
        self.new_tokens += 1
        self.next_token = token
        top = self.request.top_logprobs
        if top >= 0:
            self._logprobs.append(logprob(context, self._vocabulary, place, token, top))
        self._show(self._stream.feed(self._piece(token)))
        self._give_sign()
        if self._stream.is_stopped:
            self.end(StopReason.STOP_TEXT)
        elif self.new_tokens == self.request.max_tokens:
            self.end(StopReason.LENGTH)

    def _piece(self, token: int) -> bytes:
        """Returns a token's bytes; of control tokens only those that mark a thinking part."""
        piece = self._vocabulary.piece(token)
        if piece:
            return piece
        control = self._vocabulary.piece(token, special=True)
        return control if self._stream.is_marker_part(control.decode("utf-8", "replace")) else b""

    def end(self, reason: StopReason) -> None:
        """Sends the rest of the text and the end."""
        self._show(self._stream.end(), is_last=True)
        self._send(
            Finished(
                self._stream.answer,
                self._stream.thinking,
                reason,
                self._usage(),
                tuple(self._logprobs),
            )
        )
        self.close()

    def fail(self, error: DesktopSlmError) -> None:
        """Sends the error that ended it, after the text until then."""
        self._show([], is_last=True)
        self._send(error)
        self.close()

    def close(self) -> None:
        """Frees the sampler; no event follows."""
        if self.stage is not Stage.ENDED:
            self.stage = Stage.ENDED
            self._sampler.free()

    def _show(self, deltas: list[Delta], *, is_last: bool = False) -> None:
        """Sends new text, what came shortly after the last together with what comes next."""
        if not self.request.streaming:
            return
        self._unsent.extend(deltas)
        now = time.perf_counter()
        if not is_last and now - self._sent_at < _SHOW_EVERY_S:
            return
        self._sent_at = now
        for is_thinking, same in groupby(self._unsent, key=lambda delta: delta.is_thinking):
            self._send(Delta("".join(delta.text for delta in same), is_thinking))
        self._unsent.clear()

    def _give_sign(self) -> None:
        """Says that it goes on, where no text does."""
        if self.request.streaming:
            return
        now = time.perf_counter()
        if now - self._last_sign >= _WRITING_SIGN_S:
            self._last_sign = now
            self._send(Reading(self._prompt_tokens, self._prompt_tokens))

    def _usage(self) -> Usage:
        now = time.perf_counter()
        first = self._first_token_at or now
        writing_s = now - first
        return Usage(
            prompt_tokens=self._prompt_tokens,
            cached_tokens=self._cached_tokens,
            new_tokens=self.new_tokens,
            first_token_s=round(first - self._started, 4),
            tokens_per_s=round((self.new_tokens - 1) / writing_s, 2)
            if self.new_tokens > 1 and writing_s > 0
            else 0.0,
            drafted_tokens=self.drafted_tokens,
            accepted_tokens=self.accepted_tokens,
        )
