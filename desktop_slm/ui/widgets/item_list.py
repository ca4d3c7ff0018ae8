"""A list of one-line items, such as chats; as quick with ten thousand of them as with ten."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.theme import SMALL_PX, TEXT_PX, Theme

# What a model may answer beside its DisplayRole.
ICON_ROLE = Qt.ItemDataRole.UserRole + 101  # the name of an icon
IS_SECTION_ROLE = Qt.ItemDataRole.UserRole + 102  # a heading such as "Today", not an item
IS_INSIDE_ROLE = Qt.ItemDataRole.UserRole + 103  # under an item with a chevron, such as a folder
NOTE_ROLE = Qt.ItemDataRole.UserRole + 104  # a word more, small at the row's end

_Index = QModelIndex | QPersistentModelIndex
_ROW_PX = 33
_PADDING_PX = 10
_RADIUS_PX = 8
_BAR_PX = 3
_INSIDE_PX = 20  # as far as words stand behind an icon


class ItemList(QListView):
    """Shows a model's items as plain text; arrow keys move, Enter activates."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(ItemDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setProperty("ringHidden", True)  # the current item has one of its own
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        theme.changed.connect(self.scheduleDelayedItemsLayout)


class ItemDelegate(QStyledItemDelegate):
    """Draws an item: selection with its bar, the ring of the keyboard, icon and words."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Returns the same height for every item, so that none needs to be measured."""
        return QSize(0, self._theme.px(_ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draws one item."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place: QRect = option.rect
        if index.data(IS_SECTION_ROLE):
            self._paint_words(painter, place, index, "muted", is_section=True)
        else:
            self._paint_ground(painter, option, place)
            room = self._paint_end_note(painter, self._inside(place, index), index)
            self._paint_words(painter, self._paint_icon(painter, room, index), index, "text")
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Tells the whole name of an item that is cut, as plain text."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        words = _words(index)
        room = option.rect.width() - 2 * self._theme.px(_PADDING_PX)
        is_cut = option.fontMetrics.horizontalAdvance(words) > room
        QToolTip.showText(event.globalPos(), plain_text.tooltip(words) if is_cut else "", view)
        return True

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect) -> None:
        state: QStyle.StateFlag = option.state
        radius = self._theme.px(_RADIUS_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            ground = self._theme.color("line")
            ground.setAlphaF(1.0 if state & QStyle.StateFlag.State_Selected else 0.6)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(place).adjusted(0, 1, 0, -1), radius, radius)
        if state & QStyle.StateFlag.State_Selected:
            self._paint_bar(painter, option, place)
        if state & QStyle.StateFlag.State_HasFocus:
            line = self._theme.px(2)
            painter.setPen(QPen(self._theme.color("text"), line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inside = QRectF(place).adjusted(line / 2, 1 + line / 2, -line / 2, -1 - line / 2)
            painter.drawRoundedRect(inside, radius, radius)

    def _paint_bar(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect) -> None:
        bar, inset = self._theme.px(_BAR_PX), self._theme.px(8)
        is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        left = place.right() - bar - 1 if is_mirrored else place.left() + 2
        painter.setBrush(self._theme.color("accent"))
        height = place.height() - 2 * inset
        painter.drawRoundedRect(QRectF(left, place.top() + inset, bar, height), 1.5, 1.5)

    def _inside(self, place: QRect, index: _Index) -> QRect:
        used = self._theme.px(_INSIDE_PX) if index.data(IS_INSIDE_ROLE) else 0
        is_mirrored = self._list.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return place.adjusted(0, 0, -used, 0) if is_mirrored else place.adjusted(used, 0, 0, 0)

    def _paint_end_note(self, painter: QPainter, place: QRect, index: _Index) -> QRect:
        """Draws the word more where the item has one; returns the room left."""
        note = str(index.data(NOTE_ROLE) or "")
        if not note:
            return place
        painter.setFont(self._theme.font(SMALL_PX))
        painter.setPen(self._theme.color("muted"))
        padding = self._theme.px(_PADDING_PX)
        used = painter.fontMetrics().horizontalAdvance(note) + padding
        is_mirrored = self._list.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = place.left() + padding if is_mirrored else place.right() + 1 - used
        painter.drawText(
            QRect(left, place.top(), used - padding, place.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            note,
        )
        return place.adjusted(used, 0, 0, 0) if is_mirrored else place.adjusted(0, 0, -used, 0)

    def _paint_icon(self, painter: QPainter, place: QRect, index: _Index) -> QRect:
        """Draws an icon where the item has one; returns the room left for words."""
        name = index.data(ICON_ROLE)
        if not name:
            return place
        side, padding = self._theme.px(14), self._theme.px(_PADDING_PX)
        ratio = painter.device().devicePixelRatio()
        is_mirrored = self._list.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = place.right() - padding - side if is_mirrored else place.left() + padding
        pixmap = self._theme.pixmap(name, "muted", 14, ratio)
        painter.drawPixmap(left, place.center().y() - side // 2, pixmap)
        used = side + self._theme.px(6)
        return place.adjusted(0, 0, -used, 0) if is_mirrored else place.adjusted(used, 0, 0, 0)

    def _paint_words(
        self, painter: QPainter, room: QRect, index: _Index, token: str, *, is_section: bool = False
    ) -> None:
        padding = self._theme.px(_PADDING_PX)
        inside = room.adjusted(padding, 0, -padding, 0)
        painter.setFont(
            self._theme.font(SMALL_PX, bold=True) if is_section else self._theme.font(TEXT_PX)
        )
        painter.setPen(self._theme.color(token))
        words = painter.fontMetrics().elidedText(
            _words(index), Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, spacing.leading(self._list) | Qt.TextFlag.TextSingleLine, words)


def _words(index: _Index) -> str:
    return plain_text.one_line(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
