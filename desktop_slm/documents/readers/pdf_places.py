"""Where on the picture of a PDF's page a stretch of its text stands."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from ctypes import addressof, byref, c_int
from typing import Any

import pypdfium2.raw as raw

from desktop_slm.documents.readers import pdfium_calls
from desktop_slm.documents.readers.alignment import (
    Token,
    align,
    characters_behind,
    numbered,
    tokens,
)
from desktop_slm.documents.readers.pdf import PageView
from desktop_slm.documents.readers.pdf_lines import Line

Rectangle = tuple[float, float, float, float]  # left, top, right, bottom in shares of the page
_ALL = 1_000
_FINE = 1_000_000  # PDFium gives places on a picture in whole pixels


def places(page: Any, text: str, start: int, end: int) -> list[Rectangle]:
    """Returns a rectangle for each line of a stretch; none where it does not stand on the page."""
    view = PageView(page)
    words = [word for line in view.lines for word in _words(view.units, line)]
    aligned = align(tokens(enumerate(text)), words)
    found = characters_behind(aligned, text, start, end)
    if not found:
        return []
    marked = set(found)
    before, after = _signs(text, start, end)
    lines = [
        _Part(view.units, line, inside) for line in view.lines if (inside := _in(line, marked))
    ]
    lines[0].grow_back(before)
    lines[-1].grow_on(after)
    for part, other in itertools.pairwise(lines):  # what goes on takes all that is between
        part.grow_on(_ALL)
        other.grow_back(_ALL)
    textpage = page.get_textpage()
    try:
        handle = pdfium_calls.handle(textpage.raw)
        return list(_rectangles(page, handle, [range(part.first, part.last) for part in lines]))
    finally:
        textpage.close()


class _Part:
    """The characters of one line that are marked, from `first` to before `last`."""

    def __init__(self, units: str, line: Line, inside: Sequence[int]) -> None:
        self._units, self._line = units, line
        self.first, self.last = inside[0], inside[-1] + 1

    def grow_back(self, signs: int) -> None:
        """Takes so many signs before it, too: quotes and brackets that belong to the passage."""
        at = self.first
        while signs and at > self._line.index and not self._units[at - 1].isalnum():
            at -= 1
            if not self._units[at].isspace():
                self.first, signs = at, signs - 1

    def grow_on(self, signs: int) -> None:
        """Takes so many signs after it, too."""
        at = self.last
        while signs and at < self._line.end and not self._units[at].isalnum():
            at += 1
            if not self._units[at - 1].isspace():
                self.last, signs = at, signs - 1


def _words(units: str, line: Line) -> Sequence[Token]:
    return tokens(numbered(units, line.index, line.end))


def _in(line: Line, marked: set[int]) -> list[int]:
    return [number for number in range(line.index, line.end) if number in marked]


def _signs(text: str, start: int, end: int) -> tuple[int, int]:
    """Returns how many signs a passage begins and ends with."""
    words = "".join(text[start:end].split())
    first = next((at for at, sign in enumerate(words) if sign.isalnum()), 0)
    last = next((at for at, sign in enumerate(reversed(words)) if sign.isalnum()), 0)
    return first, last


def _rectangles(page: Any, textpage: int, lines: Sequence[range]) -> Iterator[Rectangle]:
    rect = raw.FS_RECTF()
    place = addressof(rect)
    for line in lines:
        boxes = []
        for number in line:
            rect.left = rect.right = rect.bottom = rect.top = 0.0
            if pdfium_calls.character_box(textpage, number, place) and rect.right > rect.left:
                boxes.append((rect.left, rect.bottom, rect.right, rect.top))
        if boxes:
            lefts, bottoms, rights, tops = zip(*boxes, strict=True)
            yield _on_picture(page, (min(lefts), min(bottoms), max(rights), max(tops)))


def _on_picture(page: Any, box: tuple[float, float, float, float]) -> Rectangle:
    left, bottom, right, top = box
    x0, y0 = _point(page, left, top)
    x1, y1 = _point(page, right, bottom)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _point(page: Any, x: float, y: float) -> tuple[float, float]:
    across, down = c_int(), c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, x, y, byref(across), byref(down))
    return across.value / _FINE, down.value / _FINE
