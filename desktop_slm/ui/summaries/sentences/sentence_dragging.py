"""Dragging a sentence to another place in its list with the mouse.

The list itself follows the pointer, and not the system's drag and drop: a sentence goes nowhere
else, no other program gets its words, and the list scrolls on while the pointer rests at an edge.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop_slm.ui.summaries.sentences.drag_marks import InsertionLine, RowPicture
from desktop_slm.ui.summaries.sentences.sentence_row import SentenceRow
from desktop_slm.ui.theme import Theme

_EDGE_PX = 36  # this near to the edge of what scrolls, it does
_FASTEST_PX = 14  # a tick
_TICK_MS = 16


class _Pressed(NamedTuple):
    """The row that may be about to be dragged, and where on the screen it was taken."""

    row: SentenceRow
    place: QPoint


class SentenceDrag(QObject):
    """Watches the rows of one list; the words of a row stay for selecting, all else drags it."""

    dropped = Signal(object, int)  # SentenceRow, the number of rows above its new place

    def __init__(
        self, theme: Theme, around: QWidget, rows: Callable[[], Sequence[SentenceRow]]
    ) -> None:
        """`around` is the widget in which the rows stand, one under the other."""
        super().__init__(around)
        self._theme, self._around, self._rows = theme, around, rows
        self._pressed: _Pressed | None = None
        self._picture: RowPicture | None = None
        self._line = InsertionLine(theme, around)
        self._is_given_up = False  # and the button is still held: nothing is clicked by it
        self._gap: int | None = None  # the number of rows above the place; None is where it was
        self._pointer = QPoint()
        self._scrolling = QTimer(self, interval=_TICK_MS)
        self._scrolling.timeout.connect(self._on_tick)

    @property
    def is_dragging(self) -> bool:
        """Whether a sentence follows the pointer just now."""
        return self._picture is not None

    def watch(self, row: SentenceRow) -> None:
        """Lets this row be dragged wherever it can be edited."""
        for part in row.handles():
            part.installEventFilter(self)

    def forget(self, row: SentenceRow) -> None:
        """Lets go of a row that is taken away."""
        if self._pressed is not None and self._pressed.row is row:
            self.cancel()

    def cancel(self) -> None:
        """Leaves everything where it was."""
        if self.is_dragging and self._pressed is not None:
            self._is_given_up = True
            self._pressed.row.setCursor(Qt.CursorShape.OpenHandCursor)
        self._pressed = self._gap = None
        self._scrolling.stop()
        self._line.hide()
        if self._picture is not None:
            self._picture.end()
            self._picture = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows a press, and takes what belongs to a drag under way."""
        kind = event.type()
        if isinstance(event, QMouseEvent):
            return self._is_taken(watched, event)
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if self.is_dragging and is_escape:
            event.accept()
            if kind is QEvent.Type.KeyPress:
                self.cancel()
            return True
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide) and self.is_dragging:
            self.cancel()
        return False

    # The pointer

    def _is_taken(self, watched: QObject, event: QMouseEvent) -> bool:
        """Goes on with a drag; returns whether the event was its own."""
        kind = event.type()
        place = event.globalPosition().toPoint()
        if kind is QEvent.Type.MouseButtonPress:
            if self.is_dragging:
                self.cancel()
                return True
            self._is_given_up = False
            self._press(watched, event.button(), place)
            return False
        if self._pressed is None:
            return self._is_given_up
        if kind is QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
            return self._go(place)
        if kind is QEvent.Type.MouseButtonRelease:
            return self._drop()
        return False

    def _press(self, watched: QObject, button: Qt.MouseButton, place: QPoint) -> None:
        row = watched if isinstance(watched, SentenceRow) else None
        parent = watched.parent()
        while row is None and parent is not None:
            row = parent if isinstance(parent, SentenceRow) else None
            parent = parent.parent()
        is_left = button is Qt.MouseButton.LeftButton
        can_move = row is not None and row.can_edit and row.editor is None and len(self._rows()) > 1
        self._pressed = _Pressed(row, place) if row and is_left and can_move else None

    def _go(self, place: QPoint) -> bool:
        assert self._pressed is not None
        way = (place - self._pressed.place).manhattanLength()
        if not self.is_dragging:
            if way < QApplication.startDragDistance():
                return False
            self._take_up(*self._pressed)
        self._pointer = place
        self._show()
        return True

    def _take_up(self, row: SentenceRow, place: QPoint) -> None:
        for part in row.handles():
            if hasattr(part, "setDown"):
                part.setDown(False)  # the button was a handle this time
        row.setFocus(Qt.FocusReason.MouseFocusReason)  # Esc comes here
        row.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._picture = RowPicture(self._theme, row, row.mapFromGlobal(place).y())
        self._scrolling.start()

    def _drop(self) -> bool:
        assert self._pressed is not None
        was_dragging, gap, row = self.is_dragging, self._gap, self._pressed.row
        self.cancel()
        self._is_given_up = False
        if was_dragging and gap is not None:
            self.dropped.emit(row, gap)
        return was_dragging

    # What is shown

    def _show(self) -> None:
        """Moves the picture, and the line to where the sentence would go."""
        if self._picture is None or self._pressed is None:
            return
        self._picture.follow(self._pointer)
        rows = list(self._rows())
        y = self._around.mapFromGlobal(self._pointer).y()
        gap = sum(row.geometry().center().y() < y for row in rows)
        own = rows.index(self._pressed.row)
        self._gap = None if gap in (own, own + 1) else gap
        if self._gap is None:
            self._line.hide()
        else:
            self._line.show_at(self._y_of(gap, rows))

    def _y_of(self, gap: int, rows: Sequence[SentenceRow]) -> int:
        """Returns the middle between two rows, or what is just outside the first or last."""
        if gap == 0:
            return rows[0].geometry().top()
        if gap == len(rows):
            return rows[-1].geometry().bottom() + 1
        return (rows[gap - 1].geometry().bottom() + 1 + rows[gap].geometry().top()) // 2

    def _on_tick(self) -> None:
        """Scrolls while the pointer is at an edge, the faster the nearer it is."""
        area = self._area()
        if area is None:
            return
        view = area.viewport()
        y, edge = view.mapFromGlobal(self._pointer).y(), self._theme.px(_EDGE_PX)
        beyond = min(y - edge, 0) + max(y - (view.height() - edge), 0)
        if beyond:
            share = max(-1.0, min(beyond / edge, 1.0))
            bar = area.verticalScrollBar()
            bar.setValue(bar.value() + round(share * self._theme.px(_FASTEST_PX)))
            self._show()

    def _area(self) -> QScrollArea | None:
        parent = self._around.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent
