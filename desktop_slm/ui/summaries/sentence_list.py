"""The sentences of a summary, one under the other; rows are made a few at a time."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.evidence import Evidence
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.sentence_row import SentenceRow
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button

_SLICE_S = 0.008
_SHOWN_AT_ONCE = 120  # a draft of a book has thousands of notes; each row is a small document


class SentenceList(QWidget):
    """Shows items; tells which source is wanted. What it stands in scrolls."""

    source_requested = Signal(object)  # Evidence
    row_reached = Signal(object)  # the row that the keyboard has come to

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._items: Sequence[Item] = ()
        self._rows: list[SentenceRow] = []
        self._current: SentenceRow | None = None
        self._most = _SHOWN_AT_ONCE
        self._more_rows = QTimer(self, singleShot=True, interval=0)
        self._more_rows.timeout.connect(self._make_rows)
        self.setAccessibleName(self.tr("Summary"))
        self._column = spacing.column(theme, self, gap=4)
        self._more = Button(theme, "", kind="quiet")
        self._more.clicked.connect(self._on_more)
        self._more.hide()
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_items(self, items: Sequence[Item]) -> None:
        """Shows these sentences; those that stand there already stay as they are."""
        same = 0
        while same < min(len(items), len(self._rows)) and self._rows[same].item == items[same]:
            same += 1
        focused = self.window().focusWidget()
        had_focus = any(row is focused or row.isAncestorOf(focused) for row in self._rows[same:])
        for row in self._rows[same:]:
            self._drop(row)
        del self._rows[same:]
        if same == 0:
            self._most = _SHOWN_AT_ONCE
        self._items = items
        self._make_rows()
        if had_focus:  # the notes made way for the summary: the keyboard stays in it
            self.focus_row()

    def rows(self) -> list[SentenceRow]:
        """Returns the rows there are."""
        return self._rows

    def focus_row(self) -> bool:
        """Puts the focus on the current sentence, else the first; says whether there is one."""
        row = self._current or (self._rows[0] if self._rows else None)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        return row is not None

    def _make_rows(self) -> None:
        """Makes rows for as long as nobody notices, and comes again."""
        until = time.perf_counter() + _SLICE_S
        wanted = min(len(self._items), self._most)
        while len(self._rows) < wanted:
            self._add(self._items[len(self._rows)])
            if time.perf_counter() > until:
                self._more_rows.start()
                break
        hidden = len(self._items) - wanted
        self._more.setText(self.tr("Show {0} more").format(min(hidden, _SHOWN_AT_ONCE)))
        self._more.setVisible(hidden > 0)

    def _add(self, item: Item) -> None:
        row = SentenceRow(self._theme, self._words, item)
        row.source_requested.connect(self._on_source_requested)
        row.step_requested.connect(self._on_step_requested)
        row.chosen.connect(self._on_chosen)
        self._column.insertWidget(len(self._rows), row)
        row.show()  # the layout would do so later, and what is hidden takes no focus
        self._rows.append(row)

    def _drop(self, row: SentenceRow) -> None:
        if row is self._current:
            self._current = None
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_more(self) -> None:
        self._most += _SHOWN_AT_ONCE
        self._make_rows()

    def _on_chosen(self, row: SentenceRow) -> None:
        if self._current is not None and self._current is not row:
            self._current.set_current(False)
        self._current = row
        row.set_current(True)

    def _on_step_requested(self, row: SentenceRow, step: int) -> None:
        at = self._rows.index(row) + step
        if 0 <= at < len(self._rows):
            self._rows[at].setFocus(Qt.FocusReason.OtherFocusReason)
            self.row_reached.emit(self._rows[at])

    def _on_source_requested(self, row: SentenceRow, number: int) -> None:
        self._on_chosen(row)
        evidence: Evidence = row.item.evidence[number]
        self.source_requested.emit(evidence)
