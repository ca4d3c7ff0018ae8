"""Walks what is shown in a window: its controls, its words, what is cut off or lies over another.

Each check returns lines that name the widget, so that a test can compare with an empty list.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRubberBand,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.chip import Chip
from desktop_slm.ui.widgets.cited_text import CitedText
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.marked_words import MarkedWords
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel
from desktop_slm.ui.widgets.wrapping_button import WrappingButton
from tests.fakes.pseudo_language import outside

LEAST_TARGET_PX = 24
_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
_NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.LayeredPane)
# What lies over others by design, by name where the class is private: the edge that one drags.
_OVER_ALL_NAMES = ("_Edge", "DropTargets", "BannerGround")
_OVER_ALL = (QFocusFrame, QMenu, QRubberBand, QScrollBar)


def visible(root: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    """Returns the shown widgets below a widget, of some kinds alone where kinds are given."""
    found = [each for each in root.findChildren(QWidget) if each.isVisibleTo(root)]
    return [each for each in found if not kinds or isinstance(each, kinds)]


def controls(root: QWidget) -> list[QWidget]:
    """Returns what a person can act on: without the parts that Qt makes of one control."""
    return [each for each in visible(root) if _is_control(each) and not _is_part(each)]


def told(widget: QWidget) -> str:
    """Returns what to call a widget in a list of defects."""
    words = accessible(widget).text(QAccessible.Text.Name)[:50]
    return f"{type(widget).__name__} “{words}” in {type(widget.parent()).__name__}"


def accessible(widget: QWidget) -> QAccessibleInterface:
    """Returns what a screen reader gets of a widget."""
    return QAccessible.queryAccessibleInterface(widget)


# For the ears


def unnamed(root: QWidget) -> list[str]:
    """Returns controls without a name or a role."""
    found = []
    for each in controls(root):
        interface = accessible(each)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"no name: {told(each)}")
        if interface.role() in _NO_ROLES:
            found.append(f"no role: {told(each)}")
    return found


def misstated(root: QWidget) -> list[str]:
    """Returns controls that tell another state than they have."""
    found = []
    for each in controls(root):
        state = accessible(each).state()
        if bool(state.disabled) is each.isEnabled():
            found.append(f"enabled or not: {told(each)}")
        is_checkable = isinstance(each, QAbstractButton) and each.isCheckable()
        if is_checkable and not (state.checkable and bool(state.checked) is each.isChecked()):  # type: ignore[attr-defined]
            found.append(f"checked or not: {told(each)}")
        if bool(state.focusable) is (each.focusPolicy() is Qt.FocusPolicy.NoFocus):
            found.append(f"takes the focus or not: {told(each)}")
    return found


# For the keyboard


def tab_walk(window: QWidget) -> list[QWidget]:
    """Presses Tab until the focus is where it began; returns the stations."""
    stations: list[QWidget] = []
    focused = QApplication.focusWidget()
    while focused is not None and focused not in stations and len(stations) < 500:
        stations.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
    return [each for each in stations if window.isAncestorOf(each)]


# Not stations of the Tab key, because a key of what is around them does the same: Space ticks a
# sentence and the menu key opens its menu; Down goes from the field of Ctrl+K into its list.
_BY_OTHER_KEYS = ("SentenceMark", "OfferList")


def unreachable(root: QWidget, stations: list[QWidget]) -> list[str]:
    """Returns enabled controls to which neither Tab nor, in a group, an arrow key leads."""
    reached = set(stations)
    groups = {each.parentWidget() for each in stations}
    return [
        told(each)
        for each in controls(root)
        if each.isEnabled() and each not in reached and not _has_other_keys(each, groups)
    ]


def out_of_order(stations: list[QWidget]) -> list[str]:
    """Returns steps that go up, or against the reading direction, and not from pane to pane."""
    found = []
    for first, second in itertools.pairwise(stations):
        if second is stations_first(stations):
            continue  # around the end
        siblings = _beside(first, second)
        if siblings and siblings[0] is not siblings[1] and _is_before(siblings[1], siblings[0]):
            found.append(f"{told(first)} before {told(second)}")
    return found


def stations_first(stations: list[QWidget]) -> QWidget:
    """Returns the station that is before all others."""
    first = stations[0]
    for each in stations[1:]:
        siblings = _beside(first, each)
        if siblings and siblings[0] is not siblings[1] and _is_before(siblings[1], siblings[0]):
            first = each
    return first


def small(root: QWidget) -> list[str]:
    """Returns buttons and fields that are hard to hit."""
    return [
        f"{each.width()}x{each.height()}: {told(each)}"
        for each in controls(root)
        if min(each.width(), each.height()) < LEAST_TARGET_PX
        and not isinstance(each, QAbstractItemView | QTextEdit | QPlainTextEdit)
    ]


# For the eyes


def untranslated(root: QWidget, is_content: Callable[[str], bool]) -> list[str]:
    """Returns words that went through no translation and are not content of the scene."""
    found = []
    for each in visible(root):
        for words in _words(each):
            rest = outside(words)
            if re.search(r"[^\W\d_]", rest) and not is_content(rest):
                found.append(f"{rest!r}: {told(each)}")
    return found


def cut_off(root: QWidget) -> list[str]:
    """Returns buttons, tabs and labels whose words do not fit."""
    return [told(each) for each in visible(root) if _is_cut(each)]


def overlapping(root: QWidget) -> list[str]:
    """Returns widgets that lie over a sibling, or leave the widget that they are in."""
    found = []
    for parent in (root, *visible(root)):
        if isinstance(parent, QAbstractScrollArea | QTabBar | QComboBox | QLineEdit):
            continue
        inside = [each for each in _children(parent) if each.isVisibleTo(root)]
        if isinstance(parent, CitedText):
            continue  # the chips stand in the text, where it leaves room for them
        for number, each in enumerate(inside):
            for other in inside[number + 1 :]:
                if each.geometry().intersects(other.geometry()):
                    found.append(f"{told(each)} and {told(other)}")
            if not _is_viewport(parent) and not _reaches(parent, each):
                found.append(f"{told(each)} leaves its place")
    return found


def sideways(root: QWidget) -> list[str]:
    """Returns pages that scroll sideways."""
    return [
        told(each)
        for each in visible(root, QScrollArea)
        if isinstance(each, QScrollArea) and each.horizontalScrollBar().maximum() > 0
    ]


def _is_control(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return False
    takes_keys = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    is_text = isinstance(widget, QTextEdit)  # an answer is read, and no control
    return takes_keys or (isinstance(widget, _CONTROLS) and not is_text)


def _is_part(widget: QWidget) -> bool:
    """Whether the widget belongs to another one that Qt shows as a single control."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QTabBar | QComboBox | QAbstractSpinBox | QLineEdit):
            return True
        if isinstance(parent, QAbstractItemView) and isinstance(widget, QScrollBar):
            return True
        parent = parent.parentWidget()
    is_area = isinstance(widget, QScrollArea) and widget.focusPolicy() is Qt.FocusPolicy.NoFocus
    return is_area or isinstance(widget, QScrollBar)


def _has_other_keys(widget: QWidget, groups: set[QWidget | None]) -> bool:
    """Whether another key than Tab leads to it: in a group of which one is chosen, the arrows."""
    if type(widget).__name__ in _BY_OTHER_KEYS or type(widget.parent()).__name__ == "SentenceRow":
        return True
    is_exclusive = isinstance(widget, QAbstractButton) and (
        widget.autoExclusive() or widget.group() is not None
    )
    return is_exclusive and widget.parentWidget() in groups


def _beside(first: QWidget, second: QWidget) -> tuple[QWidget, QWidget] | None:
    """Returns the two siblings in which two widgets are, whose places a reader compares."""
    around = [first]
    while (parent := around[-1].parentWidget()) is not None:
        around.append(parent)
    inner = second
    while (outer := inner.parentWidget()) is not None:
        if outer in around[1:]:
            return around[around.index(outer) - 1], inner
        inner = outer
    return None


def _is_before(first: QWidget, second: QWidget) -> bool:
    """Whether a reader's eye comes to the first before the second."""
    one, other = _on_screen(first), _on_screen(second)
    if one.bottom() < other.top():
        return True
    # In one row: the middle of one is beside the other.
    overlaps = one.top() <= other.center().y() <= one.bottom() or (
        other.top() <= one.center().y() <= other.bottom()
    )
    is_mirrored = first.layoutDirection() is Qt.LayoutDirection.RightToLeft
    is_earlier = one.left() > other.right() if is_mirrored else one.right() < other.left()
    return overlaps and is_earlier


def _on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def _children(parent: QWidget) -> list[QWidget]:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    found = parent.findChildren(QWidget, options=direct)
    return [
        each
        for each in found
        if not isinstance(each, _OVER_ALL)
        and type(each).__name__ not in _OVER_ALL_NAMES
        and not each.isWindow()
        and not each.size().isEmpty()
    ]


def _is_viewport(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget


def _reaches(parent: QWidget, child: QWidget) -> bool:
    """Whether a widget is within its parent; one px of rounding is nobody's loss."""
    return parent.rect().adjusted(-1, -1, 1, 1).contains(child.geometry())


def _words(widget: QWidget) -> Iterator[str]:
    """Yields what a widget shows and what is read out of it."""
    yield widget.accessibleName()
    yield re.sub("<[^>]*>", "", widget.toolTip())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(index) for index in range(widget.count()))
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))


def _is_cut(widget: QWidget) -> bool:
    """Whether the words do not fit. A name of any length may be cut in an `ElidedLabel`."""
    wanted = widget.sizeHint()
    if isinstance(widget, Button) and widget.property("kind") == "row":
        words = widget.fontMetrics().horizontalAdvance(widget.accessibleName())
        return words > widget.width() * (2 if widget.minimumHeight() else 1)
    if isinstance(widget, ElidedLabel):
        return False  # a name of any length, which is told whole when it is cut
    if isinstance(widget, WrappedLabel | MarkedWords | WrappingButton):
        return widget.height() + 1 < widget.heightForWidth(widget.width())
    if isinstance(widget, Chip):
        return False  # elided in the middle, by design; its name tells all
    if isinstance(widget, QAbstractButton | QLabel) and widget.text():
        return widget.width() + 1 < wanted.width() and not _is_scrolled_tab(widget)
    return False


def _is_scrolled_tab(widget: QWidget) -> bool:
    return isinstance(widget.parentWidget(), QTabBar)
