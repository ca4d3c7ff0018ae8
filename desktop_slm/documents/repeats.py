"""Running heads and page numbers: lines at page edges that come back at the same height.

A line comes back where its words are the same and its numbers are either the same or count with
the pages: a sum at the foot of each page's table is no page number. A place counts as a whole
where most of what stands there comes back, so that the head of a chapter of one page is found too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from operator import sub

from desktop_slm.documents.draft import PageDraft

_MIN_PAGES = 3
_SLOT_SHARE = 0.3  # of the pages
_KNOWN_SHARE = 0.6  # of the lines in a slot
_STEADY_SHARE = 0.8
_MAX_LENGTH = 150
_SLOT_POINTS = 3
_NUMBER = re.compile(r"\d+|\b[ivxl]{1,7}\b")
_SPACES = re.compile(r"[\W_]+")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}

Place = tuple[int, int]  # page in the list, block on the page
Slot = tuple[str, int]  # top or bottom, height


@dataclass(frozen=True, slots=True)
class _Line:
    place: Place
    slot: Slot
    words: str
    numbers: tuple[int, ...]


def find_repeated(pages: Sequence[PageDraft]) -> frozenset[Place]:
    """Returns the blocks that are running heads or page numbers."""
    if len(pages) < _MIN_PAGES:
        return frozenset()
    alike: defaultdict[tuple[Slot, str], list[_Line]] = defaultdict(list)
    slots: defaultdict[Slot, list[_Line]] = defaultdict(list)
    for line in _edge_lines(pages):
        alike[line.slot, line.words].append(line)
        slots[line.slot].append(line)
    found = {
        line.place
        for lines in alike.values()
        if len(lines) >= _MIN_PAGES and _is_steady(lines)
        for line in lines
    }
    least = max(_SLOT_SHARE * len(pages), _MIN_PAGES)
    for lines in slots.values():
        found.update(line.place for line in _numbered(lines, least))
        known = sum(line.place in found for line in lines)
        if known >= max(_KNOWN_SHARE * len(lines), least):
            found.update(line.place for line in lines)
    return frozenset(found) if _leaves_text(pages, found) else frozenset()


def _leaves_text(pages: Sequence[PageDraft], found: Collection[Place]) -> bool:
    """Whether most pages say something else too: what is all there is, is no running head."""
    marked = Counter(page for page, _ in found)
    rest = sum(len(draft.blocks) > marked[index] for index, draft in enumerate(pages))
    return 2 * rest > len(pages)


def _numbered(lines: Sequence[_Line], least: float) -> Iterator[_Line]:
    """Yields the lines of a place that carry the page's number, whatever stands beside it."""
    shifts = [{number - line.place[0] for number in line.numbers} for line in lines]
    counts = Counter(shift for found in shifts for shift in found)
    for shift, count in counts.most_common(2):  # Roman in front, Arabic after
        if count >= least:
            yield from (line for line, found in zip(lines, shifts, strict=True) if shift in found)


def _edge_lines(pages: Sequence[PageDraft]) -> Iterator[_Line]:
    for index, draft in enumerate(pages):
        for side, edges in (("top", draft.top), ("bottom", draft.bottom)):
            for number, height in edges:
                block = draft.blocks[number]
                text = draft.page.text[block.start : block.end].casefold()
                if len(text) <= _MAX_LENGTH:
                    words = _SPACES.sub(" ", _NUMBER.sub(" 0 ", text))
                    numbers = tuple(map(_to_int, _NUMBER.findall(text)))
                    yield _Line((index, number), (side, height // _SLOT_POINTS), words, numbers)


def _is_steady(lines: Sequence[_Line]) -> bool:
    """Whether each number stays the same or counts with the pages."""
    pages = [line.place[0] for line in lines]
    least = _STEADY_SHARE * len(lines)
    return all(
        _most(column) >= least or _most(list(map(sub, column, pages))) >= least
        for column in zip(*(line.numbers for line in lines), strict=True)
    )


def _most(numbers: Sequence[int]) -> int:
    return Counter(numbers).most_common(1)[0][1]


def _to_int(text: str) -> int:
    if text.isdecimal():
        return int(text[:9])
    values = [_ROMAN[letter] for letter in text]
    return sum(
        -value if value < max(values[place:], default=0) else value
        for place, value in enumerate(values)
    )
