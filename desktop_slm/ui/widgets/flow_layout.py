"""A row that breaks: widgets from left to right, on as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop_slm.ui.theme import Theme


class FlowLayout(QLayout):
    """Lays chips and buttons out like words; mirrored where the widget is.

    On a line all begin at the top, but for those whose alignment is in its middle.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._theme = theme
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self.invalidate)

    def addItem(self, item: QLayoutItem) -> None:
        """Adds an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Returns how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Returns an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Takes an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Says that a narrow row is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Returns the height of all lines."""
        return self._lay_out(QRect(0, 0, width, 0), place=False)

    def sizeHint(self) -> QSize:
        """Returns one line with everything on it."""
        hints = [item.sizeHint() for item in self._visible()]
        gaps = self._theme.px(self._gap) * max(len(hints) - 1, 0)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(sum(hint.width() for hint in hints) + gaps, height)

    def minimumSize(self) -> QSize:
        """Returns the widest item."""
        least = QSize()
        for item in self._visible():
            least = least.expandedTo(item.minimumSize())
        return least

    def setGeometry(self, rect: QRect) -> None:
        """Places everything."""
        super().setGeometry(rect)
        self._lay_out(rect, place=True)

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay_out(self, rect: QRect, *, place: bool) -> int:
        gap = self._theme.px(self._gap)
        bottom = y = rect.y()
        for line in self._lines(rect.width()):
            x, height = rect.x(), max(size.height() for _, size in line)
            for item, size in line:
                is_centred = bool(item.alignment() & Qt.AlignmentFlag.AlignVCenter)
                top = y + (height - size.height()) // 2 if is_centred else y
                if place:
                    item.setGeometry(self._mirrored(QRect(QPoint(x, top), size), rect))
                x += size.width() + gap
            bottom, y = y + height, y + height + gap
        return bottom - rect.y()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Returns what stands on each line, with its size."""
        gap, used = self._theme.px(self._gap), 0
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        for item in self._visible():
            hint = item.sizeHint()
            size = hint.boundedTo(QSize(max(width, 1), hint.height()))
            if size.width() < hint.width() and item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if not lines or used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + gap
        return lines

    def _mirrored(self, place: QRect, rect: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is None or parent.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
            return place
        return QRect(
            rect.right() - (place.right() - rect.x()), place.y(), place.width(), place.height()
        )
