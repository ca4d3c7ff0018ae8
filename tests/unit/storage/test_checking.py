"""What `check` finds: damage in the database and the newest backup, rows that belong to none."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm.storage.backups.backups import Backups
from desktop_slm.storage.backups.checking import Part, check
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.database import Database
from desktop_slm.storage.keys.data_key import DataKey
from tests.unit.storage.conftest import HandClock


@pytest.fixture
def backups(path: Path) -> Backups:
    return Backups(path)


def test_a_sound_database_gives_no_finding(
    database: Database, conversations: Conversations, backups: Backups, clock: HandClock
) -> None:
    conversations.begin_chat("a question")
    made = backups.make(database, clock())
    checked = check(database, backups)
    assert (checked.findings, checked.backup, checked.backups) == ((), made, 1)
    assert checked.is_sound


def test_it_changes_nothing(
    database: Database, conversations: Conversations, backups: Backups, path: Path
) -> None:
    conversations.create("x")
    before = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    check(database, backups)
    after = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    # The -shm file holds the marks of readers, and is made anew at each start.
    assert {k: v for k, v in after.items() if not k.endswith("-shm")} == {
        k: v for k, v in before.items() if not k.endswith("-shm")
    }


def test_a_page_that_was_changed_is_found(
    path: Path, key: DataKey, backups: Backups, clock: HandClock
) -> None:
    with Database.open(path, key) as database:
        conversations = Conversations(database, clock)
        for number in range(60):
            conversations.begin_chat(f"{number} " * 300)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with Database.open(path, key) as database:
        checked = check(database, backups)
    assert not checked.is_sound
    assert {finding.part for finding in checked.findings} == {Part.DATABASE}


def test_a_damaged_newest_backup_is_found(
    database: Database, backups: Backups, clock: HandClock
) -> None:
    made = backups.make(database, clock())
    data = bytearray(made.path.read_bytes())
    data[-3_000] ^= 1
    made.path.write_bytes(data)
    checked = check(database, backups)
    assert [finding.part for finding in checked.findings] == [Part.BACKUP]
    assert not checked.is_sound


def test_a_broken_reference_is_found(
    database: Database, conversations: Conversations, backups: Backups
) -> None:
    turn = conversations.begin_chat("x")
    database._connection.pragma("foreign_keys", "OFF")
    database.execute("DELETE FROM chats WHERE id = ?", (turn.user.chat_id,))
    parts = {finding.part for finding in check(database, backups).findings}
    assert parts == {Part.REFERENCES}


def test_a_damaged_search_index_is_found(
    database: Database, conversations: Conversations, backups: Backups
) -> None:
    for number in range(30):
        conversations.create(f"word{number}")
    database.execute("DELETE FROM search_chats_data WHERE id > 10")
    checked = check(database, backups)
    assert {finding.part for finding in checked.findings} == {Part.SEARCH}


def test_rows_and_files_that_belong_to_nothing_are_told_as_harmless(
    database: Database, backups: Backups
) -> None:
    database.execute(
        "INSERT INTO steps (key, text, prompt_tokens, new_tokens) VALUES ('k', 't', 1, 1)"
    )
    backups.folder.mkdir()
    (backups.folder / "daily-20260101-000000-000000.db.part").write_bytes(b"half")
    checked = check(database, backups)
    assert [finding.part for finding in checked.findings] == [Part.ORPHANS, Part.FILES]
    assert checked.is_sound
