"""A document divided into stretches small enough that one source speaks for the whole of each.

A stretch is what stands under one heading. Under a heading with much text each page is a stretch
of its own: else one source on the first of forty pages would hide the other thirty-nine. Headings
and lines of a table of contents are not counted; a stretch without anything else is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_slm.assistants.glance.sentences import Sentence
from desktop_slm.documents.document import BlockKind

MOST_CHARACTERS = 6_000  # about two pages

# "3.2 The maintainer ....... 25", "3.2 The maintainer 25"
_CONTENTS_LINE = re.compile(r"(?:[.·_]\s?){4,}\s*\d*$|…{2,}\s*\d*$|^\d+(?:\.\d+)+\s.{0,120}\s\d+$")


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under a heading until the next; the first may have no heading."""

    heading: Sentence | None
    level: int
    stretches: tuple[tuple[Sentence, ...], ...]


def sections_of(sentences: Sequence[Sentence], levels: dict[tuple[int, int], int]) -> list[Section]:
    """Returns the sections in order; `levels` are those of headings by page and start."""
    sections: list[Section] = []
    heading: Sentence | None = None
    level, body = 0, list[Sentence]()
    for sentence in sentences:
        if sentence.kind is BlockKind.HEADING:
            if sentence.is_first:
                sections.append(Section(heading, level, tuple(_stretches(body))))
                heading, body = sentence, []
                level = levels.get((sentence.place.page, sentence.place.start), 1)
        elif _counts(sentence):
            body.append(sentence)
    sections.append(Section(heading, level, tuple(_stretches(body))))
    return [each for each in sections if each.heading is not None or each.stretches]


def _counts(sentence: Sentence) -> bool:
    """Whether a sentence says something: a page's number that stands alone does not."""
    text = sentence.text
    is_told = str.isalnum if sentence.kind is BlockKind.TABLE_ROW else str.isalpha
    return any(map(is_told, text)) and _CONTENTS_LINE.search(text) is None


def _stretches(body: Sequence[Sentence]) -> Iterator[tuple[Sentence, ...]]:
    """Yields the sentences together, or page by page where they are many."""
    is_long = sum(len(sentence.text) for sentence in body) > MOST_CHARACTERS
    stretch: list[Sentence] = []
    characters = 0
    for sentence in body:
        is_other_page = bool(stretch) and sentence.place.page != stretch[-1].place.page
        if stretch and is_long and (is_other_page or characters > MOST_CHARACTERS):
            yield tuple(stretch)
            stretch, characters = [], 0
        stretch.append(sentence)
        characters += len(sentence.text)
    if stretch:
        yield tuple(stretch)
