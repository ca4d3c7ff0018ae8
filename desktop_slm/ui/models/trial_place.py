"""Where “Try on my document” stands: over the Models page, which waits behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_slm.models.library import InstalledModel
from desktop_slm.ui.core import Core, now

if TYPE_CHECKING:
    from desktop_slm.tuning.trial.records import Claim
    from desktop_slm.ui.models.trial.view import TrialView
    from desktop_slm.ui.models.trial.work import Seams


class TrialPlace(QObject):
    """Makes the view when it is first asked for, and hides the page's own widgets meanwhile."""

    closed = Signal()
    tried = Signal()  # more is known of a model, or less

    def __init__(self, core: Core, parent: QObject, seams: Seams | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._seams = seams
        self._view: TrialView | None = None
        self._column: QVBoxLayout | None = None
        self._behind: Sequence[QWidget] = ()

    def stand_in(self, column: QVBoxLayout, behind: Sequence[QWidget]) -> None:
        """Says into which layout the view goes, and what it takes the place of."""
        self._column, self._behind = column, behind

    @property
    def view(self) -> TrialView:
        """Models side by side on the person's pages."""
        if self._view is None:
            # Imported here: it brings what makes summaries, which the page does not need.
            from desktop_slm.ui.models.trial.view import TrialView

            self._view = TrialView(self._core, seams=self._seams)
            self._view.closed.connect(self._on_closed)
            self._view.tried.connect(self.tried)
            if self._column is not None:
                self._column.insertWidget(0, self._view, 1)  # over the banner's own margins
            self._view.hide()
        return self._view

    @property
    def is_shown(self) -> bool:
        """Whether it hides the page."""
        return self._view is not None and not self._view.isHidden()

    def begin(self, model_id: str = "") -> None:
        """Shows what can be tried, with one model ticked."""
        self._show(True)
        self.view.begin([model_id] if model_id else [])

    def claim_of(self, model: InstalledModel, sha256: str) -> Claim | None:
        """Returns what the newest trial counted for a model. Blocks."""
        data = self._core.data
        if data is None:
            return None
        from desktop_slm.tuning.trial.records import TrialRecords

        return TrialRecords(data.database, now).claim(model, sha256)

    def _show(self, is_shown: bool) -> None:
        self.view.setVisible(is_shown)
        for each in self._behind:
            each.setVisible(not is_shown)

    def _on_closed(self) -> None:
        self._show(False)
        self.closed.emit()
