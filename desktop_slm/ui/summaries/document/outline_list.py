"""The headings of a document as a list, each as far in as its level."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from desktop_slm.documents.document import Heading
from desktop_slm.ui import plain_text
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.item_list import ItemDelegate, ItemList

_INDENT_PX = 16
_DEEPEST = 5


class OutlineList(ItemList):
    """Shows headings; a click or Enter chooses one."""

    heading_chosen = Signal(object)  # Heading

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Outline"), parent=parent)
        self._headings: Sequence[Heading] = ()
        self._titles = QStringListModel(self)
        self.setModel(self._titles)
        self.setItemDelegate(_Indented(theme, self))
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def show_headings(self, headings: Sequence[Heading]) -> None:
        """Shows the headings of another document."""
        self._headings = headings
        self._titles.setStringList([plain_text.one_line(heading.title) for heading in headings])

    def indent_steps(self, row: int) -> int:
        """Returns how far in a heading stands, from 0."""
        return min(max(self._headings[row].level - 1, 0), _DEEPEST)

    def _on_chosen(self, index: QModelIndex) -> None:
        self.heading_chosen.emit(self._headings[index.row()])


class _Indented(ItemDelegate):
    """Draws a heading further in."""

    def __init__(self, theme: Theme, outline: OutlineList) -> None:
        super().__init__(theme, outline)
        self._outline = outline

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draws it in what the indent leaves."""
        indent = self._theme.px(_INDENT_PX) * self._outline.indent_steps(index.row())
        is_mirrored = self._outline.layoutDirection() is Qt.LayoutDirection.RightToLeft
        inside = QStyleOptionViewItem(option)
        left, right = (0, -indent) if is_mirrored else (indent, 0)
        inside.rect = option.rect.adjusted(left, 0, right, 0)
        super().paint(painter, inside, index)
