"""Which widget the Tab key goes to among views that were built out of order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget

from desktop_slm.ui import focus_order


def neighbour(area: QWidget, views: Sequence[QWidget], *, is_next: bool) -> QWidget | None:
    """Returns what comes after, or before, the focused widget; past the ends what lies outside."""
    stops = [stop for view in views for stop in focus_order.stops(view)]
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


def _outside(area: QWidget, *, is_next: bool) -> QWidget | None:
    """Returns the nearest stop of the window that is not inside the area."""
    order = list(focus_order.stops(area.window(), area))
    inside = [at for at, each in enumerate(order) if each is area or area.isAncestorOf(each)]
    at = inside[-1] + 1 if is_next else inside[0] - 1
    target = order[at % len(order)]
    return None if target is area or area.isAncestorOf(target) else target
