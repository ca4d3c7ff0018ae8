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
