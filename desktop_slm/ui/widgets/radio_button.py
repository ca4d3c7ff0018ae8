"""One of several of which one is chosen; its ring and dot are seen in both themes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.theme import Theme

_RING_PX = 18
_DOT_PX = 8
_GAP_PX = 8
_HEIGHT_PX = 28


class RadioButton(QRadioButton):
    """A choice with its words beside it; arrow keys go to its neighbours."""

    def __init__(self, theme: Theme, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(plain_text.label(text))
        self.setAccessibleName(plain_text.one_line(text))
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Returns room for ring and words."""
        words = self.fontMetrics().horizontalAdvance(self.accessibleName())
        px = self._theme.px
        return QSize(px(_RING_PX) + px(_GAP_PX) + words + px(4), px(_HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        """Returns the same."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """Takes a click anywhere on ring and words."""
        return QAbstractButton.hitButton(self, pos)  # type: ignore[arg-type]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ring, its dot and the words, mirrored where the window is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._theme.px(_RING_PX)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - side if is_mirrored else 0
        self._paint_ring(painter, QRectF(left, (self.height() - side) // 2, side, side))
        gap = side + self._theme.px(_GAP_PX)
        words = self.rect().adjusted(0 if is_mirrored else gap, 0, -gap if is_mirrored else 0, 0)
        painter.setPen(self._theme.color("text" if self.isEnabled() else "muted"))
        painter.drawText(words, spacing.leading(self), self.accessibleName())

    def _paint_ring(self, painter: QPainter, ring: QRectF) -> None:
        line = self._theme.hairline()
        on = self.isChecked()
        colour = self._theme.color("accent" if on else "control_line")
        painter.setPen(QPen(colour, line * 2 if on else line))
        painter.setBrush(self._theme.color("background"))
        painter.drawEllipse(ring.adjusted(line, line, -line, -line))
        if on:
            inset = (ring.width() - self._theme.px(_DOT_PX)) / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))
