"""Models side by side: each measure on one line across all of them, the summaries under it.

Where there is no room beside each other the models stand one under the other; nothing scrolls
sideways.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_slm.tuning.trial.trial import Outcome, Trial
from desktop_slm.ui import spacing
from desktop_slm.ui.models.trial.outcome_cells import Cells
from desktop_slm.ui.theme import Theme

_LEAST_PX = 250
_GAP_PX = 24
_LINE_GAP_PX = 12


@dataclass(frozen=True, slots=True)
class Entered:
    """A model of the trial: its name, and what came of it so far."""

    name: str
    outcome: Outcome | None = None


class ResultGrid(QWidget):
    """The table; `details_requested` carries an outcome, `source_requested` item and evidence."""

    details_requested = Signal(object)
    source_requested = Signal(object, int)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._trial: Trial | None = None
        self._columns: list[Cells] = []
        self._across = 0
        self._grid = QGridLayout(self)
        spacing.follow(theme, self._grid, gap=_LINE_GAP_PX, margins=spacing.NO_MARGINS)
        theme.changed.connect(self._on_theme_changed)

    def begin(self, names: Sequence[str], trial: Trial) -> None:
        """Shows the models of a trial, with nothing known of them yet; `trial` has the pages."""
        self._trial = trial
        for cells in self._columns:
            for widget in cells.widgets:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._columns = [Cells(self._theme, name, trial) for name in names]
        for cells in self._columns:
            cells.details_requested.connect(self.details_requested)
            cells.source_requested.connect(self.source_requested)
        self._place()

    def show_state(self, index: int, words: str) -> None:
        """Says what one model does."""
        self._columns[index].show_state(words)

    def show_outcomes(self, outcomes: Mapping[int, Outcome]) -> None:
        """Shows what came of models."""
        for index, outcome in outcomes.items():
            for widget in self._columns[index].show_outcome(outcome):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._place()

    @property
    def trial(self) -> Trial | None:
        """The trial that is shown; its pages and what was asked."""
        return self._trial

    def columns(self) -> list[Cells]:
        """Returns the cells of each model."""
        return self._columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts models under each other where there is no room."""
        super().resizeEvent(event)
        if self._fitting() != self._across:
            self._place()

    def _fitting(self) -> int:
        least = self._theme.px(_LEAST_PX + _GAP_PX)
        room = (self.width() + self._theme.px(_GAP_PX)) // least
        count = max(len(self._columns), 1)
        fitting = max(min(count, room), 1)
        # Of four, two and two are easier to compare than three and one.
        return 2 if count == 4 and fitting == 3 else fitting

    def _place(self) -> None:
        across = self._across = self._fitting()
        lines = max((len(cells.widgets) for cells in self._columns), default=0)
        self._grid.setHorizontalSpacing(self._theme.px(_GAP_PX))
        for number in range(max(self._grid.columnCount(), across)):
            self._grid.setColumnStretch(number, 1 if number < across else 0)
        for index, cells in enumerate(self._columns):
            block, column = divmod(index, across)
            for line, widget in enumerate(cells.widgets):
                self._grid.removeWidget(widget)
                at = block * lines + line
                self._grid.addWidget(widget, at, column, Qt.AlignmentFlag.AlignTop)
                widget.show()

    def _on_theme_changed(self) -> None:
        self._place()
