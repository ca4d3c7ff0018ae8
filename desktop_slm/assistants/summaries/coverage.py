"""Counts what of a document the model has read: no page is lost sight of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from desktop_slm.assistants.summaries.plan import Plan
from desktop_slm.assistants.summaries.summary import Coverage, FailedPassage
from desktop_slm.documents.document import Document
from desktop_slm.documents.passages import Passage

NOT_YET = "not read yet"


class CoverageCount:
    """Knows for every page how many of its passages are still to be read."""

    def __init__(self, document: Document, plan: Plan) -> None:
        self._document = document
        self._plan = plan
        self._read = 0
        self._unread = Counter(page for passage in plan.passages for page in _pages(passage))
        self._left_out = dict(plan.pages_left_out)
        self._failed: dict[int, str] = {}

    def note(self, passages: Iterable[int], failed: Sequence[FailedPassage] = ()) -> None:
        """Counts passages as read; pages of which parts failed are not read."""
        for failure in failed:
            self._failed.update(dict.fromkeys(failure.pages, failure.why))
        failed_passages = {failure.passage for failure in failed}
        for index in passages:
            self._read += index not in failed_passages
            for page in _pages(self._plan.passages[index]):
                self._unread[page] -= 1
                if not self._unread[page]:
                    del self._unread[page]

    def coverage(self) -> Coverage:
        """Returns what was read until now; a page is when all of its passages are."""
        skipped = {**self._left_out, **self._failed}
        unread = sum(page not in self._failed for page in self._unread)
        return Coverage(
            pages=self._document.page_count,
            characters=self._document.characters,
            passages_total=len(self._plan.passages),
            passages_read=self._read,
            pages_read=self._document.page_count - len(skipped) - unread,
            skipped=tuple(sorted(skipped.items())),
            is_key_sentences=self._plan.is_key_sentences,
        )

    def pages_read(self) -> tuple[int, ...]:
        """Returns the numbers of the pages that were read, in order."""
        missing = self._left_out.keys() | self._failed.keys() | self._unread.keys()
        return tuple(p.number for p in self._document.pages if p.number not in missing)

    def pages_skipped(self) -> tuple[tuple[int, str], ...]:
        """Returns every other page with the reason, those of a stopped run included."""
        unread = dict.fromkeys(self._unread, NOT_YET)
        return tuple(sorted({**unread, **self._left_out, **self._failed}.items()))


def _pages(passage: Passage) -> set[int]:
    return {span.page for span in passage.spans}


def coverage_sentence(coverage: Coverage, *, is_draft: bool) -> str:
    """Returns in plain English what the model has read, as the terminal and exports say it."""
    pages = f"{coverage.pages_read} of {coverage.pages} pages"
    if is_draft and not coverage.is_whole:
        return f"Draft from the first {pages}."
    if coverage.pages_read == coverage.pages:
        pages = f"all of {coverage.pages} pages" if coverage.pages > 1 else "the whole page"
        if coverage.is_key_sentences:
            pages = f"{coverage.pages} pages"
    what = "the key sentences of " if coverage.is_key_sentences else ""
    begin = "Draft: the model read" if is_draft else "The model read"
    return f"{begin} {what}{pages}."
