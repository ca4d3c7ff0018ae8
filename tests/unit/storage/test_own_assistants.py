"""Own assistants and prompts: kept encrypted, and there after an update of an older file."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm.errors import PromptNameTaken
from desktop_slm.storage.database import Database
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.library.assistants import OwnAssistants
from desktop_slm.storage.library.prompts import OwnPrompts
from desktop_slm.storage.schema import STEPS
from desktop_slm.storage.times import utc_now
from tests.unit.storage.conftest import HandClock

_BEFORE = next(at for at, step in enumerate(STEPS) if "CREATE TABLE assistants" in step)


def test_they_come_to_a_database_of_before(path: Path, key: DataKey) -> None:
    Database.open(path, key, steps=STEPS[:_BEFORE]).close()
    with Database.open(path, key) as database:
        number = OwnAssistants(database, utc_now).add({"name": "Secret helper"})
        OwnPrompts(database, utc_now).add("secret", "Secret text")
    with Database.open(path, key) as database:
        stored = OwnAssistants(database, utc_now).find(number)
        assert stored is not None
        assert stored.body == {"name": "Secret helper"}
        assert [each.name for each in OwnPrompts(database, utc_now).all()] == ["secret"]
    assert b"Secret" not in path.read_bytes()


def test_what_was_deleted_is_purged_by_its_time(path: Path, key: DataKey, clock: HandClock) -> None:
    with Database.open(path, key) as database:
        assistants, prompts = OwnAssistants(database, clock), OwnPrompts(database, clock)
        old, new = assistants.add({"n": 1}), assistants.add({"n": 2})
        old_prompt = prompts.add("old", "x")
        assistants.delete(old)
        prompts.delete(old_prompt)
        clock.move(seconds=30)
        moment = clock.now
        clock.move(seconds=30)
        assistants.delete(new)
        assert (assistants.purge_deleted(moment), prompts.purge_deleted(moment)) == (1, 1)
        assistants.restore(new)
        assistants.restore(old)
        assert [each.id for each in assistants.all()] == [new]


def test_an_erased_id_is_never_used_again(path: Path, key: DataKey) -> None:
    with Database.open(path, key) as database:
        assistants = OwnAssistants(database, utc_now)
        erased = assistants.add({})
        assistants.delete(erased)
        assistants.purge_deleted(utc_now())
        assert assistants.add({}) > erased


def test_a_name_is_free_again_once_its_prompt_is_deleted(path: Path, key: DataKey) -> None:
    with Database.open(path, key) as database:
        prompts = OwnPrompts(database, utc_now)
        number = prompts.add("mine", "a")
        with pytest.raises(PromptNameTaken):
            prompts.add("mine", "b")
        prompts.delete(number)
        other = prompts.add("mine", "b")
        prompts.change(other, "mine", "c")
        assert [each.text for each in prompts.all()] == ["c"]
