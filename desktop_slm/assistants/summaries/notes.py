"""Writes notes on texts with the engine: several at once, each kept as soon as it is there."""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.summaries.options import SummaryOptions
from desktop_slm.assistants.summaries.steps import StepStore, read_tokens, step_of
from desktop_slm.documents.sentences import split
from desktop_slm.engine.protocol import (
    Finished,
    ModelFacts,
    Priority,
    Request,
    Segment,
    StopReason,
)
from desktop_slm.engine.templating import Templating, Turn
from desktop_slm.engine.text_engine import Model, TextAnswer, TextEngine
from desktop_slm.errors import ContextFull, EngineFailed, EngineStopped, Invariant
from desktop_slm.storage.steps import Step

# What the engine takes at once where nobody has measured how many pay.
_PARALLEL = 4
# Requests given to the engine for each that it works on: it never waits for the next one.
_AHEAD = 2
EMPTY = "the model gave no usable answer"
TOO_LONG = "too long for the model"
REFUSED = "the engine failed on it"
_CUT_OFF = (StopReason.LENGTH, StopReason.CONTEXT)


def _has_words(answer: str) -> bool:
    return any(map(str.isalnum, answer))


@dataclass(frozen=True, slots=True)
class NoteTask:
    """What is asked of every text: the instruction, the most tokens that a note may have, the
    JSON schema of the answer ("" for plain text), and which answers can be used."""

    instruction: str
    max_tokens: int
    schema: str = ""
    accepts: Callable[[str], bool] = field(default=_has_words, compare=False)


@dataclass(frozen=True, slots=True)
class Note:
    """What the model wrote on a text, and the key under which that is kept."""

    text: str
    key: str
    is_kept: bool = False  # from an earlier run


OnNote = Callable[[int, Note], None]
OnFailed = Callable[[int, str], None]


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


@dataclass
class Tally:
    """Tokens read, written and allowed."""

    read_tokens: int = 0
    written_tokens: int = 0
    allowed_tokens: int = 0

    def add(self, step: Step, allowed_tokens: int) -> None:
        """Counts a step."""
        self.read_tokens += read_tokens(step)
        self.written_tokens += step.new_tokens
        self.allowed_tokens += allowed_tokens


class NoteWriter:
    """Writes the notes of one summary with one loaded model.

    `all_steps` counts everything that the summary rests on, `new_steps` what was computed here.
    """

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
        # One after the other where batches have to have one shape.
        parallel = running.model.parallel or _PARALLEL
        self._in_flight = 1 if options.is_reproducible else parallel * _AHEAD
        self.all_steps, self.new_steps = Tally(), Tally()

    @property
    def is_cancelled(self) -> bool:
        """Whether there will be no more notes."""
        return self._cancellation.is_set

    def write_all(
        self, task: NoteTask, texts: Sequence[str], on_note: OnNote, on_failed: OnFailed
    ) -> None:
        """Writes a note on each text; `on_note` gets the index of each with its note, `on_failed`
        the reason where the engine refused it or the answer is of no use.

        Returns early where it was cancelled. After a death of the engine the notes that were
        lost are written again; three deaths in a row raise EngineKeepsStopping.
        """
        waiting = deque(enumerate(texts))
        while waiting and not self._cancellation.is_set:
            started: deque[_Started] = deque()
            try:
                self._write(task, waiting, started, on_note, on_failed)
            except EngineStopped:
                waiting.extendleft((note.index, note.text) for note in reversed(started))
                self._engine.load(self._model)

    def _write(
        self,
        task: NoteTask,
        waiting: deque[tuple[int, str]],
        started: deque[_Started],
        on_note: OnNote,
        on_failed: OnFailed,
    ) -> None:
        while True:
            self._start_more(task, waiting, started, on_note)
            if not started:
                return
            note = started[0]
            try:
                end = note.answer.result()
            except (ContextFull, EngineFailed) as error:
                started.popleft()
                on_failed(note.index, TOO_LONG if isinstance(error, ContextFull) else REFUSED)
                continue
            started.popleft()
            if end.stop_reason is not StopReason.CANCELLED:
                self._take(task, note, end, on_note, on_failed)

    def _take(
        self, task: NoteTask, note: _Started, end: Finished, on_note: OnNote, on_failed: OnFailed
    ) -> None:
        text = end.text.strip()
        if end.stop_reason in _CUT_OFF and not task.schema:
            text = _whole_sentences(text)
        step = step_of(text, end.usage, task.max_tokens)
        self.new_steps.add(step, task.max_tokens)
        self.all_steps.add(step, task.max_tokens)
        if not task.accepts(text):
            on_failed(note.index, EMPTY)
            return
        self._steps.keep(note.key, step)
        on_note(note.index, Note(text, note.key))

    def _start_more(
        self,
        task: NoteTask,
        waiting: deque[tuple[int, str]],
        started: deque[_Started],
        on_note: OnNote,
    ) -> None:
        """Keeps the engine supplied; a note that was kept before is not written again."""
        while waiting and len(started) < self._in_flight and not self._cancellation.is_set:
            index, text = waiting[0]
            key = self._key(task, text)
            kept = self._steps.find(key)
            if kept is None:
                answer = self._engine.generate(self._request(task, text))
                self._cancellation.when_cancelled(answer.cancel)
                started.append(_Started(index, text, key, answer))
            waiting.popleft()
            if kept is not None:
                self.all_steps.add(kept, task.max_tokens)
                on_note(index, Note(kept.text, key, is_kept=True))

    def _request(self, task: NoteTask, text: str) -> Request:
        segments = self._templating.prompt(
            self._facts,
            [Turn("system", task.instruction), Turn("user", text)],
            {"enable_thinking": False},
        ).segments
        is_alone = self._options.is_reproducible
        return Request(
            prompt=segments,
            sampling=self._options.sampling,
            max_tokens=task.max_tokens,
            priority=Priority.BATCH,
            shared_segments=0 if is_alone else _before_text(segments, text),
            json_schema=task.schema,
            streaming=False,
            is_alone=is_alone,
        )

    def _key(self, task: NoteTask, text: str) -> str:
        """Returns the hash of all that decides a note."""
        parts = [
            *(self._facts.name, self._facts.weight_bytes, self._facts.template),
            *(self._options.model.path.name, task.instruction, text, task.max_tokens),
            self._options.sampling.to_wire(),
        ]
        if task.schema:
            parts.append(task.schema)
        if self._options.is_reproducible:
            parts.append("reproducible")
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _before_text(segments: Sequence[Segment], text: str) -> int:
    """Returns how many segments stand before the text: those that all requests share."""
    for index in range(len(segments) - 1, -1, -1):
        if segments[index].is_literal and segments[index].text == text.strip():
            return index
    raise Invariant(details="a prompt without its text")


def _whole_sentences(text: str) -> str:
    """Returns a text that was cut off without its last sentence, unless that is all of it."""
    places = split(text)
    return text[: places[-2][1]] if len(places) > 1 else text
