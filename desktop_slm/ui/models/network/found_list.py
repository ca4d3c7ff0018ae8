"""What a search found, two lines each: a name, and under it whether it fits and its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.theme import SMALL_PX, TEXT_PX, Theme
from desktop_slm.ui.widgets.item_list import ItemDelegate, ItemList

LINE_ROLE = Qt.ItemDataRole.UserRole + 110
_Index = QModelIndex | QPersistentModelIndex
_ROW_PX, _PADDING_PX, _LINE_PX = 52, 12, 20
_DOT = " · "


@dataclass(frozen=True, slots=True)
class Line:
    """An item: its name, its figures, and before them a word in the colour of `tone`."""

    title: str
    about: str
    label: str = ""
    tone: str = "muted"

    @property
    def spoken(self) -> str:
        """All of it on one line, for screen readers and tooltips."""
        return plain_text.one_line(
            _DOT.join(part for part in (self.title, self.label, self.about) if part)
        )


class FoundModel(QAbstractListModel):
    """The lines; those that stay keep their place and their selection."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Shows these; of as many as before each is exchanged in its place."""
        if len(lines) != len(self._lines):
            self.beginResetModel()
            self._lines = list(lines)
            self.endResetModel()
            return
        changed = [row for row, line in enumerate(lines) if line != self._lines[row]]
        self._lines = list(lines)
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Returns how many there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Returns the line, or its words."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        return None


class FoundList(ItemList):
    """The list; arrow keys move, Enter chooses."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent=parent)
        self.setItemDelegate(_TwoLines(theme, self))


class _TwoLines(ItemDelegate):
    """Draws the name in bold, and the small line under it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Returns the same height for every item."""
        return QSize(0, self._theme.px(_ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draws one item."""
        line: Line = index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place: QRect = option.rect
        self._paint_ground(painter, option, place)
        padding, height = self._theme.px(_PADDING_PX), self._theme.px(_LINE_PX)
        top = place.center().y() - height + 1
        inside = QRect(place.left() + padding, top, place.width() - 2 * padding, height)
        painter.setFont(self._theme.font(TEXT_PX, bold=True))
        # The end of a long name says in which format the file is.
        self._draw(painter, inside, line.title, "text", Qt.TextElideMode.ElideMiddle)
        inside.translate(0, height)
        used = 0
        if line.label:
            painter.setFont(self._theme.font(SMALL_PX, bold=True))
            # Where it is marked the ground is too near to the colours of some verdicts.
            is_marked = bool(option.state & QStyle.StateFlag.State_Selected)
            used = self._draw(painter, inside, line.label, "text" if is_marked else line.tone)
        painter.setFont(self._theme.font(SMALL_PX))
        is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        rest = inside.adjusted(0, 0, -used, 0) if is_mirrored else inside.adjusted(used, 0, 0, 0)
        self._draw(painter, rest, _DOT * bool(line.label and line.about) + line.about, "muted")
        painter.restore()

    def _draw(
        self,
        painter: QPainter,
        room: QRect,
        words: str,
        token: str,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> int:
        """Draws words as far as there is room; returns how wide they are."""
        painter.setPen(self._theme.color(token))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(plain_text.clean(words).replace("\n", " "), elide, room.width())
        flags = spacing.leading(self._list) | Qt.TextFlag.TextSingleLine
        painter.drawText(room, flags, shown)
        return metrics.horizontalAdvance(shown)
