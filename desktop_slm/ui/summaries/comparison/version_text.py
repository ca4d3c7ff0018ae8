"""The text of one version with the words marked that the other does not have."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.comparison.comparison import Change, ChangeKind, Passage, Point
from desktop_slm.documents.document import Block, BlockKind, Document
from desktop_slm.ui.summaries.comparison.change_list import mark_format
from desktop_slm.ui.summaries.comparison.version_window import VersionPages, Window
from desktop_slm.ui.theme import LINE_HEIGHT, SMALL_PX, TEXT_PX, Theme
from desktop_slm.ui.widgets.safe_text import SafeText

_AT_SHARE = 0.3  # of the height: where a place that is led to stands
_MARGIN_PX = 16


class VersionText(SafeText):
    """Read-only; a click on a marked passage chooses its change."""

    change_chosen = Signal(object)  # Change

    def __init__(
        self, theme: Theme, name: str, *, is_after: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._is_after = is_after
        self._pages: VersionPages | None = None
        self._window: Window | None = None
        self._changes: list[tuple[Passage, Change]] = []
        self._starts: list[tuple[int, int]] = []
        self._headings: list[Block] = []
        self._current: Change | None = None
        self._page_words = ""
        self._led_width = 0
        self.setLineWrapMode(self.LineWrapMode.WidgetWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringHidden", False)
        self.setProperty("ringInset", 3)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        # A bar that is dragged to its end asks for more than once before the text is there.
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._show_more)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._more.start())
        theme.changed.connect(self._on_theme_changed)

    def show_version(
        self, document: Document, changes: Sequence[Change], *, has_pages: bool
    ) -> None:
        """Shows a document from its beginning."""
        self._page_words = self.tr("Page {0}") if has_pages else self.tr("Part {0}")
        self._pages = VersionPages(document)
        self._changes = sorted(
            ((passage, change) for change in changes for passage in self._side(change)),
            key=lambda item: (item[0].page, item[0].start),
        )
        self._starts = [(passage.page, passage.start) for passage, _change in self._changes]
        self._headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
        self._current = None
        self._open(0)
        self.verticalScrollBar().setValue(0)

    def leave(self) -> None:
        """Lets go of the document."""
        self._pages = self._window = self._current = None
        self._changes, self._starts = [], []
        self.document().clear()

    def show_change(self, change: Change) -> None:
        """Leads to a change, or to where this version lacks it, and marks it."""
        self._current = change
        self._lead_to_current()
        self._mark_all()

    def marked_words(self) -> list[str]:
        """Returns the passages that are marked as the current change."""
        return [self._between(*place).selectedText() for place in self._current_places()]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses; a selection does not."""
        super().mouseReleaseEvent(event)
        if not self.textCursor().hasSelection():
            change = self._change_at(self.cursorForPosition(event.position().toPoint()).position())
            if change is not None:
                self.change_chosen.emit(change)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stays at the current change where lines break anew, as they do behind a tab."""
        super().resizeEvent(event)
        if self.width() != self._led_width:  # its viewport is also narrower by a bar at times
            self._led_width = self.width()
            self._lead_to_current()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls: this text has a bar of its own."""
        super(SafeText, self).wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves to the page what goes from change to change."""
        if event.key() in (Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_Escape, Qt.Key.Key_F6) and (
            not event.modifiers()
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    # The window of text

    def _side(self, change: Change) -> tuple[Passage, ...]:
        return change.after if self._is_after else change.before

    def _open(self, segment: int) -> None:
        if self._pages is None:
            return
        self.document().clear()
        if not self._pages.segments:
            return
        self._window = self._pages.around(segment, self._page_words)
        self.document().setDefaultFont(self._theme.font(TEXT_PX))
        self.document().setDocumentMargin(self._theme.px(_MARGIN_PX))
        made = QTextBlockFormat()
        height = QTextBlockFormat.LineHeightTypes.MinimumHeight.value
        made.setLineHeight(self._theme.px(TEXT_PX * LINE_HEIGHT), height)
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(made)
        cursor.insertText(self._window.text)
        self._mark_all()
        self._more.stop()

    def _lead_to_current(self) -> None:
        if self._current is not None:
            change = self._current
            self._lead_to(change.after_point if self._is_after else change.before_point)

    def _lead_to(self, point: Point) -> None:
        if self._pages is None or self._window is None:
            return
        position = self._pages.position(self._window, point.page, point.at)
        if position is None:
            self._open(self._pages.segment_at(point.page, point.at))
            position = self._pages.position(self._window, point.page, point.at)
        if position is not None:
            self._put_at(position, self.viewport().height() * _AT_SHARE)

    def _put_at(self, position: int, height: float) -> None:
        """Scrolls so that a position stands so many px from the top."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(self.cursorRect(cursor).top() - height))
        self._more.stop()

    def _show_more(self) -> None:
        """Opens what comes before or after where the bar is at an end of the window."""
        pages, window = self._pages, self._window
        if pages is None or window is None:
            return
        bar = self.verticalScrollBar()
        is_top = bar.value() <= bar.minimum() and window.first > 0
        is_bottom = bar.value() >= bar.maximum() and window.last + 1 < len(pages.segments)
        if not is_top and not is_bottom:
            return
        top = self.cursorForPosition(self.viewport().rect().topLeft())
        page, start = pages.place(window, top.position())
        offset = top.position() - (pages.position(window, page, start) or 0)
        self._open(pages.segment_at(page, start))
        opened = self._window
        position = pages.position(opened, page, start) if opened is not None else None
        if position is not None:
            self._put_at(position + offset, 0)

    # Marks

    def _mark_all(self) -> None:
        """Writes the look of all words anew."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        plain = QTextCharFormat()
        plain.setForeground(self._theme.color("text"))
        cursor.setCharFormat(plain)
        for block in self._shown_headings():
            self._merge((block.start, block.end), block.page, _bold())
        look = mark_format(self._theme, is_after=self._is_after)
        for passage, change in self._shown_changes():
            if change.kind is ChangeKind.MOVED:
                self._merge((passage.start, passage.end), passage.page, _moved(self._theme))
            for span in passage.marks:
                self._merge(span, passage.page, look)
        for start, end in self._window.heads if self._window is not None else ():
            self._between(start, end).mergeCharFormat(_page_head(self._theme))
        for start, end in self._current_places():
            self._between(start, end).mergeCharFormat(_current(self._theme))
        cursor.endEditBlock()

    def _merge(self, span: tuple[int, int], page: int, look: QTextCharFormat) -> None:
        place = self._positions(page, *span)
        if place is not None:
            self._between(*place).mergeCharFormat(look)

    def _between(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _current_places(self) -> list[tuple[int, int]]:
        passages = self._side(self._current) if self._current is not None else ()
        places = (self._positions(each.page, each.start, each.end) for each in passages)
        return [place for place in places if place is not None]

    def _positions(self, page: int, start: int, end: int) -> tuple[int, int] | None:
        """Returns where a stretch of a page stands in the window, as far as it is there."""
        if self._pages is None or self._window is None:
            return None
        first = self._pages.position(self._window, page, start)
        last = self._pages.position(self._window, page, max(end - 1, start))
        if first is None and last is None:
            return None
        whole = self.document().characterCount() - 1
        return (first if first is not None else 0, last + 1 if last is not None else whole)

    def _shown_changes(self) -> list[tuple[Passage, Change]]:
        """Returns the passages in the window."""
        if self._pages is None or self._window is None or not self._pages.segments:
            return []
        first = self._pages.segments[self._window.first]
        last = self._pages.segments[self._window.last]
        begin = bisect.bisect_left(self._starts, (first.page, first.start))
        end = bisect.bisect_left(self._starts, (last.page, last.end))
        return self._changes[max(begin - 1, 0) : end]

    def _shown_headings(self) -> list[Block]:
        """Returns the headings in the window."""
        if self._pages is None or self._window is None or not self._pages.segments:
            return []
        first = self._pages.segments[self._window.first]
        last = self._pages.segments[self._window.last]
        begin, end = (
            bisect.bisect_left(self._headings, place, key=lambda block: (block.page, block.start))
            for place in ((first.page, first.start), (last.page, last.end))
        )
        return self._headings[begin:end]

    def _change_at(self, position: int) -> Change | None:
        for passage, change in self._shown_changes():
            place = self._positions(passage.page, passage.start, passage.end)
            if place is not None and place[0] <= position <= place[1]:
                return change
        return None

    def _on_theme_changed(self) -> None:
        if self._pages is not None and self._window is not None:
            self._open((self._window.first + self._window.last) // 2)
            if self._current is not None:
                self.show_change(self._current)


def _moved(theme: Theme) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    made.setUnderlineColor(theme.color("accent"))
    return made


def _current(theme: Theme) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(theme.color("marked"))
    made.setForeground(theme.color("on_marked"))
    return made


def _bold() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.DemiBold)
    return made


def _page_head(theme: Theme) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme.color("muted"))
    made.setProperty(QTextCharFormat.Property.FontPixelSize, theme.px(SMALL_PX))
    return made
