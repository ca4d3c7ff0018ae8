"""The strip beside the document: on which pages the summary rests, and on which it does not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_slm.assistants.omissions.omissions import PageState
from desktop_slm.ui import plain_text
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import Theme

_WIDTH_PX = 24  # what the pointer can hit
_BAR_PX = 8
_LEAST_BAND_PX = 4  # lower bands show several pages at once
_GAP_PX = 1
_MARGIN_PX = 6

Pages = Sequence[tuple[int, PageState]]


class CoverageStrip(QWidget):
    """A band for each page from top to bottom: full where the summary rests on it, else hollow.

    A page without text has no band. Where pages are many, a band stands for several and is as
    wide as the share of them on which the summary rests. Up and Down go from page to page.
    """

    page_requested = Signal(int)

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._pages: Pages = ()
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setProperty("ringInset", 1)
        self.setProperty("accessibleRole", "chart")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._on_theme_changed)
        self.hide()

    def show_pages(self, pages: Pages) -> None:
        """Shows the pages of a document, or nothing where there are none."""
        self._pages, self._at = pages, 0
        rested = sum(state is PageState.RESTED_ON for _, state in pages)
        bare = sum(state is PageState.NOT_RESTED_ON for _, state in pages)
        self.setAccessibleName(
            self.tr("Pages of the document: the summary rests on {0} of {1}").format(
                rested, rested + bare
            )
        )
        self._tell_page()
        self.setVisible(bool(pages))
        self.update()

    def words_for(self, index: int) -> str:
        """Returns what is said of a page."""
        page, state = self._pages[index]
        words = {
            PageState.RESTED_ON: self.tr("{0}: the summary rests on it."),
            PageState.NOT_RESTED_ON: self.tr("{0}: nothing in the summary rests on it."),
            PageState.NOTHING_TO_READ: self.tr("{0}: no text to rest on."),
        }[state]
        return words.format(self._words.page(page))

    def sizeHint(self) -> QSize:
        """Returns its width; it takes what height there is."""
        return QSize(self._theme.px(_WIDTH_PX), self._theme.px(80))

    def index_at(self, y: float) -> int:
        """Returns the page that stands at a height."""
        top, band, each = self._bands()
        number = int(max(y - top, 0) / band) * each
        return min(number, len(self._pages) - 1)

    def middle_of(self, index: int) -> float:
        """Returns the height at which a page stands."""
        top, band, each = self._bands()
        return top + (index // each + 0.5) * band

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Goes to the page under the pointer."""
        if self._pages and event.button() is Qt.MouseButton.LeftButton:
            self._go(self.index_at(event.position().y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go by page, Page Up and Page Down to one on which nothing rests."""
        steps: dict[Qt.Key, Callable[[], int]] = {
            Qt.Key.Key_Up: lambda: self._at - 1,
            Qt.Key.Key_Down: lambda: self._at + 1,
            Qt.Key.Key_Home: lambda: 0,
            Qt.Key.Key_End: lambda: len(self._pages) - 1,
            Qt.Key.Key_PageUp: lambda: self._next_bare(-1),
            Qt.Key.Key_PageDown: lambda: self._next_bare(1),
            Qt.Key.Key_Return: lambda: self._at,
            Qt.Key.Key_Enter: lambda: self._at,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._pages:
            super().keyPressEvent(event)
        else:
            self._go(min(max(step(), 0), len(self._pages) - 1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tells of the page under the pointer."""
        if self._pages:
            plain_text.set_tooltip(self, self.words_for(self.index_at(event.position().y())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the bands."""
        if not self._pages:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, band, each = self._bands()
        for number, first in enumerate(range(0, len(self._pages), each)):
            states = [state for _, state in self._pages[first : first + each]]
            self._paint_band(painter, top + number * band, band, states)
        if self.hasFocus():
            self._paint_place(painter)

    def _paint_band(
        self, painter: QPainter, top: float, height: float, states: Sequence[PageState]
    ) -> None:
        told = [state for state in states if state is not PageState.NOTHING_TO_READ]
        if not told:
            return
        width, gap = self._theme.px(_BAR_PX), self._theme.px(_GAP_PX)
        left = (self.width() - width) / 2
        place = QRectF(left + 0.5, top + 0.5, width - 1, max(height - gap - 1, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("control_line"), 1))
        painter.drawRect(place)
        share = sum(state is PageState.RESTED_ON for state in told) / len(told)
        if share:
            full = place.adjusted(-0.5, -0.5, 0.5, 0.5)
            full.setWidth(max(full.width() * share, 2))
            painter.fillRect(full, self._theme.color("accent"))

    def _paint_place(self, painter: QPainter) -> None:
        """Marks the page at which the keyboard is."""
        y, reach = self.middle_of(self._at), self._theme.px(2)
        painter.fillRect(QRectF(0, y - reach / 2, self.width(), reach), self._theme.color("text"))

    def _bands(self) -> tuple[float, float, int]:
        """Returns where the bands begin, how high one is, and for how many pages it stands."""
        margin = self._theme.px(_MARGIN_PX)
        room = max(self.height() - 2 * margin, 1)
        count = max(len(self._pages), 1)
        each = 1
        while room * each / count < self._theme.px(_LEAST_BAND_PX) and each < count:
            each += 1
        return margin, room / -(-count // each), each

    def _next_bare(self, step: int) -> int:
        """Returns the next page on which nothing rests, this one where there is none."""
        at = self._at + step
        while 0 <= at < len(self._pages):
            if self._pages[at][1] is PageState.NOT_RESTED_ON:
                return at
            at += step
        return self._at

    def _go(self, index: int) -> None:
        self._at = index
        self._tell_page()
        self.update()
        self.page_requested.emit(self._pages[index][0])

    def _tell_page(self) -> None:
        self.setAccessibleDescription(self.words_for(self._at) if self._pages else "")

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
