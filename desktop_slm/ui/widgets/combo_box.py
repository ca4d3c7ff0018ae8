"""A choice of many in a list that opens; drawn with our own chevron."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.theme import Theme

_NARROWEST_PX = 160


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
        self.currentIndexChanged.connect(lambda _at: self._tell_all_if_cut())

    def minimumSizeHint(self) -> QSize:
        """Returns room for a few words: longer ones are cut, and told whole by the tooltip."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._theme.px(_NARROWEST_PX)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Learns whether the chosen words fit."""
        super().resizeEvent(event)
        self._tell_all_if_cut()

    def _tell_all_if_cut(self) -> None:
        is_cut = self.width() < self.sizeHint().width()
        plain_text.set_tooltip(self, self.currentText() if is_cut else "")

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
