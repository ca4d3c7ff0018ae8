"""The mark before a sentence: found, found in part, not found, checked by the person."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_slm.assistants.evidence import Support
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.ui import plain_text
from desktop_slm.ui.theme import LINE_HEIGHT, TEXT_PX, Theme

_WIDTH_PX = 24
_ICON_PX = 16
_POINT_PX = 4
_RING_PX = 14
_LOWER_PX = 2


class SentenceMark(QAbstractButton):
    """In the middle of the first line; a click ticks. Keys tick by the row: it is no stop."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._item = Item("")
        self._is_offered = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Checked by me"))
        theme.changed.connect(self._on_theme_changed)

    def show_item(self, item: Item, *, can_tick: bool) -> None:
        """Shows how things stand with an item."""
        self._item = item
        self.setChecked(item.is_checked)
        self.setEnabled(can_tick)
        plain_text.set_tooltip(self, self.tr("Checked by me (Space)") if can_tick else "")
        self.update()

    def offer(self, is_offered: bool) -> None:
        """Shows that it can be ticked: the row is looked at."""
        self._is_offered = is_offered
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt calls it so
        """Leaves the tick to whoever owns the sentences."""

    def sizeHint(self) -> QSize:
        """Returns a place as high as a line, and large enough for the pointer."""
        px = self._theme.px
        return QSize(px(_WIDTH_PX), max(px(TEXT_PX * LINE_HEIGHT), px(_WIDTH_PX)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._item.is_checked:
            self._paint_icon(painter, "circle-check", "good")
        elif self._is_offered and self.isEnabled():
            self._paint_ring(painter)
        elif self._item.support is Support.NONE and self._item.is_looked_for:
            self._paint_icon(painter, "triangle-alert", "warning")
        elif self._item.support is Support.PARTIAL:
            self._paint_icon(painter, "circle-help", "warning")
        else:
            self._paint_point(painter)

    def _paint_icon(self, painter: QPainter, name: str, token: str) -> None:
        side = self._theme.px(_ICON_PX)
        pixmap = self._theme.pixmap(name, token, _ICON_PX, self.devicePixelRatio())
        painter.drawPixmap((self.width() - side) // 2, round(self._middle() - side / 2), pixmap)

    def _paint_ring(self, painter: QPainter) -> None:
        side = self._theme.px(_RING_PX)
        painter.setPen(QPen(self._theme.color("control_line"), 1.5 * self._theme.hairline()))
        place = QRectF((self.width() - side) / 2, self._middle() - side / 2, side, side)
        painter.drawEllipse(place)

    def _paint_point(self, painter: QPainter) -> None:
        side = self._theme.px(_POINT_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("text"))
        place = QRectF((self.width() - side) / 2, self._middle() - side / 2, side, side)
        painter.drawEllipse(place)

    def _middle(self) -> float:
        # Qt puts what a line is higher than its letters above them.
        return self._theme.px(TEXT_PX * LINE_HEIGHT) / 2 + self._theme.px(_LOWER_PX)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
