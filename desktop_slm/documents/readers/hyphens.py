"""Words cut at a line's end: whether the hyphen belongs to the word."""

from __future__ import annotations

import re
from collections import deque

_LEFT = re.compile(r"[^\W\d_]+$")
_RIGHT = re.compile(r"[^\W\d_]+")
# Words that take a hyphen where nothing in the text says otherwise.
_PREFIXES = frozenset(("non", "self", "ex", "half", "well", "all", "cross", "quasi", "anti"))
_AND_OR = frozenset(("and", "or", "und", "oder", "bzw", "et", "ou", "sowie"))
_PAGES_KEPT = 12


class Hyphens:
    """Mends cut words; the pages seen last serve as its dictionary."""

    def __init__(self) -> None:
        self._pages: deque[str] = deque(maxlen=_PAGES_KEPT)

    def learn(self, text: str) -> None:
        """Adds a page to the dictionary."""
        self._pages.append(text)

    def join(self, left: str, right: str) -> str:
        """Returns the two lines as one; `left` ended in a hyphen, which it no longer has."""
        start, end = _LEFT.search(left), _RIGHT.match(right)
        if start is None or end is None:
            return f"{left}-{right}"
        first, last = start[0], end[0]
        if last in _AND_OR:
            return f"{left}- {right}"
        before = left[: start.start()][-1:]
        if not last[0].islower() or before in ("/", "-", ".", "@", "_", "="):
            return f"{left}-{right}"
        if self._knows(first + last):
            return left + right
        if first.lower() in _PREFIXES or self._knows(f"{first}-{last}") or first.isupper():
            return f"{left}-{right}"
        return left + right

    def _knows(self, word: str) -> bool:
        return any(word in page for page in self._pages)
