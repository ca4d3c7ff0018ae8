"""Lines of plain text in a frame, to be read, selected and copied: details, versions, paths."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.theme import Theme

_MARGIN_PX = 24
_MOST_LINES = 24
_LEAST_PX = 120


class PlainBox(QPlainTextEdit):
    """A read-only box as high as its lines; `name` is read out. Tab leaves it."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "field")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        """Returns room for the lines."""
        return QSize(super().sizeHint().width(), self._height())

    def show_text(self, text: str) -> None:
        """Shows these lines."""
        self.setPlainText(plain_text.clean(text))
        self._on_theme_changed()

    def copy_all(self) -> None:
        """Puts all of it on the clipboard."""
        QGuiApplication.clipboard().setText(self.toPlainText())

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.fixed_font(12))
        self.setMinimumHeight(min(self._height(), self._theme.px(_LEAST_PX)))
        self.setMaximumHeight(self._height())
        self.updateGeometry()

    def _height(self) -> int:
        lines = min(self.document().blockCount(), _MOST_LINES)
        return lines * self.fontMetrics().lineSpacing() + self._theme.px(_MARGIN_PX)
