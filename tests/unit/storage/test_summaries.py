from __future__ import annotations

from typing import Any

import pytest

from desktop_slm.errors import Invariant
from desktop_slm.storage.database import Database
from desktop_slm.storage.documents import NewDocument
from desktop_slm.storage.runs import RunState
from desktop_slm.storage.steps import Step, Steps
from desktop_slm.storage.summaries import Summaries
from tests.unit.storage.conftest import HandClock

CONTENT: dict[str, Any] = {
    "language": "de",
    "empty": [],
    "nothing": None,
    "pages": [
        {"number": 1, "text": "Grüße 👋 \x00\u2028\x85"},
        {"number": 2, "text": "half \udcff"},
    ],
}


def document(name: str = "lease.pdf", **changes: Any) -> NewDocument:
    return NewDocument("ab" * 32, name, "pdf", "Lease", {**CONTENT, **changes})


def test_a_document_comes_back_as_it_was(summaries: Summaries, clock: HandClock) -> None:
    summary = summaries.create("Lease")
    stored = summaries.add_document(summary.id, document())
    assert summaries.content(stored.id) == CONTENT
    assert summaries.documents(summary.id) == (stored,)
    assert (stored.name, stored.format, stored.title) == ("lease.pdf", "pdf", "Lease")
    assert stored.added == clock.now


def test_equal_content_is_kept_once(summaries: Summaries, database: Database) -> None:
    for _ in range(2):
        summary = summaries.create("Lease")
        summaries.add_document(summary.id, document())
        summaries.add_document(summary.id, document("copy of lease.pdf"))
    assert database.rows("SELECT count(*) FROM contents") == [(1,)]
    assert [each.name for each in summaries.documents(summary.id)] == [
        "lease.pdf",
        "copy of lease.pdf",
    ]


def test_the_same_file_read_anew_does_not_change_what_was_read_before(
    summaries: Summaries,
) -> None:
    summary = summaries.create("Lease")
    before = summaries.add_document(summary.id, document())
    after = summaries.add_document(summary.id, document(language="en"))
    assert summaries.content(before.id)["language"] == "de"
    assert summaries.content(after.id)["language"] == "en"


def test_redoing_makes_a_version_and_overwrites_none(summaries: Summaries) -> None:
    summary = summaries.create("Lease")
    first = summaries.begin(summary.id, {"length": "brief"}, "small")
    summaries.finish(first.id, RunState.COMPLETE, [{"text": "One."}], {"pages": 2})
    second = summaries.begin(summary.id, {"length": "detailed"}, "large")
    assert (first.number, second.number) == (1, 2)
    kept, running = summaries.versions(summary.id)
    assert (kept.state, kept.items, kept.receipt) == (
        RunState.COMPLETE,
        [{"text": "One."}],
        {"pages": 2},
    )
    assert (running.state, running.options, running.model) == (
        RunState.RUNNING,
        {"length": "detailed"},
        "large",
    )
    assert summaries.summary(summary.id).state is RunState.RUNNING


def test_a_stopped_run_finds_its_steps_again(summaries: Summaries, database: Database) -> None:
    steps = Steps(database)
    version = summaries.begin(summaries.create("s").id, {}, "m")
    made = Step("Grüße", 120, 30, {"stop": "end"})
    steps.keep(version.id, "k1", made)
    summaries.finish(version.id, RunState.STOPPED, [], {})
    resumed = summaries.resume(version.id)
    assert resumed.state is RunState.RUNNING
    assert steps.find(version.id, ["k1", "k2"]) == {"k1": made}


def test_a_step_is_not_replaced(summaries: Summaries, database: Database) -> None:
    steps = Steps(database)
    version = summaries.begin(summaries.create("s").id, {}, "m")
    steps.keep(version.id, "k", Step("first", 1, 1))
    steps.keep(version.id, "k", Step("second", 1, 1))
    assert steps.find(version.id, ["k"])["k"].text == "first"


def test_many_steps_are_found_at_once(summaries: Summaries, database: Database) -> None:
    steps = Steps(database)
    version = summaries.begin(summaries.create("s").id, {}, "m")
    keys = [f"key {number}" for number in range(1_200)]
    with database.transaction():
        for key in keys:
            steps.keep(version.id, key, Step(key, 1, 1))
    assert set(steps.find(version.id, keys)) == set(keys)


def test_erasing_takes_what_nobody_else_needs(
    summaries: Summaries, database: Database, clock: HandClock
) -> None:
    steps = Steps(database)
    kept, erased = summaries.create("kept"), summaries.create("erased")
    shared = summaries.add_document(kept.id, document())
    summaries.add_document(erased.id, document())
    alone = summaries.add_document(erased.id, document("alone.pdf", language="fr"))
    first = summaries.begin(erased.id, {}, "m")
    for key in ("shared", "alone"):
        steps.keep(first.id, key, Step(key, 1, 1))
    second = summaries.begin(kept.id, {}, "m")
    assert list(steps.find(second.id, ["shared"])) == ["shared"]

    summaries.delete(erased.id)
    assert summaries.recent() == (summaries.summary(kept.id),)
    assert summaries.purge_deleted(clock.now) == 1

    assert summaries.content(shared.id) == CONTENT
    with pytest.raises(Invariant):
        summaries.content(alone.id)
    assert list(steps.find(second.id, ["shared", "alone"])) == ["shared"]
    assert database.rows("SELECT count(*) FROM contents") == [(1,)]


def test_a_deleted_summary_can_be_brought_back(summaries: Summaries, clock: HandClock) -> None:
    summary = summaries.create("s")
    summaries.delete(summary.id)
    summaries.restore(summary.id)
    assert summaries.purge_deleted(clock.now) == 0
    assert summaries.recent() == (summary,)


def test_list_is_by_last_change_and_paged(summaries: Summaries, clock: HandClock) -> None:
    ids = [summaries.create(str(number)).id for number in range(3)]
    clock.move(seconds=1)
    summaries.add_document(ids[0], document())
    page = summaries.recent(limit=2)
    assert [each.id for each in page] == [ids[0], ids[2]]
    assert [each.id for each in summaries.recent(after=page[-1])] == [ids[1]]
    summaries.rename(ids[1], "renamed")
    assert summaries.summary(ids[1]).title == "renamed"


def test_runs_of_a_dead_session_are_marked(summaries: Summaries, database: Database) -> None:
    living = summaries.begin(summaries.create("a").id, {}, "m")
    dead = summaries.begin(summaries.create("b").id, {}, "m")
    database.execute("UPDATE versions SET writer = 'gone' WHERE id = ?", (dead.id,))
    assert summaries.mark_interrupted() == 1
    assert summaries.version(dead.id).state is RunState.INTERRUPTED
    assert summaries.version(living.id).state is RunState.RUNNING


def test_versions_are_found_by_their_document_and_their_model(summaries: Summaries) -> None:
    first, second = summaries.create("One"), summaries.create("Two")
    summaries.add_document(first.id, document())
    summaries.add_document(second.id, document("copy.pdf"))
    begun = [
        summaries.begin(first.id, {}, "small"),
        summaries.begin(second.id, {}, "large"),
        summaries.begin(first.id, {}, "large"),
    ]
    numbers = [version.id for version in begun]
    assert [each.id for each in summaries.versions_of("ab" * 32)] == numbers[::-1]
    assert summaries.versions_of("cd" * 32) == ()
    assert [each.id for each in summaries.versions_by("large")] == [numbers[2], numbers[1]]
    assert [each.id for each in summaries.versions_by("large", limit=1)] == [numbers[2]]
    summaries.delete(second.id)
    assert [each.id for each in summaries.versions_of("ab" * 32)] == [numbers[2], numbers[0]]
