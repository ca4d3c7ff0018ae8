"""A stretch of RTF text that runs by itself: the main text, a note, a header. Makes elements."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from desktop_slm.documents.document import BlockKind
from desktop_slm.documents.readers.clean import clean_line, clean_lines
from desktop_slm.documents.readers.element import Element
from desktop_slm.documents.readers.flow import list_item
from desktop_slm.documents.readers.rtf_encodings import decode, join_surrogates
from desktop_slm.documents.readers.tables import Rows, table_rows

_BULLET = re.compile(r"[•·▪◦‣]\s+(?=\S)")  # written out, not made by a list
_MAX_TABLES = 20  # in each other

Take = Callable[[Element], None]


@dataclass(slots=True)
class Look:
    """What decides what a paragraph is; each group has its own, which ends with it."""

    heading: int = 0
    list_level: int = 0  # 0: no list
    table: int = 0  # how many tables it is in


@dataclass(slots=True)
class _Table:
    rows: Rows = field(default_factory=list)
    cells: list[list[Element]] = field(default_factory=list)  # of the row that is open
    content: list[Element] = field(default_factory=list)  # of the cell that is open


class Story:
    """Takes text and the ends of paragraphs, cells and rows; gives elements to `take`."""

    def __init__(self, take: Take) -> None:
        self._take = take
        self._pieces: list[str] = []
        self._bytes = bytearray()
        self._encoding = "cp1252"
        self._tables: list[_Table] = []
        self.label = ""

    def add_bytes(self, data: bytes, encoding: str) -> None:
        """Takes text as bytes; those of one character may come one by one."""
        if encoding != self._encoding:
            self._decode()
            self._encoding = encoding
        self._bytes += data

    def add(self, text: str) -> None:
        """Takes text."""
        self._decode()
        self._pieces.append(text)

    def end_paragraph(self, look: Look) -> None:
        """Ends the paragraph that is open; an empty one leaves nothing."""
        raw = self._text()
        label, self.label = self.label, ""
        depth = min(look.table, _MAX_TABLES)
        self._close_tables(depth)
        text = clean_line(raw) if look.heading else clean_lines(raw)
        if not text:
            return
        if look.heading and not depth:
            self._put(Element(BlockKind.HEADING, text, look.heading))
        elif not label and (bullet := _BULLET.match(text)):
            item = list_item(text[bullet.end() :], 1)
            self._put(Element(BlockKind.LIST_ITEM, item, 1), depth)
        elif label or look.list_level:
            level = max(look.list_level, 1)
            item = list_item(text, level, _shown(label))
            self._put(Element(BlockKind.LIST_ITEM, item, level), depth)
        else:
            self._put(Element(BlockKind.PARAGRAPH, text), depth)

    def end_cell(self, look: Look, depth: int) -> None:
        """Ends a cell of the table so deep, with the paragraph in it."""
        depth = min(max(depth, 1), _MAX_TABLES)
        self.end_paragraph(Look(0, look.list_level, depth))
        table = self._table(depth)
        table.cells.append(table.content)
        table.content = []

    def end_row(self, depth: int) -> None:
        """Ends a row of the table so deep."""
        depth = min(max(depth, 1), _MAX_TABLES)
        self._close_tables(depth)
        table = self._table(depth)
        table.rows.append(table.cells)
        table.cells = []

    def end(self, look: Look) -> None:
        """Ends everything that is open."""
        self.end_paragraph(look)
        self._close_tables(0)

    def _text(self) -> str:
        self._decode()
        text = join_surrogates("".join(self._pieces))
        self._pieces.clear()
        return text

    def _decode(self) -> None:
        if self._bytes:
            self._pieces.append(decode(bytes(self._bytes), self._encoding))
            self._bytes.clear()

    def _table(self, depth: int) -> _Table:
        while len(self._tables) < depth:
            self._tables.append(_Table())
        return self._tables[depth - 1]

    def _put(self, element: Element, depth: int = 0) -> None:
        if depth:
            self._table(depth).content.append(element)
        else:
            self._take(element)

    def _close_tables(self, depth: int) -> None:
        """Turns the tables deeper than this into rows of what holds them."""
        while len(self._tables) > depth:
            table = self._tables.pop()
            if table.content:
                table.cells.append(table.content)
            if table.cells:
                table.rows.append(table.cells)
            for element in table_rows(table.rows):
                self._put(element, len(self._tables))


def _shown(label: str) -> str:
    label = clean_line(label)
    return label if any(character.isalnum() for character in label) else "-"
