"""Trials in the real encrypted database."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm.storage.database import Database
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.trials import ModelFile, NewTrial, Trials
from tests.unit.storage.conftest import HandClock

FILE = ModelFile("/models/a.gguf", 100, "abc")
SECRET = "the-tenant-Lindqvist"


@pytest.fixture
def trials(database: Database, clock: HandClock) -> Trials:
    return Trials(database, clock)


def _add(trials: Trials, name: str, *outcomes: str, file: ModelFile = FILE) -> int:
    number = trials.add(NewTrial(name, "0" * 64, {"pages": "1-2"}))
    for position, outcome in enumerate(outcomes):
        trials.add_outcome(number, position, "done", file, {"text": outcome})
    return number


def test_trials_come_newest_first_with_their_outcomes_in_order(trials: Trials) -> None:
    _add(trials, "a.pdf", "one", "two")
    _add(trials, "b.pdf", "three")
    assert [(each.name, each.outcomes) for each in trials.all()] == [
        ("b.pdf", ({"text": "three"},)),
        ("a.pdf", ({"text": "one"}, {"text": "two"})),
    ]


def test_a_trial_without_an_outcome_is_none(trials: Trials) -> None:
    _add(trials, "a.pdf")
    assert trials.all() == ()


def test_the_newest_outcome_of_a_file_is_found_by_hash_or_place(trials: Trials) -> None:
    _add(trials, "a.pdf", "old")
    newest = _add(trials, "b.pdf", "new")
    moved = ModelFile("/elsewhere/b.gguf", 100, "abc")
    unread = ModelFile("/models/a.gguf", 100)
    for file in (FILE, moved, unread):
        found = trials.newest_of(file, "done")
        assert found is not None
        assert (found.id, found.outcomes) == (newest, ({"text": "new"},))
    assert trials.newest_of(ModelFile("/models/a.gguf", 100, "other"), "done") is None
    assert trials.newest_of(FILE, "failed") is None


def test_deleting_takes_the_words_out_of_the_file(
    path: Path, key: DataKey, clock: HandClock
) -> None:
    with Database.open(path, key) as database:
        trials = Trials(database, clock)
        number = _add(trials, "a.pdf", SECRET)
        trials.delete(number)
        assert trials.all() == ()
        rows = database.rows("SELECT count(*) FROM trial_outcomes")
    assert rows == [(0,)]
    assert SECRET.encode() not in path.read_bytes()
