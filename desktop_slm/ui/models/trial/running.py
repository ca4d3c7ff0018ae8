"""One trial under way: it goes on wherever the person is, and its columns fill as models end."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_slm.documents.document import Document
from desktop_slm.errors import DesktopSlmError
from desktop_slm.tuning.trial.trial import Trial
from desktop_slm.tuning.trial.trying import Ended, Progressed, TrialEvent, TrialWish
from desktop_slm.ui.core import Core
from desktop_slm.ui.ended import Ended as WorkEnded
from desktop_slm.ui.models.trial.result_grid import ResultGrid
from desktop_slm.ui.models.trial.work import TrialWork
from desktop_slm.ui.operations import Operation


class TrialRun(QObject):
    """Runs at most one; `grid` shows how far each model is and what came of it."""

    model_ended = Signal()
    finished = Signal()  # with every model, or stopped
    failed = Signal(object)  # DesktopSlmError, of what all models need

    def __init__(self, core: Core, work: TrialWork, grid: ResultGrid, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._work = work
        self._grid = grid
        self._operation: Operation[Trial] | None = None

    @property
    def is_running(self) -> bool:
        """Whether models are being tried."""
        return self._operation is not None

    def start(self, document: Document, wish: TrialWish) -> None:
        """Begins a trial whose columns stand already."""
        self._operation = self._core.operations.run(
            self,
            lambda job: self._work.run(job, document, wish),
            on_success=lambda trial: self._on_tried(),
            on_failure=self._on_failed,
            on_progress=self._on_events,
            on_cancelled=self._on_finished,
        )

    def stop(self) -> None:
        """Ends it soon; what was measured stays."""
        if self._operation is not None:
            self._operation.cancel()

    def _on_events(self, events: list[TrialEvent]) -> None:
        progressed = {event.index: event for event in events if isinstance(event, Progressed)}
        for index, event in progressed.items():
            self._grid.show_state(index, self._state(event))
        ended = {event.index: event.outcome for event in events if isinstance(event, Ended)}
        if ended:
            self._grid.show_outcomes(ended)
            self.model_ended.emit()

    def _state(self, event: Progressed) -> str:
        if event.is_joining:
            return self.tr("Joining its notes")
        if event.total:
            words = self.tr("Reading, passage {done} of {total}")
            return words.format(done=min(event.done + 1, event.total), total=event.total)
        return self.tr("Loading, {percent} %").format(percent=int(event.loaded * 100))

    def _on_tried(self) -> None:
        self._on_finished()
        self._core.work_ended.emit(WorkEnded.TRIAL, None)

    def _on_finished(self) -> None:
        self._operation = None
        self.finished.emit()

    def _on_failed(self, error: DesktopSlmError) -> None:
        self._operation = None
        self.failed.emit(error)
