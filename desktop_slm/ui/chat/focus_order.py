"""Which widget the Tab key goes to among views that were built out of order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget


def reason(*, is_next: bool) -> Qt.FocusReason:
    """Returns why a widget gets the focus, which shows the ring around it."""
    return Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason


def neighbour(area: QWidget, views: Sequence[QWidget], *, is_next: bool) -> QWidget | None:
    """Returns what comes after, or before, the focused widget; past the ends what lies outside."""
    stops = [stop for view in views for stop in _stops(view)]
    focused = QApplication.focusWidget()
    if focused is None or not stops:
        return None
    if focused is area:
        return stops[0] if is_next else _outside(area, is_next=False)
    if focused not in stops:
        return None
    at = stops.index(focused) + (1 if is_next else -1)
    if 0 <= at < len(stops):
        return stops[at]
    return _outside(area, is_next=True) if is_next else area


def _stops(view: QWidget) -> list[QWidget]:
    found = [each for each in view.findChildren(QWidget) if _takes_tab(each)]
    return sorted(found, key=lambda each: _place(view, each))


def _place(view: QWidget, stop: QWidget) -> tuple[int, int]:
    corner = stop.mapTo(view, QPoint(0, 0))
    return corner.y() + stop.height() // 2, corner.x()


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    takes = bool(policy.value & Qt.FocusPolicy.TabFocus.value)
    return takes and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


def _outside(area: QWidget, *, is_next: bool) -> QWidget | None:
    """Returns the nearest stop of the window that is not inside the area."""
    at = area
    while True:
        following = at.nextInFocusChain() if is_next else at.previousInFocusChain()
        if following is None or following is area:
            return None
        at = following
        if not area.isAncestorOf(at) and _takes_tab(at):
            return at
