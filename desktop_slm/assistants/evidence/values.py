"""What the check of a sentence gives back: its support, the places, what the document lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Support(StrEnum):
    """How much of a sentence was found in the document again."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Doubt(StrEnum):
    """Why a sentence does not have full support."""

    WORDS = "too few of its words"
    NUMBER = "a number"
    NUMBER_OF_ANOTHER = "a number that belongs to something else"
    NAME = "a name"
    NEGATION = "negation"
    OPPOSITE = "the opposite word"
    QUANTITY = "all, some or none"
    MODALITY = "may or must"
    EXCEPTION = "a condition or exception"
    ATTRIBUTION = "whose claim it is"
    TENSE = "tense"
    PARTIES = "who does what to whom"
    RECOGNITION = "a number that was hard to recognise in a picture"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a page, in characters of its text."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that carries the words of a sentence; `quote` is exactly the text there.

    `document` counts the documents of a digest from 0; in a summary of one it is always 0.
    """

    page: int
    start: int
    end: int
    quote: str
    score: float
    document: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found for one sentence; `unknown` are its numbers and names that the document lacks.

    `missing` are other words that the document has in no form; a paraphrase may have some.
    """

    support: Support
    evidence: tuple[Evidence, ...] = ()
    unknown: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    missing: tuple[str, ...] = ()

    @classmethod
    def from_dict(cls, found: Mapping[str, Any]) -> Finding:
        """Returns the finding that `dataclasses.asdict` took apart."""
        return cls(
            Support(found["support"]),
            tuple(Evidence(**evidence) for evidence in found["evidence"]),
            tuple(found["unknown"]),
            tuple(Doubt(doubt) for doubt in found["doubts"]),
            tuple(found.get("missing", ())),
        )


def pages_of(evidence: Sequence[Evidence]) -> tuple[int, ...]:
    """Returns the pages of some evidence, each once, in order."""
    return tuple(sorted({item.page for item in evidence}))
