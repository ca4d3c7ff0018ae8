"""The parts of a document on which no sentence of its summary rests, and what stands in them.

A stretch of the document is rested on when a source of the summary touches one of its sentences;
headings do not count, since a title alone says nothing of what follows it.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop_slm.assistants.evidence import Place


class FindingKind(StrEnum):
    """What is looked for in a part that is not in the summary."""

    AMOUNT = "amount"
    DATE = "date"
    DUTY = "duty"
    EXCEPTION = "exception"


class PageState(StrEnum):
    """What the summary has to do with a page."""

    RESTED_ON = "rested on"
    NOT_RESTED_ON = "not rested on"
    NOTHING_TO_READ = "nothing to read"  # no text, or nothing but headings and running heads


@dataclass(frozen=True, slots=True)
class Finding:
    """An amount or a date, or a sentence with a duty or an exception.

    `place` are the words that make it one; `text` and `sentence_text` are exactly the page's.
    """

    kind: FindingKind
    place: Place
    text: str
    sentence: Place
    sentence_text: str


@dataclass(frozen=True, slots=True)
class OmittedPart:
    """A section, several under one heading, or some pages of a long one; `title` may be empty.

    `is_whole`: everything under the heading is left out, not only these pages of it.
    """

    title: str
    place: Place  # the heading, else the first sentence
    first_page: int
    last_page: int
    sentences: int
    is_whole: bool
    findings: tuple[Finding, ...]

    def count(self, kind: FindingKind) -> int:
        """Returns how many findings of a kind there are."""
        return sum(finding.kind is kind for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Omissions:
    """All parts in the document's order, and for each of its pages what rests on it."""

    parts: tuple[OmittedPart, ...]
    pages: tuple[tuple[int, PageState], ...]

    def count_pages(self, state: PageState) -> int:
        """Returns how many pages are in a state."""
        return sum(each is state for _, each in self.pages)


class Sources:
    """The places on which a summary rests, for asking whether one touches a stretch."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._spans: dict[int, list[tuple[int, int]]] = {}
        for place in sorted(set(places), key=lambda each: (each.page, each.start, each.end)):
            spans = self._spans.setdefault(place.page, [])
            if spans and place.start <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(spans[-1][1], place.end))
            else:
                spans.append((place.start, place.end))

    def touch(self, place: Place) -> bool:
        """Whether a source shares a character with a place."""
        spans: Sequence[tuple[int, int]] = self._spans.get(place.page, ())
        at = bisect.bisect_left(spans, place.end, key=lambda span: span[0])
        return at > 0 and spans[at - 1][1] > place.start
