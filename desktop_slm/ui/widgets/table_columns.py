"""How wide a table's columns are: as wide as their words, less where there is not enough room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF

if TYPE_CHECKING:
    from desktop_slm.ui.widgets.table_formats import TableFormats

_MARKS = re.compile(r"\*\*|__|`|~~")
_MOST_EMS = 28  # a wider column wraps


def natural_widths(rows: Sequence[Sequence[str]], formats: TableFormats) -> list[int]:
    """Returns the width of each column's longest cell, none wider than is good to read."""
    font = formats.text.font
    bold = formats.text.font.__class__(font)
    bold.setBold(True)
    metrics = QFontMetricsF(bold)
    most = metrics.horizontalAdvance("m") * _MOST_EMS
    return [
        round(
            min(max(metrics.horizontalAdvance(_MARKS.sub("", cell[:200])) for cell in column), most)
        )
        + 2 * formats.padding
        + 4
        for column in zip(*rows, strict=True)
    ]


def fit(natural: Sequence[int], room: int, least: int) -> list[int]:
    """Returns widths that fit into `room` where they can, none under `least` or its own width.

    Narrow columns keep their width; the wide ones share what is left evenly.
    """
    widths = list(natural)
    left, columns = room, len(widths)
    for column in sorted(range(len(widths)), key=lambda each: widths[each]):
        share = left // columns
        if widths[column] > share:
            widths[column] = max(share, min(least, widths[column]))
        left -= widths[column]
        columns -= 1
    return widths
