"""What a change touches: numbers, dates, names, negation, duties, conditions, or only the look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop_slm.assistants.comparison.comparison import Reason
from desktop_slm.assistants.evidence.cues import Cue
from desktop_slm.assistants.evidence.dates import Date
from desktop_slm.assistants.evidence.languages import Language, language_of
from desktop_slm.assistants.evidence.lexicon import lexicon
from desktop_slm.assistants.evidence.names import Name
from desktop_slm.assistants.evidence.numbers import Quantity
from desktop_slm.assistants.evidence.reading import Reading, read
from desktop_slm.assistants.evidence.words import Word
from desktop_slm.assistants.terms import fold
from desktop_slm.documents.document import Document

Span = tuple[int, int]

_LOWER = re.compile(r"(?<![^\W\d_])[^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]*")
_MOST_CHARACTERS = 4000  # of one sentence; a longer one is no sentence, and its cues tell nothing
_TURNS = (
    (Reason.NEGATION, (Cue.NOT,)),
    (Reason.MODALITY, (Cue.MUST, Cue.MAY)),
    (Reason.CONDITION, (Cue.CLEAR_CONDITION,)),
    (Reason.QUANTITY, (Cue.ALL, Cue.SOME)),
)
# What an added or removed sentence is told by; "some" and "only" alone are in every third one.
_WEIGHTY = (
    (Reason.NEGATION, (Cue.NOT,)),
    (Reason.MODALITY, (Cue.MUST, Cue.MAY)),
    (Reason.CONDITION, (Cue.CLEAR_CONDITION,)),
)


@dataclass(frozen=True)
class Side:
    """A sentence of one version, with the stretches of it that differ."""

    text: str
    changed: Sequence[Span]
    reader: Reader

    @cached_property
    def reading(self) -> Reading:
        """Its words, numbers, dates and names."""
        return self.reader.read(self.text)

    @property
    def numbers(self) -> list[Quantity]:
        """The numbers that differ."""
        return [each for each in self.reading.quantities if not each.is_weak and self._is_in(each)]

    @property
    def dates(self) -> list[Date]:
        """The dates that differ."""
        return [each for each in self.reading.dates if self._is_in(each)]

    @property
    def names(self) -> list[Name]:
        """The names that differ."""
        return [each for each in self.reading.names if each.is_sure and self._is_in(each)]

    def opposites(self) -> set[str]:
        """Returns the stems that would say the opposite of its words that differ."""
        known = lexicon(self.reading.language)
        return {other for stem in self.stems() for other in known.opposites_of(stem)}

    def stems(self) -> set[str]:
        """Returns the stems of its words that differ."""
        return {word.stem for word in self.reading.words if self._is_in(word)}

    def _is_in(self, found: Quantity | Date | Name | Word) -> bool:
        return any(found.start < to and at < found.end for at, to in self.changed)


class Reader:
    """Reads the sentences of one version."""

    def __init__(self, document: Document, language: Language) -> None:
        self._document, self._language = document, language

    def read(self, text: str) -> Reading:
        """Returns what a sentence holds."""
        text = text[:_MOST_CHARACTERS]
        return read(text, language_of(text, self._language), self._common)

    @cached_property
    def _common(self) -> frozenset[str]:
        written = {word for page in self._document.pages for word in _LOWER.findall(page.text)}
        return frozenset(map(fold, written))


def of_changed(before: Side, after: Side) -> Iterator[Reason]:
    """Yields what the change of a sentence touches, the weightiest first."""
    if _differ(before.numbers, after.numbers):
        yield Reason.NUMBER
    if _differ(before.dates, after.dates):
        yield Reason.DATE
    if {name.own for name in before.names} != {name.own for name in after.names}:
        yield Reason.NAME
    mine, its = before.reading.cues, after.reading.cues
    for reason, chosen in _TURNS:
        if any(mine.get(cue) != its.get(cue) for cue in chosen):
            yield reason
    if before.opposites() & after.stems() or after.opposites() & before.stems():
        yield Reason.OPPOSITE


def of_whole(reading: Reading, *, is_heading: bool) -> Iterator[Reason]:
    """Yields what a sentence that was added or removed holds."""
    if any(not each.is_weak and not each.is_ordinal for each in reading.quantities):
        yield Reason.NUMBER
    if reading.dates:
        yield Reason.DATE
    if not is_heading and any(name.is_sure for name in reading.names):
        yield Reason.NAME  # headings have capitals without names
    for reason, chosen in _WEIGHTY:
        if any(reading.cues.get(cue) for cue in chosen):
            yield reason


def _differ(mine: Sequence[Quantity] | Sequence[Date], its: Sequence[object]) -> bool:
    """Whether what stands on one side has no equal on the other: "two" is 2."""
    left = list(its)
    for each in mine:
        equal = next((other for other in left if each.equals(other)), None)  # type: ignore[arg-type]
        if equal is None:
            return True
        left.remove(equal)
    return bool(left)
