"""The earlier trials of the view: read from the database, shown in their list, erased on a yes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.tuning.trial.records import KeptTrial
from desktop_slm.ui.core import Core
from desktop_slm.ui.models.trial import words
from desktop_slm.ui.models.trial.earlier_list import EarlierList
from desktop_slm.ui.models.trial.work import TrialWork
from desktop_slm.ui.operations import Lane
from desktop_slm.ui.widgets.confirm_dialog import Question, confirm


class EarlierTrials(QObject):
    """Keeps a list up to date; `page` is what the question stands over."""

    erased = Signal()
    failed = Signal(object)  # DesktopSlmError

    def __init__(self, core: Core, work: TrialWork, shown: EarlierList, page: QWidget) -> None:
        super().__init__(page)
        self._core, self._work, self._shown, self._page = core, work, shown, page
        shown.delete_requested.connect(self._on_delete)

    def refresh(self) -> None:
        """Shows what is kept now."""
        self._core.operations.run(
            self,
            lambda job: self._work.earlier(),
            on_success=self._shown.show_trials,
            on_failure=self.failed.emit,
            lane=Lane.STORAGE,
        )

    def _on_delete(self, kept: KeptTrial) -> None:
        name, _ = words.earlier(kept)
        question = Question(
            self.tr("Delete the trial of “{name}”?").format(name=name),
            self.tr(
                "Its summaries and figures are erased for good. The document and the models stay."
            ),
            self.tr("Delete"),
            is_dangerous=True,
        )
        confirm(self._core.theme, self._page, question, lambda: self._delete(kept.id))

    def _delete(self, trial_id: int) -> None:
        self._core.operations.run(
            self,
            lambda job: self._work.delete(trial_id),
            on_success=self._on_deleted,
            on_failure=self.failed.emit,
            lane=Lane.STORAGE,
        )

    def _on_deleted(self, _result: None) -> None:
        self.refresh()
        self.erased.emit()
