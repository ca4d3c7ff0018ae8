"""The document as pictures of its pages, one under the other; only those near the eye are drawn.

A page that is not drawn yet stands as white paper of its size, so nothing moves when it comes.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.evidence import Place
from desktop_slm.documents.page_picture import Rectangle
from desktop_slm.ui import accessible_roles, tokens
from desktop_slm.ui.summaries.document.column_view import (
    READING_LINE_PX,
    ColumnView,
)
from desktop_slm.ui.summaries.document.page_store import PageStore, Wish
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import Theme

_GAP_PX = 16
_MARGIN_PX = 24
_WIDEST_PX = 1_100  # at 100 %: larger paper fills no eye
_A4 = (595.0, 842.0)  # for a page that does not say its size
_PAPER = QColor("#FFFFFF")  # what is printed on it is meant for white, in a dark window too


class PageColumn(ColumnView):
    """Shows pictures of pages; tells which is at the top, and marks a passage on them."""

    def __init__(
        self, theme: Theme, words: Words, store: PageStore, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._words, self._store = words, store
        self._widths: list[int] = []
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._zoom = 1.0
        self._page = 0
        self._place: Place | None = None
        self._marks: tuple[Rectangle, ...] = ()
        self._wishing = QTimer(self, singleShot=True, interval=0)
        self._wishing.timeout.connect(self._wish)
        store.picture_came.connect(self._on_picture_came)
        store.page_failed.connect(self._on_picture_came)
        store.places_came.connect(self._on_places_came)
        told = self.tr("Pages as pictures; the Text view holds their words")
        accessible_roles.name(self, "document", told)
        theme.changed.connect(self._lay_out_again)

    # What is shown

    def show_pages(self) -> None:
        """Shows the pages of the store's document from the first."""
        self._place, self._marks, self._page, self._goal = None, (), 0, None
        self._measure()
        self.verticalScrollBar().setValue(0)
        self._moved()

    @property
    def page(self) -> int:
        """The page at the top."""
        return self._page

    @property
    def is_wishing(self) -> bool:
        """Whether it is about to say which pictures it wants."""
        return self._wishing.isActive()

    @property
    def marks(self) -> tuple[Rectangle, ...]:
        """Where the passage stands that is marked, in shares of its page."""
        return self._marks

    def set_zoom(self, zoom: float) -> None:
        """Shows the pages larger, 1 being as wide as the column; what is at the top stays."""
        self._zoom = zoom
        self._lay_out_again()

    def go_to(self, page: int) -> None:
        """Scrolls to a page."""
        if self._widths:
            index = self._index_of(page)
            self.aim(lambda: self._tops[index] - self._theme.px(_GAP_PX) // 2)
            self._moved()

    def mark(self, place: Place) -> None:
        """Marks a passage and scrolls to it as soon as it is known where it stands."""
        self._place, self._marks = place, ()
        self.viewport().update()
        self.go_to(place.page)
        self._store.seek(place)

    def clear_mark(self) -> None:
        """Marks nothing."""
        self._place, self._marks = None, ()
        self.viewport().update()

    def page_place(self, page: int) -> QRect:
        """Returns where a page stands in the viewport."""
        index = self._index_of(page)
        left = (max(self.viewport().width(), self._whole_width()) - self._widths[index]) // 2
        x = left - self.horizontalScrollBar().value()
        y = self._tops[index] - self.verticalScrollBar().value()
        return QRect(x, y, self._widths[index], self._heights[index])

    # Scrolling

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802 - Qt's name
        """Moves the pages; called by Qt."""
        self._moved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the pages to the new width."""
        super().resizeEvent(event)
        self._lay_out_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scrolls sideways, too, where a page is wider than the column."""
        bar = self.horizontalScrollBar()
        steps = {Qt.Key.Key_Left: -bar.singleStep(), Qt.Key.Key_Right: bar.singleStep()}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

    def _moved(self) -> None:
        self.viewport().update()
        self._wishing.start()
        page = self._page_at_top()
        if page != self._page:
            self._page = page
            self.setAccessibleDescription(self._words.page(page))
            self.page_changed.emit(page)

    def _page_at_top(self) -> int:
        if not self._widths:
            return 0
        bar = self.verticalScrollBar()
        if self._goal is None and bar.value() >= bar.maximum() > 0:
            return len(self._widths)
        if self._place is not None and self._goal is not None and self._marks:
            return self._place.page
        return self._index_at(bar.value() + self._theme.px(READING_LINE_PX)) + 1

    # Laying out

    def _measure(self) -> None:
        """Gives every page its place."""
        room = max(self.viewport().width() - 2 * self._margin(), 1)
        width = round(min(room, self._theme.px(_WIDEST_PX)) * self._zoom)
        sizes = [size if min(size) > 0 else _A4 for size in self._store.sizes]
        self._widths = [width] * len(sizes)
        self._heights = [max(round(width * high / wide), 1) for wide, high in sizes]
        gap = self._theme.px(_GAP_PX)
        self._tops = list(accumulate((high + gap for high in self._heights), initial=gap))
        self._set_ranges()

    def _set_ranges(self) -> None:
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        size = self.viewport().size()
        down.setPageStep(size.height())
        down.setSingleStep(self._theme.px(48))
        down.setRange(0, max(self._tops[-1] - size.height(), 0) if self._widths else 0)
        across.setPageStep(size.width())
        across.setSingleStep(self._theme.px(48))
        across.setRange(0, max(self._whole_width() - size.width(), 0))

    def _whole_width(self) -> int:
        return max(self._widths, default=0) + 2 * self._margin() if self._widths else 0

    def _margin(self) -> int:
        return min(self._theme.px(_MARGIN_PX), self.viewport().width() // 24)

    def _lay_out_again(self) -> None:
        """Measures for another width, zoom or theme; what is at the top stays there."""
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        index, share = self._share_at(down.value())
        middle = (across.value() + across.pageStep() / 2) / max(self._whole_width(), 1)
        self._measure()
        if not self._widths:
            return
        across.setValue(round(middle * self._whole_width() - across.pageStep() / 2))
        if self._goal is not None:
            down.setValue(self._goal())
        else:
            down.setValue(self._tops[index] + round(share * self._heights[index]))
        self._moved()

    def _share_at(self, y: int) -> tuple[int, float]:
        if not self._widths:
            return 0, 0.0
        index = self._index_at(y)
        return index, (y - self._tops[index]) / self._heights[index]

    def _index_at(self, y: int) -> int:
        return min(max(bisect.bisect_right(self._tops, y) - 1, 0), len(self._widths) - 1)

    def _index_of(self, page: int) -> int:
        return min(max(page - 1, 0), len(self._widths) - 1)

    # Pictures

    def _near(self) -> Sequence[int]:
        """Returns the numbers of the pages that are visible, then of one on either side."""
        if not self._widths:
            return ()
        top = self.verticalScrollBar().value()
        first, last = self._index_at(top), self._index_at(top + self.viewport().height())
        beside = [index for index in (last + 1, first - 1) if 0 <= index < len(self._widths)]
        return [index + 1 for index in (*range(first, last + 1), *beside)]

    def _wish(self) -> None:
        if self.isVisible():
            self._store.want([self._wished(page) for page in self._near()])

    def _wished(self, page: int) -> Wish:
        return page, round(self._widths[page - 1] * self.devicePixelRatioF())

    def showEvent(self, event: QShowEvent) -> None:
        """Asks for what is seen now."""
        super().showEvent(event)
        self._wishing.start()

    def _on_picture_came(self, page: int) -> None:
        if page in self._near():
            self.viewport().update()

    def _on_places_came(self, place: Place, found: tuple[Rectangle, ...]) -> None:
        if place != self._place:
            return
        self._marks = found
        if found and self._widths:
            self.aim(self._value_for_mark)
            self._show_across(found[0])
        self._moved()

    def _value_for_mark(self) -> int:
        assert self._place is not None
        index = self._index_of(self._place.page)
        top = self._marks[0][1] if self._marks else 0.0
        within = round(top * self._heights[index])
        return self._tops[index] + within - self.above_place()

    def _show_across(self, mark: Rectangle) -> None:
        """Scrolls sideways, where a page is wider than the column and the mark is out of sight."""
        bar = self.horizontalScrollBar()
        left = self._margin() + round(mark[0] * self._widths[0])
        if not bar.value() <= left <= bar.value() + bar.pageStep():
            bar.setValue(left - self._margin())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws what there is of the visible pages."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._near():
            place = self.page_place(page)
            if place.intersects(event.rect()):
                self._paint_page(painter, page, place)

    def _paint_page(self, painter: QPainter, page: int, place: QRect) -> None:
        painter.fillRect(place, _PAPER)
        picture = self._store.picture(page, self._wished(page)[1])
        if picture is not None:
            painter.drawImage(place, picture)
        elif self._store.is_undrawable(page):
            self._paint_failure(painter, page, place)
        if self._place is not None and self._place.page == page:
            self._paint_marks(painter, place)
        painter.setPen(QPen(self._theme.color("line"), self._theme.hairline()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)

    def _paint_failure(self, painter: QPainter, page: int, place: QRect) -> None:
        painter.setPen(QColor(tokens.LIGHT.muted))
        painter.setFont(self._theme.font())
        pad = self._theme.px(28)
        words = self.tr("{0} could not be drawn. The Text view shows its words.")
        how = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        inside = place.adjusted(pad, pad, -pad, -pad)
        painter.drawText(inside, how, words.format(self._words.page(page)))

    def _paint_marks(self, painter: QPainter, page: QRect) -> None:
        """Lays the marker's colour over the words as a pen does, and an outline around them."""
        boxes = [
            QRectF(
                page.left() + left * page.width(),
                page.top() + top * page.height(),
                (right - left) * page.width(),
                (bottom - top) * page.height(),
            ).adjusted(-1, -1, 1, 1)
            for left, top, right, bottom in self._marks
        ]
        shape = outline(boxes)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillPath(shape, QColor(tokens.LIGHT.marked))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QPen(QColor(tokens.LIGHT.warning), self._theme.hairline()))
        painter.drawPath(shape)
        painter.restore()


def outline(boxes: Sequence[QRectF]) -> QPainterPath:
    """Returns the shape around boxes that may overlap."""
    path = QPainterPath()
    for box in boxes:
        one = QPainterPath()
        one.addRoundedRect(box, 2, 2)
        path = path.united(one)
    return path
