"""Where on the picture of a PDF's page a stretch of its text stands."""

from __future__ import annotations

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
    textpage = page.get_textpage()
    try:
        handle = pdfium_calls.handle(textpage.raw)
        lines = (_marked(view.units, line, marked) for line in view.lines)
        return list(_rectangles(page, handle, [line for line in lines if line]))
    finally:
        textpage.close()


def _words(units: str, line: Line) -> Sequence[Token]:
    return tokens(numbered(units, line.index, line.end))


def _marked(units: str, line: Line, marked: set[int]) -> range:
    """Returns the characters of a line that are marked, with the signs beside them."""
    inside = [number for number in range(line.index, line.end) if number in marked]
    if not inside:
        return range(0)
    first, last = inside[0], inside[-1] + 1
    while last < line.end and _is_sign(units[last]):
        last += 1
    while first > line.index and units[first - 1] in "([{\"'“„«‚‘":
        first -= 1
    return range(first, last)


def _is_sign(unit: str) -> bool:
    return not unit.isspace() and not unit.isalnum() and unit not in "([{“„«‚"


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
