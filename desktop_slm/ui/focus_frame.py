"""The frame that `FocusRing` moves from widget to widget."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFocusFrame, QProxyStyle, QStyle, QStyleOption, QWidget

from desktop_slm.ui.theme import Theme

_LINE_PX = 2
_GAP_PX = 2
_RADIUS_PX = 8


class FocusFrame(QFocusFrame):
    """The ring itself; lets the pointer through and reads its widget's properties."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setStyle(_Style(theme.px(_LINE_PX) + theme.px(_GAP_PX), self))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ring outside the widget, following its corners."""
        line = self._theme.px(_LINE_PX)
        inset = self._theme.px(self._property("ringInset", 0))
        radius = self._theme.px(self._property("ringRadius", _RADIUS_PX)) + self._theme.px(_GAP_PX)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("text"), line))
        half = line / 2 + inset
        rect = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(rect, radius, radius)
        painter.end()

    def _property(self, name: str, default: int) -> int:
        value = self.widget().property(name)
        return value if isinstance(value, int) else default


class _Style(QProxyStyle):
    """Tells QFocusFrame how far outside to stand, and to stand above, for this one frame."""

    def __init__(self, margin: int, parent: QObject) -> None:
        super().__init__()
        self._margin = margin
        self.setParent(parent)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Answers the two metrics of the frame."""
        sides = (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin)
        return self._margin if metric in sides else super().pixelMetric(metric, option, widget)

    def styleHint(self, hint: QStyle.StyleHint, *args: object) -> int:
        """Says that the frame stands above its widget and has no mask."""
        if hint is QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint is QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return super().styleHint(hint, *args)  # type: ignore[arg-type]
