"""An icon that only illustrates: it takes no focus and is not read out."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_slm.ui.theme import Theme


class IconLabel(QWidget):
    """Draws an icon sharply at whatever pixel ratio its screen has."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        token: str = "text",
        *,
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._token = token
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_icon(self, icon: str, token: str = "text") -> None:
        """Shows another icon."""
        self._icon, self._token = icon, token
        self.update()

    def sizeHint(self) -> QSize:
        """Returns the icon's size, on a line as high as one of text or a button beside it."""
        side = self._theme.px(self._size)
        return QSize(side, max(side, self._theme.px(28)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the icon in the middle."""
        painter = QPainter(self)
        side = self._theme.px(self._size)
        pixmap = self._theme.pixmap(self._icon, self._token, self._size, self.devicePixelRatio())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, pixmap)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
