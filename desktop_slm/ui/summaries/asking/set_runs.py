"""Answers questions over the shown set and makes its digest: one run at a time, in the background.

Owns every `Asked` and the digest's `Work` and changes them on the Qt thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_slm.assistants.asking import vectors
from desktop_slm.assistants.asking.answer import Answer
from desktop_slm.assistants.asking.asker import Asker, AskPlanned, PassagesRead
from desktop_slm.assistants.asking.question import Question
from desktop_slm.assistants.asking.question_records import KeptQuestion, QuestionRecords
from desktop_slm.assistants.digests.digest_recording import DigestRecording
from desktop_slm.assistants.digests.digesting import Digester
from desktop_slm.assistants.digests.source import Source
from desktop_slm.assistants.summaries.options import SummaryOptions
from desktop_slm.assistants.summaries.records import KeptSummary, Record
from desktop_slm.assistants.summaries.summary import Joining
from desktop_slm.engine.protocol import Loading
from desktop_slm.errors import DesktopSlmError, NoModel
from desktop_slm.models.inspection import Inspection
from desktop_slm.ui.core import Core, now
from desktop_slm.ui.ended import Ended
from desktop_slm.ui.operations import Job, Lane, Operation
from desktop_slm.ui.summaries.asking.asked import Asked, AskStage
from desktop_slm.ui.summaries.asking.document_set import DocumentSet
from desktop_slm.ui.summaries.ordering.wishes import Wishes
from desktop_slm.ui.summaries.work import Opened, Stage, Work


class SetRuns(QObject):
    """Works on one set."""

    asked_changed = Signal(object)  # Asked
    list_changed = Signal()  # questions came or went
    digest_changed = Signal()
    summaries_changed = Signal()  # in the database
    failed = Signal(object)  # DesktopSlmError

    def __init__(self, core: Core, found: DocumentSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._set = found
        self.questions: list[Asked] = []
        self.digest: Work | None = None
        self._operation: Operation[Any] | None = None
        self._running: Asked | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a question or the digest is under way."""
        return self._operation is not None

    def load(self) -> None:
        """Reads the questions that were asked over this set before."""
        data, summaries = self._core.data, self._set.summaries
        if data is None:
            return
        records = QuestionRecords(data.database, now)

        def read(_job: Job) -> tuple[KeptQuestion, ...]:
            return records.of(records.documents_of(summaries))

        def show(kept: tuple[KeptQuestion, ...]) -> None:
            there = {asked.id for asked in self.questions}
            before = [Asked.of(each) for each in kept if each.id not in there]
            self.questions[:0] = before
            self.list_changed.emit()

        self._core.operations.run(
            self, read, on_success=show, on_failure=self.failed.emit, lane=Lane.STORAGE
        )

    # Questions

    def ask(self, question: Question) -> None:
        """Answers a question, unless something is under way."""
        if not self.is_busy:
            asked = Asked(question)
            self.questions.append(asked)
            self.list_changed.emit()
            self._answer(asked)

    def go_on(self, asked: Asked) -> None:
        """Goes on with a question that was stopped or failed: what was read is not read again."""
        if not self.is_busy:
            self._core.engine.try_again()
            self._answer(asked)

    def stop(self) -> None:
        """Stops what is under way; what was found stays."""
        if self._operation is None:
            return
        if self._running is not None:
            self._running.stage = AskStage.STOPPING
            self.asked_changed.emit(self._running)
        elif self.digest is not None:
            self.digest.stage = Stage.STOPPING
            self.digest_changed.emit()
        self._operation.cancel()

    def remove(self, asked: Asked) -> None:
        """Erases a question with its answer."""
        if asked.is_running or asked not in self.questions:
            return
        self.questions.remove(asked)
        self.list_changed.emit()
        data, question_id = self._core.data, asked.id
        if data is not None and question_id is not None:
            records = QuestionRecords(data.database, now)
            self._core.operations.run(
                self,
                lambda _job: records.delete(question_id),
                on_success=lambda _nothing: None,
                on_failure=self.failed.emit,
                lane=Lane.STORAGE,
            )

    def _answer(self, asked: Asked) -> None:
        data, model, use = self._core.data, self._core.model, self._core.model_use()
        documents, summaries, library = self._set.documents, self._set.summaries, self._core.library
        asked.stage, asked.error, asked.share, asked.plan = AskStage.LOADING, None, None, None
        asked.done = asked.total = 0
        question, question_id = asked.question, asked.id
        if model is not None:
            asked.model_name, asked.is_practice = model.name, model.is_practice
        self._running = asked
        self.asked_changed.emit(asked)

        def answer(job: Job) -> Answer:
            if model is None or data is None:
                raise NoModel
            options = SummaryOptions(model)
            records = QuestionRecords(data.database, now)
            if question_id is None:
                record = records.begin(question, options, records.documents_of(summaries))
                job.report(record.id)
            else:
                record = records.resume(question_id)
            try:
                embedding = vectors.installed(library.models(), Inspection())
                made = vectors.ModelVectors(embedding) if embedding else None
                with Asker(documents, use, made) as asker:
                    found = asker.ask(question, options, record.steps, job.report, job)
            except BaseException:
                record.fail()
                raise
            record.finish(found)
            return found

        self._operation = self._core.operations.run(
            self,
            answer,
            on_success=lambda found: self._on_answered(asked, found),
            on_failure=lambda error: self._end(asked, AskStage.FAILED, error),
            on_progress=lambda events: self._on_events(asked, events),
            on_cancelled=lambda: self._end(asked, AskStage.STOPPED),
        )

    def _on_events(self, asked: Asked, events: list[object]) -> None:
        is_going = asked.stage is not AskStage.STOPPING
        for event in events:
            match event:
                case int():
                    asked.id = event
                case Loading(fraction):
                    asked.share = fraction
                case AskPlanned(plan):
                    asked.plan = plan
                    asked.stage = AskStage.READING if is_going else asked.stage
                case PassagesRead(done, total):
                    asked.done, asked.total = done, total
                    asked.share = done / total if total else None
                case Joining(done, total):
                    asked.stage = AskStage.JOINING if is_going else asked.stage
                    asked.share = done / total if total else None
        self.asked_changed.emit(asked)

    def _on_answered(self, asked: Asked, answer: Answer) -> None:
        asked.answer = answer
        self._end(asked, AskStage.STOPPED if answer.is_stopped else AskStage.DONE)

    def _end(self, asked: Asked, stage: AskStage, error: DesktopSlmError | None = None) -> None:
        asked.stage, asked.error, asked.share = stage, error, None
        self._operation = self._running = None
        self.asked_changed.emit(asked)
        if stage is AskStage.DONE:
            self._core.work_ended.emit(Ended.QUESTION, None)

    # The digest

    def make_digest(self) -> None:
        """Makes the digest, or another version of it."""
        if self.is_busy:
            return
        before, found = self.digest, self._set
        summary_id = before.summary_id if before is not None else None
        wishes = Wishes.of_settings(self._core.settings)
        self.digest = work = before or Work(found.title, wishes)
        work.begin_run()
        work.stage, work.wishes = Stage.LOADING, wishes
        self.digest_changed.emit()
        make = self._digest_maker(wishes, summary_id)
        self._operation = self._core.operations.run(
            self,
            make,
            on_success=lambda kept: self._on_digest(work, kept),
            on_failure=lambda error: self._end_digest(work, Stage.FAILED, error),
            on_progress=lambda events: self._on_digest_events(work, events),
            on_cancelled=lambda: self._end_digest(work, Stage.STOPPED),
        )

    def show_digest(self, work: Work) -> None:
        """Shows a stored digest."""
        self.digest = work
        self.digest_changed.emit()

    def open_version(self, version_id: int) -> None:
        """Shows another version of the digest."""
        data, work = self._core.data, self.digest
        if data is None or work is None or self.is_busy:
            return
        self._core.operations.run(
            self,
            lambda _job: data.records.load_version(version_id),
            on_success=lambda kept: self._on_version(work, kept),
            on_failure=self.failed.emit,
            lane=Lane.STORAGE,
        )

    def _on_version(self, work: Work, kept: KeptSummary) -> None:
        if work is self.digest and not work.is_running:
            work.take_version(kept)
            self.digest_changed.emit()

    def _digest_maker(self, wishes: Wishes, summary_id: int | None) -> Callable[[Job], KeptSummary]:
        data, model, found = self._core.data, self._core.model, self._set
        recording = DigestRecording(Digester(self._core.model_use()))

        def make(job: Job) -> KeptSummary:
            if model is None or data is None:
                raise NoModel
            options = wishes.options(model)
            kept = [data.records.load_version(version) for version in found.versions]
            sources = [
                Source(each.document, each.summary, each.options(model).form)
                for each in kept
                if each.summary is not None
            ]
            began: list[Record] = []

            def begin() -> Record:
                if summary_id is not None:
                    record = data.records.begin_version(summary_id, options, found.versions)
                else:
                    documents = [source.document for source in sources]
                    record = data.records.begin_digest(
                        found.title, documents, options, found.versions
                    )
                began.append(record)
                return record

            recording.run(begin, sources, found.not_read, options, job.report, job)
            return data.records.load(began[0].summary_id, began[0].version_id)

        return make

    def _on_digest_events(self, work: Work, events: list[object]) -> None:
        for event in events:
            if isinstance(event, Loading):
                work.share = event.fraction
            elif isinstance(event, Joining) and work.stage is not Stage.STOPPING:
                work.stage, work.joins = Stage.JOINING, (event.done, event.total)
                work.share = event.done / event.total if event.total else None
        self.digest_changed.emit()

    def _on_digest(self, work: Work, kept: KeptSummary) -> None:
        members = {member.opened.document.sha256: member.opened for member in self._set.members}
        opened = [
            members.get(document.sha256) or Opened.of(document) for document in kept.documents
        ]
        work.opened, work.others = opened[0], tuple(opened[1:])
        work.take_version(kept)
        self._end_digest(work, work.stage)

    def _end_digest(self, work: Work, stage: Stage, error: DesktopSlmError | None = None) -> None:
        work.stage, work.error, work.share = stage, error, None
        self._operation = None
        self.digest_changed.emit()
        self.summaries_changed.emit()
