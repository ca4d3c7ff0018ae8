"""Documents one after the other: each is read, then summarized; a failure stops only its own.

The queue owns every `Work` and changes it on the Qt thread; reading, model and database are asked
in the background.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from desktop_slm.assistants.cancellation import Cancelled
from desktop_slm.assistants.summaries.plan import Plan
from desktop_slm.assistants.summaries.recording import Recording
from desktop_slm.assistants.summaries.records import KeptSummary, Record, SummaryRecords
from desktop_slm.assistants.summaries.summary import (
    Summary,
    SummaryOptions,
)
from desktop_slm.documents import reading
from desktop_slm.documents.document import Document
from desktop_slm.documents.reading import Contents, Progress, ReadingCancelled
from desktop_slm.engine.protocol import Loading
from desktop_slm.errors import DesktopSlmError, ModelGone, NoModel
from desktop_slm.models.library import InstalledModel
from desktop_slm.ui.core import Core
from desktop_slm.ui.ended import Ended
from desktop_slm.ui.operations import Job, Lane, Operation
from desktop_slm.ui.summaries import run_events
from desktop_slm.ui.summaries.run_events import Began
from desktop_slm.ui.summaries.wishes import Wishes
from desktop_slm.ui.summaries.work import Opened, Stage, Work

# From here on a person is asked first; where no pace is known, the requests tell.
_LONG_S = 60.0
_MANY_REQUESTS = 40
_ENDED = (Stage.DONE, Stage.STOPPED, Stage.FAILED)
_TOLD = {Stage.DONE: Ended.SUMMARY, Stage.FAILED: Ended.SUMMARY_FAILED}


class ReadFile(Protocol):
    """Reads a document; `ocr` asks for the text of pages that are pictures."""

    def __call__(
        self,
        path: Path | Contents,
        on_progress: Callable[[Progress], None],
        cancel: threading.Event,
        /,
        *,
        ocr: bool = False,
    ) -> Document: ...


class SummaryQueue(QObject):
    """Runs one document at a time, in the order in which they were asked for."""

    work_changed = Signal(object)  # Work
    list_changed = Signal()
    summaries_changed = Signal()  # in the database: one began or ended
    work_opened = Signal(object)  # Work, read from the database
    opening_failed = Signal(object)  # DesktopSlmError

    def __init__(
        self, core: Core, read_file: ReadFile = reading.read, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._read_file = read_file
        self.works: list[Work] = []
        self._waiting: deque[tuple[Work, Callable[[], None]]] = deque()
        self._current: Work | None = None
        self._operation: Operation[Any] | None = None
        self._opening: Operation[Any] | None = None
        core.data_opened.connect(self._advance)

    # What a person asks for

    def add(self, paths: Sequence[Path | Contents], wishes: Wishes) -> list[Work]:
        """Queues files and contents and returns their works; those that are done make room."""
        is_alone = len(paths) == 1
        added = [Work(path.name or str(path), wishes, path, may_ask=is_alone) for path in paths]
        self.works = [work for work in self.works if work.stage is not Stage.DONE] + added
        for work in added:
            self._enqueue(work, lambda work=work: self._read(work))  # type: ignore[misc]
        self.list_changed.emit()
        return added

    def remove(self, work: Work) -> None:
        """Takes a work off the list; what it has made stays in the database."""
        self.stop(work)
        if work in self.works:
            self.works.remove(work)
            self.list_changed.emit()

    def stop(self, work: Work) -> None:
        """Stops a work; what is there stays."""
        self._waiting = deque(entry for entry in self._waiting if entry[0] is not work)
        if work is self._current and self._operation is not None:
            work.stage, work.share = Stage.STOPPING, None
            self._operation.cancel()
        elif work.stage is Stage.WAITING:
            work.stage, work.reads_pictures = Stage.STOPPED, False
        self.work_changed.emit(work)

    def go_on(self, work: Work) -> None:
        """Continues where a work was, with the options it was begun with, or reads its file."""
        self._core.engine.try_again()
        version_id = work.version_id
        if work.opened is None:
            self._enqueue(work, lambda: self._read(work))
        elif version_id is None:
            self._enqueue(work, lambda: self._begin(work))
        else:
            self._enqueue(work, lambda: self._resume(work, version_id))

    def redo(self, work: Work, wishes: Wishes) -> None:
        """Makes another version with the model now chosen; stops the one under way."""
        self._core.engine.try_again()
        before = work.stage if work.stage in _ENDED else None
        if work is self._current:
            self.stop(work)

        def start() -> None:
            work.wishes, work.may_ask, work.before = wishes, True, before
            self._begin(work)

        self._enqueue(work, start)

    def start(self, work: Work, wishes: Wishes) -> None:
        """Begins what waits with its plan; where that is being made anew, as soon as it is."""
        work.wishes, work.may_ask = wishes, False
        if work is not self._current:
            self._enqueue(work, lambda: self._summarize(work, self._beginning(work)))

    def plan_again(self, work: Work, wishes: Wishes) -> None:
        """Works out what other wishes would take."""
        work.wishes, work.plan = wishes, None
        if work is not self._current and not self._is_waiting(work):
            self._enqueue(work, lambda: self._plan(work))
        self.work_changed.emit(work)

    def leave(self, work: Work) -> None:
        """Lets a redo be that waits for its start: what was there before is shown."""
        self._waiting = deque(entry for entry in self._waiting if entry[0] is not work)
        before, work.before, work.asks = work.before, None, False
        stored = next((each for each in work.versions if each.id == work.version_id), None)
        if stored is not None:
            work.wishes = Wishes.of_stored(stored.options)
        if work is self._current and self._operation is not None:
            work.stage = Stage.STOPPING
            work.before = before
            self._operation.cancel()
        else:
            work.stage = before or Stage.STOPPED
        self.work_changed.emit(work)

    def read_pictures(self, work: Work) -> None:
        """Reads a work's file again with text recognition; a new summary is made from that."""
        before = work.stage if not work.is_running else Stage.STOPPED
        if work is self._current:
            self.stop(work)
        work.reads_pictures = True
        self._enqueue(work, lambda: self._read(work, before if work.opened else None))

    def find(self, summary_id: int) -> Work | None:
        """Returns the work of a summary that is in the list or under way."""
        return next((work for work in self.works if work.summary_id == summary_id), None)

    def open(
        self, summary_id: int, version_id: int | None = None, work: Work | None = None
    ) -> None:
        """Reads a stored summary; `work_opened` follows. A given work takes the version."""
        data = self._core.data
        if data is None:
            return
        if self._opening is not None:
            self._opening.drop()

        def load(job: Job) -> tuple[KeptSummary, Opened, tuple[Opened, ...]]:
            kept = data.records.load(summary_id, version_id)
            is_same = work is not None and work.opened is not None
            opened = work.opened if work and is_same else None
            others = tuple(map(Opened.of, kept.documents[1:]))
            return kept, opened or Opened.of(kept.document), others

        self._opening = self._core.operations.run(
            self,
            load,
            on_success=lambda loaded: self._on_loaded(work, *loaded),
            on_failure=self.opening_failed.emit,
            lane=Lane.STORAGE,
        )

    # One after the other

    def _enqueue(self, work: Work, start: Callable[[], None]) -> None:
        self._waiting.append((work, start))
        if work not in self.works:  # one that was read from the database
            self.works.append(work)
            self.list_changed.emit()
        if work is not self._current:
            work.stage, work.share, work.error = Stage.WAITING, None, None
            self.work_changed.emit(work)
        self._advance()

    def _is_waiting(self, work: Work) -> bool:
        return any(entry[0] is work for entry in self._waiting)

    def _advance(self, _data: object = None) -> None:
        if self._current is not None or not self._waiting or self._core.data is None:
            return
        self._current, start = self._waiting.popleft()
        start()

    def _end(self, work: Work, stage: Stage, error: DesktopSlmError | None = None) -> None:
        work.stage, work.error, work.share = stage, error, None
        work.reads_pictures, work.pages_read = False, (0, 0)
        self._current = self._operation = None
        if self._is_waiting(work):
            work.stage = Stage.WAITING
        self.work_changed.emit(work)
        if stage in _TOLD:
            self._core.work_ended.emit(_TOLD[stage])
        if work.summary_id is not None:
            self.summaries_changed.emit()
        self._advance()

    # Reading

    def _read(self, work: Work, before: Stage | None = None) -> None:
        """Reads a work's file; `before` is where a work that has a document goes back to."""
        path, ocr = work.path, work.reads_pictures
        assert path is not None
        work.stage = Stage.READING
        self.work_changed.emit(work)

        def read(job: Job) -> Opened:
            cancel = threading.Event()
            job.when_cancelled(cancel.set)
            try:
                return Opened.of(self._read_file(path, job.report, cancel, ocr=ocr))
            except ReadingCancelled:
                raise Cancelled from None

        self._operation = self._core.operations.run(
            self,
            read,
            on_success=lambda opened: self._on_read(work, opened),
            on_failure=lambda error: self._on_not_read(work, before, error),
            on_progress=lambda items: self._on_reading(work, items[-1]),
            on_cancelled=lambda: self._end(work, before or Stage.STOPPED),
        )

    def _on_not_read(self, work: Work, before: Stage | None, error: DesktopSlmError) -> None:
        if before is None:
            self._end(work, Stage.FAILED, error)
            return
        self._end(work, before)  # what was read before stays, and its summary
        self.opening_failed.emit(error)

    def _on_reading(self, work: Work, progress: Progress) -> None:
        if progress.pages and work.stage is Stage.READING:
            work.share = min(progress.read / progress.pages, 1.0)
            work.pages_read = (progress.read, progress.pages)
            self.work_changed.emit(work)

    def _on_read(self, work: Work, opened: Opened) -> None:
        work.opened = opened
        if work.reads_pictures:
            work.reads_pictures = False
            # A summary's versions rest on one text: this is another, and the old one stays.
            work.summary_id = work.version_id = None
            work.versions, work.items, work.coverage = (), (), None
            work.glance = work.omissions = None
        self._begin(work)

    # Planning

    def _begin(self, work: Work) -> None:
        """Begins a version; where a person may be asked first, with its plan."""
        if work.may_ask:
            self._plan(work)
        else:
            self._summarize(work, self._beginning(work))

    def _plan(self, work: Work) -> None:
        """Works out what a work would take, which loads the model and asks it nothing."""
        chosen, opened, wishes = self._core.model, work.opened, work.wishes
        assert opened is not None
        summarizer = self._core.summarizer()
        work.stage, work.error, work.share, work.plan = Stage.PLANNING, None, None, None
        self.work_changed.emit(work)

        def make(job: Job) -> Plan:
            if chosen is None:
                raise NoModel
            plan = summarizer.plan(opened.document, wishes.options(chosen), job.report)
            job.check()
            return plan

        self._operation = self._core.operations.run(
            self,
            make,
            on_success=lambda plan: self._on_planned(work, wishes, plan),
            on_failure=lambda error: self._end(work, Stage.FAILED, error),
            on_progress=lambda events: self._on_loading(work, events[-1]),
            on_cancelled=lambda: self._end(work, work.before or Stage.STOPPED),
        )

    def _on_loading(self, work: Work, loading: Loading) -> None:
        if work.stage is not Stage.STOPPING:
            is_loaded = loading.fraction >= 1
            work.stage = Stage.PLANNING if is_loaded else Stage.LOADING
            work.share = None if is_loaded else loading.fraction
        self.work_changed.emit(work)

    def _on_planned(self, work: Work, wishes: Wishes, plan: Plan) -> None:
        if work.stage is Stage.STOPPING:
            self._end(work, work.before or Stage.STOPPED)
            return
        if work.wishes != wishes:  # others were chosen meanwhile
            self._begin(work)
            return
        work.plan = plan
        if self._is_to_be_asked(work, plan):
            work.asks = True
            self._end(work, Stage.PLANNED)
        else:
            self._summarize(work, self._beginning(work))

    def _is_to_be_asked(self, work: Work, plan: Plan) -> bool:
        if not work.may_ask:
            return False
        if self._core.settings.summary_asks_first or work.asks:
            return True
        seconds = plan.foreseen.seconds
        return plan.foreseen.requests > _MANY_REQUESTS if seconds is None else seconds > _LONG_S

    # Summarizing

    def _resume(self, work: Work, version_id: int) -> None:
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
        self.work_changed.emit(work)

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

        self._operation = self._core.operations.run(
            self,
            make,
            on_success=lambda summary: self._on_made(work, summary),
            on_failure=lambda error: self._end(work, Stage.FAILED, error),
            on_progress=lambda events: self._on_events(work, events),
            on_cancelled=lambda: self._end(work, Stage.STOPPED),
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
        self.work_changed.emit(work)

    def _on_made(self, work: Work, summary: Summary) -> None:
        if summary.items or not summary.is_draft:
            work.items, work.coverage = summary.items, summary.coverage
        work.is_draft, work.shortfalls = summary.is_draft, summary.shortfalls
        self._end(work, Stage.STOPPED if summary.is_draft else Stage.DONE)

    def _on_loaded(
        self,
        work: Work | None,
        kept: KeptSummary,
        opened: Opened,
        others: tuple[Opened, ...] = (),
    ) -> None:
        self._opening = None
        live = self.find(kept.id)
        if live is not None and live.is_running:
            self.work_opened.emit(live)
            return
        work = work or live or Work(kept.title, Wishes())
        work.opened, work.others = opened, others
        work.take_version(kept)
        self.work_opened.emit(work)
        self.work_changed.emit(work)
