"""Writes the lines of an export into a text document for paper, through a cursor alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import (
    QColor,
    QFont,
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

_TEXT_PT, _SMALL_PT, _TITLE_PT, _HEADING_PT = 10.5, 8.5, 20.0, 13.0
_INK, _MUTED = QColor("#14171c"), QColor("#5b6472")
_NOTICE_GROUND, _NOTICE_INK = QColor("#fdf1d6"), QColor("#5e4100")
_LEADING, _TITLE_LEADING = 135.0, 112.0  # per cent
_INDENT_PX = 22  # at 96 dots an inch, as all lengths here
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
# Letters that a font joins would be others when they are copied or read back: "-->".
_NO_JOINS = ("liga", "calt", "dlig", "clig")


class PaperWriter:
    """Writes one export into an empty document."""

    def __init__(self, document: QTextDocument, dots_per_inch: int) -> None:
        self._cursor = QTextCursor(document)
        self._scale = dots_per_inch / 96  # Qt scales all but these two to the device
        self._is_empty = True
        self.headings: list[int] = []  # positions: a heading stays with what it is over

    def write(self, lines: Sequence[Line]) -> None:
        """Writes all lines."""
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

    def _begin(self, kind: Kind, before: Kind | None) -> None:
        above, below = _GAPS[kind]
        above = _FIRST_ITEM_GAP_PX if kind is Kind.ITEM and before is not kind else above
        made = QTextBlockFormat()
        leading = _TITLE_LEADING if kind in (Kind.TITLE, Kind.HEADING) else _LEADING
        made.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        made.setTopMargin(above)
        made.setBottomMargin(below)
        if kind in (Kind.ITEM, Kind.FOOTNOTE):
            indent = _INDENT_PX * self._scale
            made.setLeftMargin(indent)
            made.setTextIndent(-indent)
            tab = QTextOption.Tab(_INDENT_PX, QTextOption.TabType.LeftTab)
            made.setTabPositions([tab])
        if self._is_empty:
            self._cursor.setBlockFormat(made)
            self._is_empty = False
        else:
            self._cursor.insertBlock(made, _look())
        if kind is Kind.HEADING:
            self.headings.append(self._cursor.position())

    def _write_text(self, line: Line) -> None:
        looks = {
            Kind.TITLE: _look(_TITLE_PT, is_bold=True),
            Kind.HEADING: _look(_HEADING_PT, is_bold=True),
        }
        self._cursor.insertText(line.text, looks.get(line.kind, _look(_SMALL_PT, _MUTED)))

    def _write_notice(self, line: Line) -> None:
        made = QTextTableFormat()
        made.setBorder(0)
        made.setTopMargin(_TABLE_GAP_PX)
        made.setBottomMargin(_TABLE_GAP_PX)
        made.setCellPadding(_NOTICE_PADDING_PX)
        made.setCellSpacing(0)
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table = self._cursor.insertTable(1, 1, made)
        look = _look(_TEXT_PT, _NOTICE_INK, is_bold=True)
        cell = table.cellAt(0, 0)
        ground = QTextCharFormat(cell.format())
        ground.setBackground(_NOTICE_GROUND)
        cell.setFormat(ground)
        cell.firstCursorPosition().insertText(line.text, look)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_empty = True  # the block behind a table is there already

    def _write_item(self, line: Line) -> None:
        self._cursor.insertText("•\t", _look(color=_MUTED))
        self._write_sentence(line)

    def _write_sentence(self, line: Line) -> None:
        if line.label:
            self._cursor.insertText(f"{line.label}: ", _look(is_bold=True))
        self._cursor.insertText(line.text, _look())
        if line.notes:
            above = _look(_TEXT_PT, _MUTED)
            above.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            self._cursor.insertText("\u2009" + ",\u2009".join(map(str, line.notes)), above)
        if line.remark:
            self._cursor.insertText(f" ({line.remark})", _look(_SMALL_PT, _MUTED))
        if line.kind is Kind.SENTENCE:
            self._cursor.insertText(" ", _look())

    def _write_footnote(self, line: Line) -> None:
        self._cursor.insertText(f"{line.number}\t", _look(_SMALL_PT, _MUTED))
        self._cursor.insertText(f"{line.label}: ", _look(_SMALL_PT, _MUTED))
        self._cursor.insertText(line.text, _look(_SMALL_PT + 1))

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
    looks = (_look(_SMALL_PT, _MUTED), _look(_SMALL_PT))
    for column, text in enumerate((line.label, line.text)):
        cell = table.cellAt(number, column).firstCursorPosition()
        cell.insertText(text, looks[column])


def paper_font(points: float) -> QFont:
    """Returns the font of all text on paper."""
    font = QFont()
    font.setPointSizeF(points)
    for feature in _NO_JOINS:
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _look(
    points: float = _TEXT_PT, color: QColor = _INK, *, is_bold: bool = False
) -> QTextCharFormat:
    made = QTextCharFormat()
    font = paper_font(points)
    font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
    made.setFont(font)
    made.setForeground(color)
    return made


_WRITERS = {
    Kind.NOTICE: PaperWriter._write_notice,
    Kind.ITEM: PaperWriter._write_item,
    Kind.SENTENCE: PaperWriter._write_sentence,
    Kind.FOOTNOTE: PaperWriter._write_footnote,
}
