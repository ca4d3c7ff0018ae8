"""Writes notes on texts with the engine: several at once, each kept as soon as it is there."""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.steps import StepStore
from desktop_slm.assistants.summary import SummaryOptions
from desktop_slm.engine.protocol import ModelFacts, Priority, Request, Segment, StopReason
from desktop_slm.engine.templating import Templating, Turn
from desktop_slm.engine.text_engine import Model, TextAnswer, TextEngine
from desktop_slm.errors import EngineStopped, Invariant

# Requests given to the engine ahead of those it works on.
_IN_FLIGHT = 8

OnNote = Callable[[int, str, bool], None]


@dataclass(frozen=True, slots=True)
class NoteTask:
    """What is asked of every text: the instruction, and the most tokens that a note may have."""

    instruction: str
    max_tokens: int


@dataclass(frozen=True, slots=True)
class _Started:
    """A note under way."""

    index: int
    text: str
    key: str
    answer: TextAnswer


@dataclass(frozen=True, slots=True)
class Running:
    """The loaded model: how it was asked for, which a reload repeats, and what it is."""

    model: Model
    facts: ModelFacts


class NoteWriter:
    """Writes the notes of one summary with one loaded model."""

    def __init__(
        self,
        engine: TextEngine,
        templating: Templating,
        running: Running,
        options: SummaryOptions,
        steps: StepStore,
        cancellation: Cancellation,
    ) -> None:
        self._engine = engine
        self._templating = templating
        self._model = running.model
        self._facts = running.facts
        self._options = options
        self._steps = steps
        self._cancellation = cancellation

    def write_all(self, task: NoteTask, texts: Sequence[str], on_note: OnNote) -> None:
        """Writes a note on each text; `on_note` gets the index of each, its note, and
        whether that was kept from before.

        Returns early where it was cancelled. After a death of the engine the notes that were
        lost are written again; three deaths in a row raise EngineKeepsStopping.
        """
        waiting = deque(enumerate(texts))
        while waiting and not self._cancellation.is_set:
            started: deque[_Started] = deque()
            try:
                self._write(task, waiting, started, on_note)
            except EngineStopped:
                waiting.extendleft((note.index, note.text) for note in reversed(started))
                self._engine.load(self._model)

    def _write(
        self,
        task: NoteTask,
        waiting: deque[tuple[int, str]],
        started: deque[_Started],
        on_note: OnNote,
    ) -> None:
        while True:
            self._start_more(task, waiting, started, on_note)
            if not started:
                return
            note = started[0]
            end = note.answer.result()
            started.popleft()
            if end.stop_reason is not StopReason.CANCELLED:
                self._steps.keep(note.key, end.text.strip(), end.usage)
                on_note(note.index, end.text.strip(), False)

    def _start_more(
        self,
        task: NoteTask,
        waiting: deque[tuple[int, str]],
        started: deque[_Started],
        on_note: OnNote,
    ) -> None:
        """Keeps the engine supplied; a note that was kept before is not written again."""
        while waiting and len(started) < _IN_FLIGHT and not self._cancellation.is_set:
            index, text = waiting[0]
            key = self._key(task, text)
            kept = self._steps.find(key)
            if kept is None:
                answer = self._engine.generate(self._request(task, text))
                self._cancellation.when_cancelled(answer.cancel)
                started.append(_Started(index, text, key, answer))
            waiting.popleft()
            if kept is not None:
                on_note(index, kept, True)

    def _request(self, task: NoteTask, text: str) -> Request:
        segments = self._templating.prompt(
            self._facts,
            [Turn("system", task.instruction), Turn("user", text)],
            {"enable_thinking": False},
        ).segments
        return Request(
            prompt=segments,
            sampling=self._options.sampling,
            max_tokens=task.max_tokens,
            priority=Priority.BATCH,
            shared_segments=_before_text(segments, text),
            streaming=False,
        )

    def _key(self, task: NoteTask, text: str) -> str:
        """Returns the hash of all that decides a note."""
        parts = [
            *(self._facts.name, self._facts.weight_bytes, self._facts.template),
            *(self._options.model.path.name, task.instruction, text, task.max_tokens),
            self._options.sampling.to_wire(),
        ]
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _before_text(segments: Sequence[Segment], text: str) -> int:
    """Returns how many segments stand before the text: those that all requests share."""
    for index in range(len(segments) - 1, -1, -1):
        if segments[index].is_literal and segments[index].text == text.strip():
            return index
    raise Invariant(details="a prompt without its text")
