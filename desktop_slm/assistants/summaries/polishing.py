"""Measures a finished summary against what was asked for, and has it repaired once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_slm.assistants.summaries.instructions import Instructions
from desktop_slm.assistants.summaries.joining import Leaf
from desktop_slm.assistants.summaries.language import LANGUAGES, detect
from desktop_slm.assistants.summaries.notes import Note, NoteTask, NoteWriter
from desktop_slm.assistants.summaries.plan import Plan
from desktop_slm.assistants.summaries.shortfalls import Shortfall, Wish
from desktop_slm.assistants.summaries.sources import sentences_of
from desktop_slm.assistants.summaries.tree import GrowingTree, Node, StepKind
from desktop_slm.assistants.terms import terms

# How far the number of words may be off: a fifth, and ten words in any case.
_TOLERANCE, _LEAST_TOLERANCE = 0.2, 10


@dataclass(frozen=True, slots=True)
class Polishing:
    """Polishes the end of one summary."""

    plan: Plan
    instructions: Instructions
    writer: NoteWriter
    tree: GrowingTree

    def polish(self, leaf: Leaf) -> tuple[Leaf, tuple[Shortfall, ...]]:
        """Returns the better of the text and its one repair, with what that still misses."""
        missed = self.missed(leaf)
        if not missed:
            return leaf, ()
        repaired = self._repaired(leaf, missed)
        if repaired is None:
            return leaf, missed
        still = self.missed(repaired)
        if self._distance(repaired, still) < self._distance(leaf, missed):
            return repaired, still
        return leaf, missed

    def missed(self, leaf: Leaf) -> tuple[Shortfall, ...]:
        """Returns the wishes that a text does not meet."""
        options, found = self.plan.options, []
        count = _words(leaf.text)
        if options.words and abs(count - options.words) > _tolerance(options.words):
            found.append(Shortfall(Wish.WORDS, str(options.words), str(count)))
        if options.language and detect(leaf.text) not in ("", options.language):
            found.append(Shortfall(Wish.LANGUAGE, LANGUAGES[options.language]))
        if options.focus and not options.language and self._is_beside(leaf.text):
            found.append(Shortfall(Wish.FOCUS, options.focus))
        return tuple(found)

    def _is_beside(self, text: str) -> bool:
        """Whether a text has none of the words that were asked for and that the document has."""
        wanted = set(terms(self.plan.options.focus))
        there = wanted.intersection(
            term for passage in self.plan.passages for term in terms(passage.text)
        )
        return bool(there) and not there.intersection(terms(text))

    def _distance(self, leaf: Leaf, missed: tuple[Shortfall, ...]) -> tuple[int, int]:
        wanted = self.plan.options.words
        return len(missed), abs(_words(leaf.text) - wanted) if wanted else 0

    def _repaired(self, leaf: Leaf, missed: tuple[Shortfall, ...]) -> Leaf | None:
        task, text = self._repair_task(leaf, missed)
        written: list[Note] = []
        self.writer.write_all(
            task, [text], lambda index, note: written.append(note), lambda index, why: None
        )
        if not written:
            return None
        node = self.tree.add(Node(StepKind.REPAIR, written[0].key, inputs=(leaf.node,)))
        return replace(leaf, text=written[0].text, node=node)

    def _repair_task(self, leaf: Leaf, missed: tuple[Shortfall, ...]) -> tuple[NoteTask, str]:
        """Returns what to ask, of which text: the notes where words are missing, else the draft."""
        options, size = self.plan.options, self.plan.sizes.final
        instructions = self.instructions
        wishes = {each.wish for each in missed}
        is_short = Wish.WORDS in wishes and _words(leaf.text) < options.words
        if (is_short or Wish.FOCUS in wishes) and leaf.source:
            is_single = self.tree.nodes[leaf.node].kind is StepKind.READ
            task = instructions.read(size) if is_single else instructions.join(size)
            if is_short:
                least = options.words - _tolerance(options.words)
                more = f" Write at least {least} words: a first attempt was too short."
                task = replace(task, instruction=task.instruction + more)
            else:
                task = replace(task, instruction=f"{task.instruction} Say nothing else.")
            return task, leaf.source
        wanted = [instructions.amount(size)] if Wish.WORDS in wishes else []
        if options.language:
            wanted.append(f"in {LANGUAGES[options.language]}")
        return instructions.repair(wanted or ["plainly"], size), leaf.text


def _words(text: str) -> int:
    """Returns how many words a summary has: one that says a sentence twice shows it once."""
    return sum(len(sentence.split()) for sentence in sentences_of([text]))


def _tolerance(words: int) -> int:
    return max(int(words * _TOLERANCE), _LEAST_TOLERANCE)
