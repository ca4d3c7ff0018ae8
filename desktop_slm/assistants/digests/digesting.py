"""Makes a digest: finished summaries are joined, evidence is looked for in all documents."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta

from desktop_slm import __version__
from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.digests import digest_plan
from desktop_slm.assistants.digests.digest_plan import DigestPlan
from desktop_slm.assistants.digests.instructions import DigestInstructions
from desktop_slm.assistants.digests.source import NotRead, Source
from desktop_slm.assistants.document_sets.named_documents import NamedDocuments
from desktop_slm.assistants.document_sets.set_analysis import SetAnalysis
from desktop_slm.assistants.summaries import items
from desktop_slm.assistants.summaries.forms import entries, merging
from desktop_slm.assistants.summaries.forms.entries import Entry
from desktop_slm.assistants.summaries.instructions import says_nothing
from desktop_slm.assistants.summaries.joining import Joiner, Leaf
from desktop_slm.assistants.summaries.model_use import ModelUse
from desktop_slm.assistants.summaries.notes import NoteWriter, Running
from desktop_slm.assistants.summaries.options import SummaryOptions
from desktop_slm.assistants.summaries.passage_reading import PassageReading, Read
from desktop_slm.assistants.summaries.polishing import Polishing
from desktop_slm.assistants.summaries.receipt import Receipt, ReceiptModel
from desktop_slm.assistants.summaries.receipt_writing import engine_build
from desktop_slm.assistants.summaries.run import Emit
from desktop_slm.assistants.summaries.shortfalls import Shortfall, Wish
from desktop_slm.assistants.summaries.sources import Sources
from desktop_slm.assistants.summaries.steps import StepStore
from desktop_slm.assistants.summaries.summary import (
    Coverage,
    FailedPassage,
    Item,
    Joining,
    Planned,
    SourceCoverage,
    Summary,
    Work,
)
from desktop_slm.assistants.summaries.tree import GrowingTree, Node, StepKind
from desktop_slm.documents.document import Document
from desktop_slm.documents.passages import CountTokens
from desktop_slm.errors import NothingToDigest

LEAST_SOURCES = 2
# What may stand around a document's name where it is a heading.
_MARKS = ' :*#-•“”"\t'


class Digester:
    """Makes digests with the engine. Its method blocks, on a background thread."""

    def __init__(
        self,
        use: ModelUse,
        clock: Callable[[], float] = time.monotonic,
        analyse: Callable[[Sequence[Document]], SetAnalysis] = SetAnalysis,
    ) -> None:
        self._use = use
        self._clock = clock
        self._analyse = analyse

    def digest(
        self,
        sources: Sequence[Source],
        options: SummaryOptions,
        steps: StepStore,
        emit: Emit,
        cancellation: Cancellation,
        not_read: Sequence[NotRead] = (),
    ) -> Summary:
        """Returns the digest; where it was cancelled, the summaries' own items as a draft.

        Raises NothingToDigest for fewer than two summaries with words, and the engine's errors.
        """
        require_enough(sources)
        started = self._clock()
        self._use.templating.warm_up_soon()
        running = self._use.load(options, emit)
        known = self._use.known_of(options.model)
        count = self._use.engine.count_tokens
        context = running.facts.context_tokens
        plan = digest_plan.make(sources, options, count, context, known.pace)
        emit(Planned(len(sources), plan.plan.foreseen.levels, plan.plan))
        writer = self._use.writer(running, options, steps, cancellation)
        with self._analyse([source.document for source in sources]) as analysis:
            looking = NamedDocuments(analysis, [source.name for source in sources])
            run = _Run(sources, plan, writer, Sources(looking), count, emit)
            end = run.end()
        seconds = round(self._clock() - started, 3)
        made = _Made(sources, not_read, plan, running, writer, known.sha256, seconds)
        return made.summary(end, run.tree)


def require_enough(sources: Sequence[Source]) -> None:
    """Raises NothingToDigest for fewer than two summaries with words."""
    if sum(bool(source.summary.items) for source in sources) < LEAST_SOURCES:
        raise NothingToDigest


@dataclass(frozen=True, slots=True)
class _End:
    """What a run came to: items, each with its node, and what was missed."""

    items: Sequence[tuple[Item, int]]
    is_draft: bool = False
    shortfalls: tuple[Shortfall, ...] = ()
    failed: tuple[FailedPassage, ...] = ()


@dataclass
class _Run:
    """One run by a plan. Used once."""

    sources: Sequence[Source]
    plan: DigestPlan
    writer: NoteWriter
    evidence: Sources
    count_tokens: CountTokens
    emit: Emit
    tree: GrowingTree = field(default_factory=GrowingTree)

    def end(self) -> _End:
        """Joins or merges everything."""
        options = self.plan.plan.options
        if not options.form.is_listing:
            return self._written()
        if digest_plan.is_merged(options, self.sources):
            return self._merged(self._own_entries())
        return self._read_entries()

    def _written(self) -> _End:
        plan = self.plan.plan
        instructions = DigestInstructions(plan.options)
        leaves = [Leaf(each.text, self._read_node(each.index), each.text) for each in plan.passages]
        joiner = Joiner(
            plan, instructions.join, self.writer, self.tree, self.count_tokens, self.emit
        )
        joined = joiner.join(leaves)
        if joined.is_cancelled or len(joined.notes) > 1:
            missed = (Shortfall(Wish.JOINING, found=str(len(joined.notes))),)
            is_draft = joined.is_cancelled
            return _End(self._items_of(joined.notes), is_draft, () if is_draft else missed)
        polishing = Polishing(plan, instructions, self.writer, self.tree)
        leaf, shortfalls = polishing.polish(joined.notes[0])
        is_draft = self.writer.is_cancelled
        if says_nothing(leaf.text):
            missed = (Shortfall(Wish.NOTHING_FOUND, plan.options.focus),)
            return _End((), is_draft, missed)
        return _End(self._items_of([leaf]), is_draft, shortfalls)

    def _own_entries(self) -> list[tuple[int, Entry]]:
        """Returns what the summaries list, each with a node of its document."""
        found = []
        for number, source in enumerate(self.sources):
            node = self.tree.add(Node(StepKind.READ, passages=(number,)))
            found += [(node, entry) for entry in source.entries()]
        return found

    def _read_entries(self) -> _End:
        """Has the model list what the summaries say, in the form that is wanted."""
        plan = self.plan.plan
        reads: list[Read] = []

        def on_read(read: Read) -> None:
            reads.append(read)
            self.emit(Joining(len(reads), len(plan.readings)))

        task = DigestInstructions(plan.options).read(plan.first_size)
        self.emit(Joining(0, len(plan.readings)))
        PassageReading(self.writer, task, plan.readings).run(on_read)
        reads.sort(key=lambda read: read.reading.index)
        listed = []
        for read in reads:
            for note in read.notes:
                node = self.tree.add(Node(StepKind.READ, note.key, read.reading.passages))
                found = entries.parse(plan.options.form, note.text) or ()
                listed += [(node, entry) for entry in found]
        end = self._merged(listed)
        failed = tuple(failure for read in reads for failure in read.failed)
        return replace(end, is_draft=len(reads) < len(plan.readings), failed=failed)

    def _merged(self, listed: Sequence[tuple[int, Entry]]) -> _End:
        options = self.plan.plan.options
        merged = merging.merge(options.form, listed)
        kept = merging.fit(merged, options.words) if options.words else merged
        missed: tuple[Shortfall, ...] = ()
        if len(kept) < len(merged):
            left_out = str(len(merged) - len(kept))
            missed = (Shortfall(Wish.ROOM, str(options.words), left_out),)
        nodes = [
            each.notes[0]
            if len(each.notes) == 1
            else self.tree.add(Node(StepKind.MERGE, inputs=each.notes))
            for each in kept
        ]
        found = items.of_entries([each.entry for each in kept], self.evidence)
        return _End(list(zip(found, nodes, strict=True)), shortfalls=missed)

    def _read_node(self, passage: int) -> int:
        return self.tree.add(Node(StepKind.READ, passages=(passage,)))

    def _items_of(self, notes: Sequence[Leaf]) -> list[tuple[Item, int]]:
        """Returns every item of some notes once; a summary as it was given is its own lines."""
        found: dict[str, tuple[Item, int]] = {}
        names = {source.name for source in self.sources}
        for note in notes:
            text = "\n".join(
                line for line in note.text.splitlines() if line.strip(_MARKS) not in names
            )
            for item in items.of_notes(self.plan.plan.options.form, [text], self.evidence):
                found.setdefault(item.text, (item, note.node))
        return list(found.values())


@dataclass(frozen=True, slots=True)
class _Made:
    """All that the digest and its receipt say beside the items."""

    sources: Sequence[Source]
    not_read: Sequence[NotRead]
    plan: DigestPlan
    running: Running
    writer: NoteWriter
    model_sha256: str
    seconds: float

    def summary(self, end: _End, tree: GrowingTree) -> Summary:
        """Returns the digest."""
        return Summary(
            items=tuple(item for item, _ in end.items),
            coverage=_together([source.summary.coverage for source in self.sources]),
            is_draft=end.is_draft,
            seconds=self.seconds,
            passages_failed=end.failed,
            shortfalls=end.shortfalls,
            tree=tree.grown([node for _, node in end.items]),
            receipt=self._receipt(end),
            new_work=Work(**asdict(self.writer.new_steps), seconds=self.seconds),
            sources=(
                *(
                    SourceCoverage(source.document.name, source.summary.coverage, "", number)
                    for number, source in enumerate(self.sources)
                ),
                *(SourceCoverage(each.name, None, each.why) for each in self.not_read),
            ),
        )

    def _receipt(self, end: _End) -> Receipt:
        options, facts, tally = self.plan.plan.options, self.running.facts, self.writer.all_steps
        coverages = [source.summary.coverage for source in self.sources]
        in_part = sum(each.is_key_sentences for each in coverages)
        ended = datetime.now(UTC)
        model = options.model
        return Receipt(
            documents=tuple(source.receipt() for source in self.sources),
            model=ReceiptModel(
                model.id, model.name, model.path.name, facts.weight_bytes, self.model_sha256
            ),
            app_version=__version__,
            engine_build=engine_build(facts.device),
            settings=options.settings(),
            plan=self.plan.to_plain(self.sources, self.not_read),
            reading="key sentences" if in_part == len(coverages) else _READING[in_part > 0],
            passages_read=sum(each.passages_read for each in coverages),
            passages_failed=tuple((each.passage, each.why) for each in end.failed),
            tokens_read=tally.read_tokens,
            tokens_written=tally.written_tokens,
            started=(ended - timedelta(seconds=self.seconds)).isoformat(timespec="seconds"),
            ended=ended.isoformat(timespec="seconds"),
            is_draft=end.is_draft,
            notices=tuple(map(str, end.shortfalls)),
        )


_READING = {False: "all", True: "all of some, key sentences of others"}


def _together(coverages: Sequence[Coverage]) -> Coverage:
    """Returns the sum; which pages were left out is said document by document."""
    return Coverage(
        pages=sum(each.pages for each in coverages),
        characters=sum(each.characters for each in coverages),
        passages_total=sum(each.passages_total for each in coverages),
        passages_read=sum(each.passages_read for each in coverages),
        pages_read=sum(each.pages_read for each in coverages),
        is_key_sentences=all(each.is_key_sentences for each in coverages),
    )
