"""What is kept of a version, and how it is found again."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.assistants.summaries.pages import PageChoice
from desktop_slm.assistants.summaries.receipt import Receipt
from desktop_slm.assistants.summaries.recording import Recording
from desktop_slm.assistants.summaries.records import SummaryRecords
from desktop_slm.assistants.summaries.summary import SummaryOptions
from desktop_slm.documents import wire
from desktop_slm.engine.templating import Templating
from desktop_slm.models.library import InstalledModel
from desktop_slm.storage.database import Database
from desktop_slm.storage.documents import NewDocument
from desktop_slm.storage.runs import RunState
from desktop_slm.storage.summaries import Summaries
from tests.unit.assistants.conftest import now
from tests.unit.assistants.summaries.summary_runs import Runner, filled


@pytest.fixture
def runner(templating: Templating, model: InstalledModel) -> Runner:
    return Runner(templating, model)


@pytest.fixture
def records(database: Database) -> SummaryRecords:
    return SummaryRecords(database, now)


def _options(model: InstalledModel) -> SummaryOptions:
    return SummaryOptions(
        model,
        Length.DETAILED,
        form=Form.BULLETS,
        words=300,
        language="en",
        focus="the rent",
        pages=PageChoice.parse("2-9"),
        is_reproducible=True,
    )


def _record(runner: Runner, records: SummaryRecords, version_id: int) -> None:
    record = records.resume(version_id)
    recording = Recording(runner.summarizer)
    recording.run(record, filled(12), runner.options, runner._note, runner.cancellation)


def test_all_of_a_summary_and_its_options_come_back(
    runner: Runner, records: SummaryRecords, model: InstalledModel
) -> None:
    runner.options = _options(model)
    record = records.begin(filled(12), runner.options)
    _record(runner, records, record.version_id)
    kept = records.load(record.summary_id)
    assert kept.options(model) == runner.options
    assert kept.summary is not None
    assert kept.summary.receipt is not None
    assert kept.summary.receipt.settings == runner.options.settings()
    assert kept.summary.receipt.passages_read == kept.summary.coverage.passages_total
    assert kept.summary.tree.passages(0) == tuple(range(kept.summary.coverage.passages_total))
    assert kept.summary.shortfalls


def test_a_receipt_survives_json_and_its_hash_tells_any_change(
    runner: Runner, records: SummaryRecords
) -> None:
    receipt = runner.run(filled(12)).receipt
    assert receipt is not None
    plain = json.loads(json.dumps(receipt.to_plain()))
    again = Receipt.from_plain(plain)
    assert again.to_plain() == receipt.to_plain()
    assert again.sha256 == receipt.sha256
    assert replace(receipt, tokens_read=receipt.tokens_read + 1).sha256 != receipt.sha256
    assert "word1x1" not in json.dumps(plain)  # no word of the document


def test_an_unfinished_version_of_just_this_is_found(
    runner: Runner, records: SummaryRecords, model: InstalledModel
) -> None:
    document = filled(12)
    runner.stop_after = 1
    record = records.begin(document, runner.options)
    _record(runner, records, record.version_id)
    assert records.unfinished(document, runner.options) == record.version_id
    assert records.unfinished(document, SummaryOptions(model, Length.BRIEF)) is None
    assert records.unfinished(replace(document, sha256="1" * 64), runner.options) is None
    assert records.unfinished(document, SummaryOptions(replace(model, id="other"))) is None


def test_a_finished_version_is_not_gone_on_with(runner: Runner, records: SummaryRecords) -> None:
    record = records.begin(filled(12), runner.options)
    _record(runner, records, record.version_id)
    assert records.unfinished(filled(12), runner.options) is None


def test_a_run_that_goes_on_has_its_first_start_in_the_receipt(
    runner: Runner, records: SummaryRecords
) -> None:
    record = records.begin(filled(12), runner.options)
    began = records.versions(record.summary_id)[0].created
    _record(runner, records, record.version_id)
    kept = records.load(record.summary_id).summary
    assert kept is not None
    assert kept.receipt is not None
    assert kept.receipt.started == began.isoformat(timespec="seconds")


def test_the_pace_of_a_model_is_that_of_its_last_run(
    runner: Runner, records: SummaryRecords, model: InstalledModel
) -> None:
    assert records.pace(model) is None
    record = records.begin(filled(12), runner.options)
    _record(runner, records, record.version_id)
    pace = records.pace(model)
    summary = records.load(record.summary_id).summary
    assert pace is not None
    assert summary is not None
    work = summary.new_work
    assert pace.seconds(work.read_tokens, work.written_tokens) == pytest.approx(work.seconds)
    assert records.pace(replace(model, id="other")) is None


def test_a_version_of_an_earlier_release_still_loads(
    database: Database, records: SummaryRecords, model: InstalledModel
) -> None:
    summaries, document = Summaries(database, now), filled(3)
    summary = summaries.create("Old")
    content = wire.to_dict(document)
    summaries.add_document(
        summary.id, NewDocument(document.sha256, document.name, "pdf", "", content)
    )
    version = summaries.begin(summary.id, {"length": "brief", "model_name": "Old model"}, model.id)
    coverage = {
        "pages": 3, "characters": 9, "passages_total": 1, "passages_read": 1, "pages_read": 3,
        "skipped": [[4, "no text"]],
    }  # fmt: skip
    evidence = {"page": 1, "start": 0, "end": 4, "quote": "Page", "score": 0.5}
    summaries.finish(
        version.id,
        RunState.COMPLETE,
        [{"text": "Old.", "evidence": [evidence]}],
        {"coverage": coverage, "seconds": 2.0},
    )
    kept = records.load(summary.id)
    assert kept.options(model) == SummaryOptions(model, Length.BRIEF)
    assert kept.summary is not None
    assert (kept.summary.text, kept.summary.receipt) == ("Old.", None)
    assert kept.summary.coverage.skipped == ((4, "no text"),)
    assert not kept.summary.coverage.is_key_sentences
