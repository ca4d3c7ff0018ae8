"""One of several of which one is chosen; its ring and dot are seen in both themes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QRadioButton, QWidget

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.marked_words import MarkedWords

_DOT_PX = 8


class RadioButton(MarkedWords, QRadioButton):
    """A choice with its words beside it; arrow keys go to its neighbours."""

    def __init__(self, theme: Theme, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set_words(theme, text)

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        line = self._theme.hairline()
        on = self.isChecked()
        colour = self._theme.color("accent" if on else "control_line")
        painter.setPen(QPen(colour, line * 2 if on else line))
        painter.setBrush(self._theme.color("background"))
        painter.drawEllipse(place.adjusted(line, line, -line, -line))
        if on:
            inset = (place.width() - self._theme.px(_DOT_PX)) / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(place.adjusted(inset, inset, -inset, -inset))
