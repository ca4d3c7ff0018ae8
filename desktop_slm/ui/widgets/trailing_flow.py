"""The buttons of a dialog: at the end of their line, on as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from desktop_slm.ui.widgets.flow_layout import FlowLayout


class TrailingFlow(FlowLayout):
    """At the right; at the left where the window is mirrored."""

    def _lay_out(self, rect: QRect, *, place: bool) -> int:
        gap = self._theme.px(self._gap)
        bottom = y = rect.y()
        for line in self._lines(rect.width()):
            x, height = rect.x() + rect.width() - _width(line, gap), _height(line)
            for item, size in line:
                if place:
                    item.setGeometry(self._mirrored(QRect(x, y, size.width(), height), rect))
                x += size.width() + gap
            bottom, y = y + height, y + height + gap
        return bottom - rect.y()


def _width(line: list[tuple[QLayoutItem, QSize]], gap: int) -> int:
    return sum(size.width() for _, size in line) + gap * (len(line) - 1)


def _height(line: list[tuple[QLayoutItem, QSize]]) -> int:
    return max(size.height() for _, size in line)
