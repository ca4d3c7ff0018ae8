"""Tables as rows of text: `| a | b |`, which people and small models read alike."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_slm.documents.document import BlockKind
from desktop_slm.documents.readers.element import Element

Rows = list[list[list[Element]]]  # rows of cells of elements


def table_rows(rows: Rows) -> list[Element]:
    """Returns an element for each row; a frame for layout gives back what is in it."""
    if all(sum(bool(cell) for cell in row) < 2 for row in rows):
        return [element for row in rows for cell in row for element in cell]
    texts = ([_flat(cell) for cell in row] for row in rows if any(row))
    return [
        Element(BlockKind.TABLE_ROW, f"| {' | '.join(cells)} |", tight=number > 0)
        for number, cells in enumerate(texts)
    ]


def _flat(cell: Sequence[Element]) -> str:
    """Returns a cell in one line; the cells of a table in it are set off by commas."""
    texts = (" ".join(element.text.split()).strip("| ") for element in cell)
    return "; ".join(texts).replace(" | ", ", ")


class OpenTables:
    """The tables that are open, one in another, while a document is gone through."""

    def __init__(self) -> None:
        self._tables: list[Rows] = []
        self._left_out: list[bool] = []  # for each table: whether its last row is not read

    def __bool__(self) -> bool:
        return bool(self._tables)

    def open(self) -> None:
        """Begins a table."""
        self._tables.append([])
        self._left_out.append(False)

    def open_row(self) -> None:
        """Begins a row."""
        if self._tables:
            self._tables[-1].append([])
            self._left_out[-1] = False

    def open_cell(self) -> None:
        """Begins a cell."""
        if self._tables and self._tables[-1]:
            self._tables[-1][-1].append([])

    def take(self, element: Element) -> bool:
        """Puts an element into the cell that is open; False where none is."""
        if not self._tables or not self._tables[-1] or not self._tables[-1][-1]:
            return False
        self._tables[-1][-1][-1].append(element)
        return True

    def leave_out_row(self) -> None:
        """Drops the row that is open when it ends."""
        if self._left_out:
            self._left_out[-1] = True

    def close_row(self) -> None:
        """Ends a row."""
        if self._tables and self._tables[-1] and self._left_out[-1]:
            self._tables[-1].pop()

    def close(self) -> list[Element]:
        """Ends a table and returns what it comes to."""
        if not self._tables:
            return []
        self._left_out.pop()
        return table_rows(self._tables.pop())
