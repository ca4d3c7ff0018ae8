"""What the document says at a glance, in its own words: there before any model is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.glance.glance import Entry, Glance
from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui import plain_text, spacing, wording
from desktop_slm.ui.summaries.glance.entry_group import EntryGroup, MakeRow
from desktop_slm.ui.summaries.glance.place_row import MOST_CHIPS, PlaceRow, RowContent
from desktop_slm.ui.summaries.glance.row_column import RowColumn
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Work
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_FIRST = 5
_FIRST_HEADINGS = 8
_AROUND = 90  # characters of a sentence on either side of what is looked at
_DEEPEST = 4


class GlancePane(QWidget):
    """Shows the glance of a work; an entry leads to its place."""

    place_requested = Signal(object)  # Place

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._shown: Glance | None = None
        self.note = WrappedLabel(role="small")
        head = QWidget()
        spacing.column(theme, head, margins=(10, 0, 10, 0)).addWidget(self.note)
        self.column = RowColumn(theme, head)
        self.column.place_requested.connect(self.place_requested)
        spacing.column(theme, self, gap=0).addWidget(self.column)

    def show_work(self, work: Work, stage: str = "") -> None:
        """Shows how things stand; `stage` says what the model does meanwhile."""
        self.note.setText(self._note(work, stage))
        if work.glance is not self._shown:
            self._shown = work.glance
            self.column.clear()
            if work.glance is not None:
                self._show(work.glance)

    def _note(self, work: Work, stage: str) -> str:
        if isinstance(work.look_error, DesktopSlmError) and work.glance is None:
            return wording.sentence(work.look_error)
        if work.glance is None:
            return self.tr("Looking through the text…")
        if work.glance.is_empty:
            return self.tr("There is no text in this document to look through.")
        words = self.tr("Taken from the document word for word, without a model.")
        return f"{words} {stage}…" if stage else words

    def _show(self, glance: Glance) -> None:
        outline = glance.outline
        self._group(self.tr("Outline"), _top_headings(outline), outline, self._heading_row)
        whole = glance.key_sentences
        self._group(self.tr("Key sentences"), whole, whole, self._row)
        for title, entries in (
            (self.tr("Dates"), glance.dates),
            (self.tr("Amounts"), glance.amounts),
            (self.tr("Names"), glance.names),
            (self.tr("Key terms"), glance.key_terms),
        ):
            self._group(title, entries[:_FIRST], entries, self._row_with_sentence)
        self.column.build(lambda: self.column.column.addStretch(1))

    def _group(
        self, title: str, short: Sequence[Entry], entries: Sequence[Entry], make_row: MakeRow
    ) -> None:
        if not entries:
            return
        heading = f"{title} · {self._words.number(len(entries))}"
        group = EntryGroup(self._theme, self.column, heading, make_row, short, entries)
        self.column.column.addWidget(group)

    def _heading_row(self, entry: Entry) -> PlaceRow:
        return self._row(entry, indent=min(max(entry.level - 1, 0), _DEEPEST))

    def _row_with_sentence(self, entry: Entry) -> PlaceRow:
        detail = excerpt(entry.sentence, entry.text)
        if entry.count > MOST_CHIPS:
            times = self.tr("{0} times").format(self._words.number(entry.count))
            detail = f"{times} · {detail}"
        return self._row(entry, detail)

    def _row(self, entry: Entry, detail: str = "", indent: int = 0) -> PlaceRow:
        content = RowContent(entry.text, entry.places, detail, indent)
        return PlaceRow(self._theme, self._words, content)


def _top_headings(outline: Sequence[Entry]) -> Sequence[Entry]:
    """Returns the headings of the upper levels, as far down as they are few."""
    levels = sorted({entry.level for entry in outline})
    chosen: Sequence[Entry] = outline[:_FIRST_HEADINGS]
    for level in levels:
        upper = [entry for entry in outline if entry.level <= level]
        if len(upper) > _FIRST_HEADINGS:
            break
        chosen = upper
    return chosen


def excerpt(sentence: str, words: str) -> str:
    """Returns a sentence, of a long one what is around the words."""
    line, words = plain_text.one_line(sentence), plain_text.one_line(words)
    at = max(line.find(words), 0)
    start, end = max(at - _AROUND, 0), min(at + len(words) + _AROUND, len(line))
    if start > 0:
        start = line.find(" ", start, at) + 1 or start
    if end < len(line):
        end = max(line.rfind(" ", at + len(words), end), at + len(words))
    return ("…" if start else "") + line[start:end].strip() + ("…" if end < len(line) else "")
