"""Parts one under the other, placed at once: a chat's heights are known before it is painted.

Qt's own layouts settle over several turns of the event loop, in which a streamed chat would jump.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.message_body import MessageBody
from desktop_slm.ui.widgets.user_message import UserMessage


class Stack(QWidget):
    """As high as its visible parts at the width that it is given."""

    height_changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: list[tuple[QWidget, int]] = []
        self._is_placing = False
        self._must_place_again = False  # a part took another height while it was placed
        theme.changed.connect(self.place)

    def add(self, part: QWidget, gap: int = 0) -> None:
        """Adds a part at the end, `gap` px (at 100 %) under the one before it."""
        self.insert(len(self._parts), part, gap)

    def insert(self, at: int, part: QWidget, gap: int = 0) -> None:
        """Adds a part at a place."""
        part.setParent(self)
        part.show()
        self._parts.insert(at, (part, gap))
        if isinstance(part, Stack | MessageBody | UserMessage):
            part.height_changed.connect(self.place)

    def remove(self, part: QWidget) -> None:
        """Takes a part out and drops it."""
        self._parts = [entry for entry in self._parts if entry[0] is not part]
        part.hide()
        part.deleteLater()

    def place(self) -> None:
        """Places every part for the width in force and takes the height of all."""
        if self._is_placing or self.width() <= 0:
            self._must_place_again = self._is_placing
            return
        self._is_placing = True
        top = self._placed()
        if self._must_place_again:
            self._must_place_again = False
            top = self._placed()
        self._is_placing = False
        if top != self.height() or self.minimumHeight() != top:
            self.setFixedHeight(top)
            self.height_changed.emit()

    def _placed(self) -> int:
        """Places the parts once and returns the height of all."""
        top = 0
        for part, gap in self._parts:
            if part.isHidden():
                continue
            top += self._theme.px(gap) if top else 0
            height = height_at(part, self.width())
            part.setGeometry(0, top, self.width(), height)
            top += height
        return top

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places everything for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.place()


def height_at(part: QWidget, width: int) -> int:
    """Returns how high a part is at a width."""
    if isinstance(part, Stack | MessageBody | UserMessage):
        part.resize(width, part.height())
        return part.height()
    for inner in part.findChildren(QWidget):
        inner.ensurePolished()  # else it is measured in another font
        inner.updateGeometry()  # its parents would forget its old size only after some events
    for layout in part.findChildren(QLayout):
        layout.invalidate()
    if part.hasHeightForWidth():
        return part.heightForWidth(width)
    return part.sizeHint().height()
