"""Text on a PDF page that nobody sees: invisible, white on white, outside the page.

It is a way to speak to a model past the person. The one honest use is the text layer of a scan:
invisible words behind a picture of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import addressof, c_float, c_int, c_uint
from dataclasses import dataclass
from enum import Enum

from desktop_slm.documents.readers import pdfium_calls as pdfium
from desktop_slm.documents.readers.pdfium_calls import Handle

_INVISIBLE_MODES = (3, 7)
_NOT_TEXT = -1
_PATH, _IMAGE, _SHADING, _FORM = 2, 3, 4, 5
_WHITE = 245  # of 255, in each colour
_CLEAR = 10  # of 255, of opacity
_MAX_OBJECTS = 200_000
_MAX_DEPTH = 8
_SCAN_SHARE = 0.5
_PICTURE_SHARE = 0.6
_STAMP_CHARACTERS = 150  # a fax line, a page number and a stamp together; less than a paragraph

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Objects:
    """What a page is made of, as far as it matters for what one sees."""

    count: int
    hidden: frozenset[Handle]  # text objects
    pictures: float  # the share of the page that its largest picture covers
    covered: float = 0.0  # the share that all pictures cover together: a scan may come in strips


class Paint(Enum):
    """What an object is filled with."""

    NONE = 0
    WHITE = 1
    COLOUR = 2


def look(page: Handle, page_box: Box) -> Objects:
    """Looks through a page's objects."""
    view = _View()
    invisible: set[Handle] = set()
    white: list[Handle] = []
    count = 0
    largest = together = 0.0
    for item, mode in _walk(page):
        count += 1
        if mode == _NOT_TEXT:
            if pdfium.object_kind(item) == _IMAGE:
                area = _area(_overlap(view.box(item), page_box))
                largest, together = max(largest, area), together + area
        elif mode in _INVISIBLE_MODES or (paint := view.paint(item)) is Paint.NONE:
            invisible.add(item)
        elif paint is Paint.WHITE:
            white.append(item)
    if white:
        covers = list(_covers(page, view))
        invisible.update(item for item in white if not _is_covered(view.box(item), covers))
    page_area = max(_area(page_box), 1.0)
    return Objects(count, frozenset(invisible), largest / page_area, min(together / page_area, 1.0))


def hidden_characters(textpage: Handle, count: int, objects: Objects) -> set[int]:
    """Returns the indices of the characters that belong to hidden objects."""
    if not objects.hidden:
        return set()
    hidden = objects.hidden
    return {index for index in range(count) if pdfium.text_object(textpage, index) in hidden}


def is_text_layer(hidden: int, shown: int, objects: Objects) -> bool:
    """Whether hidden text is what a scanner's software read from the picture before it."""
    return objects.pictures >= _SCAN_SHARE and hidden >= shown


def is_picture(shown: int, objects: Objects) -> bool:
    """Whether a page is a picture, whatever stamp, page number or fax line is set over it."""
    return objects.covered >= _PICTURE_SHARE and shown <= _STAMP_CHARACTERS


def is_outside(box: Box, page_box: Box) -> bool:
    """Whether a box lies wholly outside the page."""
    left, bottom, right, top = _overlap(box, page_box)
    return left > right or bottom > top


def _walk(page: Handle) -> Iterator[tuple[Handle, int]]:
    """Yields a page's objects and those inside forms, with the render mode of text."""
    get, mode_of = pdfium.get_object, pdfium.render_mode
    left = _MAX_OBJECTS
    for index in range(pdfium.count_objects(page)):
        item = get(page, index)
        mode = mode_of(item)
        yield item, mode
        left -= 1
        if mode == _NOT_TEXT and pdfium.object_kind(item) == _FORM:
            for inner in _walk_form(item, 1):
                yield inner, mode_of(inner)
                left -= 1
                if left < 0:
                    return
        if left < 0:
            return


def _walk_form(form: Handle, depth: int) -> Iterator[Handle]:
    for index in range(pdfium.count_inner(form)):
        item = pdfium.get_inner(form, index)
        yield item
        if depth < _MAX_DEPTH and pdfium.object_kind(item) == _FORM:
            yield from _walk_form(item, depth + 1)


def _covers(page: Handle, view: _View) -> Iterator[Box]:
    """Yields where something coloured lies on which white text can be read."""
    for item, mode in _walk(page):
        kind = pdfium.object_kind(item)
        is_area = mode != _NOT_TEXT or (kind == _PATH and view.is_filled(item))
        if kind in (_IMAGE, _SHADING) or (is_area and view.paint(item) is Paint.COLOUR):
            yield view.box(item)


class _View:
    """Asks for colours and boxes without making new C values each time."""

    def __init__(self) -> None:
        self._colour = (c_uint * 4)()
        place = addressof(self._colour)
        self._colour_places = (place, place + 4, place + 8, place + 12)
        self._box = tuple(c_float() for _ in range(4))
        self._box_places = tuple(addressof(value) for value in self._box)
        self._modes = (c_int(), c_int())
        self._mode_places = tuple(addressof(value) for value in self._modes)

    def paint(self, item: Handle) -> Paint:
        if not pdfium.fill_colour(item, *self._colour_places):
            return Paint.COLOUR
        colour = self._colour
        if colour[3] < _CLEAR:
            return Paint.NONE
        if colour[0] < _WHITE or colour[1] < _WHITE or colour[2] < _WHITE:
            return Paint.COLOUR
        return Paint.WHITE

    def is_filled(self, item: Handle) -> bool:
        pdfium.draw_mode(item, *self._mode_places)
        return bool(self._modes[0].value)

    def box(self, item: Handle) -> Box:
        if not pdfium.bounds(item, *self._box_places):
            return (0.0, 0.0, 0.0, 0.0)
        left, bottom, right, top = (value.value for value in self._box)
        return left, bottom, right, top


def _overlap(one: Box, other: Box) -> Box:
    return (
        max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])
    )  # fmt: skip


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def _is_covered(box: Box, covers: list[Box]) -> bool:
    """A word may reach a little over the edge of what it stands on."""
    x0, x1 = box[0] + 0.25 * (box[2] - box[0]), box[2] - 0.25 * (box[2] - box[0])
    y0, y1 = box[1] + 0.25 * (box[3] - box[1]), box[3] - 0.25 * (box[3] - box[1])
    return any(
        left <= x0 and x1 <= right and bottom <= y0 and y1 <= top
        for left, bottom, right, top in covers
    )
