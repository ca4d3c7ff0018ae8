"""A check box whose frame and tick are seen in both themes."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.marked_words import MARK_PX, MarkedWords

_TICK_PX = 14


class CheckBox(MarkedWords, QCheckBox):
    """Something that is on or off, with its words beside it."""

    def __init__(self, theme: Theme, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set_words(theme, text)

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        line = self._theme.hairline()
        on = self.isChecked()
        painter.setPen(QPen(self._theme.color("accent" if on else "control_line"), line))
        painter.setBrush(self._theme.color("accent" if on else "background"))
        inner = place.adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.drawRoundedRect(inner, self._theme.px(4), self._theme.px(4))
        if on:
            tick = self._theme.pixmap("check", "on_accent", _TICK_PX, self.devicePixelRatio())
            offset = (MARK_PX - _TICK_PX) / 2 * self._theme.scale
            painter.drawPixmap(round(place.x() + offset), round(place.y() + offset), tick)
