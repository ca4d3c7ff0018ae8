"""The document as a column of sheets that scrolls; only those near the eye are laid out.

Heights of the others are estimated, and what is looked at stays where it is when they turn out
otherwise. So a document of any length opens at once, and each step costs one sheet.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.evidence import Place
from desktop_slm.ui.summaries.document.column_view import (
    READING_LINE_PX,
    ColumnView,
)
from desktop_slm.ui.summaries.document.sheet_card import PADDING_PX, SheetCard
from desktop_slm.ui.summaries.document.sheet_text import Mark
from desktop_slm.ui.summaries.document.sheets import Sheet, Sheets
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import LINE_HEIGHT, TEXT_PX, Theme

_GAP_PX = 16
_MARGIN_PX = 24
_KEPT_CARDS = 24


class SheetColumn(ColumnView):
    """Shows sheets, tells which page is at the top, and goes to a place."""

    place_selected = Signal(object)  # Place, or None where nothing is selected any more
    picture_requested = Signal(int)  # page

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(self.tr("Text of the document"))
        self._words = words
        self._sheets = Sheets(())
        self._cards: dict[int, SheetCard] = {}
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._zoom = 1.0
        self._has_pictures = False
        self._found: Mapping[int, Sequence[Mark]] = {}
        self._page = 0
        self._mark: tuple[int, Mark] | None = None
        self._goal_page: int | None = None
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._realise)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        self.aim(lambda: self._value_for(index, start), self._sheets[index].page)
        self._tell_page()

    def mark(self, page: int, start: int, end: int) -> None:
        """Marks a passage and scrolls to it."""
        self._mark = (page, (start, end))
        for card in self._cards.values():
            self._mark_in(card)
        self.go_to(page, start)

    def outline_found(self, found: Mapping[int, Sequence[Mark]]) -> None:
        """Outlines what a search has found, by page."""
        self._found = found
        for card in self._cards.values():
            card.text.set_found(found.get(card.sheet.page, ()))

    def clear_mark(self) -> None:
        """Marks nothing."""
        self._mark = None
        for card in self._cards.values():
            self._mark_in(card)

    def offer_pictures(self, can_show: bool) -> None:
        """Offers the picture of each page whose words were recognised in it."""
        if can_show != self._has_pictures:
            self._has_pictures = can_show
            self._lay_out_again()

    def marked_text(self) -> str:
        """Returns the marked words, as far as they are laid out."""
        return "".join(self._cards[index].text.marked_text() for index in sorted(self._cards))

    def _value_for(self, index: int, start: int) -> int:
        """Returns where the scroll bar has to be for a place."""
        card = self._card(index)
        within = card.top_of(start) if start > self._sheets[index].start else 0
        above = self.above_place() if within else self._theme.px(_GAP_PX)
        return self._tops[index] + within - above

    def aim(self, goal: Callable[[], int], page: int | None = None) -> None:
        """Scrolls somewhere; `page` is the one that is said to be read there."""
        self._goal_page = page
        super().aim(goal)
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
        """Enter puts a caret into the text, so that words can be selected by keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._sheets:
            line = self.verticalScrollBar().value() + self._theme.px(READING_LINE_PX)
            index = self._index_at(line)
            text = self._card(index).text
            text.put_caret(line - self._tops[index] - text.y())
        else:
            super().keyPressEvent(event)

    def _on_caret_moved(self, card: SheetCard) -> None:
        """Keeps the caret in sight."""
        if not card.text.hasFocus():
            return
        caret = card.text.cursorRect()
        top = card.y() + card.text.y() + caret.top()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        below = top + caret.height() - height
        if top < 0 or below > 0:
            self._forget_goal()
            bar.setValue(bar.value() + (top if top < 0 else below))

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
            card.text.place_selected.connect(lambda place: self._on_selected(card, place))
            card.text.cursorPositionChanged.connect(lambda: self._on_caret_moved(card))
            card.picture_requested.connect(self.picture_requested)
            card.offer_picture(self._has_pictures)
            card.show_at(self._zoom)
            card.text.set_found(self._found.get(card.sheet.page, ()))
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
        index = self._index_at(bar.value() + self._theme.px(READING_LINE_PX))
        return self._sheets[index].page

    def _on_selected(self, card: SheetCard, place: Place | None) -> None:
        """Tells what is selected; there is one selection in all sheets together."""
        if place is not None:
            for other in self._cards.values():
                if other is not card:
                    other.text.clear_selection()
        self.place_selected.emit(place)

    def _on_theme_changed(self) -> None:
        self._lay_out_again()


def _length(sheet: Sheet) -> int:
    return sheet.pieces[-1].end - sheet.start if sheet.pieces else 0
