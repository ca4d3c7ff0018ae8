"""A choice of many in a list that opens; drawn with our own chevron."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.theme import Theme


class ComboBox(QComboBox):
    """A named choice; items are (value, words)."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        items: Iterable[tuple[str, str]] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        for value, words in items:
            self.addItem(plain_text.one_line(words), value)

    def choice(self) -> str:
        """Returns the value of the chosen item."""
        return str(self.currentData() or "")

    def choose(self, value: str) -> None:
        """Chooses an item by its value."""
        self.setCurrentIndex(max(self.findData(value), 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the box and the chevron at its end."""
        super().paintEvent(event)
        side = self._theme.px(16)
        margin = self._theme.px(8)
        at = margin if self.isRightToLeft() else self.width() - side - margin
        pixmap = self._theme.pixmap("chevron-down", "muted", 16, self.devicePixelRatio())
        QPainter(self).drawPixmap(at, (self.height() - side) // 2, pixmap)
