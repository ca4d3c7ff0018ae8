from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import apsw
import pytest

from desktop_slm.errors import DatabaseDamaged, DatabaseNewer, FolderUnwritable, Invariant
from desktop_slm.storage.backups import copies
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.connections import StoredConnections
from desktop_slm.storage.database import Database
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.questions import Questions
from desktop_slm.storage.schema import STEPS
from desktop_slm.storage.times import utc_now
from tests.unit.storage.folders import contents

STARS = "ALTER TABLE chats ADD COLUMN starred INTEGER NOT NULL DEFAULT 0"
NOTES = "CREATE TABLE notes (a TEXT)"
KNOWN = len(STEPS)


@pytest.fixture
def written(path: Path, key: DataKey) -> Path:
    with Database.open(path, key) as database:
        Conversations(database, utc_now).create("from before")
    return path


def titles(database: Database) -> list[str]:
    return [chat.title for chat in Conversations(database, utc_now).recent()]


def version(database: Database) -> object:
    return database.rows("PRAGMA user_version")[0][0]


def backups(path: Path) -> list[Path]:
    return sorted((path.parent / "backups").glob("*"))


def test_a_new_database_takes_all_steps_and_needs_no_backup(path: Path, key: DataKey) -> None:
    with Database.open(path, key, steps=(*STEPS, STARS)) as database:
        assert version(database) == KNOWN + 1
        assert database.rows("SELECT starred FROM chats") == []
    assert backups(path) == []


def test_missing_steps_are_taken_and_the_data_stays(written: Path, key: DataKey) -> None:
    with Database.open(written, key, steps=(*STEPS, STARS, NOTES)) as database:
        assert version(database) == KNOWN + 2
        assert database.rows("SELECT title, starred FROM chats") == [("from before", 0)]


def test_the_backup_opens_with_the_same_key_and_holds_the_old_state(
    written: Path, key: DataKey
) -> None:
    Database.open(written, key, steps=(*STEPS, STARS, NOTES)).close()
    [backup] = backups(written)
    assert backup.name.startswith(f"schema-{KNOWN}-")
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert b"from before" not in backup.read_bytes()
    with Database.open(backup, key) as database:
        assert (version(database), titles(database)) == (KNOWN, ["from before"])


def test_a_second_start_makes_no_second_backup(written: Path, key: DataKey) -> None:
    for _ in range(2):
        Database.open(written, key, steps=(*STEPS, STARS)).close()
    assert len(backups(written)) == 1


def test_a_step_that_another_process_took_meanwhile_is_not_taken_twice(
    written: Path, key: DataKey
) -> None:
    class Overtaken(tuple[str, ...]):
        """Lets another opening take the steps first, between our look and our turn."""

        def __getitem__(self, part: Any) -> Any:
            Database.open(written, key, steps=tuple(self)).close()
            return super().__getitem__(part)

    with Database.open(written, key, steps=Overtaken((*STEPS, STARS))) as database:
        assert (version(database), titles(database)) == (KNOWN + 1, ["from before"])


def test_a_failing_step_leaves_the_database_at_the_step_before(written: Path, key: DataKey) -> None:
    broken = "CREATE TABLE half (a TEXT); INSERT INTO half VALUES ('x'); INSERT INTO nowhere"
    with pytest.raises(Invariant):
        Database.open(written, key, steps=(*STEPS, STARS, broken))
    with Database.open(written, key, steps=(*STEPS, STARS)) as database:
        assert (version(database), titles(database)) == (KNOWN + 1, ["from before"])
        assert database.row("SELECT 1 FROM sqlite_schema WHERE name = 'half'") is None


def test_without_a_backup_nothing_is_migrated(written: Path, key: DataKey) -> None:
    (written.parent / "backups").write_text("a file where the folder should be")
    before = contents(written.parent)
    with pytest.raises(FolderUnwritable):
        Database.open(written, key, steps=(*STEPS, STARS))
    after = contents(written.parent)
    assert {name: after[name] for name in before} == before


def test_a_damaged_copy_stops_the_migration(
    written: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = copies.check_copy

    def damage_and_check(connection: apsw.Connection, copy: Path, at_least: int) -> None:
        data = bytearray(copy.read_bytes())
        data[-2_000] ^= 1
        copy.write_bytes(data)
        check(connection, copy, at_least)

    monkeypatch.setattr(copies, "check_copy", damage_and_check)
    with pytest.raises(DatabaseDamaged):
        Database.open(written, key, steps=(*STEPS, STARS))
    assert backups(written) == []
    with Database.open(written, key) as database:
        assert (version(database), titles(database)) == (KNOWN, ["from before"])


def test_an_older_version_refuses_what_a_newer_one_made(written: Path, key: DataKey) -> None:
    Database.open(written, key, steps=(*STEPS, STARS)).close()
    before = contents(written.parent)
    with pytest.raises(DatabaseNewer) as caught:
        Database.open(written, key)
    assert caught.value.fields == {"found": KNOWN + 1, "known": KNOWN}
    assert contents(written.parent) == before


def test_questions_come_to_a_database_of_the_first_release(path: Path, key: DataKey) -> None:
    with Database.open(path, key, steps=STEPS[:1]) as database:
        database.execute("INSERT INTO chats (title, created, changed) VALUES ('from before', 1, 1)")
    with Database.open(path, key) as database:
        assert (version(database), titles(database)) == (KNOWN, ["from before"])
        Questions(database, utc_now).begin("Who pays?", "model", {}, ())
    [backup] = backups(path)
    assert backup.name.startswith("schema-1-")


@pytest.mark.parametrize("taken", range(1, KNOWN))
def test_data_of_every_earlier_schema_gets_the_record_of_connections(
    path: Path, key: DataKey, taken: int
) -> None:
    with Database.open(path, key, steps=STEPS[:taken]) as database:
        database.execute("INSERT INTO chats (title, created, changed) VALUES ('from before', 1, 1)")
    with Database.open(path, key) as database:
        assert (version(database), titles(database)) == (KNOWN, ["from before"])
        made = (utc_now(), "huggingface.co", "search", 1)
        StoredConnections(database).add([made])
        assert StoredConnections(database).latest(9) == [made]
    [backup] = backups(path)
    assert backup.name.startswith(f"schema-{taken}-")
