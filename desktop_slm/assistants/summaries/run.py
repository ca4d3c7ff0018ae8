"""One run by a plan: reading, joining or merging, polishing, and the receipt of it all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta

from desktop_slm.assistants.summaries import items
from desktop_slm.assistants.summaries.coverage import CoverageCount
from desktop_slm.assistants.summaries.forms import entries, merging
from desktop_slm.assistants.summaries.forms.entries import Entry
from desktop_slm.assistants.summaries.instructions import Instructions, says_nothing
from desktop_slm.assistants.summaries.joining import Joiner, Leaf
from desktop_slm.assistants.summaries.notes import NoteWriter
from desktop_slm.assistants.summaries.passage_reading import PassageReading, Read
from desktop_slm.assistants.summaries.plan import Plan
from desktop_slm.assistants.summaries.polishing import Polishing
from desktop_slm.assistants.summaries.receipt_writing import Outcome, write_receipt
from desktop_slm.assistants.summaries.shortfalls import Shortfall, Wish
from desktop_slm.assistants.summaries.sources import Sources
from desktop_slm.assistants.summaries.summary import (
    FailedPassage,
    Item,
    PassageRead,
    Summary,
    SummaryEvent,
    Work,
)
from desktop_slm.assistants.summaries.tree import GrowingTree, Node, StepKind
from desktop_slm.documents.document import Document
from desktop_slm.documents.passages import CountTokens
from desktop_slm.engine.protocol import Loading, ModelFacts

Emit = Callable[[SummaryEvent | Loading], None]


@dataclass(frozen=True, slots=True)
class _End:
    """What a run came to: items, each with its node, and what was missed."""

    items: Sequence[tuple[Item, int]]
    is_draft: bool = False
    shortfalls: tuple[Shortfall, ...] = ()


@dataclass
class Run:
    """Makes one summary of one document. Used once."""

    document: Document
    plan: Plan
    writer: NoteWriter
    sources: Sources
    count_tokens: CountTokens
    emit: Emit
    _tree: GrowingTree = field(default_factory=GrowingTree)
    _reads: dict[int, tuple[Read, tuple[int, ...]]] = field(default_factory=dict)

    def make(self, facts: ModelFacts, elapsed: Callable[[], float]) -> Summary:
        """Reads everything and returns the summary, or the draft where it was cancelled."""
        count = CoverageCount(self.document, self.plan)
        self._read(count)
        is_whole = len(self._reads) == len(self.plan.readings)
        end = self._end() if is_whole else self._draft()
        failed = self._failed()
        seconds = round(elapsed(), 3)
        tally = self.writer.all_steps
        ended = datetime.now(UTC)
        outcome = Outcome(
            failed=failed,
            tokens=(tally.read_tokens, tally.written_tokens),
            times=(ended - timedelta(seconds=seconds), ended),
            shortfalls=end.shortfalls,
            is_draft=end.is_draft,
        )
        return Summary(
            items=tuple(item for item, _ in end.items),
            coverage=count.coverage(),
            is_draft=end.is_draft,
            seconds=seconds,
            passages_failed=failed,
            shortfalls=end.shortfalls,
            tree=self._tree.grown([node for _, node in end.items]),
            receipt=write_receipt(self.document, self.plan, facts, count, outcome),
            new_work=Work(**asdict(self.writer.new_steps), seconds=seconds),
        )

    def _read(self, count: CoverageCount) -> None:
        form = self.plan.options.form
        task = Instructions(self.plan.options).read(self.plan.first_size)

        def on_read(read: Read) -> None:
            nodes = tuple(
                self._tree.add(Node(StepKind.READ, note.key, read.reading.passages))
                for note in read.notes
            )
            self._reads[read.reading.index] = read, nodes
            found = items.of_notes(form, [note.text for note in read.notes], self.sources)
            for number, passage in enumerate(read.reading.passages):
                count.note([passage], [each for each in read.failed if each.passage == passage])
                said = found if number == 0 else ()
                self.emit(PassageRead(passage, said, count.coverage(), read.is_kept))

        PassageReading(self.writer, task, self.plan.readings).run(on_read)

    def _notes(self) -> list[Leaf]:
        """Returns what was noted, in the document's order."""
        return [
            Leaf(note.text, node, self._reads[index][0].reading.text)
            for index in sorted(self._reads)
            for note, node in zip(self._reads[index][0].notes, self._reads[index][1], strict=True)
        ]

    def _failed(self) -> tuple[FailedPassage, ...]:
        found = [each for read, _ in self._reads.values() for each in read.failed]
        return tuple(sorted(found, key=lambda each: (each.passage, each.pages)))

    # How it ends

    def _draft(self) -> _End:
        return _End(self._items_of(self._notes()), is_draft=True)

    def _end(self) -> _End:
        return self._listed() if self.plan.options.form.is_listing else self._written()

    def _written(self) -> _End:
        notes = self._notes()
        telling = [note for note in notes if not says_nothing(note.text)]
        wanted = self.plan.options.focus
        if not telling:
            return _End((), shortfalls=_nothing_found(wanted) if notes else ())
        instructions = Instructions(self.plan.options)
        joiner = Joiner(
            self.plan, instructions.join, self.writer, self._tree, self.count_tokens, self.emit
        )
        joined = joiner.join(telling)
        left = joined.notes
        if joined.is_cancelled:
            return _End(self._items_of(left), is_draft=True)
        if len(left) > 1:
            missed = (Shortfall(Wish.JOINING, found=str(len(left))),)
            return _End(self._items_of(left), shortfalls=missed)
        polishing = Polishing(self.plan, instructions, self.writer, self._tree)
        leaf, shortfalls = polishing.polish(left[0])
        if self.writer.is_cancelled:
            return _End(self._items_of([leaf]), is_draft=True)
        return _End(self._items_of([leaf]), shortfalls=shortfalls)

    def _listed(self) -> _End:
        options = self.plan.options
        noted: list[tuple[int, Entry]] = [
            (leaf.node, entry)
            for leaf in self._notes()
            for entry in entries.parse(options.form, leaf.text) or ()
        ]
        merged = merging.merge(options.form, noted)
        kept = merging.fit(merged, options.words) if options.words else merged
        missed: list[Shortfall] = []
        if not merged and options.focus:
            missed += _nothing_found(options.focus)
        if len(kept) < len(merged):
            left_out = str(len(merged) - len(kept))
            missed.append(Shortfall(Wish.ROOM, str(options.words), left_out))
        nodes = [
            each.notes[0]
            if len(each.notes) == 1
            else self._tree.add(Node(StepKind.MERGE, inputs=each.notes))
            for each in kept
        ]
        found = items.of_entries([each.entry for each in kept], self.sources)
        return _End(list(zip(found, nodes, strict=True)), shortfalls=tuple(missed))

    def _items_of(self, notes: Sequence[Leaf]) -> list[tuple[Item, int]]:
        """Returns every item of some notes once, with the node of the first note that has it."""
        found: dict[tuple[str, str], tuple[Item, int]] = {}
        for note in notes:
            for item in items.of_notes(self.plan.options.form, [note.text], self.sources):
                found.setdefault((item.label, item.text), (item, note.node))
        return list(found.values())


def _nothing_found(wanted: str) -> tuple[Shortfall, ...]:
    return (Shortfall(Wish.NOTHING_FOUND, wanted),)
