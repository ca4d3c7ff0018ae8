"""Formats whose file says what a page is: slides, sheets, chapters."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_slm import errors
from desktop_slm.documents.document import BlockKind, SkipReason
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.readers.element import Element, compose
from desktop_slm.documents.readers.flow import Flow
from desktop_slm.documents.readers.sink import About, Budget, Sink


class Pages:
    """Sends page after page until the budget ends; every page is sent or skipped with a reason."""

    def __init__(self, sink: Sink, budget: Budget, about: About) -> None:
        self._sink = sink
        self._budget = budget
        self._about = about
        self._number = 0
        self._is_blank = True
        self.stopped: SkipReason | None = None
        budget.extend(about.pages)
        sink.begin(about)

    def are_over(self) -> bool:
        """Whether reading ends here; asked before each page."""
        if self._number >= self._budget.limits.pages:
            self.stopped = self.stopped or SkipReason.TOO_MANY_PAGES
        if self.stopped is None and self.new_flow().is_stopped():
            self.stopped = SkipReason.TOO_SLOW
        return self.stopped is not None

    def new_flow(self) -> Flow:
        """Returns where the elements of the next page go."""
        return Flow(self._budget)

    def add(self, label: str, flow: Flow, empty: SkipReason = SkipReason.BLANK) -> None:
        """Sends a page; one without text is skipped because it is `empty`."""
        text, marks = compose(_notes_last(flow.elements))
        if not text:
            self.skip(flow.stopped or empty)
        else:
            self._number += 1
            self._is_blank = False
            self._sink.page(self._number, label, text, marks)
        if flow.stopped is not None:
            self._cut(flow.stopped)

    def skip(self, why: SkipReason) -> None:
        """Says that a page has no text here."""
        self._number += 1
        self._is_blank = self._is_blank and why in (SkipReason.BLANK, SkipReason.HIDDEN)
        self._sink.skip(self._number, why)

    def _cut(self, why: SkipReason) -> None:
        self.stopped = why
        if self._number >= self._about.pages:  # no page is missing, and still something is
            self._sink.notice(NoticeKind.REST_MISSING, why=why.value)

    def close(self, name: str) -> None:
        """Says why the rest is missing, if it is. Raises EmptyFile where every page was blank."""
        if self.stopped is not None:
            self._sink.stop(self.stopped)
        elif self._is_blank:
            raise errors.EmptyFile(name=name)


def _notes_last(elements: Iterable[Element]) -> list[Element]:
    return sorted(elements, key=lambda element: element.kind is BlockKind.FOOTNOTE)
