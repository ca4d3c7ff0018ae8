"""A column that scrolls through a document's pages: its keys, its wheel and where it has to be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop_slm.ui.theme import Theme

READING_LINE_PX = 40  # the page under this line is the one that is read
_ABOVE_PLACE_PX = 96


class ColumnView(QAbstractScrollArea):
    """What the pages' pictures and the laid-out text have in common."""

    page_changed = Signal(int)
    zoom_requested = Signal(int)  # a step up (1) or down (-1)
    left = Signal()  # Esc

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._goal: Callable[[], int] | None = None  # where to be, until a person scrolls
        self.verticalScrollBar().actionTriggered.connect(self._forget_goal)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scrolls; plus and minus zoom; Esc leaves."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum, Qt.Key.Key_End: bar.maximum}
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_Space: bar.pageStep(),
        }
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        is_plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.left.emit()
        elif key in ends:
            self.aim(ends[key])
        elif key in steps:
            self._forget_goal()
            bar.setValue(bar.value() + steps[key])
        elif key in zooms and is_plain:
            self.zoom_requested.emit(zooms[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls; with Ctrl, zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        self._forget_goal()
        super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Lets a click on the paper bring the keyboard here."""
        if event.type() is QEvent.Type.MouseButtonPress:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        return super().viewportEvent(event)

    def above_place(self) -> int:
        """Returns how far under the upper edge a place stands that is scrolled to."""
        return min(self._theme.px(_ABOVE_PLACE_PX), self.viewport().height() // 4)

    def aim(self, goal: Callable[[], int]) -> None:
        """Scrolls somewhere and holds to it while what stands around turns out otherwise."""
        self._goal = goal
        self.verticalScrollBar().setValue(goal())

    def _forget_goal(self) -> None:
        self._goal = None
