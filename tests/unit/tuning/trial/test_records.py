"""Trials are kept as they come, come back as they were, and speak for the file that was tried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop_slm.assistants.summaries.pages import PageChoice
from desktop_slm.storage.database import Database
from desktop_slm.tuning.trial.records import TrialRecords
from desktop_slm.tuning.trial.trial import Counted, Outcome, Pages, State, TriedModel
from tests.unit.tuning.trial.trial_bench import A, B, TrialBench


class _Clock:
    def __init__(self) -> None:
        self.time = datetime(2026, 11, 21, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture
def records() -> Iterator[TrialRecords]:
    with Database.in_memory() as database:
        yield TrialRecords(database, _Clock())


def _keep(records: TrialRecords, bench: TrialBench) -> None:
    trial = bench.run(A, B, pages="1-2")
    record = records.begin(trial.pages, trial.words_asked)
    for index, outcome in enumerate(trial.outcomes):
        record.keep(index, outcome)


def test_a_trial_comes_back_as_it_was(records: TrialRecords, bench: TrialBench) -> None:
    bench.engine.needed_bytes["second.gguf"] = 1 << 50
    trial = bench.run(A, B, pages="1-2")
    record = records.begin(trial.pages, trial.words_asked)
    for index, outcome in enumerate(trial.outcomes):
        record.keep(index, outcome)
    (kept,) = records.all()
    assert kept.trial == trial
    assert kept.trial.outcomes[0].items[1].support.value == "none"


def test_nothing_is_kept_before_the_first_outcome(records: TrialRecords) -> None:
    records.begin(Pages("a.pdf", "0", 1, PageChoice(), 10), 40)
    assert records.all() == ()


def test_a_trial_that_was_cut_off_has_what_was_there(
    records: TrialRecords, bench: TrialBench
) -> None:
    trial = bench.run(A, B)
    records.begin(trial.pages, trial.words_asked).keep(0, trial.outcomes[0])
    assert [outcome.model.id for outcome in records.all()[0].trial.outcomes] == ["first"]


def test_a_claim_counts_the_sentences_of_the_newest_trial(
    records: TrialRecords, bench: TrialBench
) -> None:
    _keep(records, bench)
    bench.engine.script = lambda request: "The rent is 900 euro."
    _keep(records, bench)
    claim = records.claim(A)
    assert claim is not None
    assert claim.counted == Counted(full=1)
    assert claim.trial_id == records.all()[0].id


def test_a_claim_belongs_to_the_file_and_not_to_its_name(
    records: TrialRecords, bench: TrialBench
) -> None:
    _keep(records, bench)
    assert records.claim(replace(A, path=A.path.with_name("renamed.gguf"))) is None
    renamed = replace(A, id="renamed", path=A.path.with_name("renamed.gguf"))
    assert records.claim(renamed, "sha of first") is not None
    assert records.claim(A, "another sha") is None
    assert records.claim(replace(A, size_bytes=A.size_bytes + 1)) is None


def test_what_failed_or_was_stopped_claims_nothing(records: TrialRecords) -> None:
    record = records.begin(Pages("a.pdf", "0", 1, PageChoice(), 10), 40)
    for index, state in enumerate((State.FAILED, State.STOPPED, State.NOT_TRIED)):
        record.keep(index, Outcome(TriedModel.of(A), state))
    assert records.claim(A) is None


def test_a_deleted_trial_is_gone_with_its_claim(records: TrialRecords, bench: TrialBench) -> None:
    _keep(records, bench)
    records.delete(records.all()[0].id)
    assert records.all() == ()
    assert records.claim(A) is None
