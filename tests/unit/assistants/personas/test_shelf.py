"""The shelf: shipped and own assistants, changed, deleted and brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_slm.assistants.attachments import Attachment
from desktop_slm.assistants.personas import shipped
from desktop_slm.assistants.personas.assistant import Assistant, Example
from desktop_slm.assistants.personas.shelf import Shelf, copy_of
from desktop_slm.errors import AssistantGone
from desktop_slm.storage.database import Database
from desktop_slm.storage.library.assistants import OwnAssistants
from desktop_slm.storage.times import utc_now

MINE = Assistant(
    name="Mine",
    instructions="Be brief.",
    examples=(Example("a", "b"),),
    documents=(Attachment("list.txt", "one\ntwo", 1),),
    adapter="/somewhere/adapter.gguf",
)


@pytest.fixture
def shelf(database: Database) -> Shelf:
    return Shelf(OwnAssistants(database, utc_now))


def test_an_own_one_is_kept_with_all_that_it_has(shelf: Shelf) -> None:
    kept = shelf.add(MINE)
    assert shelf.find(kept.key) == kept == replace(MINE, key=kept.key)
    assert [each.key for each in shelf.all()] == [*shipped.KEYS, kept.key]


def test_a_copy_of_a_shipped_one_is_the_person_s(shelf: Shelf) -> None:
    copy = shelf.add(copy_of(shipped.in_language("writer"), "My writer"))
    shelf.change(replace(copy, instructions="Other."))
    assert [shelf.all()[1].name, shelf.all()[-1].instructions] == ["Writer", "Other."]


def test_a_deleted_one_is_gone_until_it_is_brought_back(shelf: Shelf) -> None:
    kept = shelf.add(MINE)
    shelf.delete(kept)
    assert shelf.find(kept.key) is None
    with pytest.raises(AssistantGone):
        shelf.change(kept)
    shelf.restore(kept)
    assert shelf.find(kept.key) == kept


def test_purging_erases_what_was_deleted_and_nothing_else(database: Database, shelf: Shelf) -> None:
    deleted, kept = shelf.add(MINE), shelf.add(replace(MINE, name="Kept"))
    shelf.delete(deleted)
    OwnAssistants(database, utc_now).purge_deleted(utc_now() + timedelta(seconds=1))
    shelf.restore(deleted)
    assert shelf.all()[len(shipped.KEYS) :] == (kept,)


@pytest.mark.parametrize(
    "key", ["", "own ", "own 99", "own -1", "own x", "../general", "own 9" * 9]
)
def test_a_key_that_means_nothing_finds_nothing(shelf: Shelf, key: str) -> None:
    assert shelf.find(key) is None


def test_a_row_of_a_later_version_is_left_out(database: Database, shelf: Shelf) -> None:
    OwnAssistants(database, utc_now).add({"form": 7, "name": "Later"})
    assert len(shelf.all()) == len(shipped.KEYS)


def test_german_is_shown_where_the_window_speaks_it(database: Database) -> None:
    shelf = Shelf(OwnAssistants(database, utc_now), "de")
    assert shelf.general.name == "Allgemein"
    assert shelf.find("minutes") == shipped.in_language("minutes", "de")
