"""The numbers that Word draws before paragraphs and headings and that stand in no text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from desktop_slm.documents.readers.docx_styles import to_int
from desktop_slm.documents.readers.ooxml import NAMES
from desktop_slm.documents.readers.xml import Attributes, value

_PLACE = re.compile(r"%(\d)")
_LEVELS = 9
_BOXES = ("☐", "☒", "☑", "✓", "✔", "✗", "✘")
_MAX_REPEATS = 20  # of a letter: aa, bb, ... go on for ever
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(slots=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    style: str = ""


@dataclass(slots=True)
class _List:
    """A `w:num`: an abstract list, and levels at which this one starts anew."""

    abstract: str = ""
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Lists by their ids, and how far each has counted. Fed by the XML parser through `start`."""

    def __init__(self) -> None:
        self._abstract: defaultdict[str, defaultdict[int, _Level]] = defaultdict(
            lambda: defaultdict(_Level)
        )
        self._lists: dict[str, _List] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()
        self._current = ""
        self._list = _List()
        self._level = 0

    def start(self, element: str, attributes: Attributes) -> None:
        """Takes an element of the numbering part."""
        name = NAMES[element]
        if name == "w:abstractNum":
            self._current = value(attributes, "abstractNumId")
        elif name == "w:num":
            self._list = self._lists[value(attributes, "numId")] = _List()
        elif name == "w:abstractNumId":
            self._list.abstract = value(attributes, "val")
        elif name in ("w:lvl", "w:lvlOverride"):
            self._level = to_int(value(attributes, "ilvl"))
        elif name == "w:startOverride":
            self._list.starts[self._level] = to_int(value(attributes, "val"))
        elif not self._lists:  # levels inside a `w:num` replace those of all, which is rare
            self._take_level(name, attributes)

    def _take_level(self, name: str, attributes: Attributes) -> None:
        level = self._abstract[self._current][self._level]
        if name == "w:numFmt":
            level.format = value(attributes, "val")
        elif name == "w:lvlText":
            level.text = value(attributes, "val")
        elif name == "w:start":
            level.start = to_int(value(attributes, "val"))
        elif name == "w:pStyle":
            level.style = value(attributes, "val")

    def level_of(self, number: str, style: str) -> int:
        """Returns the level that a list gives to paragraphs of a style."""
        levels = self._abstract[self._lists[number].abstract] if number in self._lists else {}
        return next((place for place, level in levels.items() if level.style == style), 0)

    def label(self, number: str, place: int) -> str:
        """Counts one on and returns what stands before the paragraph: "2.1", "-", or ""."""
        found = self._lists.get(number)
        if found is None or not 0 <= place < _LEVELS:
            return ""
        levels = self._abstract[found.abstract]
        level = levels[place]
        if level.format == "bullet":
            return level.text if level.text in _BOXES else "-"
        counts = self._counts[found.abstract]
        if number not in self._begun:
            self._begun.add(number)
            for at, first in found.starts.items():
                counts[at] = first - 1
        counts[place] = counts.get(place, level.start - 1) + 1
        for deeper in [at for at in counts if at > place]:
            del counts[deeper]
        return _PLACE.sub(lambda match: self._count(levels, counts, int(match[1]) - 1), level.text)

    @staticmethod
    def _count(levels: defaultdict[int, _Level], counts: dict[int, int], place: int) -> str:
        level = levels[place]
        return write_number(counts.get(place, level.start), level.format)


def write_number(number: int, format: str) -> str:
    """Returns a number as Word's name of a format says; "" where that is none."""
    if format == "none" or not 0 <= number < 100_000:
        return ""
    write = _FORMATS.get(format)
    return write(number) if write else str(number)


def _letters(number: int) -> str:
    if number < 1:
        return ""
    repeats = min((number - 1) // 26 + 1, _MAX_REPEATS)
    return chr(ord("a") + (number - 1) % 26) * repeats


def _roman(number: int) -> str:
    if number >= 4000:
        return str(number)
    pieces = []
    for worth, sign in _ROMAN:
        pieces.append(sign * (number // worth))
        number %= worth
    return "".join(pieces)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
