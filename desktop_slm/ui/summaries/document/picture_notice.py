"""The quiet line over the document: why there are no pictures, or why a mark is not on them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.document.page_store import WhyNot
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_OFFERS_FILE = (WhyNot.NO_FILE, WhyNot.GONE, WhyNot.CHANGED)


class PictureNotice(QWidget):
    """One sentence, and beside it what can be done."""

    file_requested = Signal()
    text_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = WrappedLabel(role="small")
        self._find = Button(theme, self.tr("Find the file…"), kind="link")
        self._find.clicked.connect(self.file_requested)
        self._text = Button(theme, self.tr("Show the text"), kind="link")
        self._text.clicked.connect(self.text_requested)
        row = spacing.row(theme, self, gap=8, margins=(16, 0, 12, 4))
        row.addWidget(self._label, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._find)
        row.addWidget(self._text)
        self.hide()

    def words(self) -> str:
        """Returns what is said, "" where that is nothing."""
        return "" if self.isHidden() else self._label.text()

    def clear(self) -> None:
        """Says nothing."""
        self.hide()

    def say_why_not(self, why: WhyNot) -> None:
        """Says why only the text is shown."""
        words = {
            WhyNot.NO_FILE: self.tr("Only the text is shown: the file itself is not kept here."),
            WhyNot.GONE: self.tr("Only the text is shown: the file is not where it was."),
            WhyNot.CHANGED: self.tr(
                "Only the text is shown: the file was changed after it was read."
            ),
            WhyNot.LOCKED: self.tr("Only the text is shown: the file is locked by a password."),
            WhyNot.STOPPED: self.tr(
                "Only the text is shown: the pages could not be drawn, the reader stopped."
            ),
        }
        self._say(words[why], find=why in _OFFERS_FILE)

    def say_not_that_file(self) -> None:
        """Says that a file that was chosen is not the one that was read."""
        words = self.tr("This is another file than the one that was read. The text is shown.")
        self._say(words, find=True)

    def say_not_drawn(self, page: str) -> None:
        """Says that one page has no picture; `page` names it."""
        words = self.tr("{0} could not be drawn: the reader stopped. Its text is there.")
        self._say(words.format(page), text=True)

    def say_not_marked(self) -> None:
        """Says that a passage cannot be marked on the picture."""
        words = self.tr("These words cannot be marked on the picture; in the text they are.")
        self._say(words, text=True)

    def _say(self, words: str, *, find: bool = False, text: bool = False) -> None:
        self._label.setText(words)
        self._find.setVisible(find)
        self._text.setVisible(text)
        self.show()
