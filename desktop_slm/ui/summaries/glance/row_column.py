"""Rows of places in a column that scrolls: arrow keys go from row to row over its groups."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.glance.place_row import PlaceRow
from desktop_slm.ui.theme import Theme

_SLICE_S = 0.008
_AROUND_LINES_PX = 140


class RowColumn(QScrollArea):
    """Builds what it shows a little at a time, so that the window stays quick."""

    place_requested = Signal(object)  # Place

    def __init__(self, theme: Theme, head: QWidget, *, parent: QWidget | None = None) -> None:
        """`head` stands over the rows and scrolls with them: a low window has no room to lose."""
        super().__init__(parent)
        self._theme = theme
        self._rows: list[PlaceRow] = []
        self._waiting: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._build_more)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = content = QWidget()
        content.setObjectName("scrolled")
        whole = spacing.column(theme, content, gap=10, margins=(14, 12, 14, 14))
        whole.addWidget(head)
        self.column: QVBoxLayout = spacing.column(theme, gap=14)
        whole.addLayout(self.column, 1)
        self.setWidget(content)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def rows(self) -> list[PlaceRow]:
        """Returns the rows that are there, from top to bottom."""
        visible = [row for row in self._rows if row.isVisibleTo(self)]
        return sorted(visible, key=lambda row: row.mapTo(self._content, row.rect().topLeft()).y())

    def is_building(self) -> bool:
        """Whether more is about to be shown."""
        return bool(self._waiting)

    def clear(self) -> None:
        """Takes everything away."""
        self._waiting.clear()
        self._rows.clear()
        while (item := self.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def build(self, part: Callable[[], None]) -> None:
        """Calls `part` when the window has time for it, in order."""
        self._waiting.append(part)
        self._timer.start()

    def take(self, row: PlaceRow) -> PlaceRow:
        """Counts a row among those that the keys go through."""
        row.place_requested.connect(self.place_requested)
        row.step_requested.connect(self._on_step_requested)
        self._rows.append(row)
        return row

    def drop(self, row: PlaceRow) -> None:
        """Takes a row out."""
        if row in self._rows:
            self._rows.remove(row)

    def focus_row(self) -> bool:
        """Puts the focus on the first row; says whether there is one."""
        rows = self.rows()
        if rows:
            rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(rows)

    def _build_more(self) -> None:
        until = time.perf_counter() + _SLICE_S
        while self._waiting:
            self._waiting.popleft()()
            if time.perf_counter() > until:
                break
        if self._waiting:
            self._timer.start()

    def _on_step_requested(self, row: PlaceRow, step: int) -> None:
        rows = self.rows()
        at = rows.index(row) + step
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(rows[at], 0, self._theme.px(24))

    def _on_theme_changed(self) -> None:
        """Keeps lines readable in a wide window."""
        width = self._theme.prose_width() + self._theme.px(_AROUND_LINES_PX)
        self._content.setMaximumWidth(width)
