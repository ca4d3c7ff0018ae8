"""What is seen while a sentence is dragged: its picture at the pointer, a line where it would go.

Neither takes the mouse, and neither is told to a screen reader: the keys move sentences, too.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from desktop_slm.ui.theme import Theme

_RADIUS_PX = 8
_LINE_PX = 2
_KNOB_PX = 8
_INSET_PX = 20  # the knob of the line is seen beside the picture
_OPACITY = 0.85
_PALE = 0.65  # how much of the ground lies over what is left behind


class InsertionLine(QWidget):
    """Lies over the rows; its knob is where a line of text begins."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._around = theme, parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, y: int) -> None:
        """Shows the line with its middle at this height of its parent."""
        high = self._theme.px(_KNOB_PX)
        around = self._around
        # At the very top or bottom of the list it stays whole.
        top = max(0, min(y - high // 2, around.height() - high))
        self.setGeometry(0, top, around.width(), high)
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, line = self._theme.color("accent"), self._theme.px(_LINE_PX)
        painter.setPen(QPen(color, line))
        side = self.height() - line
        left = self.width() - side - line / 2 if self.isRightToLeft() else line / 2
        knob = QRectF(left, line / 2, side, side)
        painter.drawEllipse(knob)
        middle = self.height() / 2
        ends = (0, knob.left()) if self.isRightToLeft() else (knob.right(), self.width())
        painter.drawLine(round(ends[0]), round(middle), round(ends[1]), round(middle))


class RowPicture(QWidget):
    """The dragged row as it looked, over the whole window; the row itself stays, pale."""

    def __init__(self, theme: Theme, row: QWidget, hold_y: int) -> None:
        """`hold_y` is where in the row the pointer took it."""
        super().__init__(row.window())
        self._theme, self._hold_y = theme, hold_y
        inset = theme.px(_INSET_PX) * (-1 if row.isRightToLeft() else 1)
        self._left = row.mapTo(row.window(), QPoint(inset, 0)).x()
        self._pixmap: QPixmap = row.grab()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(row.size())
        self._veil = _Veil(theme, row)
        self.raise_()

    def follow(self, pointer: QPoint) -> None:
        """Goes up and down with the pointer: there is no place beside the list."""
        self.move(self._left, self.window().mapFromGlobal(pointer).y() - self._hold_y)
        self.show()

    def end(self) -> None:
        """Goes away; the row is as before."""
        for part in (self._veil, self):
            part.hide()
            part.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the row on a ground of its own, with an edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(_OPACITY)
        line = self._theme.hairline()
        radius = self._theme.px(_RADIUS_PX)
        ground = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.setPen(QPen(self._theme.color("control_line"), line))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(ground, radius, radius)
        painter.drawPixmap(0, 0, self._pixmap)


class _Veil(QWidget):
    """Makes a row pale."""

    def __init__(self, theme: Theme, row: QWidget) -> None:
        super().__init__(row)
        self._color = theme.color("background")
        self._color.setAlphaF(_PALE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(row.rect())
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._color)
