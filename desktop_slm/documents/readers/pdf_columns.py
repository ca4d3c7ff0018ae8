"""Columns that a PDF draws row by row: PDFium makes one line of what is two side by side.

A gutter is a gap that most lines of a page share. Rows of a table share gaps too, so a page is only
taken apart where both sides are prose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_slm.documents.readers.pdf_lines import Boxes, Line

_MIN_LINES = 6
_SAMPLED = 3
_GAP = 1.2  # of the size of the text
_SHARED = 0.7
_PROSE_WORDS = 3.0

_MIDDLE = (0.2, 0.8)  # of a line's letters

Gap = tuple[float, float, int]  # from, to, and how far into the line's text


def split_columns(lines: Sequence[Line], boxes: Boxes) -> list[Line]:
    """Returns the lines in reading order, taken apart at a gutter where there is one."""
    wide = [line for line in lines if len(line.text) > 30]
    if len(wide) < _MIN_LINES:
        return list(lines)
    # Places of characters are dear: three lines tell most pages without a gutter.
    sample = wide[1 :: max(1, len(wide) // _SAMPLED)][:_SAMPLED]
    if sum(bool(_gaps(line, boxes, _MIDDLE)) for line in sample) < _SAMPLED - 1:
        return list(lines)
    gaps = {id(line): _gaps(line, boxes) for line in lines}
    gutter = _gutter([gaps[id(line)] for line in wide])
    if gutter is None:
        return list(lines)
    parts = [_split(line, gaps[id(line)], gutter) for line in lines]
    return _in_order(parts) if _is_prose(parts) else list(lines)


def _gaps(line: Line, boxes: Boxes, part: tuple[float, float] = (0.0, 1.0)) -> list[Gap]:
    found = []
    text = line.text.strip()
    last = part[1] * len(text)
    place = text.find(" ", int(part[0] * len(text)))
    while 0 < place < last:
        left = boxes.box(line.index + place - 1)[2]
        right = boxes.box(line.index + place + 1)[0]
        if right - left > _GAP * line.size:
            found.append((left, right, place))
        place = text.find(" ", place + 1)
    return found


def _gutter(rows: Sequence[Sequence[Gap]]) -> float | None:
    """Returns an x that lies in a gap of most rows."""
    edges = sorted({left + 0.1 for gaps in rows for left, _, _ in gaps})
    best = max(edges, key=lambda x: _hits(rows, x), default=None)
    if best is None or _hits(rows, best) < max(_SHARED * len(rows), 4):
        return None
    return best


def _hits(rows: Sequence[Sequence[Gap]], x: float) -> int:
    return sum(any(left <= x <= right for left, right, _ in gaps) for gaps in rows)


def _split(line: Line, gaps: Sequence[Gap], gutter: float) -> list[Line]:
    for left, right, place in gaps:
        if left <= gutter <= right:
            text = line.text.strip()
            return [
                replace(line, text=text[:place], x1=left, end=line.index + place, hyphen=False),
                replace(line, text=text[place + 1 :], x0=right, index=line.index + place + 1),
            ]
    return [line]


def _is_prose(parts: Sequence[Sequence[Line]]) -> bool:
    halves = [part for part in parts if len(part) == 2]
    return all(
        sum(len(part[side].text.split()) for part in halves) >= _PROSE_WORDS * len(halves)
        and sum(part[side].text.isdigit() for part in halves) == 0
        for side in (0, 1)
    )


def _in_order(parts: Sequence[Sequence[Line]]) -> list[Line]:
    """Left column, then right, between lines that go across."""
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for part in parts:
        if len(part) == 2:
            left.append(part[0])
            right.append(part[1])
            continue
        line = part[0]
        if left and line.x1 <= right[0].x0:
            left.append(line)
        elif left and line.x0 >= left[0].x1:
            right.append(line)
        else:
            ordered += [*left, *right, line]
            left, right = [], []
    return [*ordered, *left, *right]
