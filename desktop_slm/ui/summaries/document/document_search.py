"""The search in the shown document: runs in slices that nobody notices, keeps what it found."""

from __future__ import annotations

import bisect
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_slm.assistants.evidence import Place
from desktop_slm.documents.document import Document
from desktop_slm.storage.finding.search_text import Query
from desktop_slm.ui.summaries.document.search import find, find_query

_SLICE_S = 0.008
_PAUSE_MS = 120  # after the last key: a single letter is found everywhere


class DocumentSearch(QObject):
    """Finds words and steps through the matches, round and round; Qt thread."""

    changed = Signal()  # another number of matches, or another one is the current
    match_reached = Signal(object)  # Place

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._words = ""
        self._running: Iterator[list[Place]] | None = None
        self._from = (0, 0)  # page and character: the first match after it is shown
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._search)
        self.matches: list[Place] = []
        self.current = -1

    @property
    def is_searching(self) -> bool:
        """Whether more may still be found."""
        return self._timer.isActive()

    def by_page(self) -> Mapping[int, Sequence[tuple[int, int]]]:
        """Returns start and end of all matches, by page."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for place in self.matches:
            found[place.page].append((place.start, place.end))
        return found

    @property
    def match(self) -> Place | None:
        """The match that is shown."""
        return self.matches[self.current] if 0 <= self.current < len(self.matches) else None

    def show_document(self, document: Document) -> None:
        """Searches in another document from here on."""
        self._document = document
        self.stop()

    def search(self, words: str, page: int) -> None:
        """Searches for words; of the matches the first on this page or after it is shown."""
        if words.split() == self._words.split() and words:
            return
        before = self.match
        self.stop()
        self._words = words
        self._from = (before.page, before.start) if before else (page, 0)
        if self._document is not None and words.strip():
            self._running = find(self._document.pages, words)
            self._timer.start(_PAUSE_MS)
        self.changed.emit()

    def show_query(self, query: Query, page: int) -> None:
        """Shows what a search over everything has found, from this page on."""
        self.stop()
        self._words = query.typed
        self._from = (page, 0)
        if self._document is not None:
            self._running = find_query(self._document.pages, query)
            self._timer.start(0)
        self.changed.emit()

    def stop(self) -> None:
        """Forgets words and matches."""
        self._timer.stop()
        self._running, self._words = None, ""
        self.matches, self.current = [], -1

    def step(self, step: int) -> None:
        """Goes to the next match or the one before."""
        if self.matches:
            self.current = (self.current + step) % len(self.matches)
            self._reached()

    def _search(self) -> None:
        running = self._running
        if running is None:
            return
        until = time.perf_counter() + _SLICE_S
        is_over = True
        for found in running:
            self.matches += found
            if time.perf_counter() > until:
                is_over = False
                break
        if not is_over:
            self._timer.start(0)
        if self.current < 0 and self.matches:
            self._choose_first(is_over=is_over)
        self.changed.emit()

    def _choose_first(self, *, is_over: bool) -> None:
        """Chooses the first match from where one stands; the very first where none comes after."""
        places = [(place.page, place.start) for place in self.matches]
        index = bisect.bisect_left(places, self._from)
        if index < len(places) or is_over:
            self.current = index % len(places)
            self._reached()

    def _reached(self) -> None:
        self.changed.emit()
        self.match_reached.emit(self.match)
