"""The cells of one model in the table of a trial: its name, its measures, its summary."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.tuning.trial.trial import Measures, Outcome, State, Trial
from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.trial import words
from desktop_slm.ui.summaries.sentences.sentence_row import SentenceRow
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


class Cells(QObject):
    """Widgets from top to bottom; whoever shows them puts them into its layout."""

    details_requested = Signal(object)  # Outcome
    source_requested = Signal(object, int)  # Item, the number of its evidence

    def __init__(self, theme: Theme, name: str, trial: Trial) -> None:
        super().__init__()
        self._theme, self._trial = theme, trial
        self._place_words = words.PlaceWords(has_pages=trial.pages.has_pages)
        self._name = plain_text.one_line(name)
        self._state = WrappedLabel(self.tr("Waiting"), "small")
        self.rows: list[SentenceRow] = []
        self.widgets: list[QWidget] = [self._head(""), self._state]

    def show_state(self, said: str) -> None:
        """Says what the model does."""
        self._state.setText(said)

    def show_outcome(self, outcome: Outcome) -> list[QWidget]:
        """Shows what came of the model; returns the widgets that are not needed any more."""
        old, self.rows = self.widgets, []
        practice = self.tr("Practice model: do not rely on this")
        head = self._head(practice if outcome.model.is_practice else "")
        if outcome.measures is None:
            role = "danger" if outcome.state is State.FAILED else "muted"
            self.widgets = [head, WrappedLabel(words.ending(outcome), role)]
            return old
        self.widgets = [head, *self._measured(outcome, outcome.measures), self._summary(outcome)]
        return old

    def _head(self, under: str) -> QWidget:
        head = QWidget()
        column = spacing.column(self._theme, head, gap=2)
        column.addWidget(WrappedLabel(self._name, "title"))
        if under:
            column.addWidget(WrappedLabel(under, "warning"))
        return head

    def _measured(self, outcome: Outcome, measures: Measures) -> list[QWidget]:
        found, trial = outcome.counted, self._trial
        length_more = "" if outcome.is_length_obeyed else self.tr("not the length asked for")
        loaded = self.tr("and {time} to load").format(time=words.seconds(measures.load_s))
        details = Button(self._theme, self.tr("Details…"), kind="link")
        details.setAccessibleName(self.tr("Details of {model}").format(model=self._name))
        details.clicked.connect(lambda _checked: self.details_requested.emit(outcome))
        missed = list(outcome.missed)
        if outcome.passages_failed:
            unread = self.tr("1 passage could not be read.")
            if outcome.passages_failed > 1:
                unread = self.tr("{count} passages could not be read.")
            missed.append(unread.format(count=outcome.passages_failed))
        page_s = measures.document_page_s(trial.pages.words)
        return [
            self._cell(
                self.tr("Sentences with evidence"), words.counted(found), words.counted_more(found)
            ),
            self._cell(
                self.tr("Numbers and names not on the pages"),
                words.unknown(outcome),
                is_warning=bool(outcome.unknown),
            ),
            self._cell(
                self.tr("Length"),
                words.length(outcome, trial),
                " ".join(filter(None, [length_more, *missed])),
                is_warning=not outcome.is_length_obeyed,
            ),
            self._cell(self.tr("A page of answer"), words.seconds(measures.answer_page_s)),
            self._cell(self.tr("A page of document"), words.seconds(page_s)),
            self._cell(self.tr("This summary"), words.seconds(measures.seconds), loaded),
            self._cell(self.tr("Memory at most"), wording.size(measures.peak_bytes)),
            self._leading(details),
        ]

    def _cell(self, label: str, value: str, more: str = "", *, is_warning: bool = False) -> QWidget:
        cell = QWidget()
        column = spacing.column(self._theme, cell, gap=0)
        column.addWidget(WrappedLabel(label, "small"))
        shown = WrappedLabel(value, "strong")
        column.addWidget(shown)
        if more:
            column.addWidget(WrappedLabel(more, "warning" if is_warning else "small"))
        cell.setAccessibleName(
            plain_text.one_line(f"{self._name}. {label}: {value}. {more}".strip())
        )
        return cell

    def _leading(self, button: Button) -> QWidget:
        place = QWidget()
        row = spacing.row(self._theme, place, gap=0)
        row.addWidget(button)
        row.addStretch(1)
        return place

    def _summary(self, outcome: Outcome) -> QWidget:
        place = QWidget()
        column = spacing.column(self._theme, place, gap=2)
        if not outcome.items:
            column.addWidget(WrappedLabel(self.tr("It wrote no sentence."), "warning"))
        for item in outcome.items:
            row = SentenceRow(self._theme, self._place_words, item)
            row.source_requested.connect(self._on_source)
            row.step_requested.connect(self._on_step)
            self.rows.append(row)
            column.addWidget(row)
        place.setAccessibleName(self.tr("Summary of {model}").format(model=self._name))
        return place

    def _on_source(self, row: SentenceRow, number: int) -> None:
        self.source_requested.emit(row.item, number)

    def _on_step(self, row: SentenceRow, step: int) -> None:
        at = self.rows.index(row) + step
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus()
