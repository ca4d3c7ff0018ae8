"""Makes a summary: every passage is read, the notes are joined in a tree, evidence is looked for.

Nothing is cut: what does not fit into one request is divided, and what could not be read is named.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_slm.assistants import prompts
from desktop_slm.assistants.analysis import Analysis
from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.coverage import CoverageCount
from desktop_slm.assistants.lengths import Length
from desktop_slm.assistants.notes import NoteTask, NoteWriter, Running
from desktop_slm.assistants.sources import Sources
from desktop_slm.assistants.steps import StepStore
from desktop_slm.assistants.summary import (
    Joining,
    PassageRead,
    Planned,
    Summary,
    SummaryEvent,
    SummaryOptions,
)
from desktop_slm.documents.document import Document
from desktop_slm.documents.passages import Passage, cut
from desktop_slm.engine.protocol import Loading
from desktop_slm.engine.templating import Templating
from desktop_slm.engine.text_engine import Model, TextEngine
from desktop_slm.errors import NoText
from desktop_slm.models.library import InstalledModel

_PASSAGE_TOKENS = 900
_LEAST_PASSAGE_TOKENS = 64


@dataclass(frozen=True, slots=True)
class _Size:
    """How much is written at a step: sentences asked for, tokens allowed."""

    sentences: int
    tokens: int

    def task(self, prompt: str) -> NoteTask:
        """Returns the task that asks for this much."""
        return NoteTask(prompts.instruction(prompt).format(sentences=self.sentences), self.tokens)


_NOTE_SIZES = {
    Length.BRIEF: _Size(2, 80),
    Length.STANDARD: _Size(3, 120),
    Length.DETAILED: _Size(5, 200),
}
_FINAL_SIZES = {
    Length.BRIEF: _Size(4, 160),
    Length.STANDARD: _Size(8, 320),
    Length.DETAILED: _Size(16, 640),
}

Emit = Callable[[SummaryEvent | Loading], None]


class Summarizer:
    """Summarizes documents with the engine. `summarize` blocks, on a background thread.

    `to_run` says how a model is run: with which threads and how much room.
    """

    def __init__(
        self,
        engine: TextEngine,
        templating: Templating,
        clock: Callable[[], float] = time.monotonic,
        to_run: Callable[[InstalledModel], Model] = lambda model: Model(model.path),
    ) -> None:
        self._engine = engine
        self._templating = templating
        self._clock = clock
        self._to_run = to_run

    def summarize(
        self,
        document: Document,
        options: SummaryOptions,
        steps: StepStore,
        emit: Emit,
        cancellation: Cancellation,
    ) -> Summary:
        """Returns the summary; where it was cancelled, the draft made of what was read.

        Raises NoText where there is nothing to read, and the engine's errors; what was read
        before is in `steps` then.
        """
        if not document.characters:
            raise NoText(name=document.name)
        started = self._clock()
        self._templating.warm_up_soon()
        model = self._to_run(options.model)
        facts = self._engine.load(model, emit)
        running = Running(model, facts)
        writer = NoteWriter(self._engine, self._templating, running, options, steps, cancellation)
        budget = _passage_budget(facts.context_tokens, options.length)
        passages = cut(document, self._engine.count_tokens, budget)
        count = CoverageCount(document, passages)
        with Analysis(document) as analysis:
            sources = Sources(analysis)
            texts = self._read(passages, count, writer, options.length, sources, emit)
            is_draft = not count.coverage().is_whole
            if not is_draft:
                texts, is_draft = self._join(texts, budget, writer, options.length, emit)
            items = sources.items(texts)
        return Summary(
            items=items,
            coverage=count.coverage(),
            is_draft=is_draft,
            seconds=round(self._clock() - started, 3),
        )

    def _read(
        self,
        passages: Sequence[Passage],
        count: CoverageCount,
        writer: NoteWriter,
        length: Length,
        sources: Sources,
        emit: Emit,
    ) -> list[str]:
        """Returns the notes on the passages that were read, in order."""
        # A document of one passage gets its summary at once.
        size = _FINAL_SIZES[length] if len(passages) == 1 else _NOTE_SIZES[length]
        emit(Planned(len(passages), _levels(len(passages), size.tokens)))
        notes: dict[int, str] = {}

        def on_note(index: int, text: str, is_kept: bool) -> None:
            notes[index] = text
            count.note(passages[index])
            emit(PassageRead(index, sources.items([text]), count.coverage(), is_kept))

        writer.write_all(size.task("map"), [passage.text for passage in passages], on_note)
        return [notes[index] for index in sorted(notes)]

    def _join(
        self, texts: list[str], budget: int, writer: NoteWriter, length: Length, emit: Emit
    ) -> tuple[list[str], bool]:
        """Joins notes, level by level, until one is left; says whether it was cancelled."""
        while len(texts) > 1:
            groups = _groups(texts, self._engine.count_tokens(texts), budget)
            size = _FINAL_SIZES[length] if len(groups) == 1 else _NOTE_SIZES[Length.DETAILED]
            joined = _join_level(groups, size, writer, emit)
            if len(joined) < len(groups):
                return texts, True
            texts = joined
        return texts, False


def _join_level(
    groups: Sequence[Sequence[str]], size: _Size, writer: NoteWriter, emit: Emit
) -> list[str]:
    """Returns a note for each group; fewer where it was cancelled."""
    joined: dict[int, str] = {}
    emit(Joining(0, len(groups)))

    def on_note(index: int, text: str, is_kept: bool) -> None:
        joined[index] = text
        emit(Joining(len(joined), len(groups)))

    writer.write_all(size.task("reduce"), ["\n\n".join(group) for group in groups], on_note)
    return [joined[index] for index in sorted(joined)]


def _passage_budget(context_tokens: int, length: Length) -> int:
    """Returns the tokens of a passage: of a small context a quarter is left for the rest."""
    room = context_tokens * 3 // 4 - _FINAL_SIZES[length].tokens
    return max(_LEAST_PASSAGE_TOKENS, min(_PASSAGE_TOKENS, room))


def _levels(notes: int, note_tokens: int) -> int:
    """Returns how many levels of joining will follow, as far as that is known beforehand."""
    levels, fit = 0, max(2, _PASSAGE_TOKENS // note_tokens)
    while notes > 1:
        notes = math.ceil(notes / fit)
        levels += 1
    return levels


def _groups(texts: Sequence[str], counts: Sequence[int], budget: int) -> list[list[str]]:
    """Puts neighbouring notes together, as many as fit, and never a group of one among several."""
    groups: list[list[str]] = [[]]
    size = 0
    for text, count in zip(texts, counts, strict=True):
        if len(groups[-1]) >= 2 and size + count > budget:
            groups.append([])
            size = 0
        groups[-1].append(text)
        size += count
    if len(groups) > 1 and len(groups[-1]) == 1:
        groups[-2].extend(groups.pop())
    return groups
