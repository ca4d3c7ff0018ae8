"""What the model read of the document, what it did not, and which wishes were missed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.ordering.plan_words import PlanWords
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Work
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


class ReadingLines(QWidget):
    """One line each; nothing where there is nothing to say."""

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._names = PlanWords(words, self)
        self.coverage = WrappedLabel(role="small")
        self.gaps = WrappedLabel(role="small")
        self.missed = WrappedLabel(role="warning")
        column = spacing.column(theme, self, gap=0)
        for label in (self.coverage, self.gaps, self.missed):
            column.addWidget(label)

    def show_work(self, work: Work) -> None:
        """Shows how far a work's document was read."""
        read, gaps = "", []
        if work.coverage is not None:
            read = self._words.coverage(work.coverage, is_draft=work.is_draft)
            gaps += self._words.gaps(work.coverage)
        if work.opened is not None:
            gaps += [str(warning) for warning in work.opened.document.warnings]
        role = "strong-small" if work.is_draft else "small"
        if self.coverage.property("role") != role:  # polishing a widget anew is not for nothing
            self.coverage.set_role(role)
        missed = self._names.shortfalls(work.shortfalls)
        said = (self.coverage, [read]), (self.gaps, gaps), (self.missed, missed)
        for label, lines in said:
            label.setText("\n".join(lines))
            label.setVisible(any(lines))
        self.setVisible(any(any(lines) for _, lines in said))
