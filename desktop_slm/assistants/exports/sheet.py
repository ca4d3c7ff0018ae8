"""An export as lines, in order, each with the part that it belongs to; all writers write these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from desktop_slm.assistants.exports import wording
from desktop_slm.assistants.exports.exported import ExportedSummary
from desktop_slm.assistants.exports.inert import one_line
from desktop_slm.assistants.exports.parts import (
    COVERAGE,
    FRAME,
    NOTICE,
    RECEIPT,
    TITLE,
    Part,
    PartKind,
)


class Kind(Enum):
    """What a line looks like."""

    TITLE = auto()
    NOTICE = auto()
    FACT = auto()
    HEADING = auto()
    ITEM = auto()  # of a list
    SENTENCE = auto()  # of running text
    HINT = auto()
    FOOTNOTE = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line; all of it is inert.

    An item or sentence has a label (perhaps), footnotes and a remark; a footnote has a number, its
    place as label and the quote as text; a row of the receipt has its name as label.
    """

    kind: Kind
    part: Part
    text: str
    label: str = ""
    notes: tuple[int, ...] = ()
    remark: str = ""

    @property
    def number(self) -> int:
        """A footnote's number."""
        return self.part.number


def lines(exported: ExportedSummary, sealed: dict[str, Any]) -> Iterator[Line]:
    """Yields all lines of an export; `sealed` is its data with the hashes."""
    yield Line(Kind.TITLE, TITLE, one_line(exported.title))
    if exported.notice:
        yield Line(Kind.NOTICE, NOTICE, one_line(exported.notice))
    for fact in wording.facts(exported):
        yield Line(Kind.FACT, COVERAGE, fact)
    kind = Kind.SENTENCE if exported.is_paragraph else Kind.ITEM
    for number, (item, notes) in enumerate(zip(exported.items, exported.footnotes, strict=True), 1):
        yield Line(
            kind,
            Part(PartKind.SENTENCE, number),
            one_line(item.text),
            one_line(item.label),
            tuple(note.number for note in notes),
            wording.remark(item),
        )
    yield from _sources(exported)
    yield Line(Kind.HEADING, FRAME, wording.RECEIPT)
    for name, value in wording.receipt_rows(exported.receipt):
        yield Line(Kind.ROW, RECEIPT, value, name)
    yield Line(Kind.ROW, RECEIPT, sealed["receipt_hash"], wording.HASH)
    yield Line(Kind.HINT, FRAME, wording.HOW_TO_CHECK)


def _sources(exported: ExportedSummary) -> Iterator[Line]:
    notes = [note for each in exported.footnotes for note in each]
    if not notes:
        return
    yield Line(Kind.HEADING, FRAME, wording.SOURCES)
    yield Line(Kind.HINT, FRAME, wording.LINK_MEANS)
    for note in notes:
        yield Line(
            Kind.FOOTNOTE,
            Part(PartKind.FOOTNOTE, note.number),
            wording.quoted(note.evidence),
            wording.place(exported, note.evidence),
        )
