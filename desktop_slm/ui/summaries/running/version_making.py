"""Makes a version of a summary in the background: its plan, then the summary itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_slm.assistants.summaries.plan import Plan
from desktop_slm.assistants.summaries.recording import Recording
from desktop_slm.assistants.summaries.records import Record, SummaryRecords
from desktop_slm.assistants.summaries.summary import Summary, SummaryOptions
from desktop_slm.engine.protocol import Loading
from desktop_slm.errors import ModelGone, NoModel
from desktop_slm.models.library import InstalledModel
from desktop_slm.ui.core import Core
from desktop_slm.ui.operations import Job
from desktop_slm.ui.summaries.ordering.wishes import Wishes
from desktop_slm.ui.summaries.running import run_events
from desktop_slm.ui.summaries.running.run_events import Began
from desktop_slm.ui.summaries.running.turn import Turn
from desktop_slm.ui.summaries.work import Stage, Work

# From here on a person is asked first; where no pace is known, the requests tell.
_LONG_S = 60.0
_MANY_REQUESTS = 40


class VersionMaking(QObject):
    """For one work at a time: the one whose turn it is."""

    summaries_changed = Signal()  # in the database: one began

    def __init__(self, core: Core, turn: Turn, parent: QObject) -> None:
        super().__init__(parent)
        self._core, self._turn = core, turn

    # Planning

    def begin(self, work: Work) -> None:
        """Begins a version; where a person may be asked first, with its plan."""
        if work.may_ask:
            self.plan(work)
        else:
            self.make(work)

    def plan(self, work: Work) -> None:
        """Works out what a work would take, which loads the model and asks it nothing."""
        chosen, opened, wishes = self._core.model, work.opened, work.wishes
        assert opened is not None
        summarizer = self._core.summarizer()
        work.stage, work.error, work.share, work.plan = Stage.PLANNING, None, None, None
        self._turn.work_changed.emit(work)

        def make(job: Job) -> Plan:
            if chosen is None:
                raise NoModel
            plan = summarizer.plan(opened.document, wishes.options(chosen), job.report)
            job.check()
            return plan

        self._turn.operation = self._core.operations.run(
            self,
            make,
            on_success=lambda plan: self._on_planned(work, wishes, plan),
            on_failure=lambda error: self._turn.end(work, Stage.FAILED, error),
            on_progress=lambda events: self._on_loading(work, events[-1]),
            on_cancelled=lambda: self._turn.end(work, work.before or Stage.STOPPED),
        )

    def _on_loading(self, work: Work, loading: Loading) -> None:
        if work.stage is not Stage.STOPPING:
            is_loaded = loading.fraction >= 1
            work.stage = Stage.PLANNING if is_loaded else Stage.LOADING
            work.share = None if is_loaded else loading.fraction
        self._turn.work_changed.emit(work)

    def _on_planned(self, work: Work, wishes: Wishes, plan: Plan) -> None:
        if work.stage is Stage.STOPPING:
            self._turn.end(work, work.before or Stage.STOPPED)
            return
        if work.wishes != wishes:  # others were chosen meanwhile
            self.begin(work)
            return
        work.plan = plan
        if self._is_to_be_asked(work, plan):
            work.asks = True
            self._turn.end(work, Stage.PLANNED)
        else:
            self.make(work)

    def make(self, work: Work) -> None:
        """Makes the first version of a new summary, or one more of another."""
        self._summarize(work, self._beginning(work))

    def _is_to_be_asked(self, work: Work, plan: Plan) -> bool:
        if not work.may_ask:
            return False
        if self._core.settings.summary_asks_first or work.asks:
            return True
        seconds = plan.foreseen.seconds
        return plan.foreseen.requests > _MANY_REQUESTS if seconds is None else seconds > _LONG_S

    # Summarizing

    def resume(self, work: Work, version_id: int) -> None:
        """Goes on with a version as it was begun, here or in the terminal."""
        stored = next(each.options for each in work.versions if each.id == version_id)
        self._summarize(
            work, lambda records, options: records.resume(version_id), work.model_id, stored
        )

    def _beginning(self, work: Work) -> Callable[[SummaryRecords, SummaryOptions], Record]:
        """Returns what begins a version: the first of a new summary, or one more."""
        summary_id = work.summary_id
        if summary_id is not None:
            return lambda records, options: records.begin_version(summary_id, options)
        assert work.opened is not None
        document = work.opened.document
        return lambda records, options: records.begin(document, options)

    def _summarize(
        self,
        work: Work,
        begin: Callable[[SummaryRecords, SummaryOptions], Record],
        model_id: str = "",
        stored: Mapping[str, Any] | None = None,
    ) -> None:
        """Makes a version; one that goes on does so with its own model and stored options."""
        data, opened, wishes, plan = self._core.data, work.opened, work.wishes, work.plan
        assert data is not None
        assert opened is not None
        chosen, name = self._core.model, work.model_name
        recording = Recording(self._core.summarizer())
        work.begin_run()
        work.stage = Stage.LOADING
        self._turn.work_changed.emit(work)

        def make(job: Job) -> Summary:
            model = self._find(model_id, name) if model_id else chosen
            if model is None:
                raise NoModel
            options = wishes.options(model)
            if stored is not None:
                options = SummaryOptions.from_settings(model, stored)
            record = begin(data.records, options)
            job.report(Began.of(data.records, record, model))
            is_planned = plan is not None and plan.options == options
            wanted = plan if plan is not None and is_planned else options
            return recording.run(record, opened.document, wanted, job.report, job)

        self._turn.operation = self._core.operations.run(
            self,
            make,
            on_success=lambda summary: self._on_made(work, summary),
            on_failure=lambda error: self._turn.end(work, Stage.FAILED, error),
            on_progress=lambda events: self._on_events(work, events),
            on_cancelled=lambda: self._turn.end(work, Stage.STOPPED),
        )

    def _find(self, model_id: str, name: str) -> InstalledModel:
        """Returns the model with which a version was begun; its notes fit no other."""
        for model in self._core.library.models():
            if model.id == model_id:
                return model
        chosen = self._core.model
        if chosen is not None and chosen.id == model_id:
            return chosen
        raise ModelGone(model=name)

    def _on_events(self, work: Work, events: Iterable[object]) -> None:
        if run_events.take(work, events):
            self.summaries_changed.emit()
        self._turn.work_changed.emit(work)

    def _on_made(self, work: Work, summary: Summary) -> None:
        if summary.items or not summary.is_draft:
            work.items, work.coverage = summary.items, summary.coverage
        work.is_draft, work.shortfalls = summary.is_draft, summary.shortfalls
        self._turn.end(work, Stage.STOPPED if summary.is_draft else Stage.DONE)
