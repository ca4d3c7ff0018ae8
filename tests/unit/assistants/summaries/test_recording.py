"""What is stored of a run while it goes on, and however it ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.assistants.summaries.recording import Draft, Recording
from desktop_slm.assistants.summaries.records import Record, SummaryRecords
from desktop_slm.assistants.summaries.summarizer import Summarizer
from desktop_slm.assistants.summaries.summary import (
    Coverage,
    Item,
    PassageRead,
    Summary,
    SummaryOptions,
)
from desktop_slm.documents.document import Block, BlockKind, Document, Format, Page
from desktop_slm.engine.protocol import Request
from desktop_slm.engine.templating import Templating
from desktop_slm.errors import DesktopSlmError, EngineKeepsStopping, EngineStopped
from desktop_slm.models.library import InstalledModel
from desktop_slm.storage.database import Database
from desktop_slm.storage.runs import RunState
from tests.fakes.plain_analysis import PlainAnalysis
from tests.fakes.scripted_engine import ScriptedEngine, last_text
from tests.unit.assistants.conftest import now


def _document(pages: int = 40) -> Document:
    texts = [f"Unit {n} sold " + " ".join(f"w{n}x{i}" for i in range(300)) for n in range(pages)]
    return Document(
        name="a.pdf",
        format=Format.PDF,
        sha256="0" * 64,
        pages=tuple(Page(n, str(n), text) for n, text in enumerate(texts, 1)),
        blocks=tuple(
            Block(BlockKind.PARAGRAPH, n, 0, len(text)) for n, text in enumerate(texts, 1)
        ),
    )


class Run:
    """A run over a scripted engine whose clock a test moves."""

    def __init__(self, database: Database, templating: Templating, model: InstalledModel) -> None:
        self.records = SummaryRecords(database, now)
        self.engine = ScriptedEngine(self._note)
        self.options = SummaryOptions(model)
        self.document = _document()
        self.cancellation = Cancellation()
        self.time = 0.0
        self.on_event: Callable[[object], None] = lambda event: None
        self.die_after = 1_000
        self._recording = Recording(
            Summarizer(self.engine, templating, analyse=PlainAnalysis), lambda: self.time
        )

    def _note(self, request: Request) -> str | DesktopSlmError:
        if len(self.engine.requests) > self.die_after:
            self.engine.load_error = EngineKeepsStopping(times=3, how="signal 9")
            return EngineStopped(how="signal 9")
        return " ".join(last_text(request).split()[:5]) + "."

    def begin(self) -> Record:
        return self.records.begin(self.document, self.options)

    def make(self, record: Record) -> Summary:
        return self._recording.run(
            record, self.document, self.options, self.on_event, self.cancellation
        )


@pytest.fixture
def run(database: Database, templating: Templating, model: InstalledModel) -> Run:
    return Run(database, templating, model)


def test_an_error_keeps_the_notes_with_their_sources(run: Run) -> None:
    run.die_after = 8
    record = run.begin()
    with pytest.raises(EngineKeepsStopping):
        run.make(record)
    kept = run.records.load(record.summary_id)
    assert kept.version.state is RunState.FAILED
    assert kept.summary is not None
    assert kept.summary.is_draft
    assert 0 < kept.summary.coverage.passages_read < kept.summary.coverage.passages_total
    assert kept.summary.items[0].evidence[0].page == 1


def test_a_draft_is_kept_every_few_seconds(run: Run) -> None:
    record = run.begin()
    seen: list[int] = []

    def look(event: object) -> None:
        if isinstance(event, PassageRead):
            kept = run.records.load(record.summary_id).summary
            seen.append(len(kept.items) if kept else 0)
            run.time += 2.0

    run.on_event = look
    run.make(record)
    assert seen[:6] == [0, 0, 3, 3, 5, 5]


def test_a_failed_run_goes_on_and_asks_only_for_the_rest(run: Run) -> None:
    run.die_after = 8
    record = run.begin()
    with pytest.raises(EngineKeepsStopping):
        run.make(record)
    run.engine.load_error, run.die_after = None, 1_000
    asked = len(run.engine.requests)
    kept_passages: list[bool] = []
    run.on_event = lambda event: (
        kept_passages.append(event.is_kept) if isinstance(event, PassageRead) else None
    )
    summary = run.make(run.records.resume(record.version_id))
    assert not summary.is_draft
    assert kept_passages.count(True) >= 1
    assert kept_passages.count(False) < len(kept_passages)
    assert len(run.engine.requests) - asked < len(kept_passages) + 5
    assert run.records.load(record.summary_id).version.state is RunState.COMPLETE


def test_stopping_before_the_first_note_keeps_an_earlier_draft(run: Run) -> None:
    record = run.begin()
    record.keep(Summary((Item("From before."),), Coverage(1, 1, 2, 1, 0), True, 1.0))
    run.cancellation.cancel()
    summary = run.make(run.records.resume(record.version_id))
    assert summary.items == ()
    kept = run.records.load(record.summary_id)
    assert kept.version.state is RunState.STOPPED
    assert kept.summary is not None
    assert [item.text for item in kept.summary.items] == ["From before."]


def test_each_version_can_be_loaded_by_itself(run: Run) -> None:
    record = run.begin()
    run.make(record)
    run.options = SummaryOptions(run.options.model, Length.BRIEF)
    second = run.records.begin_version(record.summary_id, run.options)
    run.make(second)
    newest = run.records.load(record.summary_id)
    first = run.records.load(record.summary_id, record.version_id)
    assert (newest.length, first.length) == (Length.BRIEF, Length.STANDARD)
    assert [version.number for version in first.versions] == [1, 2]
    assert first.title == "a.pdf"


def test_a_draft_stands_in_the_documents_order_and_says_nothing_twice() -> None:
    draft = Draft()
    coverage = Coverage(2, 10, 2, 1, 1)
    draft.take(PassageRead(1, (Item("B."), Item("A.")), coverage))
    draft.take(PassageRead(0, (Item("A."),), coverage))
    assert [item.text for item in draft.items()] == ["A.", "B."]
