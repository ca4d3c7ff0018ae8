"""What a screen reader finds where a formula is drawn: its LaTeX, at its place in the text.

To Qt a formula is one letter that says nothing. Over each stands a widget that shows nothing and
takes no click; they are made only while somebody listens.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop_slm.ui import accessible_roles, plain_text
from desktop_slm.ui.widgets.read_text import formula_sources


class FormulaLabels(QObject):
    """Belongs to one text; follows it whenever it is written or laid out anew."""

    def __init__(self, text: QTextBrowser) -> None:
        super().__init__(text)
        self._text = text
        self._labels: list[QWidget] = []
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.refresh)
        text.document().documentLayout().documentSizeChanged.connect(lambda _: self._later())
        text.document().contentsChanged.connect(self._later)

    def _later(self) -> None:
        if self._labels or QAccessible.isActive():
            self._timer.start()

    def refresh(self) -> None:
        """Puts a label over each formula."""
        found = list(formula_sources(self._text.document()))
        for label in self._labels[len(found) :]:
            label.hide()
            label.deleteLater()
        del self._labels[len(found) :]
        while len(self._labels) < len(found):
            self._labels.append(self._made())
        for label, (position, source) in zip(self._labels, found, strict=True):
            words = self.tr("Formula: {latex}").format(latex=plain_text.one_line(source))
            if label.accessibleName() != words:
                accessible_roles.name(label, "formula", words)
            label.setGeometry(self._place(position))
            label.show()

    def _made(self) -> QWidget:
        label = QWidget(self._text.viewport())
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        return label

    def _place(self, position: int) -> QRect:
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(position)
        before = self._text.cursorRect(cursor)
        cursor.setPosition(position + 1)
        return before.united(self._text.cursorRect(cursor))
