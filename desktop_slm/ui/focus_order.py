"""Where the Tab key goes: through the window as the eye does, whenever its parts were made.

Qt goes by the order in which widgets came into the window. Much here comes when it is first needed,
such as a bar over a box or a message far up, and would be visited last, or trap the key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def reason(*, is_next: bool) -> Qt.FocusReason:
    """Returns why a widget gets the focus, which shows the ring around it."""
    return Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason


def go(window: QWidget, *, is_next: bool) -> bool:
    """Gives the focus to the next stop of a window, or the one before; around its ends."""
    focused = QApplication.focusWidget()
    if focused is None:
        return False
    found = list(stops(window, focused))
    if focused not in found or len(found) < 2:
        return False
    target = found[(found.index(focused) + (1 if is_next else -1)) % len(found)]
    target.setFocus(reason(is_next=is_next))
    _show(target)
    return True


def stops(area: QWidget, focused: QWidget | None = None) -> Iterator[QWidget]:
    """Yields what takes the Tab key in an area, row by row, each pane before the one beside it.

    `focused` is yielded at its place, too: a click may have put the focus where Tab does not.
    """
    for child in in_reading_order(_children(area), is_mirrored=area.isRightToLeft()):
        if takes_tab(child) or child is focused:
            yield child
        yield from stops(child, focused)


def takes_tab(widget: QWidget) -> bool:
    """Whether the Tab key may stop at a widget."""
    policy = widget.focusPolicy()
    takes = bool(policy.value & Qt.FocusPolicy.TabFocus.value)
    return takes and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


def follows_qt() -> bool:
    """Whether the system lets Tab stop at some kinds of controls alone, which Qt knows."""
    behavior = QGuiApplication.styleHints().tabFocusBehavior()
    return behavior is not Qt.TabFocusBehavior.TabFocusAllControls


def in_reading_order(widgets: Iterable[QWidget], *, is_mirrored: bool) -> list[QWidget]:
    """Returns siblings by rows; one whose middle is beside the first of a row belongs to it."""
    rows: list[list[QWidget]] = []
    for each in sorted(widgets, key=lambda widget: widget.y()):
        if rows and each.geometry().center().y() <= rows[-1][0].geometry().bottom():
            rows[-1].append(each)
        else:
            rows.append([each])
    for row in rows:
        row.sort(key=lambda widget: widget.x(), reverse=is_mirrored)
    return [each for row in rows for each in row]


def _children(area: QWidget) -> list[QWidget]:
    found = area.findChildren(QWidget, options=_DIRECT)
    return [each for each in found if each.isVisible() and not each.isWindow()]


def _show(target: QWidget) -> None:
    """Scrolls every area that a widget is in to where it is seen."""
    parent = target.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(target)
        parent = parent.parentWidget()
