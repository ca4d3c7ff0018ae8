"""Counts what of a document the model has read: no page is lost sight of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desktop_slm.assistants.summary import Coverage
from desktop_slm.documents.document import Document
from desktop_slm.documents.passages import Passage


class CoverageCount:
    """Knows for every page how many of its passages are still to be read."""

    def __init__(self, document: Document, passages: Sequence[Passage]) -> None:
        self._document = document
        self._total = len(passages)
        self._read = 0
        self._unread = Counter(page for passage in passages for page in _pages(passage))
        self._skipped = tuple((page.page, page.why.value) for page in document.skipped)

    def note(self, passage: Passage) -> None:
        """Counts a passage as read."""
        self._read += 1
        for page in _pages(passage):
            self._unread[page] -= 1
            if not self._unread[page]:
                del self._unread[page]

    def coverage(self) -> Coverage:
        """Returns what was read until now; a page is when all of its passages are."""
        return Coverage(
            pages=self._document.page_count,
            characters=self._document.characters,
            passages_total=self._total,
            passages_read=self._read,
            pages_read=len(self._document.pages) - len(self._unread),
            skipped=self._skipped,
        )


def _pages(passage: Passage) -> set[int]:
    return {span.page for span in passage.spans}
