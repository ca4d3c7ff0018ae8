"""The lines of one PDF page with their places, as PDFium finds them.

PDFium gives a page's text with CR LF between lines and U+FFFE for a hyphen at a line's end. Asking
it for the place of every character would take longer than reading; two characters a line do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from ctypes import addressof, c_int, create_string_buffer
from dataclasses import dataclass
from functools import lru_cache
from math import hypot

import pypdfium2.raw as raw

from desktop_slm.documents.readers import pdfium_calls as pdfium
from desktop_slm.documents.readers.pdfium_calls import Handle

Box = tuple[float, float, float, float]  # left, bottom, right, top

_HYPHEN = "\ufffe"
_FIXED_PITCH = 1
_NAME_BYTES = 100
# LaTeX and the standard fonts do not say that they are of fixed pitch.
_MONO = re.compile(rb"mono|courier|consol|menlo|typewriter|cmtt|xb?tt", re.IGNORECASE)
_TINY = 1.0  # points; smaller cannot be read on any print


@dataclass(slots=True)
class Line:
    """One line: its text, its box (y grows upwards), its size in points, its first character."""

    text: str
    x0: float
    x1: float
    y: float
    top: float
    size: float
    mono: bool
    index: int
    end: int
    hyphen: bool = False

    @property
    def is_hidden(self) -> bool:
        """Whether it is too small to be seen."""
        return self.size < _TINY


class Boxes:
    """Places of characters on one text page, upright whatever the page's rotation."""

    def __init__(self, textpage: Handle, rotation: int, width: float, height: float) -> None:
        self._textpage = textpage
        self._rotation = rotation
        self._width, self._height = width, height
        self._rect = raw.FS_RECTF()
        self._rect_place = addressof(self._rect)
        self._matrix = raw.FS_MATRIX()
        self._matrix_place = addressof(self._matrix)
        self._flags = c_int()
        self._flags_place = addressof(self._flags)
        self._name = create_string_buffer(_NAME_BYTES)
        self._name_place = addressof(self._name)

    def box(self, index: int) -> Box:
        """Returns left, bottom, right, top of a character."""
        rect = self._rect
        pdfium.character_box(self._textpage, index, self._rect_place)
        box = rect.left, rect.bottom, rect.right, rect.top
        return self.turn(box) if self._rotation else box

    def turn(self, box: Box) -> Box:
        """Returns a box of the page as it lies when the page is upright."""
        if not self._rotation:
            return box
        left, bottom, right, top = box
        if self._rotation == 90:
            return bottom, self._width - right, top, self._width - left
        if self._rotation == 180:
            return (
                self._width - right,
                self._height - top,
                self._width - left,
                self._height - bottom,
            )
        return self._height - top, left, self._height - bottom, right

    def size(self, index: int) -> float:
        """Returns a character's size in points as drawn."""
        size = float(pdfium.font_size(self._textpage, index))
        if pdfium.matrix(self._textpage, index, self._matrix_place):
            size *= hypot(self._matrix.b, self._matrix.d)
        return round(abs(size), 1)

    def is_mono(self, index: int) -> bool:
        """Whether a character is of a font of fixed pitch."""
        self._flags.value = 0
        pdfium.font_info(
            self._textpage, index, self._name_place, _NAME_BYTES - 1, self._flags_place
        )
        return bool(self._flags.value & _FIXED_PITCH) or _is_mono(self._name.value)


@lru_cache(maxsize=256)
def _is_mono(font: bytes) -> bool:
    return _MONO.search(font) is not None


def read_lines(units: str, boxes: Boxes, hidden: Collection[int]) -> Iterator[Line]:
    """Yields a page's lines; `units` has one character for each of PDFium's indices."""
    start = 0
    for row in units.split("\r\n"):
        place = start
        pieces = row.split(_HYPHEN)
        for number, piece in enumerate(pieces):
            is_broken = number + 1 < len(pieces)
            shown = _without(piece, place, hidden) if hidden else piece
            if shown.strip():
                yield _line(piece, shown, place, boxes, is_broken)
            place += len(piece) + 1
        start += len(row) + 2


def _without(piece: str, place: int, hidden: Collection[int]) -> str:
    return "".join(character for index, character in enumerate(piece, place) if index not in hidden)


def _line(piece: str, shown: str, place: int, boxes: Boxes, is_broken: bool) -> Line:
    first = place + len(piece) - len(piece.lstrip())
    last = place + len(piece.rstrip()) - 1
    x0, y, right, top = boxes.box(first)
    other_x0, other_y, x1, other_top = boxes.box(last)
    middle = (first + last) // 2
    while piece[middle - place].isspace():  # PDFium puts in spaces, which have no size
        middle += 1
    return Line(
        text=whole(shown),
        x0=min(x0, other_x0),
        x1=max(right, x1),
        y=min(y, other_y),
        top=max(top, other_top),
        size=boxes.size(middle),
        mono=boxes.is_mono(middle) and boxes.is_mono(last),
        index=first,
        end=last + 1,
        hyphen=is_broken,
    )


def to_units(text: str) -> str:
    """Returns the text with each character beyond U+FFFF as the two that PDFium counts."""
    if not text or max(text) <= "\uffff":
        return text
    data = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(data[i] | data[i + 1] << 8) for i in range(0, len(data), 2))


def whole(units: str) -> str:
    """Undoes `to_units`."""
    if units.isascii():
        return units
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
