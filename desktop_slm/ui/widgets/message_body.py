"""The body of an answer: Markdown shown by blocks in a column, while it streams and afterwards.

It owns the text, letter by letter, and decides when what is laid out; the sections in its column
show blocks. Streamed text appears at most every 30 ms, a long text in slices between which the
window answers. Text past `SHOWN_CHARACTERS` waits for a press on "Show all".
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import quantities
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button

if TYPE_CHECKING:
    from desktop_slm.ui.widgets.blocks import BlockSplitter, PlainSplitter
    from desktop_slm.ui.widgets.safe_text import SafeText

SHOWN_CHARACTERS = 200_000
STREAM_INTERVAL_MS = 30
_SLICE_CHARACTERS = 3000
_STEP_CHARACTERS = 128
_SLICE_WIDGETS = 6  # code blocks and tables, 2 ms each


class MessageBody(QWidget):
    """Shows one message's Markdown; as high as its text at the width that it is given."""

    link_requested = Signal(str)
    height_changed = Signal()
    menu_opened = Signal(object)  # Menu of one of its texts, to be added to

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        # What shows text is loaded with the first message, not with the window.
        from desktop_slm.ui.widgets.blocks import BlockSplitter
        from desktop_slm.ui.widgets.section_column import SectionColumn

        super().__init__(parent)
        self._theme = theme
        self._source = ""
        self._fed = 0
        self._limit = SHOWN_CHARACTERS
        self._is_complete = True
        self._splitter: BlockSplitter | PlainSplitter = BlockSplitter()
        self._column = SectionColumn(theme, self, self._on_section_made)
        self._more: Button | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_due)
        self._relayout = QTimer(self, singleShot=True, interval=0)
        self._relayout.timeout.connect(self.lay_out)
        theme.changed.connect(self._on_theme_changed)

    # The text

    def source(self) -> str:
        """Returns the whole text as Markdown, as it came."""
        return self._source

    @property
    def is_busy(self) -> bool:
        """Whether text that has come is not shown yet."""
        return self._timer.isActive() or self._fed < min(self._limit, len(self._source))

    @property
    def is_cut(self) -> bool:
        """Whether a part waits for "Show all"."""
        return self._limit < len(self._source)

    def texts(self) -> list[SafeText]:
        """Returns what is laid out, in order."""
        return self._column.texts()

    def set_markdown(self, text: str) -> None:
        """Shows a complete text; what is near its beginning at once."""
        self._begin_again()
        self._show_complete(text)

    def set_plain(self, text: str) -> None:
        """Shows a complete text as it is, such as what a person wrote."""
        from desktop_slm.ui.widgets.blocks import PlainSplitter

        self._begin_again(PlainSplitter())
        self._show_complete(text)

    def append(self, text: str) -> None:
        """Adds streamed text; it is shown within `STREAM_INTERVAL_MS`."""
        self._source += text
        self._is_complete = False
        if not self._timer.isActive():
            self._timer.start(STREAM_INTERVAL_MS)

    def finish(self) -> None:
        """Says that nothing more will be added."""
        self._is_complete = True
        self._timer.start(0)

    def clear(self) -> None:
        """Shows nothing; streaming may begin."""
        self._begin_again()
        self._lay_out(0)

    # Selecting and copying

    def selected_text(self) -> str:
        """Returns what is selected; the whole source where everything is."""
        texts = self._column.texts()
        parts = [each.selected_text() for each in texts if each.textCursor().hasSelection()]
        if texts and len(parts) == len(texts) and all(_is_all_selected(each) for each in texts):
            return self._source
        return "\n\n".join(parts)

    def select_all(self) -> None:
        """Selects every section."""
        for each in self._column.texts():
            each.blockSignals(True)
            each.selectAll()
            each.blockSignals(False)

    def as_text(self) -> str:
        """Returns what is shown as plain text; the source where not all of it is shown yet."""
        if self._fed < len(self._source):
            return self._source
        return "\n\n".join(each.whole_text() for each in self._column.texts())

    def copy(self) -> None:
        """Copies the selection, or the message's Markdown where nothing is selected."""
        QGuiApplication.clipboard().setText(self.selected_text() or self._source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies and selects for all sections as one."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        else:
            super().keyPressEvent(event)

    # Showing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays everything out for a new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out(0)

    def natural_width(self) -> int:
        """Returns the width of the longest line shown, were there room for it."""
        return max((text.natural_width() for text in self._column.texts()), default=0)

    def lay_out(self) -> None:
        """Lays everything out again, for whoever measured it at another width."""
        self._lay_out(0)

    def _show_complete(self, text: str) -> None:
        self._source = text
        self._is_complete = True
        self._on_due()

    def _begin_again(self, splitter: BlockSplitter | PlainSplitter | None = None) -> None:
        from desktop_slm.ui.widgets.blocks import BlockSplitter

        self._timer.stop()
        self._column.clear()
        self._splitter = splitter or BlockSplitter()
        self._source, self._fed, self._limit = "", 0, SHOWN_CHARACTERS

    def _on_due(self) -> None:
        self._timer.stop()
        started = time.perf_counter()
        end = min(self._limit, len(self._source))
        self._feed_slice(end)
        if self._is_complete and self._fed == len(self._source):
            self._splitter.finish()
        changed = self._column.show_blocks(self._splitter.finished, self._splitter.tail())
        self._column.set_streaming(not self._is_complete)
        self._offer_more()
        self._lay_out(changed)
        if self._fed < end:
            spent_ms = (time.perf_counter() - started) * 1000
            self._timer.start(round(spent_ms))  # as long for the window as for the text

    def _feed_slice(self, end: int) -> None:
        """Feeds as much as can be laid out in a few milliseconds: so much text, so few widgets."""
        stop = min(self._fed + _SLICE_CHARACTERS, end)
        known = len(self._splitter.finished)
        while self._fed < stop:
            step = min(self._fed + _STEP_CHARACTERS, stop)
            self._splitter.feed(self._source[self._fed : step])
            self._fed = step
            if self._column.count_widgets(self._splitter.finished[known:]) >= _SLICE_WIDGETS:
                return

    def _lay_out(self, first_changed: int) -> None:
        if self.width() <= 0:
            return
        height = self._column.lay_out(self.width(), first_changed)
        if self._more is not None:
            size = self._more.sizeHint()
            self._more.setGeometry(0, height + self._theme.px(8), size.width(), size.height())
            height = self._more.geometry().bottom() + 1
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.height_changed.emit()

    def _offer_more(self) -> None:
        hidden = len(self._source) - self._limit
        if hidden <= 0 or self._fed < self._limit:
            if self._more is not None:
                self._more.deleteLater()
                self._more = None
            return
        if self._more is None:
            self._more = Button(self._theme, "", kind="link", parent=self)
            self._more.clicked.connect(self.show_all)
            self._more.show()
        words = self.tr("Show all: {count} more characters")
        self._more.setText(words.format(count=quantities.whole(hidden)))

    def show_all(self) -> None:
        """Shows the whole of a very long text, slice by slice."""
        self._limit = len(self._source) if self._is_complete else 1 << 40
        self._timer.start(0)

    def _on_section_made(self, text: SafeText) -> None:
        text.link_requested.connect(self.link_requested)
        text.menu_opened.connect(self.menu_opened)
        text.resized.connect(self._relayout.start)
        text.belongs_to(self.copy, self.select_all)
        text.selectionChanged.connect(lambda: self._on_selection_changed(text))

    def _on_selection_changed(self, chosen: SafeText) -> None:
        """One selection at a time: beginning another one ends the first."""
        if not chosen.textCursor().hasSelection():
            return
        for each in self._column.texts():
            if each is not chosen and each.textCursor().hasSelection():
                each.clear_selection()

    def _on_theme_changed(self) -> None:
        self._column.restyle()
        self._lay_out(0)


def _is_all_selected(text: SafeText) -> bool:
    cursor = text.textCursor()
    return cursor.selectionEnd() - cursor.selectionStart() >= text.document().characterCount() - 1
