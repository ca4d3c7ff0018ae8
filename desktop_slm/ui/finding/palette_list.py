"""The list under the field of Ctrl+K: what can be taken, with its keys or where it is from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.theme import SMALL_PX, Theme
from desktop_slm.ui.widgets.item_list import ICON_ROLE, IS_SECTION_ROLE, ItemDelegate, ItemList

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_NOTE_SHARE = 0.45
_PADDING_PX = 10


@dataclass(frozen=True)
class Offer:
    """Something to take; `note` stands at the end of its line."""

    words: str
    take: Callable[[], object]
    note: str = ""
    icon: str = ""


class OfferModel(QAbstractListModel):
    """Offers under headings."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Offer | str] = []

    def show_groups(self, groups: Sequence[tuple[str, Sequence[Offer]]]) -> None:
        """Shows other offers; a group without any is left out."""
        self.beginResetModel()
        self._rows = []
        for heading, offers in groups:
            if offers:
                self._rows += [heading, *offers]
        self.endResetModel()

    def offer(self, row: int) -> Offer | None:
        """Returns the offer in a row, None for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Offer) else None

    def next_row(self, row: int, step: int) -> int:
        """Returns the row of the next offer in a direction, else the same row."""
        at = row + step
        while 0 <= at < len(self._rows):
            if self.offer(at) is not None:
                return at
            at += step
        return row

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Returns the number of rows, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Says that offers can be taken, and headings not."""
        if self.offer(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Answers the list."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            is_words = role in (_Role.DisplayRole, _Role.AccessibleTextRole)
            return row if is_words else role == IS_SECTION_ROLE or None
        if role == _Role.DisplayRole:
            return row.words
        if role == _Role.AccessibleTextRole:
            return f"{row.words}, {row.note}" if row.note else row.words
        return row.icon if role == ICON_ROLE else None


class OfferList(ItemList):
    """Shows offers; the field above has the keyboard, so it takes no focus itself."""

    def __init__(self, theme: Theme, model: OfferModel, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self.setAccessibleName(self.tr("What can be taken"))
        self.setModel(model)
        self.setItemDelegate(_OfferDelegate(theme, model, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class _OfferDelegate(ItemDelegate):
    """Draws an offer with its note at the end."""

    def __init__(self, theme: Theme, model: OfferModel, parent: OfferList) -> None:
        super().__init__(theme, parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draws one row."""
        offer = self._model.offer(index.row())
        if offer is None or not offer.note:
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place: QRect = option.rect
        self._paint_ground(painter, option, place)
        used = self._paint_note(painter, place, plain_text.one_line(offer.note))
        is_mirrored = self._list.layoutDirection() is Qt.LayoutDirection.RightToLeft
        rest = place.adjusted(used if is_mirrored else 0, 0, 0 if is_mirrored else -used, 0)
        self._paint_words(painter, self._paint_icon(painter, rest, index), index, "text")
        painter.restore()

    def _paint_note(self, painter: QPainter, place: QRect, note: str) -> int:
        """Draws the note at the end of the row; returns the width that it takes."""
        padding = self._theme.px(_PADDING_PX)
        painter.setFont(self._theme.font(SMALL_PX))
        painter.setPen(self._theme.color("muted"))
        room = round(place.width() * _NOTE_SHARE)
        metrics = painter.fontMetrics()
        words = metrics.elidedText(note, Qt.TextElideMode.ElideRight, room)
        is_mirrored = self._list.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignLeft if is_mirrored else Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        inside = place.adjusted(padding, 0, -padding, 0)
        painter.drawText(inside, flags | Qt.TextFlag.TextSingleLine, words)
        return metrics.horizontalAdvance(words) + padding
