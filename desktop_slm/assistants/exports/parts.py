"""The parts of an export by which a change in it is named."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class PartKind(StrEnum):
    """What a stretch of an export is."""

    TITLE = "title"
    NOTICE = "notice"
    COVERAGE = "coverage"  # the documents, what of them was read, how much a person checked
    SENTENCE = "sentence"
    FOOTNOTE = "footnote"
    RECEIPT = "receipt"
    DATA = "data"  # what the file carries for the check
    FRAME = "frame"  # all the rest: headings, marks, style


class Part(NamedTuple):
    """One part; sentences and footnotes count from 1."""

    kind: PartKind
    number: int = 0

    @property
    def key(self) -> str:
        """Its name among the digests."""
        return f"{self.kind.value} {self.number}" if self.number else self.kind.value

    @classmethod
    def of_key(cls, key: str) -> Part | None:
        """Returns the part of a name, None for a name that no part has."""
        kind, _, number = key.partition(" ")
        is_number = number.isdecimal() and number.isascii() and len(number) < 9
        if kind not in set(PartKind) or (number and not is_number):
            return None
        return cls(PartKind(kind), int(number or 0))


FRAME = Part(PartKind.FRAME)
DATA = Part(PartKind.DATA)
TITLE = Part(PartKind.TITLE)
NOTICE = Part(PartKind.NOTICE)
COVERAGE = Part(PartKind.COVERAGE)
RECEIPT = Part(PartKind.RECEIPT)
