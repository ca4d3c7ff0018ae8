"""A book whose every word, heading and page is known: what generated documents are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from benchmarks.glance import generated

_CHAPTER_PAGES = 10
_SECTIONS = (1, 5)  # the pages of a chapter, from 0, that begin a section


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: a heading and paragraphs of sentences on one line each."""

    number: int
    title: str
    level: int
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """All words of the page."""
        return "\n".join([self.title, *self.paragraphs])


@cache
def book(pages: int) -> tuple[Leaf, ...]:
    """Returns a book of so many pages, each of about 3,000 characters."""
    leaves = []
    for page in generated(pages).pages:
        title, *paragraphs = page.text.split("\n")
        leaves.append(
            Leaf(page.number, title, _level(page.number), tuple(filter(None, paragraphs)))
        )
    return tuple(leaves)


def chapters(leaves: Sequence[Leaf]) -> Iterator[list[Leaf]]:
    """Yields the pages of each chapter."""
    for start in range(0, len(leaves), _CHAPTER_PAGES):
        yield list(leaves[start : start + _CHAPTER_PAGES])


def chapter_of(leaf: Leaf) -> int:
    """Returns the number of the chapter that a page is in, from 1."""
    return (leaf.number - 1) // _CHAPTER_PAGES + 1


def _level(number: int) -> int:
    place = (number - 1) % _CHAPTER_PAGES
    return 1 if place == 0 else 2 if place in _SECTIONS else 3
