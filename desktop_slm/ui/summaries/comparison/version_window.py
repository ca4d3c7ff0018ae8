"""The part of a document's text that a pane holds at once, and where its characters stand there.

A pane never holds a whole book: some pages around the place that is looked at, more when one
scrolls to an end. Every character of a page is one character in the window, whatever it is.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_slm.documents.document import Document
from desktop_slm.ui import plain_text

_SEGMENT, _WINDOW = 4000, 24000  # characters
_LINE_ENDS = re.compile("[\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a page, cut at a line's end where there is one."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Window:
    """Segments `first` to `last` as one text; `bases` are where each begins, in Qt's count."""

    first: int
    last: int
    text: str
    bases: tuple[int, ...]
    heads: tuple[tuple[int, int], ...]  # start and end of "Page 4", in Qt's count


class VersionPages:
    """A document cut into segments. Makes windows of them."""

    def __init__(self, document: Document) -> None:
        self._texts = {page.number: page.text for page in document.pages}
        self.segments: list[Segment] = []
        for page in document.pages:
            self.segments += _segments(page.number, page.text)
        self._starts = [(segment.page, segment.start) for segment in self.segments]

    def segment_at(self, page: int, at: int) -> int:
        """Returns the number of the segment in which a place is."""
        return max(bisect.bisect_right(self._starts, (page, at)) - 1, 0)

    def around(self, middle: int, page_words: str) -> Window:
        """Returns the window whose middle is a segment; `page_words` is "Page {0}"."""
        first = last = middle
        size = self._size(middle) if self.segments else 0
        while size < _WINDOW and (first > 0 or last + 1 < len(self.segments)):
            if first > 0:
                first -= 1
                size += self._size(first)
            if last + 1 < len(self.segments):
                last += 1
                size += self._size(last)
        return self._window(first, last, page_words)

    def position(self, window: Window, page: int, at: int) -> int | None:
        """Returns where a character of a page stands in a window, None where it does not."""
        number = self.segment_at(page, at)
        if not window.first <= number <= window.last or not self.segments:
            return None
        segment = self.segments[number]
        if segment.page != page:
            return None
        before = self._shown(segment)[: at - segment.start]
        return window.bases[number - window.first] + _units(before)

    def place(self, window: Window, position: int) -> tuple[int, int]:
        """Returns the page and the first character of the segment at a position of a window."""
        number = max(bisect.bisect_right(window.bases, position) - 1, 0)
        segment = self.segments[window.first + number]
        return segment.page, segment.start

    def _size(self, number: int) -> int:
        return self.segments[number].end - self.segments[number].start

    def _shown(self, segment: Segment) -> str:
        return shown(self._texts[segment.page][segment.start : segment.end])

    def _window(self, first: int, last: int, page_words: str) -> Window:
        parts: list[str] = []
        bases, heads, at = [], [], 0
        for segment in self.segments[first : last + 1]:
            if segment.start == 0:
                head = ("\n" if parts else "") + page_words.format(segment.page)
                heads.append((at + len(head) - len(head.lstrip("\n")), at + len(head)))
                parts.append(head + "\n")
                at += len(head) + 1
            bases.append(at)
            text = self._shown(segment)
            parts.append(text)
            at += _units(text)
            if segment.end == len(self._texts[segment.page]):
                parts.append("\n")
                at += 1
        return Window(first, last, "".join(parts), tuple(bases), tuple(heads))


def shown(text: str) -> str:
    """Returns text with one harmless character for each of its own."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text)
    clean = plain_text.clean(text)
    if len(clean) == len(text):
        return clean
    return "".join(plain_text.clean(sign) or "\u200b" for sign in text)


def _segments(page: int, text: str) -> Sequence[Segment]:
    found, start = [], 0
    while start < len(text):
        end = min(start + _SEGMENT, len(text))
        if end < len(text):
            cut = text.rfind("\n", start + 1, end)
            end = cut + 1 if cut > start else end
        found.append(Segment(page, start, end))
        start = end
    return found or [Segment(page, 0, 0)]


def _units(text: str) -> int:
    """Returns the length of a text in Qt's count."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
