"""A chat on paper: who said what, with a model's headings, lists, tables and code."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTableFormat,
)

from desktop_slm.assistants.chat_files import wording
from desktop_slm.assistants.chat_files.blocks import Block, BlockKind, Span, blocks_of, plain_blocks
from desktop_slm.assistants.chat_files.chat_file import ChatFile, FileMessage
from desktop_slm.assistants.chat_files.citations import CitedAnswer, Note, citations, marked
from desktop_slm.assistants.exports.inert import inert
from desktop_slm.assistants.exports.wording import LINK_MEANS, SOURCES
from desktop_slm.ui.paper import sheets
from desktop_slm.ui.paper.look import (
    HEADING_PT,
    INDENT_PX,
    LEADING,
    MUTED,
    SMALL_PT,
    TEXT_PT,
    TITLE_PT,
    look,
)

_CODE_GROUND = QColor("#f1f3f5")
_CODE_PT = 9.0
_CELL_PADDING_PX = 3


def pdf(chat: ChatFile) -> bytes:
    """Returns the chat's shown branch as a PDF. Blocks; any thread may ask."""

    def fill(document: QTextDocument, dots_per_inch: int) -> Sequence[int]:
        return _ChatWriter(document, dots_per_inch).write(chat)

    return sheets.drawn(lambda: sheets.pdf(wording.title(chat), fill))


class _ChatWriter:
    """Writes one chat into an empty document."""

    def __init__(self, document: QTextDocument, dots_per_inch: int) -> None:
        self._cursor = QTextCursor(document)
        self._scale = dots_per_inch / 96
        self._is_empty = True
        self._headings: list[int] = []

    def write(self, chat: ChatFile) -> Sequence[int]:
        """Writes everything and returns where headings begin."""
        self._begin(0, 10)
        self._insert(wording.title(chat), look(TITLE_PT, is_bold=True))
        if wording.is_practice(chat):
            self._begin(0, 4)
            self._insert(wording.PRACTICE, look(is_bold=True))
        for fact in wording.facts(chat):
            self._begin(0, 1)
            self._insert(fact, look(SMALL_PT, MUTED))
        cited = citations(chat)
        for message in chat.branch:
            self._write_message(message, cited.of(message))
        self._write_sources(cited.notes)
        return self._headings

    def _write_message(self, message: FileMessage, answer: CitedAnswer) -> None:
        self._begin(20, 6, is_heading=True)
        self._insert(wording.speaker(message), look(SMALL_PT + 1, MUTED, is_bold=True))
        for name in wording.attached(message):
            self._begin(0, 2)
            self._insert(f"Attached: {name}", look(SMALL_PT, MUTED))
        for block in plain_blocks(message.thinking):
            self._begin(0, 4, indent=1)
            self._insert(block.text, look(SMALL_PT, MUTED))
        is_typed = message.role == "user"
        blocks = plain_blocks(message.text) if is_typed else blocks_of(message.text)
        blocks, unplaced = marked(blocks, answer)
        for kind, group in itertools.groupby(blocks, key=lambda block: block.kind):
            if kind is BlockKind.ROW:
                self._write_table(list(group))
            else:
                for block in group:
                    self._write_block(block)
        for sentence in unplaced:
            self._begin(0, 2)
            self._insert(f"“{sentence.text}”", look(SMALL_PT, MUTED))
            self._write_marks([note.number for note in sentence.notes], "")
        for number, line in enumerate(answer.lines):
            self._begin(0 if number else 6, 2)
            self._insert(line, look(SMALL_PT, MUTED))

    def _write_sources(self, notes: Sequence[Note]) -> None:
        if not notes:
            return
        self._begin(24, 6, is_heading=True)
        self._insert(SOURCES, look(HEADING_PT, is_bold=True))
        self._begin(0, 6)
        self._insert(LINK_MEANS, look(SMALL_PT, MUTED))
        for note in notes:
            self._begin(0, 3, indent=1)
            self._insert(f"{note.number}  ", look(SMALL_PT, MUTED))
            self._insert(f"{note.place}: ", look(SMALL_PT, MUTED))
            self._insert(note.quote, look(SMALL_PT))

    def _write_marks(self, numbers: Sequence[int], remark: str) -> None:
        if numbers:
            raised = look(TEXT_PT)
            raised.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            self._insert(",".join(map(str, numbers)), raised)
        if remark:
            self._insert(f" ({remark})", look(SMALL_PT, MUTED))

    def _write_block(self, block: Block) -> None:
        match block.kind:
            case BlockKind.HEADING:
                self._begin(12, 4, is_heading=True)
                self._write_spans(block.spans, HEADING_PT, is_bold=True)
            case BlockKind.CODE:
                for line in block.text.split("\n"):
                    self._begin(0, 0, indent=block.level, ground=_CODE_GROUND)
                    self._insert(line, _code_look())
            case BlockKind.RULE:
                self._begin(4, 4)
                self._insert("⁂", look(SMALL_PT, MUTED))
            case _:
                self._begin(0, 6, indent=block.level + block.quotes)
                if block.marker:
                    self._insert(f"{block.marker} ", look(color=MUTED))
                self._write_spans(block.spans, TEXT_PT)

    def _write_spans(self, spans: Sequence[Span], points: float, *, is_bold: bool = False) -> None:
        for span in spans:
            made = look(points, is_bold=is_bold or span.is_strong)
            if span.is_code:
                made = _code_look()
            made.setFontItalic(span.is_emphasised)
            self._insert(span.text, made)
            self._write_marks(span.notes, span.remark)
            # Paper cannot be clicked: where a link leads stands beside its words.
            if span.link and span.link.removeprefix("mailto:") != span.text:
                self._insert(f" ({span.link})", look(SMALL_PT, MUTED))

    def _write_table(self, rows: Sequence[Block]) -> None:
        columns = max(len(row.cells) for row in rows)
        made = QTextTableFormat()
        made.setBorder(1)
        made.setBorderCollapse(True)
        made.setCellPadding(_CELL_PADDING_PX)
        made.setCellSpacing(0)
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made.setTopMargin(6)
        made.setBottomMargin(8)
        table = self._cursor.insertTable(len(rows), max(columns, 1), made)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row.cells):
                cursor = table.cellAt(number, column).firstCursorPosition()
                words = inert("".join(span.text for span in cell))
                cursor.insertText(words, look(SMALL_PT + 1, is_bold=number == 0))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_empty = True  # the block behind a table is there already

    def _begin(
        self,
        above: int,
        below: int,
        *,
        indent: int = 0,
        is_heading: bool = False,
        ground: QColor | None = None,
    ) -> None:
        made = QTextBlockFormat()
        made.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        made.setTopMargin(above)
        made.setBottomMargin(below)
        made.setLeftMargin(INDENT_PX * indent * self._scale)
        if ground is not None:
            made.setBackground(ground)
        if self._is_empty:
            self._cursor.setBlockFormat(made)
            self._is_empty = False
        else:
            self._cursor.insertBlock(made, look())
        if is_heading:
            self._headings.append(self._cursor.position())

    def _insert(self, text: str, made: QTextCharFormat) -> None:
        # A line separator stays within its block.
        self._cursor.insertText(inert(text).replace("\n", "\u2028"), made)


def _code_look() -> QTextCharFormat:
    made = look(_CODE_PT)
    font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    font.setPointSizeF(_CODE_PT)
    made.setFont(font)
    return made
