"""A sheet: its cells as lines, one for each row.

A line names its first cell, and a cell after a gap: `A5: Rent | 950 | D5: paid`. That is enough to
find each cell, in a third of the tokens that a name before every cell would take. A merged cell
names its whole range.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_slm.documents.readers.clean import clean_line
from desktop_slm.documents.readers.ooxml import NAMES
from desktop_slm.documents.readers.xlsx_formats import NumberFormats
from desktop_slm.documents.readers.xlsx_strings import Strings
from desktop_slm.documents.readers.xml import Attributes

_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})$")
_RANGE = re.compile(r"([A-Z]{1,3}[1-9]\d{0,6}):([A-Z]{1,3}[1-9]\d{0,6})$")
_MAX_ROWS = 50_000
_MAX_CHARACTERS = 4_000_000
_MAX_COLUMNS = 16_384
_MAX_MERGED = 100_000
_ON = ("1", "true")


class SheetFull(Exception):
    """The sheet has more rows or text than is read of one."""


@dataclass(slots=True)
class _Cell:
    column: int = 0
    kind: str = ""
    style: int = 0
    value: list[str] = field(default_factory=list)
    formula: list[str] = field(default_factory=list)


_Row = tuple[int, list[tuple[int, str]]]


class Sheet:
    """A machine that the XML parser drives. Raises SheetFull out of it where a limit is met."""

    def __init__(self, strings: Strings, formats: NumberFormats) -> None:
        self.hidden = 0
        self.last = 0
        self._strings = strings
        self._formats = formats
        self._rows: list[_Row] = []
        self._characters = 0
        self._hidden_columns: set[int] = set()
        self._is_row_hidden = False
        self._cell = _Cell()
        self._into: list[str] | None = None
        self._in_aid = False
        self._merged: dict[str, str] = {}

    def start(self, element: str, attributes: Attributes) -> None:
        """Takes the start of an element."""
        name = NAMES[element]
        if name == "s:c":
            self._start_cell(attributes)
        elif name == "s:v":
            self._into = self._cell.value
        elif name == "s:f":
            self._into = self._cell.formula
        elif name == "s:t" and not self._in_aid:
            self._into = self._cell.value
        elif name == "s:rPh":
            self._in_aid = True
        elif name == "s:row":
            self._start_row(attributes)
        elif name == "s:col":
            self._start_column(attributes)
        elif name == "s:mergeCell":
            self._merge(attributes.get("ref", ""))

    def end(self, element: str) -> None:
        """Takes the end of an element."""
        name = NAMES[element]
        if name in ("s:v", "s:f", "s:t"):
            self._into = None
        elif name == "s:rPh":
            self._in_aid = False
        elif name == "s:c":
            self._end_cell()

    def text(self, data: str) -> None:
        """Takes text."""
        if self._into is not None:
            self._into.append(data)

    def _start_row(self, attributes: Attributes) -> None:
        self.last = _number(attributes.get("r", "")) or self.last + 1
        self._is_row_hidden = attributes.get("hidden", "0") in _ON
        if not self._is_row_hidden:
            if len(self._rows) >= _MAX_ROWS or self._characters > _MAX_CHARACTERS:
                self.last -= 1
                raise SheetFull
            if self._rows and not self._rows[-1][1]:
                self._rows.pop()
            self._rows.append((self.last, []))
        self._cell = _Cell()

    def _start_column(self, attributes: Attributes) -> None:
        if attributes.get("hidden", "0") in _ON:
            first, last = (_number(attributes.get(name, "")) for name in ("min", "max"))
            self._hidden_columns.update(range(max(first, 1), min(last, _MAX_COLUMNS) + 1))

    def _merge(self, cells: str) -> None:
        if (found := _RANGE.match(cells)) and len(self._merged) < _MAX_MERGED:
            self._merged[found[1]] = found[2]

    def _start_cell(self, attributes: Attributes) -> None:
        found = _CELL.match(attributes.get("r", ""))
        column = _column(found[1]) if found else self._cell.column + 1
        self._cell = _Cell(column, attributes.get("t", ""), _number(attributes.get("s", "")))

    def _end_cell(self) -> None:
        text = clean_line(self._shown()).replace(" | ", "; ")
        if not text:
            return
        if self._is_row_hidden or self._cell.column in self._hidden_columns:
            self.hidden += 1
        elif self._rows:
            self._characters += len(text) + 3
            self._rows[-1][1].append((self._cell.column, text))

    def _shown(self) -> str:
        """Returns what the cell shows; its formula where nobody has worked that out."""
        value, kind = "".join(self._cell.value), self._cell.kind
        if kind == "s":
            return self._strings.get(value.strip()) if value else ""
        if not value and self._cell.formula:
            return f"={''.join(self._cell.formula)}"
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if kind in ("str", "inlineStr", "e"):
            return value
        if kind == "d":
            return value.replace("T", " ")
        return self._formats.show(value, self._cell.style)

    def lines(self) -> Sequence[str]:
        """Returns the rows that say something."""
        return [self._line(number, cells) for number, cells in self._rows if cells]

    def _line(self, number: int, cells: Sequence[tuple[int, str]]) -> str:
        pieces = []
        expected = 0
        for column, text in cells:
            place = f"{_letters(column)}{number}"
            if end := self._merged.get(place):
                pieces.append(f"{place}:{end}: {text}")
                found = _CELL.match(end)
                expected = (_column(found[1]) if found else column) + 1
                continue
            pieces.append(text if column == expected else f"{place}: {text}")
            expected = column + 1
        return " | ".join(pieces)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _letters(column: int) -> str:
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0
