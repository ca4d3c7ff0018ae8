"""Answers questions over a set of documents; each finding stays with its document.

Every chosen passage is read with the question, findings are checked in the document that they
come from, and where an answer is to be written, it is written from the findings and checked again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Self

from desktop_slm.assistants.asking import ask_plan
from desktop_slm.assistants.asking.answer import Answer, DocumentReading
from desktop_slm.assistants.asking.ask_plan import AskPlan, PassageRoom
from desktop_slm.assistants.asking.instructions import AskInstructions, findings_of
from desktop_slm.assistants.asking.question import Approach, Question
from desktop_slm.assistants.asking.vectors import Vectors
from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.document_sets.named_documents import NamedDocuments
from desktop_slm.assistants.document_sets.set_analysis import Ranked, SetAnalysis
from desktop_slm.assistants.evidence import Finding
from desktop_slm.assistants.summaries.forms import merging
from desktop_slm.assistants.summaries.forms.entries import Entry
from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.instructions import says_nothing
from desktop_slm.assistants.summaries.joining import Joiner, Leaf
from desktop_slm.assistants.summaries.model_use import ModelUse
from desktop_slm.assistants.summaries.notes import NoteWriter, Running
from desktop_slm.assistants.summaries.options import SummaryOptions
from desktop_slm.assistants.summaries.passage_reading import PassageReading, Read
from desktop_slm.assistants.summaries.sources import Sources
from desktop_slm.assistants.summaries.steps import StepStore
from desktop_slm.assistants.summaries.summary import Item, Joining
from desktop_slm.assistants.summaries.tree import GrowingTree
from desktop_slm.documents.document import Document
from desktop_slm.documents.passages import CountTokens, Passage, cut
from desktop_slm.engine.protocol import Loading
from desktop_slm.errors import ContextFull, EmptyPrompt, NoText

# How far down the search looks: enough to find one passage of each of many documents.
_RANKED = 200


@dataclass(frozen=True, slots=True)
class AskPlanned:
    """The plan stands."""

    plan: AskPlan


@dataclass(frozen=True, slots=True)
class PassagesRead:
    """So many of the chosen passages were read."""

    done: int
    total: int


AskEvent = Loading | AskPlanned | PassagesRead | Joining
Emit = Callable[[AskEvent], None]


class Asker:
    """Answers one question after the other over the same documents. Blocks; one thread at a time.

    Leaving a `with` ends the child that looks into the documents.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        use: ModelUse,
        vectors: Vectors | None = None,
        analyse: Callable[[Sequence[Document]], SetAnalysis] = SetAnalysis,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._documents = documents
        self._names = [" ".join(document.name.split()) for document in documents]
        self._use = use
        self._vectors = vectors
        self._analysis = analyse(documents)
        self._clock = clock
        self._cut_for: tuple[object, int] | None = None
        self._passages: list[tuple[Passage, ...]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_ended: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the child."""
        self._analysis.close()

    def plan(
        self, question: Question, options: SummaryOptions, emit: Emit = lambda event: None
    ) -> AskPlan:
        """Returns what would be read; the model is loaded, and asked nothing.

        Raises EmptyPrompt, NoText, ContextFull for a question that leaves no room, and the
        engine's errors.
        """
        self._require_words(question)
        return self._plan(question, options, self._use.load(options, emit))

    def ask(
        self,
        question: Question,
        options: SummaryOptions,
        steps: StepStore,
        emit: Emit,
        cancellation: Cancellation,
    ) -> Answer:
        """Returns the answer; where it was cancelled, what was found until then.

        Raises what `plan` raises; what was read before is in `steps` then.
        """
        self._require_words(question)
        started = self._clock()
        self._use.templating.warm_up_soon()
        running = self._use.load(options, emit)
        plan = self._plan(question, options, running)
        emit(AskPlanned(plan))
        writer = self._use.writer(running, options, steps, cancellation)
        counted = self._use.engine.count_tokens
        run = _Run(plan, self._documents, writer, self._analysis, counted, emit)
        return run.answer(
            has_vectors=self._vectors is not None, elapsed=lambda: self._clock() - started
        )

    def _require_words(self, question: Question) -> None:
        if not any(map(str.isalnum, question.text)):
            raise EmptyPrompt
        if not any(document.characters for document in self._documents):
            raise NoText(name=self._names[0])

    def _plan(self, question: Question, options: SummaryOptions, running: Running) -> AskPlan:
        count = self._use.engine.count_tokens
        context = running.facts.context_tokens
        asked = count([question.text])[0]
        if asked > context // 4:
            raise ContextFull(needed_tokens=asked, context_tokens=context // 4)
        room = PassageRoom.of(asked, context)
        self._cut(room.passage_tokens, running)
        return ask_plan.make(
            question,
            self._passages,
            self._names,
            self._ranked(question),
            room,
            count,
            self._use.known_of(options.model).pace,
        )

    def _cut(self, budget: int, running: Running) -> None:
        """Cuts the documents and has them indexed, unless they are just so already."""
        wanted = (running.model.path, budget)
        if wanted == self._cut_for:
            return
        count = self._use.engine.count_tokens
        self._passages = [
            cut(document, count, budget) if document.characters else ()
            for document in self._documents
        ]
        spans = [[passage.spans for passage in each] for each in self._passages]
        self._analysis.take_passages(spans)
        if self._vectors is not None:
            with self._vectors as vectors:
                texts = [passage.text for each in self._passages for passage in each]
                self._analysis.take_vectors(vectors.of(texts))
        self._cut_for = wanted

    def _ranked(self, question: Question) -> list[Ranked]:
        if question.approach is Approach.WHOLE:
            return []
        if self._vectors is None:
            return self._analysis.rank(question.text, _RANKED)
        with self._vectors as vectors:
            return self._analysis.rank(question.text, _RANKED, vectors.of([question.text])[0])


class _OneDocument:
    """Looks for sentences in one document of a set."""

    def __init__(self, analysis: SetAnalysis, document: int) -> None:
        self._analysis = analysis
        self._document = document

    def evidence(self, sentences: Sequence[str]) -> list[Finding]:
        """Returns what supports each sentence. Raises AnalysisFailed."""
        return self._analysis.evidence(sentences, [self._document])


@dataclass
class _Run:
    """One answer by a plan. Used once."""

    plan: AskPlan
    documents: Sequence[Document]
    writer: NoteWriter
    analysis: SetAnalysis
    count_tokens: CountTokens
    emit: Emit
    _reads: dict[int, Read] = field(default_factory=dict)

    def answer(self, *, has_vectors: bool, elapsed: Callable[[], float]) -> Answer:
        """Reads the passages, checks the findings, and writes the answer where one is wanted."""
        self._read()
        readings = tuple(self._reading(number) for number in range(len(self.documents)))
        findings = tuple(item for reading in readings for item in reading.findings)
        items, is_stopped = findings, len(self._reads) < len(self.plan.readings)
        if not is_stopped and not self.plan.decision.need.is_listed and len(findings) > 1:
            items, is_stopped = self._written(readings, findings)
        return Answer(
            question=self.plan.question.text,
            decision=self.plan.decision,
            items=items,
            readings=readings,
            is_stopped=is_stopped,
            has_vectors=has_vectors,
            seconds=round(elapsed(), 3),
        )

    def _read(self) -> None:
        task = AskInstructions(self.plan.question.text).read()
        total = len(self.plan.readings)
        self.emit(PassagesRead(0, total))

        def on_read(read: Read) -> None:
            self._reads[read.reading.index] = read
            self.emit(PassagesRead(len(self._reads), total))

        PassageReading(self.writer, task, self.plan.readings).run(on_read)

    def _reading(self, document: int) -> DocumentReading:
        """Returns what came of one document, its findings looked for in it alone."""
        choice = self.plan.choices[document]
        reads = [
            self._reads[number]
            for number, (origin, _) in enumerate(self.plan.origins)
            if origin == document and number in self._reads
        ]
        noted = [
            (read.reading.index, Entry(text))
            for read in reads
            for note in read.notes
            for text in findings_of(note.text) or ()
        ]
        texts = [each.entry.text for each in merging.merge(Form.FACTS, noted)]
        return DocumentReading(
            name=choice.name,
            passages=choice.total,
            read=sum(bool(read.notes) for read in reads),
            findings=self._items(texts, _OneDocument(self.analysis, document)),
            failed=tuple(dict.fromkeys(failure.why for read in reads for failure in read.failed)),
            pages_without_text=len(self.documents[document].skipped),
        )

    def _items(
        self, texts: Sequence[str], looking: _OneDocument | NamedDocuments
    ) -> tuple[Item, ...]:
        if not texts:
            return ()
        found = looking.evidence(texts)
        return tuple(
            Item(
                text,
                each.evidence,
                each.support,
                each.unknown,
                doubts=each.doubts,
                missing=each.missing,
            )
            for text, each in zip(texts, found, strict=True)
        )

    def _written(
        self, readings: Sequence[DocumentReading], findings: tuple[Item, ...]
    ) -> tuple[tuple[Item, ...], bool]:
        """Returns the written answer; the findings where it was stopped or nothing was written."""
        instructions = AskInstructions(self.plan.question.text)
        leaves = [Leaf(text, number) for number, text in enumerate(self._notes(readings))]
        if len(leaves) == 1:
            text, is_stopped = self._of_one(leaves[0].text)
        else:
            joiner = Joiner(
                self.plan,
                instructions.join,
                self.writer,
                GrowingTree(),
                self.count_tokens,
                self.emit,
            )
            joined = joiner.join(leaves)
            text = joined.notes[0].text if len(joined.notes) == 1 else ""
            is_stopped = joined.is_cancelled
        if not text or says_nothing(text):
            return findings, is_stopped
        looking = NamedDocuments(self.analysis, [reading.name for reading in readings])
        items = Sources(looking).items(_without_heads(text, readings))
        return items or findings, is_stopped

    def _of_one(self, notes: str) -> tuple[str, bool]:
        """Has the findings of a single note made an answer."""
        written: list[str] = []
        self.emit(Joining(0, 1))
        task = AskInstructions(self.plan.question.text).join(self.plan.sizes.final)
        self.writer.write_all(
            task, [notes], lambda _, note: written.append(note.text), lambda _, why: None
        )
        return (written[0] if written else ""), self.writer.is_cancelled

    def _notes(self, readings: Sequence[DocumentReading]) -> list[str]:
        """Returns the findings under their documents' names, in parts of which two fit."""
        limit = self.plan.join_tokens // 2
        notes = []
        for reading in readings:
            lines = [f"- {item.text}" for item in reading.findings]
            text, size = f"{reading.name}:", 0
            for line, tokens in zip(lines, self.count_tokens(lines) if lines else [], strict=True):
                if size and size + tokens > limit:
                    notes.append(text)
                    text, size = f"{reading.name}:", 0
                text, size = f"{text}\n{line}", size + tokens
            if size:
                notes.append(text)
        return notes


def _without_heads(text: str, readings: Sequence[DocumentReading]) -> list[str]:
    """Returns the lines of an answer that say more than a document's name."""
    names = {reading.name for reading in readings}
    return [line for line in text.splitlines() if line.strip(" :*#-•") not in names]
