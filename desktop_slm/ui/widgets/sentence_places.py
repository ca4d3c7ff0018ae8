"""Where sentences stand in laid out text: by their letters and digits, whatever marks are between.

The text of a document has other marks than its Markdown source, so only what both have counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextDocument


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a document, in Qt's positions; `end` is behind the mark that ends it."""

    start: int
    end: int


class Letters:
    """The letters of one document with their positions, looked through from front to back."""

    def __init__(self, document: QTextDocument) -> None:
        self._letters: list[str] = []
        self._positions: list[int] = []
        self._ends: list[int] = []
        for position, letter, end in _letters_of(document):
            self._letters.append(letter)
            self._positions.append(position)
            self._ends.append(end)
        self._text = "".join(self._letters)
        self._from = 0

    def find(self, sentence: str) -> Place | None:
        """Returns where a sentence stands, behind the one found before it; None if it does not."""
        wanted = "".join(_folded(letter) for letter in sentence if letter.isalnum())
        at = self._text.find(wanted, self._from) if wanted else -1
        if at < 0:
            return None
        self._from = at + len(wanted)
        return Place(self._positions[at], self._ends[self._from - 1])


def _folded(letter: str) -> str:
    """Returns a letter in small, still one letter."""
    small = letter.lower()
    return small if len(small) == 1 else letter


def _letters_of(document: QTextDocument) -> Iterator[tuple[int, str, int]]:
    """Yields position, letter, and where a sentence would end that ends with it."""
    block = document.begin()
    while block.isValid():
        yield from _in_block(block.text(), block.position())
        block = block.next()


def _in_block(text: str, start: int) -> Iterator[tuple[int, str, int]]:
    positions = list(_positions(text, start))
    for at, letter in enumerate(text):
        if not letter.isalnum():
            continue
        end = at + 1
        while end < len(text) and not text[end].isalnum() and not text[end].isspace():
            end += 1
        yield positions[at], _folded(letter), positions[end]


def _positions(text: str, start: int) -> Sequence[int]:
    """Returns each letter's position and the end: Qt counts a letter past U+FFFF twice."""
    found = [start]
    for letter in text:
        found.append(found[-1] + (2 if letter > "\uffff" else 1))
    return found
