"""A table of an answer: cells that wrap, columns that fit, sideways scrolling where they cannot.

Qt lays a table out as a whole, so it is made of short tables under each other with the same
columns: a finished row is laid out once. The columns are measured on the first rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCursor, QTextLength, QTextTable
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets import markdown, markdown_lines
from desktop_slm.ui.widgets.blocks import LONGEST, Block, Shape
from desktop_slm.ui.widgets.document_writer import pieces
from desktop_slm.ui.widgets.inline_writer import InlineWriter
from desktop_slm.ui.widgets.safe_text import SafeText
from desktop_slm.ui.widgets.table_columns import fit, natural_widths
from desktop_slm.ui.widgets.table_formats import TableFormats
from desktop_slm.ui.widgets.text_formats import Inline

_ROWS_A_TABLE = 16
_LEAST_COLUMN_PX = 88


class TableText(SafeText):
    """One table that only grows; all rows but the last are written once."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._formats = TableFormats(theme, self.formulas)
        self._source = ""
        self._lines: list[str] = []
        self._tables: list[QTextTable] = []
        self._natural: list[int] = []
        self._widths: list[int] = []
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAccessibleName(self.tr("Table"))

    @property
    def text(self) -> SafeText:
        """The text that selects and copies: itself."""
        return self

    def widget(self) -> QWidget:
        """Returns itself."""
        return self

    def show_blocks(self, finished: Sequence[Block], tail: Sequence[Block]) -> None:
        """Shows the one block that it holds."""
        self._source = (*finished, *tail)[0].source
        lines = [line for line in self._source.split("\n") if line.strip()]
        del lines[1]  # the delimiter row
        known = max(len(self._lines) - 1, 0)  # the last may have grown
        if lines[known:] == self._lines[known:]:
            return
        sides = self._sides_of(self._source)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number in range(known, len(lines)):
            self._show_row(cursor, number, _row(lines[number], len(sides)), sides)
        cursor.endEditBlock()
        self.rest_caret()
        self._lines = lines
        if known < _ROWS_A_TABLE:
            first = [_row(line, len(sides)) for line in lines[:_ROWS_A_TABLE]]
            self._natural = natural_widths(first, self._formats)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the text and a line under each row in sight."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(-self.horizontalScrollBar().value(), 0)
        layout = self.document().documentLayout()
        for table in self._tables:
            place = layout.frameBoundingRect(table)
            if place.top() > event.rect().bottom():
                break
            if place.bottom() >= event.rect().top():
                self._paint_lines(painter, table, place)
        painter.end()

    def _paint_lines(self, painter: QPainter, table: QTextTable, place: QRectF) -> None:
        layout = self.document().documentLayout()
        line, colour = self._theme.hairline(), self._theme.color("line")
        for row in range(1, table.rows()):
            block = table.cellAt(row, 0).firstCursorPosition().block()
            top = layout.blockBoundingRect(block).top() - self._formats.above
            painter.fillRect(QRectF(0, top - line, sum(self._widths), line), colour)
        bottom = min(place.bottom(), self.document().size().height())
        painter.fillRect(QRectF(0, int(bottom) - line, sum(self._widths), line), colour)

    def _sides_of(self, source: str) -> list[Qt.AlignmentFlag]:
        delimiters = source.lstrip("\n").split("\n", 2)[1]
        return [_side(cell) for cell in markdown_lines.cells(delimiters)]

    def lay_out(self, width: int) -> int:
        """Fits the columns into the width and returns the height, the scroll bar's included."""
        widths = fit(self._natural, width - 2, self._theme.px(_LEAST_COLUMN_PX))
        if widths != self._widths:
            self._widths = widths
            for table in self._tables:
                self._set_widths(table)
        total = sum(widths) + 2
        overflows = total > width
        self.wrap_at(max(total, width))
        policy = Qt.FocusPolicy.StrongFocus if overflows else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)  # arrow keys scroll what is too wide
        bar = self.horizontalScrollBar().sizeHint().height() if overflows else 0
        return ceil(self.document().size().height()) + bar

    def restyle(self) -> None:
        """Writes everything again in the colours and sizes now in force."""
        self._formats = TableFormats(self._theme, self.formulas)
        self.formulas.forget()
        self.document().clear()
        self._lines, self._tables, self._widths = [], [], []
        self.show_blocks([Block(Shape.TABLE, source=self._source)], [])

    def _show_row(
        self, cursor: QTextCursor, number: int, row: list[str], sides: list[Qt.AlignmentFlag]
    ) -> None:
        table = self._table_for(cursor, number, len(sides))
        at = number % _ROWS_A_TABLE
        for column, text in enumerate(row):
            self._show_cell(table, at, column, text, sides[column], is_head=number == 0)

    def _table_for(self, cursor: QTextCursor, number: int, columns: int) -> QTextTable:
        """Returns the table that holds a row, which is there afterwards."""
        if number // _ROWS_A_TABLE == len(self._tables):
            if not self._tables:
                self.document().setDefaultFont(self._formats.text.font)
            cursor.movePosition(QTextCursor.MoveOperation.End)
            table = cursor.insertTable(1, columns, self._formats.table())
            self._tables.append(table)
            self._set_widths(table)
        table = self._tables[-1]
        if number % _ROWS_A_TABLE == table.rows():
            table.appendRows(1)
        return table

    def _show_cell(
        self,
        table: QTextTable,
        row: int,
        column: int,
        text: str,
        side: Qt.AlignmentFlag,
        *,
        is_head: bool,
    ) -> None:
        cell = table.cellAt(row, column)
        cursor = cell.firstCursorPosition()
        cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.setBlockFormat(self._formats.cell_block(text, column, side))
        cell.setFormat(self._formats.cell(is_head=is_head))
        first, *rest = pieces(text) if len(text) > LONGEST else [text]
        InlineWriter(cursor, self._formats.text, Inline(bold=is_head)).write(
            markdown.parse_inline(plain_text.clean(first))
        )
        for piece in rest:
            cursor.insertBlock(self._formats.cell_block(piece, column, side, joined=2))
            cursor.insertText(plain_text.clean(piece).replace("\n", " "))

    def _set_widths(self, table: QTextTable) -> None:
        made = self._formats.table()
        made.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.FixedLength, width) for width in self._widths]
        )
        table.setFormat(made)


def _row(line: str, columns: int) -> list[str]:
    """Returns as many cells as there are columns; what is too much stays in the last one."""
    cells = markdown_lines.cells(line)
    if len(cells) > columns:
        cells = [*cells[: columns - 1], " | ".join(cells[columns - 1 :])]
    return cells + [""] * (columns - len(cells))


def _side(delimiter: str) -> Qt.AlignmentFlag:
    ends = delimiter.startswith(":"), delimiter.endswith(":")
    if ends == (True, True):
        return Qt.AlignmentFlag.AlignHCenter
    return Qt.AlignmentFlag.AlignRight if ends == (False, True) else Qt.AlignmentFlag.AlignLeft
