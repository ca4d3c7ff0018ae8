"""Where sentences stand in a text: by their letters and digits, whatever marks are between.

What is laid out, or written as Markdown, has other marks than the sentence that was looked for, so
only what both have counts.
"""

from __future__ import annotations

from typing import NamedTuple


class Stretch(NamedTuple):
    """A stretch of a text; `end` is behind the marks that end it."""

    start: int
    end: int


class Letters:
    """The letters of one text, looked through from front to back."""

    def __init__(self, text: str) -> None:
        self._source = text
        self._positions = [at for at, letter in enumerate(text) if letter.isalnum()]
        self._letters = "".join(_folded(text[at]) for at in self._positions)
        self._from = 0

    def find(self, sentence: str) -> Stretch | None:
        """Returns where a sentence stands, behind the one found before it; None if it does not."""
        wanted = "".join(_folded(letter) for letter in sentence if letter.isalnum())
        at = self._letters.find(wanted, self._from) if wanted else -1
        if at < 0:
            return None
        self._from = at + len(wanted)
        return Stretch(self._positions[at], self._end(self._positions[self._from - 1]))

    def _end(self, last: int) -> int:
        text, end = self._source, last + 1
        while end < len(text) and not text[end].isalnum() and not text[end].isspace():
            end += 1
        return end


def _folded(letter: str) -> str:
    """Returns a letter in small, still one letter."""
    small = letter.lower()
    return small if len(small) == 1 else letter
