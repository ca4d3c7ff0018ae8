"""Paragraphs, headings, lists and quotes of an answer, in one widget so that they select as one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.blocks import Block
from desktop_slm.ui.widgets.document_writer import DocumentWriter
from desktop_slm.ui.widgets.safe_text import SafeText
from desktop_slm.ui.widgets.text_formats import TextFormats


class ProseText(SafeText):
    """Writes a finished block once; only the tail is taken out and written again."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._formats = TextFormats(theme, self.formulas)
        self._finished: list[Block] = []
        self._tail: list[Block] = []
        self._final = QTextCursor(self.document())  # the end of what is written once
        self._final.setKeepPositionOnInsert(True)
        self._has_links = False

    @property
    def text(self) -> SafeText:
        """The text that selects and copies: itself."""
        return self

    def widget(self) -> QWidget:
        """Returns itself."""
        return self

    def show_blocks(self, finished: Sequence[Block], tail: Sequence[Block]) -> None:
        """Shows what is new; `finished` begins with what was finished before."""
        fresh, tail = list(finished[len(self._finished) :]), list(tail)
        if not fresh and tail == self._tail:
            return
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        self._remove_tail(cursor)
        writer = self.writer(self._formats, cursor, is_empty=not self._finished)
        for block in fresh:
            self._write(writer, block)
            self._finished.append(block)
        self._final.setPosition(cursor.position())
        before = list(self._finished)
        for block in tail:
            self._write(writer, block)
            self._finished.append(block)
        self._finished, self._tail = before, tail
        cursor.endEditBlock()
        self.rest_caret()

    def restyle(self) -> None:
        """Writes everything again in the colours and sizes now in force."""
        finished, tail = self._finished, self._tail
        self._formats = TextFormats(self._theme, self.formulas)
        self._finished, self._tail = [], []
        self.formulas.forget()
        self.document().clear()
        self._final.setPosition(0)
        self.show_blocks(finished, tail)

    def _write(self, writer: DocumentWriter, block: Block) -> None:
        after = self._finished[-1].shape if self._finished else None
        writer.write(block, after)
        if not self._has_links and ("://" in block.source or "](" in block.source):
            self._has_links = True
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Tab goes from link to link

    def _remove_tail(self, cursor: QTextCursor) -> None:
        cursor.setPosition(self._final.position())
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
