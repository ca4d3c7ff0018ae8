"""Where the sidebar stands: beside the page, folded to a rail, or for a moment over the page."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desktop_slm.ui.core import Core
from desktop_slm.ui.places import Place
from desktop_slm.ui.sidebar.sidebar import Sidebar

if TYPE_CHECKING:
    from desktop_slm.ui.sidebar.entry import EntryKey
    from desktop_slm.ui.sidebar.rail import Rail

# With less than this for both, at 100 %, the page would be too narrow to read in.
_ROOM_PX = 800
_EDGE_PX = 7
_RAIL_PX = 44
_LEAST_PX, _MOST_PX = 180, 480


class SidePanel(QObject):
    """Folds the sidebar by the room there is and by the person's wish; owns rail and edge."""

    place_requested = Signal(object)  # Place

    def __init__(self, core: Core, window: QWidget, row: QHBoxLayout) -> None:
        super().__init__(window)
        self._core = core
        self._window = window
        self._row = row
        self._is_folded = False
        self._is_over = False
        self._is_absent = False
        self._place = Place.CHAT
        self._width = core.settings.list_width
        self.sidebar = Sidebar(core, parent=window)
        self._shade = _Shade(core, window)
        self._edge = _Edge(core, window)
        row.addWidget(self.sidebar)
        self.sidebar.place_requested.connect(self.place_requested)
        self._shade.pressed.connect(self.fold_back)
        self._edge.moved.connect(self._on_edge_moved)
        self._edge.released.connect(self._on_edge_released)
        window.installEventFilter(self)
        core.theme.changed.connect(self.lay_out)
        self.lay_out()

    @cached_property
    def _rail(self) -> Rail:
        """Made when the sidebar is first folded: most windows open with room for it."""
        from desktop_slm.ui.sidebar.rail import Rail

        rail = Rail(self._core, parent=self._window)
        rail.show_place(self._place)
        self._row.insertWidget(self._row.indexOf(self.sidebar) + 1, rail)
        rail.sidebar_requested.connect(self.show_over)
        rail.network_requested.connect(self.sidebar.badge.click)
        rail.place_requested.connect(self.place_requested)
        return rail

    @property
    def _has_rail(self) -> bool:
        return "_rail" in self.__dict__

    @property
    def is_folded(self) -> bool:
        """Whether only the rail stands beside the page."""
        return self._is_folded

    @property
    def is_over(self) -> bool:
        """Whether the sidebar stands over the page just now."""
        return self._is_over

    @property
    def is_absent(self) -> bool:
        """Whether neither sidebar nor rail is there: a page has the window for itself."""
        return self._is_absent

    def show_place(self, place: Place, key: EntryKey | None) -> None:
        """Marks what the window shows: a place, or an entry of the list."""
        self._place = place
        self.sidebar.show_place(place, key)
        if self._has_rail:
            self._rail.show_place(place)

    def set_absent(self, is_absent: bool) -> None:
        """Leaves the whole window to the page, or comes back."""
        if is_absent is not self._is_absent:
            self._is_absent, self._is_over = is_absent, False
            self.lay_out()

    def show_over(self) -> None:
        """Shows the folded sidebar over the page, with the focus in it; or hides it again."""
        if not self.fold_back() and self._is_folded:
            self._is_over = True
            self.lay_out()
            self.sidebar.focus_first()

    def fold_back(self) -> bool:
        """Hides the sidebar that stands over the page; says whether it did."""
        was_over, self._is_over = self._is_over, False
        if was_over:
            self.lay_out()
        return was_over

    def focus_first(self) -> None:
        """Puts the focus on the list where it is to be seen, else on the rail."""
        if self._is_folded and not self._is_over:
            self._rail.focus_first()
        else:
            self.sidebar.focus_first()

    def holds_focus(self) -> bool:
        """Whether the keyboard is in the sidebar or the rail."""
        focused = QApplication.focusWidget()
        if focused is None:
            return False
        is_in_rail = self._has_rail and self._rail.isAncestorOf(focused)
        return is_in_rail or self.sidebar.isAncestorOf(focused)

    def lay_out(self) -> None:
        """Places everything for the window's size and the zoom in force."""
        px = self._core.theme.px
        width, height = self._window.width(), self._window.height()
        self._fold(width < px(_ROOM_PX))
        side = min(px(self._width), width - px(_RAIL_PX) - px(_RAIL_PX))
        self.sidebar.set_compact(self._is_over)
        if self._is_over:
            beside = self._rail.width()
            left = width - side - beside if self._window.isRightToLeft() else beside
            self._shade.setGeometry(0, 0, width, height)
            self._shade.raise_()
            self.sidebar.setGeometry(left, 0, side, height)
            self.sidebar.raise_()
            self._rail.raise_()
        else:
            self.sidebar.setFixedWidth(side)
        self._shade.setVisible(self._is_over)
        is_there = not self._is_absent
        self.sidebar.setVisible(is_there and (self._is_over or not self._is_folded))
        if self._is_folded or self._has_rail:
            self._rail.setVisible(is_there and self._is_folded)
        self._edge.setVisible(is_there and not self._is_folded)
        thick = px(_EDGE_PX)
        at = width - side if self._window.isRightToLeft() else side
        self._edge.setGeometry(at - thick // 2, 0, thick, height)
        self._edge.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the window's size."""
        if event.type() is QEvent.Type.Resize:
            self.lay_out()
        return super().eventFilter(watched, event)

    def _fold(self, folded: bool) -> None:
        if folded is self._is_folded:
            return
        self._is_folded, self._is_over = folded, False
        self._rail.setVisible(folded)
        if folded:
            self._row.removeWidget(self.sidebar)
            self.sidebar.setMinimumWidth(0)
            self.sidebar.setMaximumWidth(16_777_215)
        else:
            self._row.insertWidget(0, self.sidebar)

    def _on_edge_moved(self, x: int) -> None:
        at = self._window.width() - x if self._window.isRightToLeft() else x
        wanted = round(at / self._core.theme.scale)
        self._width = min(max(wanted, _LEAST_PX), _MOST_PX)
        self.lay_out()

    def _on_edge_released(self) -> None:
        self._core.change_settings(list_width=self._width)


class _Shade(QWidget):
    """Dims the page under the sidebar; a press on it folds the sidebar back."""

    pressed = Signal()

    def __init__(self, core: Core, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = core.theme
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Darkens what is under it."""
        shade = self._theme.color("text" if not self._theme.is_dark else "background")
        shade.setAlphaF(0.35)
        QPainter(self).fillRect(self.rect(), shade)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Folds back."""
        self.pressed.emit()


class _Edge(QWidget):
    """The line between sidebar and page, a little wider to grab than to see."""

    moved = Signal(int)  # where in the window
    released = Signal()

    def __init__(self, core: Core, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = core.theme
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the line."""
        line = self._theme.hairline()
        left = (self.width() - line) // 2
        QPainter(self).fillRect(left, 0, line, self.height(), self._theme.color("line"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins to move."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Moves with the pointer."""
        self.moved.emit(self.mapToParent(QPoint(round(event.position().x()), 0)).x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Keeps the width."""
        self.released.emit()
