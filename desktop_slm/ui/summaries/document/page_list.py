"""The pages of a document as a list: with small pictures where there are any, else by name."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from desktop_slm.documents.document import Document
from desktop_slm.ui import plain_text
from desktop_slm.ui.summaries.document.page_store import PageStore
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import SMALL_PX, Theme
from desktop_slm.ui.widgets.item_list import ItemDelegate, ItemList

_Index = QModelIndex | QPersistentModelIndex
_WIDE_PX, _HIGH_PX = 84, 112
_ROW_PX = 148


class PageList(ItemList):
    """A click or Enter chooses a page; the page that is read is the current one."""

    page_chosen = Signal(int)

    def __init__(
        self, theme: Theme, words: Words, store: PageStore, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, self.tr("Pages"), parent=parent)
        self._theme, self._words, self._store = theme, words, store
        self.has_pictures = False
        self._names = QStringListModel(self)
        self._wishing = QTimer(self, singleShot=True, interval=0)
        self._wishing.timeout.connect(self._wish)
        self.setModel(self._names)
        self.setItemDelegate(_Small(theme, self, store))
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)
        self.verticalScrollBar().valueChanged.connect(self._wishing.start)
        store.picture_came.connect(self._on_picture_came)

    def show_document(self, document: Document) -> None:
        """Lists the pages of another document."""
        self._names.setStringList(self._lines(document))
        self.show_page(1)

    def show_pictures(self, has_pictures: bool) -> None:
        """Lists them with pictures, or by name alone."""
        if has_pictures != self.has_pictures:
            self.has_pictures = has_pictures
            self.doItemsLayout()
            self.scrollTo(self.currentIndex())
            self._wishing.start()

    def show_page(self, page: int) -> None:
        """Shows which page is read."""
        index = self._names.index(page - 1, 0)
        if index.isValid() and index.row() != self.currentIndex().row():
            self.setCurrentIndex(index)

    def small_width(self) -> int:
        """Returns how wide a small picture is in pixels of the screen."""
        return round(self._theme.px(_WIDE_PX) * self.devicePixelRatioF())

    def showEvent(self, event: QShowEvent) -> None:
        """Asks for what is seen now."""
        super().showEvent(event)
        self._wishing.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Asks for nothing that is not seen."""
        super().hideEvent(event)
        self._store.want_later(())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Asks for what is seen besides."""
        super().resizeEvent(event)
        self._wishing.start()

    def _lines(self, document: Document) -> list[str]:
        labels = {page.number: page.label for page in document.pages}
        lines = []
        for number in range(1, document.page_count + 1):
            label = plain_text.one_line(labels.get(number, ""))
            name = self._words.page(number)
            lines.append(f"{name} · {label}" if label not in ("", str(number)) else name)
        return lines

    def _wish(self) -> None:
        if not self.isVisible() or not self.has_pictures:
            self._store.want_later(())
            return
        first = max(self.indexAt(self.viewport().rect().topLeft()).row(), 0)
        rows = self.viewport().height() // self._theme.px(_ROW_PX) + 2
        last = min(first + rows, self._names.rowCount())
        self._store.want_later([(row + 1, self.small_width()) for row in range(first, last)])

    def _on_picture_came(self, page: int) -> None:
        if self.has_pictures and self.isVisible():
            self.update(self._names.index(page - 1, 0))

    def _on_chosen(self, index: QModelIndex) -> None:
        self.page_chosen.emit(index.row() + 1)


class _Small(ItemDelegate):
    """Draws a page's small picture over its name."""

    def __init__(self, theme: Theme, pages: PageList, store: PageStore) -> None:
        super().__init__(theme, pages)
        self._pages, self._store = pages, store

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Returns the same height for every page."""
        if not self._pages.has_pictures:
            return super().sizeHint(option, index)
        return QSize(0, self._theme.px(_ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draws a page."""
        if not self._pages.has_pictures:
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_ground(painter, option, option.rect)
        self._paint_paper(painter, option, index.row() + 1)
        self._paint_name(painter, option, index)
        painter.restore()

    def _paint_paper(self, painter: QPainter, option: QStyleOptionViewItem, page: int) -> None:
        place = self._place(option.rect, page)
        painter.fillRect(place, QColor("#FFFFFF"))
        picture = self._store.picture(page, self._pages.small_width())
        if picture is not None:
            painter.drawImage(place, picture)
        painter.setPen(QPen(self._theme.color("control_line"), self._theme.hairline()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)

    def _paint_name(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        high = self._theme.px(20)
        room = option.rect.adjusted(self._theme.px(4), 0, -self._theme.px(4), -self._theme.px(6))
        room.setTop(room.bottom() - high)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setFont(self._theme.font(SMALL_PX, bold=is_chosen))
        painter.setPen(self._theme.color("text"))
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        how = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, how, shown)

    def _place(self, room: QRect, page: int) -> QRect:
        """Returns where the paper stands: as large as it can, in the middle."""
        wide, high = self._theme.px(_WIDE_PX), self._theme.px(_HIGH_PX)
        sizes = self._store.sizes
        across, down = sizes[page - 1] if page <= len(sizes) else (0.0, 0.0)
        if min(across, down) > 0:
            share = min(wide / across, high / down)
            wide, high = max(round(across * share), 1), max(round(down * share), 1)
        left = room.left() + (room.width() - wide) // 2
        return QRect(left, room.top() + self._theme.px(8), wide, high)
