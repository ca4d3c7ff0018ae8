"""The field in which a sentence is edited: plain text, as high as its lines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.theme import Theme

_FRAME_PX = 14
# The window that is left, or a menu over it, is no reason to be done with a sentence.
_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class SentenceEditor(QPlainTextEdit):
    """Enter and leaving it commit, Esc cancels; each comes once."""

    committed = Signal(str)
    cancelled = Signal()

    def __init__(self, theme: Theme, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_over = False
        self.setProperty("kind", "field")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The sentence"))
        self.setPlaceholderText(self.tr("Write a sentence"))
        self.setPlainText(plain_text.one_line(text))
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def commit(self) -> None:
        """Hands over what stands there."""
        if not self._is_over:
            self._is_over = True
            self.committed.emit(" ".join(self.toPlainText().split()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done, Esc was a mistake; a sentence has no lines of its own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
        elif event.key() == Qt.Key.Key_Escape:
            self._is_over = True
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field keeps what was written."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.commit()

    def hideEvent(self, event: QHideEvent) -> None:
        """So does leaving the page or the program."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits its height to another width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fits its height to another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def sizeHint(self) -> QSize:
        """Returns the height of its lines."""
        return QSize(super().sizeHint().width(), self._height())

    def _fit(self) -> None:
        height = self._height()
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _height(self) -> int:
        # Of a plain text edit the document's height counts lines.
        lines = max(1, round(self.document().size().height()))
        return lines * self.fontMetrics().lineSpacing() + self._theme.px(_FRAME_PX)

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font())
        self._fit()
