"""Finding words in a document, piece by piece, so that whoever asks can look up in between.

Nothing here knows of Qt. Case does not matter, and a space stands for any space or line end. What
the search over everything has found is found here by its own rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop_slm.assistants.evidence import Place
from desktop_slm.documents.document import Page
from desktop_slm.storage.finding.search_text import Query, marks

PIECE_CHARACTERS = 50_000  # less than a millisecond of searching
MOST_FOUND = 10_000


def find(pages: Iterable[Page], words: str) -> Iterator[list[Place]]:
    """Yields what was found in one piece after the other, in reading order; often nothing."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return
    pattern = re.compile(r"\s+".join(parts), re.IGNORECASE)
    left = MOST_FOUND
    for page in pages:
        for found in _on_page(page, pattern, len(words)):
            yield found[:left]
            left -= len(found)
            if left <= 0:
                return


def find_query(pages: Iterable[Page], query: Query) -> Iterator[list[Place]]:
    """Yields where words of a query over everything stand; as `find` does."""
    left = MOST_FOUND
    for page in pages:
        for start, end in _pieces(page.text):
            places = marks(page.text[start:end], query.pattern)
            found = [Place(page.number, start + a, start + b) for a, b in places]
            yield found[:left]
            left -= len(found)
            if left <= 0:
                return


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yields stretches of a text that end where a word ends, if one ends anywhere near."""
    start = 0
    while start < len(text):
        end = min(start + PIECE_CHARACTERS, len(text))
        space = text.rfind(" ", start, end) if end < len(text) else -1
        end = space if space > start else end
        yield start, end
        start = end


def _on_page(page: Page, pattern: re.Pattern[str], length: int) -> Iterator[list[Place]]:
    """Searches a page in pieces that overlap, so that nothing is cut at their borders."""
    overlap = 2 * length + 100
    start = at = 0
    while True:
        end = min(start + PIECE_CHARACTERS, len(page.text))
        found = []
        # A match is taken by the piece in which it begins, but for the overlap at the end.
        limit = end if end == len(page.text) else end - overlap
        for match in pattern.finditer(page.text, at, end):
            if match.start() >= limit:
                break
            found.append(Place(page.number, match.start(), match.end()))
            at = match.end()
        yield found
        if end == len(page.text):
            return
        start = limit
        at = max(at, start)
