"""Lines of code as they are: fixed font, left to right, never wrapped; long ones scroll inside."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.code_inks import CodeInks
from desktop_slm.ui.widgets.document_writer import pieces
from desktop_slm.ui.widgets.safe_text import SafeText
from desktop_slm.ui.widgets.text_formats import JOINED, TIGHT

_FONT_PX = 13
_LINE_PX = 20


class CodeText(SafeText):
    """Shows code that only grows; all lines but the last are written once."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._final_count = 0
        self._final_end = 0
        self._last_line: str | None = None
        self._first_blocks: list[int] = []  # the block that each line begins
        self._inks: CodeInks | None = None
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDefaultFont(theme.fixed_font(_FONT_PX))

    def show_lines(self, lines: Sequence[str]) -> None:
        """Shows these lines, which begin with those shown before."""
        last = lines[-1] if lines else ""
        if len(lines) == self._final_count + 1 and last == self._last_line:
            return
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setPosition(self._final_end)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        del self._first_blocks[self._final_count :]
        for number in range(self._final_count, len(lines) - 1):
            self._write_line(cursor, lines[number], is_first=number == 0)
        self._final_count = max(len(lines) - 1, 0)
        self._final_end = cursor.position()
        self._write_line(cursor, last, is_first=self._final_count == 0)
        self._last_line = last
        cursor.endEditBlock()
        self.rest_caret()

    def show_colours(self, language: str, lines: Sequence[str], *, is_complete: bool) -> None:
        """Has the lines coloured in the background."""
        if self._inks is None:
            self._inks = CodeInks(self._theme, self.document(), self._block_of)
        self._inks.show(language, lines, is_complete=is_complete)

    def _block_of(self, number: int) -> QTextBlock:
        known = number < len(self._first_blocks)
        return self.document().findBlockByNumber(self._first_blocks[number] if known else -1)

    def restyle(self, lines: Sequence[str]) -> None:
        """Writes everything again in the sizes now in force."""
        self.document().clear()
        self.document().setDefaultFont(self._theme.fixed_font(_FONT_PX))
        self._final_count, self._final_end, self._last_line = 0, 0, None
        self._first_blocks.clear()
        self.show_lines(lines)
        if self._inks is not None:
            self._inks.begin_again()

    def lay_out(self, width: int) -> int:
        """Returns the height of all lines and of the scroll bar, where one is needed."""
        size = self.document().size()
        bar = self.horizontalScrollBar()
        overflows = size.width() > width
        policy = Qt.FocusPolicy.StrongFocus if overflows else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)  # arrow keys scroll what is too wide
        return ceil(size.height()) + (bar.sizeHint().height() if overflows else 0)

    def _write_line(self, cursor: QTextCursor, line: str, *, is_first: bool) -> None:
        for part, piece in enumerate(pieces(plain_text.clean(line).replace("\n", " "))):
            made = self._line_format(joined=2 if part else 0)
            if is_first and part == 0:
                cursor.setBlockFormat(made)
            else:
                cursor.insertBlock(made, QTextCharFormat())
            if part == 0:
                self._first_blocks.append(cursor.blockNumber())
            cursor.insertText(piece, QTextCharFormat())

    def _line_format(self, *, joined: int) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        made.setLineHeight(
            self._theme.px(_LINE_PX), QTextBlockFormat.LineHeightTypes.MinimumHeight.value
        )
        made.setProperty(TIGHT, 1)
        if joined:
            made.setProperty(JOINED, joined)
        return made
