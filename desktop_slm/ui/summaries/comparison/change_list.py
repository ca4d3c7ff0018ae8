"""The list of changes: three lines each, the words that differ struck through or underlined."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_slm.assistants.comparison.comparison import Change, ChangeKind
from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.comparison.change_list_model import CHANGE_ROLE, ChangeListModel
from desktop_slm.ui.summaries.comparison.comparison_words import ComparisonWords
from desktop_slm.ui.summaries.comparison.snippets import Snippet, snippet
from desktop_slm.ui.theme import SMALL_PX, TEXT_PX, Theme

_Index = QModelIndex | QPersistentModelIndex
_LINE_PX, _HEAD_PX, _PAD_PX, _SIDE_PX = 21, 20, 9, 12
_RADIUS_PX, _BAR_PX, _ICON_PX = 8, 3, 14
_STEP_KEYS = {Qt.Key.Key_N: 1, Qt.Key.Key_P: -1}
_LEFT_TO_THE_PAGE = (Qt.Key.Key_Escape, Qt.Key.Key_F6)
ICONS = {
    ChangeKind.ADDED: ("plus", "good"),
    ChangeKind.REMOVED: ("minus", "danger"),
    ChangeKind.CHANGED: ("pencil", "accent"),
    ChangeKind.MOVED: ("refresh-cw", "muted"),
}


class ChangeList(QListView):
    """Arrow keys and N and P go from change to change, Enter leads into the text."""

    change_chosen = Signal(object)  # Change
    text_requested = Signal()

    def __init__(
        self, theme: Theme, words: ComparisonWords, name: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = ChangeListModel(words, self)
        self.setModel(self._model)
        self.setItemDelegate(_ChangeDelegate(theme, words, self))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setProperty("ringHidden", True)  # the current item has one of its own
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(lambda _index: self.text_requested.emit())
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def changes(self) -> ChangeListModel:
        """What is shown."""
        return self._model

    @property
    def row(self) -> int:
        """The row of the current change, -1 where there is none."""
        return self.currentIndex().row()

    def step(self, step: int) -> None:
        """Goes to the next or the previous change and stays at the ends."""
        row = self.row + step
        if 0 <= row < self._model.rowCount():
            self.setCurrentIndex(self._model.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N and P step; letters do not search here."""
        step = _STEP_KEYS.get(Qt.Key(event.key()))
        if step is not None:
            self.step(step)
        elif event.key() in _LEFT_TO_THE_PAGE or event.text().strip():
            event.ignore()  # of letters Qt would search for an item that begins so
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.change_chosen.emit(self._model.change(index.row()))


class _ChangeDelegate(QStyledItemDelegate):
    """Draws a change; each is equally high, so that twenty thousand are as quick as twenty."""

    def __init__(self, theme: Theme, words: ComparisonWords, view: QWidget) -> None:
        super().__init__(view)
        self._theme, self._words, self._view = theme, words, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Returns the height of three lines."""
        px = self._theme.px
        return QSize(0, px(_HEAD_PX) + 2 * px(_LINE_PX) + 2 * px(_PAD_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draws one change."""
        change: Change = index.data(CHANGE_ROLE)
        place: QRect = option.rect
        px = self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, place)
        inside = place.adjusted(px(_SIDE_PX), px(_PAD_PX), -px(_SIDE_PX), -px(_PAD_PX))
        head = QRect(inside.left(), inside.top(), inside.width(), px(_HEAD_PX))
        self._paint_head(painter, head, change)
        body = inside.adjusted(0, px(_HEAD_PX), 0, 0)
        sides = [(change.before, False), (change.after, True)]
        if change.kind is ChangeKind.MOVED and not change.has_marks:
            sides = sides[1:]
        shown = [(passages, is_after) for passages, is_after in sides if passages]
        lines = 2 // len(shown)
        for number, (passages, is_after) in enumerate(shown):
            top = body.top() + number * px(_LINE_PX)
            room = QRect(body.left(), top, body.width(), lines * px(_LINE_PX))
            self._paint_text(painter, room, snippet(passages), lines, is_after=is_after)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect) -> None:
        state: QStyle.StateFlag = option.state
        radius = self._theme.px(_RADIUS_PX)
        inside = QRectF(place).adjusted(0, 1, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.color("soft_accent" if is_chosen else "raised"))
            painter.drawRoundedRect(inside, radius, radius)
        if is_chosen:
            bar = self._theme.px(_BAR_PX)
            is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
            left = place.right() - bar - 1 if is_mirrored else place.left() + 2
            painter.setBrush(self._theme.color("accent"))
            inset = self._theme.px(10)
            painter.drawRoundedRect(
                QRectF(left, place.top() + inset, bar, place.height() - 2 * inset), 1.5, 1.5
            )
        if state & QStyle.StateFlag.State_HasFocus:
            line = self._theme.px(2)
            painter.setPen(QPen(self._theme.color("text"), line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                inside.adjusted(line / 2, line / 2, -line / 2, -line / 2), radius, radius
            )

    def _paint_head(self, painter: QPainter, room: QRect, change: Change) -> None:
        """Draws icon, kind and page at the beginning, what is touched at the end."""
        px = self._theme.px
        name, token = ICONS[change.kind]
        icon = self._theme.pixmap(name, token, _ICON_PX, painter.device().devicePixelRatio())
        is_mirrored = self._view.isRightToLeft()
        side, gap = px(_ICON_PX), px(_ICON_PX) + px(8)
        left = room.right() - side if is_mirrored else room.left()
        painter.drawPixmap(left, room.center().y() - side // 2, icon)
        words = room.adjusted(0 if is_mirrored else gap, 0, -gap if is_mirrored else 0, 0)
        leading = spacing.leading(self._view)
        kind = f"{self._words.kind(change.kind)} · {self._words.place(change)}"
        bold, small = self._theme.font(SMALL_PX, bold=True), self._theme.font(SMALL_PX)
        painter.setFont(bold)
        painter.setPen(self._theme.color("text"))
        painter.drawText(words, leading, kind)
        used = QFontMetrics(bold).horizontalAdvance(kind) + px(10)
        rest = words.adjusted(0 if is_mirrored else used, 0, -used if is_mirrored else 0, 0)
        if change.reasons and rest.width() > px(24):
            painter.setFont(small)
            painter.setPen(self._theme.color("text" if change.matters else "muted"))
            touched = QFontMetrics(small).elidedText(
                self._words.reasons(change), Qt.TextElideMode.ElideRight, rest.width()
            )
            painter.drawText(rest, leading, touched)

    def _paint_text(
        self, painter: QPainter, room: QRect, shown: Snippet, lines: int, *, is_after: bool
    ) -> None:
        """Draws the words around the first that differs, in so many lines."""
        font = self._theme.font(TEXT_PX)
        end = Qt.TextElideMode.ElideRight
        words = QFontMetrics(font).elidedText(shown.text, end, lines * room.width())
        layout = QTextLayout(words, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._marked(start, length, is_after) for start, length in shown.marks])
        layout.beginLayout()
        top = 0.0
        for _ in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room.width() + 1)
            line.setPosition(QPointF(0, top))
            top += self._theme.px(_LINE_PX)
        layout.endLayout()
        painter.save()
        painter.setClipRect(room)
        painter.setPen(self._theme.color("text"))
        layout.draw(painter, QPointF(room.left(), room.top()))
        painter.restore()

    def _marked(self, start: int, length: int, is_after: bool) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start, made.length = start, length
        made.format = mark_format(self._theme, is_after=is_after)
        return made


def mark_format(theme: Theme, *, is_after: bool) -> QTextCharFormat:
    """Returns how words look that the other version does not have: never by colour alone."""
    made = QTextCharFormat()
    if is_after:
        made.setFontUnderline(True)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setForeground(theme.color("good"))
    else:
        made.setFontStrikeOut(True)
        made.setForeground(theme.color("danger"))
    return made
