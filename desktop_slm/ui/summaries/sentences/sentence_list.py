"""The sentences of a summary, one under the other; rows are made a few at a time."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.evidence import Evidence
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.ui import accessible_roles, spacing
from desktop_slm.ui.summaries.sentences.sentence_acts import Act
from desktop_slm.ui.summaries.sentences.sentence_dragging import SentenceDrag
from desktop_slm.ui.summaries.sentences.sentence_editor import SentenceEditor
from desktop_slm.ui.summaries.sentences.sentence_row import SentenceRow
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button

_SLICE_S = 0.008
_SHOWN_AT_ONCE = 120  # a draft of a book has thousands of notes; each row is a small document


class SentenceList(QWidget):
    """Shows items; tells which source is wanted, and what a person does to them, by number.

    The number of a row is that of its item in the summary, also where others are left out.
    """

    source_requested = Signal(object)  # Evidence
    row_reached = Signal(object)  # the row that the keyboard has come to
    act_requested = Signal(int, object)  # Act
    reworded = Signal(int, str)
    moved = Signal(int, int)  # a sentence was dragged: its number, and the one that it shall have
    written = Signal(int, str)  # a new sentence, and the number that it shall have
    search_requested = Signal(str)

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._items: Sequence[Item] = ()
        self._numbers: Sequence[int] = ()
        self._rows: list[SentenceRow] = []
        self._resting: Collection[int] = ()
        self._current: SentenceRow | None = None
        self._can_edit = False
        self._new: SentenceEditor | None = None
        self._most = _SHOWN_AT_ONCE
        self._drag = SentenceDrag(theme, self, self.rows)
        self._drag.dropped.connect(self._on_dropped)
        self._more_rows = QTimer(self, singleShot=True, interval=0)
        self._more_rows.timeout.connect(self._make_rows)
        accessible_roles.name(self, "list", self.tr("Summary"))
        self._column = spacing.column(theme, self, gap=4)
        self._more = Button(theme, "", kind="quiet")
        self._more.clicked.connect(self._on_more)
        self._more.hide()
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_items(
        self,
        items: Sequence[Item],
        numbers: Sequence[int] | None = None,
        *,
        can_edit: bool = False,
    ) -> None:
        """Shows these sentences with their numbers; rows that stand there already stay."""
        if not items:
            self._most = _SHOWN_AT_ONCE
        same, tail = self._same(items)
        gone = self._rows[same : len(self._rows) - tail]
        fresh = items[same : len(items) - tail]
        lost = gone[len(fresh) :]
        focused = self.window().focusWidget()
        loses_focus = any(row is focused or row.isAncestorOf(focused) for row in lost)
        self._numbers = range(len(items)) if numbers is None else numbers
        self._items, self._can_edit = items, can_edit
        self._exchange(same, gone, fresh if tail else fresh[: len(gone)])
        for row in self._rows:
            if row.can_edit != can_edit:
                row.show_item(row.item, can_edit=can_edit)
        self._make_rows()
        if loses_focus and self._rows:  # the keyboard stays in the list
            near = self._rows[min(same, len(self._rows) - 1)]
            near.setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> list[SentenceRow]:
        """Returns the rows there are."""
        return self._rows

    def number(self, row: SentenceRow) -> int:
        """Returns the number of a row's item in the summary."""
        return self._numbers[self._rows.index(row)]

    def row(self, number: int) -> SentenceRow | None:
        """Returns the row of an item, or None where it is not shown."""
        shown = dict(zip(self._numbers, self._rows, strict=False))
        return shown.get(number)

    def focus_row(self, number: int | None = None) -> bool:
        """Puts the focus on a sentence, else the current or the first; says whether there is."""
        row = self.row(number) if number is not None else self._current
        row = row or (self._rows[0] if self._rows else None)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.row_reached.emit(row)
        return row is not None

    def mark_resting(self, numbers: Collection[int]) -> None:
        """Marks the sentences that rest on what is selected in the document."""
        self._resting = numbers
        for number, row in zip(self._numbers, self._rows, strict=False):
            row.set_resting(number in numbers)

    def write_below(self, number: int) -> None:
        """Opens a field for a new sentence below an item; -1 is above the first."""
        if self._new is not None or not self._can_edit:
            return
        at = sum(each <= number for each in self._numbers[: len(self._rows)])
        self._new = editor = SentenceEditor(self._theme, "")
        editor.committed.connect(lambda text: self._on_written(number + 1, text))
        editor.cancelled.connect(lambda: self._on_written(number + 1, ""))
        self._column.insertWidget(at, editor)
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.row_reached.emit(editor)

    # Which rows stay

    def _same(self, items: Sequence[Item]) -> tuple[int, int]:
        """Returns how many rows at the start and, where all are shown, at the end stay."""
        rows = self._rows
        most = min(len(items), len(rows))
        same = 0
        while same < most and rows[same].item == items[same]:
            same += 1
        tail = 0
        if len(rows) == len(self._items):
            while tail < most - same and rows[-1 - tail].item == items[-1 - tail]:
                tail += 1
        return same, tail

    def _exchange(self, at: int, gone: list[SentenceRow], fresh: Sequence[Item]) -> None:
        """Puts items in the place of rows; a row takes another item rather than to make way."""
        for row, item in zip(gone, fresh, strict=False):
            row.show_item(item, can_edit=self._can_edit)
        for row in gone[len(fresh) :]:
            self._drop(row)
        self._rows[at + len(fresh) : at + len(gone)] = []
        for offset, item in enumerate(fresh[len(gone) :], len(gone)):
            self._add(at + offset, item)

    def _make_rows(self) -> None:
        """Makes rows for as long as nobody notices, and comes again."""
        until = time.perf_counter() + _SLICE_S
        wanted = min(len(self._items), self._most)
        while len(self._rows) < wanted:
            self._add(len(self._rows), self._items[len(self._rows)])
            if time.perf_counter() > until:
                self._more_rows.start()
                break
        hidden = len(self._items) - wanted
        self._more.setText(self.tr("Show {0} more").format(min(hidden, _SHOWN_AT_ONCE)))
        self._more.setVisible(hidden > 0)
        self.mark_resting(self._resting)
        for row in self._rows if self._can_edit else ():
            self._drag.watch(row)

    def _add(self, at: int, item: Item) -> None:
        row = SentenceRow(self._theme, self._words, item, can_edit=self._can_edit)
        row.source_requested.connect(self._on_source_requested)
        row.step_requested.connect(self._on_step_requested)
        row.chosen.connect(self._on_chosen)
        row.act_requested.connect(self._on_act)
        row.reworded.connect(lambda row, text: self.reworded.emit(self.number(row), text))
        row.search_requested.connect(self.search_requested)
        before = self._column.indexOf(self._rows[at]) if at < len(self._rows) else len(self._rows)
        self._column.insertWidget(before, row)
        row.show()  # the layout would do so later, and what is hidden takes no focus
        self._rows.insert(at, row)

    def _drop(self, row: SentenceRow) -> None:
        if row is self._current:
            self._current = None
        self._drag.forget(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    # What a person does

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

    def _on_act(self, row: SentenceRow, act: Act) -> None:
        if act is Act.ADD:
            self.write_below(self.number(row))
        else:
            self.act_requested.emit(self.number(row), act)

    def _on_dropped(self, row: SentenceRow, above: int) -> None:
        number = self.number(row)
        is_last = above == len(self._rows)
        before = self._numbers[above - 1] + 1 if is_last else self._numbers[above]
        # The sentence itself is taken out first.
        self.moved.emit(number, before - 1 if before > number else before)

    def _on_written(self, number: int, text: str) -> None:
        editor, self._new = self._new, None
        if editor is None:
            return
        had_focus = self.window().focusWidget() is editor
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        if text:
            self.written.emit(number, text)
        if had_focus:
            self.focus_row(number if text else number - 1)

    def _on_source_requested(self, row: SentenceRow, number: int) -> None:
        self._on_chosen(row)
        evidence: Evidence = row.item.evidence[number]
        self.source_requested.emit(evidence)
