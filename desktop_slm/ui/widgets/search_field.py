"""A field to search in: a magnifying glass, and a cross that empties it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.icon_button import IconButton

_MARGIN_PX = 10
_ICON_PX = 16


class SearchField(QLineEdit):
    """One line of search words; Esc empties it."""

    def __init__(self, theme: Theme, hint: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._cross = IconButton(theme, "x", self.tr("Empty the field"), kind="tiny", parent=self)
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        self._cross.clicked.connect(self.clear)
        self._cross.hide()
        self.textChanged.connect(self._on_text_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empties itself on Esc; Esc in an empty field is somebody else's."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the cross at the end."""
        super().resizeEvent(event)
        size = self._cross.sizeHint()
        margin = self._theme.px(4)
        left = margin if self.isRightToLeft() else self.width() - size.width() - margin
        self._cross.setGeometry(
            left, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the field and the magnifying glass at its start."""
        super().paintEvent(event)
        side, margin = self._theme.px(_ICON_PX), self._theme.px(_MARGIN_PX)
        left = self.width() - side - margin if self.isRightToLeft() else margin
        pixmap = self._theme.pixmap("search", "muted", _ICON_PX, self.devicePixelRatio())
        QPainter(self).drawPixmap(left, (self.height() - side) // 2, pixmap)

    def _on_text_changed(self, text: str) -> None:
        self._cross.setVisible(bool(text))

    def _on_theme_changed(self) -> None:
        icon = self._theme.px(_ICON_PX + 8)
        cross = self._theme.px(20)
        at_start, at_end = (cross, icon) if self.isRightToLeft() else (icon, cross)
        self.setTextMargins(at_start, 0, at_end, 0)
