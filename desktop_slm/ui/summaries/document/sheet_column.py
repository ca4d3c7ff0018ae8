"""The document as a column of sheets that scrolls; only those near the eye are laid out.

Heights of the others are estimated, and what is looked at stays where it is when they turn out
otherwise. So a document of any length opens at once, and each step costs one sheet.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable
from itertools import accumulate

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop_slm.ui.summaries.document.sheet_card import PADDING_PX, SheetCard
from desktop_slm.ui.summaries.document.sheet_text import Mark
from desktop_slm.ui.summaries.document.sheets import Sheet, Sheets
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import LINE_HEIGHT, TEXT_PX, Theme

_GAP_PX = 16
_MARGIN_PX = 24
_KEPT_CARDS = 24
_READING_LINE_PX = 40  # the page under this line is the one that is read
_ABOVE_PLACE_PX = 96  # a place that is scrolled to stands so far under the upper edge


class SheetColumn(QAbstractScrollArea):
    """Shows sheets, tells which page is at the top, and goes to a place."""

    page_changed = Signal(int)
    zoom_requested = Signal(int)  # a step up (1) or down (-1)
    left = Signal()  # Esc

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._sheets = Sheets(())
        self._cards: dict[int, SheetCard] = {}
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._zoom = 1.0
        self._page = 0
        self._mark: tuple[int, Mark] | None = None
        self._goal: Callable[[], int] | None = None  # where to be, until a person scrolls
        self._goal_page: int | None = None
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._realise)
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled_by_hand)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Document"))
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self._on_theme_changed)

    # What is shown

    def show_sheets(self, sheets: Sheets) -> None:
        """Shows another document from its beginning."""
        self._forget_cards()
        self._sheets, self._mark, self._page = sheets, None, 0
        self._estimate_all()
        self._goal = None
        self.verticalScrollBar().setValue(0)
        self._realise()

    def set_zoom(self, zoom: float) -> None:
        """Shows the text larger; what is at the top stays there."""
        self._zoom = zoom
        self._lay_out_again()

    def go_to(self, page: int, start: int = 0) -> None:
        """Scrolls to a place."""
        if not self._sheets:
            return
        index = self._sheets.index_at(page, start)
        self._aim(lambda: self._value_for(index, start), self._sheets[index].page)
        self._tell_page()

    def mark(self, page: int, start: int, end: int) -> None:
        """Marks a passage and scrolls to it."""
        self._mark = (page, (start, end))
        for card in self._cards.values():
            self._mark_in(card)
        self.go_to(page, start)

    def clear_mark(self) -> None:
        """Marks nothing."""
        self._mark = None
        for card in self._cards.values():
            self._mark_in(card)

    def marked_text(self) -> str:
        """Returns the marked words, as far as they are laid out."""
        return "".join(self._cards[index].text.marked_text() for index in sorted(self._cards))

    def _value_for(self, index: int, start: int) -> int:
        """Returns where the scroll bar has to be for a place."""
        card = self._card(index)
        within = card.top_of(start) if start > self._sheets[index].start else 0
        above = self._theme.px(_ABOVE_PLACE_PX) if within else self._theme.px(_GAP_PX)
        return self._tops[index] + within - above

    def _aim(self, goal: Callable[[], int], page: int | None = None) -> None:
        """Scrolls somewhere and holds to it while the sheets around turn out otherwise."""
        self._goal, self._goal_page = goal, page
        self.verticalScrollBar().setValue(goal())
        self._place()
        self._more.start()

    @property
    def page(self) -> int:
        """The page at the top."""
        return self._page

    # Scrolling

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802 - Qt's name
        """Moves the sheets; called by Qt."""
        self._place()
        self._more.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays the visible sheets out at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out_again()
        else:
            self._set_range()
            self._more.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scrolls; Esc leaves."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum, Qt.Key.Key_End: bar.maximum}
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_Space: bar.pageStep(),
        }
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.left.emit()
        elif key in ends:
            self._aim(ends[key])
        elif key in steps:
            self._goal = None
            bar.setValue(bar.value() + steps[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls; with Ctrl, zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        self._goal = None
        super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Lets a click on the paper bring the keyboard here."""
        if event.type() is QEvent.Type.MouseButtonPress:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        return super().viewportEvent(event)

    # Laying out

    def _realise(self) -> None:
        """Lays out one more sheet near the eye, and comes again while one is missing."""
        if not self._sheets or self.viewport().width() <= 0:
            return
        missing = next((i for i in self._near() if i not in self._cards), None)
        if missing is not None:
            self._card(missing)
            if self._goal is not None:
                self.verticalScrollBar().setValue(self._goal())
            self._more.start()
        self._drop_far()
        self._place()
        self._tell_page()

    def _near(self) -> range:
        """Returns the sheets that are visible, and one more on either side."""
        top = self.verticalScrollBar().value()
        first = self._index_at(top)
        last = self._index_at(top + self.viewport().height())
        return range(max(first - 1, 0), min(last + 2, len(self._sheets)))

    def _index_at(self, y: int) -> int:
        return min(max(bisect.bisect_right(self._tops, y) - 1, 0), len(self._sheets) - 1)

    def _card(self, index: int) -> SheetCard:
        """Returns a laid out sheet; what is at the top stays where it is."""
        card = self._cards.get(index)
        if card is None:
            card = SheetCard(self._theme, self._sheets[index], self._words, parent=self.viewport())
            card.show_at(self._zoom)
            self._cards[index] = card
            self._mark_in(card)
            self._measure(index, card.lay_out(self._width()))
            card.show()
            self._place()
        return card

    def _measure(self, index: int, height: int) -> None:
        """Notes a sheet's real height and keeps the view on what it shows."""
        bar = self.verticalScrollBar()
        at = self._index_at(bar.value())
        offset = bar.value() - self._tops[at]
        if self._heights[index] == height:
            return
        self._heights[index] = height
        self._add_up()
        if index < at:
            bar.setValue(self._tops[at] + offset)

    def _estimate_all(self) -> None:
        """Guesses the height of every sheet from its letters."""
        px = self._theme.px
        padding, line = 2 * px(PADDING_PX), px(TEXT_PX * self._zoom) * LINE_HEIGHT
        letters = max((self._width() - padding) * 2 // px(TEXT_PX * self._zoom), 1)
        self._heights = [
            round((_length(sheet) // letters + len(sheet.pieces) + 1) * line) + padding
            for sheet in self._sheets
        ]
        self._add_up()

    def _add_up(self) -> None:
        gap = self._theme.px(_GAP_PX)
        self._tops = list(accumulate((height + gap for height in self._heights), initial=gap))
        self._set_range()

    def _set_range(self) -> None:
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(self._theme.px(48))
        bar.setRange(0, max(self._tops[-1] - height, 0))

    def _width(self) -> int:
        """Returns the width of the paper: that of a readable line, where there is room."""
        room = self.viewport().width() - 2 * self._margin()
        widest = round(self._theme.prose_width() * self._zoom) + 2 * self._theme.px(PADDING_PX)
        return max(min(room, widest), 1)

    def _margin(self) -> int:
        return min(self._theme.px(_MARGIN_PX), self.viewport().width() // 24)

    def _place(self) -> None:
        """Puts the laid out sheets where the scroll bar says."""
        top, width = self.verticalScrollBar().value(), self._width()
        left = (self.viewport().width() - width) // 2
        for index, card in self._cards.items():
            y = self._tops[index] - top
            card.setGeometry(left, y, width, self._heights[index])

    def _lay_out_again(self) -> None:
        """Measures everything anew, for another width, zoom or theme."""
        bar = self.verticalScrollBar()
        place = None if self._goal else self._page_place(bar.value())
        self._forget_cards()
        self._estimate_all()
        if place is not None:
            index, share = place
            self._card(index)
            bar.setValue(self._tops[index] + round(share * self._heights[index]))
        elif self._goal is not None and self._sheets:
            bar.setValue(self._goal())
        self._realise()

    def _page_place(self, y: int) -> tuple[int, float] | None:
        """Returns the sheet at a height and how far into it that is."""
        if not self._sheets:
            return None
        index = self._index_at(y)
        height = max(self._tops[index + 1] - self._tops[index], 1)
        return index, max(y - self._tops[index], -self._theme.px(_GAP_PX)) / height

    def _forget_cards(self) -> None:
        for card in self._cards.values():
            card.hide()
            card.deleteLater()
        self._cards.clear()

    def _drop_far(self) -> None:
        """Lets go of sheets far from the eye; one with a selection in it stays."""
        near = self._near()
        spare = [i for i in self._cards if i not in near]
        middle = (near.start + near.stop) // 2
        spare.sort(key=lambda index: -abs(index - middle))
        for index in spare[: max(len(self._cards) - _KEPT_CARDS, 0)]:
            if self._cards[index].text.textCursor().hasSelection():
                continue
            card = self._cards.pop(index)
            card.hide()
            card.deleteLater()

    def _mark_in(self, card: SheetCard) -> None:
        page, mark = self._mark or (0, (0, 0))
        card.text.set_mark(mark if page == card.sheet.page else None)

    def _tell_page(self) -> None:
        page = (self._goal_page if self._goal else None) or self._page_at_top()
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def _page_at_top(self) -> int:
        bar = self.verticalScrollBar()
        if bar.value() >= bar.maximum() > 0:
            return self._sheets[-1].page
        index = self._index_at(bar.value() + self._theme.px(_READING_LINE_PX))
        return self._sheets[index].page

    def _on_scrolled_by_hand(self) -> None:
        self._goal = None

    def _on_theme_changed(self) -> None:
        self._lay_out_again()


def _length(sheet: Sheet) -> int:
    return sheet.pieces[-1].end - sheet.start if sheet.pieces else 0
