"""Qt's formats for a table of an answer: a raised head, room in the cells, no borders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextTableCellFormat, QTextTableFormat

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.text_formats import CELL, JOINED, Place, TextFormats

if TYPE_CHECKING:
    from desktop_slm.ui.widgets.formula_places import FormulaPlaces

_PADDING_PX = 8


class TableFormats:
    """Makes the formats for one theme and zoom; thrown away when either changes."""

    def __init__(self, theme: Theme, formulas: FormulaPlaces | None = None) -> None:
        self._theme = theme
        # A line higher than its letters has them at its bottom: less room above looks even.
        self.above = theme.px(_PADDING_PX - 4)
        self.below = theme.px(_PADDING_PX - 1)
        self.text = TextFormats(theme, formulas)

    @property
    def padding(self) -> int:
        """Room between a cell's words and its lines."""
        return self._theme.px(_PADDING_PX)

    def table(self) -> QTextTableFormat:
        """Returns the format of a table."""
        made = QTextTableFormat()
        made.setBorder(0)  # Qt's collapsed borders take 5 ms a screen; TableText draws lines
        made.setCellPadding(0)
        made.setCellSpacing(0)
        return made

    def cell(self, *, is_head: bool) -> QTextTableCellFormat:
        """Returns the format of a cell."""
        made = QTextTableCellFormat()
        made.setLeftPadding(self.padding)
        made.setRightPadding(self.padding)
        made.setTopPadding(self.above)
        made.setBottomPadding(self.below)
        if is_head:
            made.setBackground(self._theme.color("raised"))
        return made

    def cell_block(
        self, text: str, column: int, side: Qt.AlignmentFlag, *, joined: int = 0
    ) -> QTextBlockFormat:
        """Returns the format of the text in a cell."""
        made = self.text.block(Place(joined=joined), text)
        made.setAlignment(side)
        made.setProperty(CELL, column + 1)
        if joined:
            made.setProperty(JOINED, joined)
        return made
