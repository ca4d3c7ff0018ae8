"""Shows where an answer's sentence was found: the page of the document, the words marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.chat.evidence import source_words
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.safe_text import SafeText
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from desktop_slm.assistants.attachments import Attachment
    from desktop_slm.assistants.evidence import Evidence
    from desktop_slm.ui.theme import Theme

_WIDTH_PX, _HEIGHT_PX = 620, 420
_SHARE_OF_WINDOW = 0.92


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, the document that it was looked for in, and where it was found there."""

    sentence: str
    attachment: Attachment
    evidence: tuple[Evidence, ...]  # all that lie in this document
    first: Evidence  # the one to begin with


class PassageDialog(QDialog):
    """One page at a time; Esc and Enter close it."""

    def __init__(self, theme: Theme, passage: Passage, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._passage = passage
        self._pages = passage.attachment.page_texts
        self._at = next(
            (at for at, (number, _) in enumerate(self._pages) if number == passage.first.page), 0
        )
        self.setWindowTitle(plain_text.window_title(passage.attachment.name))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = parent.size() * _SHARE_OF_WINDOW
        self.resize(
            min(theme.px(_WIDTH_PX), room.width()), min(theme.px(_HEIGHT_PX), room.height())
        )
        self._text = QPlainTextEdit()
        self._text.setProperty("kind", "field")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        column = spacing.column(theme, self, gap=12, margins=(24, 20, 24, 20))
        column.addWidget(WrappedLabel(plain_text.one_line(passage.attachment.name), "title"))
        column.addWidget(WrappedLabel(self._claim(), "muted"))
        column.addWidget(self._text, 1)
        column.addLayout(self._made_foot())
        theme.changed.connect(self._show)
        self._show()
        self._close.setFocus()

    def _claim(self) -> str:
        return self.tr("Found for: “{sentence}”").format(
            sentence=plain_text.one_line(self._passage.sentence)
        )

    def _made_foot(self) -> QHBoxLayout:
        theme = self._theme
        self._back = IconButton(theme, "chevron-left", self.tr("Page before"))
        self._on = IconButton(theme, "chevron-right", self.tr("Next page"))
        self._where = PlainLabel(role="small")
        self._back.clicked.connect(lambda: self._step(-1))
        self._on.clicked.connect(lambda: self._step(1))
        self._close = Button(theme, self.tr("Close"), kind="primary")
        self._close.setDefault(True)
        self._close.clicked.connect(self.accept)
        foot = spacing.row(theme, gap=4)
        for each in (self._back, self._where, self._on):
            foot.addWidget(each)
        foot.addStretch(1)
        foot.addWidget(self._close)
        return foot

    def _step(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), len(self._pages) - 1)
        self._show()

    def _show(self) -> None:
        number, text = self._pages[self._at]
        name = source_words.page_name(number, self._passage.attachment)
        self._where.setText(name)
        self._text.setAccessibleName(name)
        self._text.setFont(self._theme.font())
        self._text.setPlainText(plain_text.clean(text))
        self._back.setEnabled(self._at > 0)
        self._on.setEnabled(self._at < len(self._pages) - 1)
        for button in (self._back, self._on, self._where):
            button.setVisible(len(self._pages) > 1)
        self._mark(number, text)

    def _mark(self, number: int, text: str) -> None:
        """Marks the words of the places on this page, and goes to the first."""
        marks = []
        for found in self._passage.evidence:
            if found.page == number:
                marks.append(self._made_mark(text, found.start, found.end))
        self._text.setExtraSelections(marks)
        if marks:
            self._text.setTextCursor(QTextCursor(marks[0].cursor))
            cursor = self._text.textCursor()
            cursor.setPosition(marks[0].cursor.selectionStart())
            self._text.setTextCursor(cursor)
            self._text.centerCursor()

    def _made_mark(self, text: str, start: int, end: int) -> SafeText.ExtraSelection:
        look = QTextCharFormat()
        look.setBackground(self._theme.color("marked"))
        look.setForeground(self._theme.color("on_marked"))
        look.setFontUnderline(True)  # not by colour alone
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(_place(text, start))
        cursor.setPosition(_place(text, end), QTextCursor.MoveMode.KeepAnchor)
        made = SafeText.ExtraSelection()
        made.cursor = cursor
        made.format = look
        return made


def _place(text: str, at: int) -> int:
    """Returns a place in the text as it is shown: cleaned, and counted as Qt counts."""
    shown = plain_text.clean(text[:at])
    return len(shown) + sum(letter > "\uffff" for letter in shown)
