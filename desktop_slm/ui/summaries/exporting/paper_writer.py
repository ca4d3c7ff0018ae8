"""Writes the lines of an export into a text document for paper, through a cursor alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableFormat,
)

from desktop_slm.assistants.exports.sheet import Kind, Line
from desktop_slm.ui.paper.look import (
    HEADING_PT,
    INDENT_PX,
    LEADING,
    MUTED,
    SMALL_PT,
    TEXT_PT,
    TITLE_LEADING,
    TITLE_PT,
    look,
)

_NOTICE_GROUND, _NOTICE_INK = QColor("#fdf1d6"), QColor("#5e4100")
_TABLE_GAP_PX = 9
_NOTICE_PADDING_PX = 7
_ROW_PADDING_PX = 2
_LABEL_PERCENT = 24
_FIRST_ITEM_GAP_PX = 22
_GAPS = {
    Kind.TITLE: (0, 10),
    Kind.FACT: (0, 1),
    Kind.HEADING: (28, 8),
    Kind.ITEM: (0, 5),
    Kind.SENTENCE: (_FIRST_ITEM_GAP_PX, 0),
    Kind.HINT: (4, 8),
    Kind.FOOTNOTE: (0, 4),
}


class PaperWriter:
    """Writes one export into an empty document."""

    def __init__(self, document: QTextDocument, dots_per_inch: int) -> None:
        self._cursor = QTextCursor(document)
        self._scale = dots_per_inch / 96  # Qt scales all but these two to the device
        self._is_empty = True
        self._headings: list[int] = []

    def write(self, lines: Sequence[Line]) -> Sequence[int]:
        """Writes all lines and returns where headings begin, which stay with what they are over."""
        before = None
        rows: list[Line] = []
        for line in lines:
            if line.kind is Kind.ROW:
                rows.append(line)
                continue
            if rows:
                self._write_table(rows)
                rows = []
            goes_on = line.kind is before is Kind.SENTENCE
            if line.kind is not Kind.NOTICE and not goes_on:
                self._begin(line.kind, before)
            _WRITERS.get(line.kind, PaperWriter._write_text)(self, line)
            before = line.kind
        if rows:
            self._write_table(rows)
        return self._headings

    def _begin(self, kind: Kind, before: Kind | None) -> None:
        above, below = _GAPS[kind]
        above = _FIRST_ITEM_GAP_PX if kind is Kind.ITEM and before is not kind else above
        made = QTextBlockFormat()
        leading = TITLE_LEADING if kind in (Kind.TITLE, Kind.HEADING) else LEADING
        made.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        made.setTopMargin(above)
        made.setBottomMargin(below)
        if kind in (Kind.ITEM, Kind.FOOTNOTE):
            indent = INDENT_PX * self._scale
            made.setLeftMargin(indent)
            made.setTextIndent(-indent)
            tab = QTextOption.Tab(INDENT_PX, QTextOption.TabType.LeftTab)
            made.setTabPositions([tab])
        if self._is_empty:
            self._cursor.setBlockFormat(made)
            self._is_empty = False
        else:
            self._cursor.insertBlock(made, look())
        if kind is Kind.HEADING:
            self._headings.append(self._cursor.position())

    def _write_text(self, line: Line) -> None:
        looks = {
            Kind.TITLE: look(TITLE_PT, is_bold=True),
            Kind.HEADING: look(HEADING_PT, is_bold=True),
        }
        self._cursor.insertText(line.text, looks.get(line.kind, look(SMALL_PT, MUTED)))

    def _write_notice(self, line: Line) -> None:
        made = QTextTableFormat()
        made.setBorder(0)
        made.setTopMargin(_TABLE_GAP_PX)
        made.setBottomMargin(_TABLE_GAP_PX)
        made.setCellPadding(_NOTICE_PADDING_PX)
        made.setCellSpacing(0)
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table = self._cursor.insertTable(1, 1, made)
        cell = table.cellAt(0, 0)
        ground = QTextCharFormat(cell.format())
        ground.setBackground(_NOTICE_GROUND)
        cell.setFormat(ground)
        cell.firstCursorPosition().insertText(line.text, look(TEXT_PT, _NOTICE_INK, is_bold=True))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_empty = True  # the block behind a table is there already

    def _write_item(self, line: Line) -> None:
        self._cursor.insertText("•\t", look(color=MUTED))
        self._write_sentence(line)

    def _write_sentence(self, line: Line) -> None:
        if line.label:
            self._cursor.insertText(f"{line.label}: ", look(is_bold=True))
        self._cursor.insertText(line.text, look())
        if line.notes:
            above = look(TEXT_PT, MUTED)
            above.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            self._cursor.insertText("\u2009" + ",\u2009".join(map(str, line.notes)), above)
        if line.remark:
            self._cursor.insertText(f" ({line.remark})", look(SMALL_PT, MUTED))
        if line.kind is Kind.SENTENCE:
            self._cursor.insertText(" ", look())

    def _write_footnote(self, line: Line) -> None:
        self._cursor.insertText(f"{line.number}\t", look(SMALL_PT, MUTED))
        self._cursor.insertText(f"{line.label}: ", look(SMALL_PT, MUTED))
        self._cursor.insertText(line.text, look(SMALL_PT + 1))

    def _write_table(self, rows: Sequence[Line]) -> None:
        made = QTextTableFormat()
        made.setBorder(0)
        made.setTopMargin(_TABLE_GAP_PX)
        made.setBottomMargin(_TABLE_GAP_PX)
        made.setCellSpacing(0)
        made.setCellPadding(_ROW_PADDING_PX)
        percent = QTextLength.Type.PercentageLength
        made.setColumnWidthConstraints(
            [QTextLength(percent, _LABEL_PERCENT), QTextLength(percent, 100 - _LABEL_PERCENT)]
        )
        table = self._cursor.insertTable(len(rows), 2, made)
        for number, line in enumerate(rows):
            _fill(table, number, line)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_empty = True  # the block behind a table is there already


def _fill(table: QTextTable, number: int, line: Line) -> None:
    looks = (look(SMALL_PT, MUTED), look(SMALL_PT))
    for column, text in enumerate((line.label, line.text)):
        cell = table.cellAt(number, column).firstCursorPosition()
        cell.insertText(text, looks[column])


_WRITERS = {
    Kind.NOTICE: PaperWriter._write_notice,
    Kind.ITEM: PaperWriter._write_item,
    Kind.SENTENCE: PaperWriter._write_sentence,
    Kind.FOOTNOTE: PaperWriter._write_footnote,
}
