"""Finding words in a document, piece by piece, so that whoever asks can look up in between.

Nothing here knows of Qt. Case does not matter, and a space stands for any space or line end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop_slm.assistants.evidence import Place
from desktop_slm.documents.document import Page

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
