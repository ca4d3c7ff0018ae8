"""A code block of an answer: its language, a button that copies it, and the lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets import markdown_lines
from desktop_slm.ui.widgets.blocks import Block
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.code_text import CodeText
from desktop_slm.ui.widgets.elided_label import ElidedLabel

_PADDING_PX = 12
_HEADER_PX = 32
_COPIED_MS = 2000


class CodeBlock(QFrame):
    """One fenced block, framed; `lay_out` places everything for a width."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: list[str] = []
        self.setProperty("card", "code")
        self._header = QWidget(self)
        self._language = ElidedLabel(role="small")
        self._copy = Button(theme, self.tr("Copy"), kind="small")
        self._copy.clicked.connect(self.copy_code)
        header = spacing.row(theme, self._header, gap=8, margins=(_PADDING_PX, 0, 4, 0))
        header.addWidget(self._language, 1)
        header.addWidget(self._copy)
        self._separator = QFrame(self)
        self._separator.setProperty("separator", True)
        self.text = CodeText(theme, parent=self)
        self._copied = QTimer(self, singleShot=True, interval=_COPIED_MS)
        self._copied.timeout.connect(self._on_copied_long_ago)

    def widget(self) -> QWidget:
        """Returns itself."""
        return self

    def show_blocks(self, finished: Sequence[Block], tail: Sequence[Block]) -> None:
        """Shows the one block that it holds."""
        language, self._lines = code_of((*finished, *tail)[0].source)
        self._language.setText(language or self.tr("code"))
        self.setAccessibleName(
            self.tr("Code, {language}").format(language=language) if language else self.tr("Code")
        )
        self.text.setAccessibleName(self.accessibleName())
        self._copy.setAccessibleName(self.tr("Copy code"))
        self.text.show_lines(self._lines)
        self.text.show_colours(language, self._lines, is_complete=bool(finished))

    def lay_out(self, width: int) -> int:
        """Places header and lines and returns the height."""
        px = self._theme.px
        line, padding, header = self._theme.hairline(), px(_PADDING_PX), px(_HEADER_PX)
        self._header.setGeometry(line, line, width - 2 * line, header)
        self._separator.setGeometry(line, line + header, width - 2 * line, line)
        top = header + 2 * line + px(8)
        inside = width - 2 * padding
        self.text.resize(inside, self.text.height())
        height = self.text.lay_out(inside)
        self.text.setGeometry(padding, top, inside, height)
        return top + height + px(8)

    def restyle(self) -> None:
        """Takes the sizes and colours now in force."""
        self.text.restyle(self._lines)

    def set_streaming(self, streaming: bool) -> None:
        """Shows that more is coming."""
        self.text.set_streaming(streaming)

    def copy_code(self) -> None:
        """Copies the code as it was written, and says so for a moment."""
        QGuiApplication.clipboard().setText("\n".join(self._lines))
        self._copy.setText(self.tr("Copied"))
        self._copied.start()

    def _on_copied_long_ago(self) -> None:
        self._copy.setText(self.tr("Copy"))
        self._copy.setAccessibleName(self.tr("Copy code"))


def code_of(source: str) -> tuple[str, list[str]]:
    """Returns language and lines of a fenced block, whether or not its fence is closed yet."""
    lines = source.split("\n")
    start = next(number for number, line in enumerate(lines) if not markdown_lines.is_blank(line))
    opening = lines[start]
    fence = markdown_lines.fence(opening)
    words = opening.strip()[len(fence) :].split()
    body = lines[start + 1 :]
    if len(body) > 1 and not body[-1]:
        body.pop()  # what follows the last line's end is no line
    if body and markdown_lines.closes(fence, body[-1]):
        body.pop()
    indent = markdown_lines.indent(opening)
    unindented = [_without_indent(line, indent).removesuffix("\r") for line in body]
    return plain_text.one_line(words[0])[:40] if words else "", unindented


def _without_indent(line: str, most: int) -> str:
    spaces = len(line) - len(line.lstrip(" "))
    return line[min(spaces, most) :]
