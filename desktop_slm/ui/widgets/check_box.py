"""A check box whose frame and tick are seen in both themes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.theme import Theme

_BOX_PX = 18
_GAP_PX = 8
_HEIGHT_PX = 28


class CheckBox(QCheckBox):
    """Something that is on or off, with its words beside it."""

    def __init__(self, theme: Theme, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(plain_text.label(text))
        self.setAccessibleName(plain_text.one_line(text))
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Returns room for box and words."""
        words = self.fontMetrics().horizontalAdvance(plain_text.one_line(self.accessibleName()))
        px = self._theme.px
        return QSize(px(_BOX_PX) + px(_GAP_PX) + words + px(4), px(_HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        """Returns the same."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """Takes a click anywhere on box and words."""
        return QAbstractButton.hitButton(self, pos)  # type: ignore[arg-type]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the box, its tick and the words, mirrored where the window is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._theme.px(_BOX_PX)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - side if is_mirrored else 0
        box = QRectF(left, (self.height() - side) // 2, side, side)
        self._paint_box(painter, box)
        gap = side + self._theme.px(_GAP_PX)
        words = self.rect().adjusted(0 if is_mirrored else gap, 0, -gap if is_mirrored else 0, 0)
        painter.setPen(self._theme.color("text" if self.isEnabled() else "muted"))
        shown = painter.fontMetrics().elidedText(
            self.accessibleName(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, spacing.leading(self), shown)

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        line = self._theme.hairline()
        on = self.isChecked()
        painter.setPen(QPen(self._theme.color("accent" if on else "control_line"), line))
        painter.setBrush(self._theme.color("accent" if on else "background"))
        inner = box.adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.drawRoundedRect(inner, self._theme.px(4), self._theme.px(4))
        if on:
            tick = self._theme.pixmap("check", "on_accent", 14, self.devicePixelRatio())
            offset = (_BOX_PX - 14) / 2 * self._theme.scale
            painter.drawPixmap(round(box.x() + offset), round(box.y() + offset), tick)
