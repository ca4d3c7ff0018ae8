"""The list of what was found: title, and the words around the hit with the hit marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from desktop_slm.ui.finding import hit_words
from desktop_slm.ui.sidebar.found_model import FoundModel
from desktop_slm.ui.theme import SMALL_PX, TEXT_PX, Theme
from desktop_slm.ui.widgets.item_list import ItemDelegate, ItemList

_Index = QModelIndex | QPersistentModelIndex
_SECTION_PX = 33
_PADDING_PX = (10, 7)
_LINES = 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FoundList(ItemList):
    """Click or Enter opens a hit; Up from the first one and Esc go back to the field."""

    hit_opened = Signal(object)  # Hit
    left = Signal()

    def __init__(self, theme: Theme, model: FoundModel, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._found = model
        self.setAccessibleName(self.tr("What was found"))
        self.setModel(model)
        self.setItemDelegate(_FoundDelegate(theme, model, self))
        self.setUniformItemSizes(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.clicked.connect(self._open)

    def focus_first(self) -> None:
        """Puts the keyboard on the first hit."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self.setCurrentIndex(self.model().index(1, 0))

    def open_first(self) -> None:
        """Opens the first hit, if there is one."""
        self._open(self.model().index(1, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens, and goes back to the field."""
        is_first = self.currentIndex().row() <= 1
        if event.key() in _ENTER:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Up and is_first):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Puts the keyboard's mark on a hit, so that there is one to see."""
        super().focusInEvent(event)
        if self._found.hit(self.currentIndex()) is None:
            self.setCurrentIndex(self.model().index(1, 0))

    def _open(self, index: _Index) -> None:
        hit = self._found.hit(index)
        if hit is not None:
            self.hit_opened.emit(hit)


class _FoundDelegate(ItemDelegate):
    """Draws a hit on up to three lines."""

    def __init__(self, theme: Theme, model: FoundModel, parent: FoundList) -> None:
        super().__init__(theme, parent)
        self._model = model
        self._found_list = parent

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Returns how high the lines of a hit are."""
        hit = self._model.hit(index)
        if hit is None:
            return QSize(0, self._theme.px(_SECTION_PX))
        width = self._found_list.viewport().width()
        heights = (layout.boundingRect().height() for layout in self._layouts(index, width))
        return QSize(0, round(sum(heights)) + 2 * self._theme.px(_PADDING_PX[1]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draws one row."""
        if self._model.hit(index) is None:
            super().paint(painter, option, index)
            return
        place: QRect = option.rect
        beside, above = (self._theme.px(each) for each in _PADDING_PX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, place)
        top = float(place.top() + above)
        for number, layout in enumerate(self._layouts(index, place.width())):
            painter.setPen(self._theme.color("muted" if number else "text"))
            layout.draw(painter, QPointF(place.left() + beside, top))
            top += layout.boundingRect().height()
        painter.restore()

    def _layouts(self, index: _Index, width: int) -> list[QTextLayout]:
        hit = self._model.hit(index)
        assert hit is not None
        room = width - 2 * self._theme.px(_PADDING_PX[0])
        lines = _LINES if hit.kind.value == "question" else 1
        layouts = [self._laid_out(hit_words.title(hit), room, TEXT_PX, lines)]
        if hit.snippet.text:
            layouts.append(self._laid_out(hit_words.shown(hit.snippet), room, SMALL_PX, _LINES))
        return layouts

    def _laid_out(
        self, marked: hit_words.Marked, room: int, size: int | float, lines: int
    ) -> QTextLayout:
        words, marks = marked
        layout = QTextLayout(words, self._theme.font(size))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self._found_list.layoutDirection())
        layout.setTextOption(option)
        layout.setFormats([self._mark(words, start, end) for start, end in marks])
        layout.beginLayout()
        top = 0.0
        for _ in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _mark(self, words: str, start: int, end: int) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start = _units(words[:start])
        made.length = _units(words[start:end])
        look = QTextCharFormat()
        look.setBackground(self._theme.color("marked"))
        look.setForeground(self._theme.color("on_marked"))
        made.format = look
        return made


def _units(text: str) -> int:
    """Returns how many places a text takes in Qt, which counts UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
