"""Layouts whose margins and gaps follow the zoom, in steps of 4 px, and where words begin."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop_slm.ui.theme import Theme

Margins = tuple[int, int, int, int]
NO_MARGINS: Margins = (0, 0, 0, 0)


def row(
    theme: Theme, parent: QWidget | None = None, *, gap: int = 8, margins: Margins = NO_MARGINS
) -> QHBoxLayout:
    """Returns a row; it becomes the layout of `parent` where one is given."""
    layout = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    follow(theme, layout, gap=gap, margins=margins)
    return layout


def column(
    theme: Theme, parent: QWidget | None = None, *, gap: int = 8, margins: Margins = NO_MARGINS
) -> QVBoxLayout:
    """Returns a column; it becomes the layout of `parent` where one is given."""
    layout = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    follow(theme, layout, gap=gap, margins=margins)
    return layout


def follow(theme: Theme, layout: QLayout, *, gap: int, margins: Margins) -> None:
    """Keeps gap and margins (left, top, right, bottom; px at 100 %) at the zoom in force."""
    _Spacer(theme, layout, gap, margins)


def leading(widget: QWidget) -> Qt.AlignmentFlag:
    """Returns where words painted by hand begin: at the left, in a mirrored window at the right."""
    is_mirrored = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


class _Spacer(QObject):
    """Lives and dies with its layout."""

    def __init__(self, theme: Theme, layout: QLayout, gap: int, margins: Margins) -> None:
        super().__init__(layout)
        self._theme = theme
        self._layout = layout
        self._gap = gap
        self._margins = margins
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self._layout.setSpacing(self._theme.px(self._gap))
        left, top, right, bottom = (self._theme.px(each) for each in self._margins)
        self._layout.setContentsMargins(left, top, right, bottom)
