"""A restored backup: checked first, in its place by one rename, and what was there kept aside."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_slm.errors import (
    BackupLocked,
    BackupUnreadable,
    DatabaseNewer,
    DataInUse,
    OutputUnwritable,
    WrongCode,
    WrongKey,
)
from desktop_slm.storage.backups import restoring
from desktop_slm.storage.backups.backups import BackupKind, Backups
from desktop_slm.storage.backups.portable import read_portable, write_portable
from desktop_slm.storage.backups.restoring import Ready, prepare, prepare_with_key, put_in_place
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.connections import StoredConnections
from desktop_slm.storage.database import Database, connect
from desktop_slm.storage.keys import recovery_code
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.schema import CONNECTIONS, STEPS
from tests.fakes.storage_child import spawn
from tests.unit.storage.conftest import HandClock
from tests.unit.storage.folders import contents
from tests.unit.storage.home import WORDS, Home


def titles(path: Path, key: DataKey, clock: HandClock) -> list[str]:
    with Database.open(path, key) as database:
        return [chat.title for chat in Conversations(database, clock).recent()]


@pytest.fixture
def backup(path: Path, key: DataKey, clock: HandClock) -> Path:
    """A backup from before the second chat was made."""
    with Database.open(path, key) as database:
        Conversations(database, clock).create("first")
        made = Backups(path).make(database, clock())
        clock.move(minutes=1)
        Conversations(database, clock).create("second")
    return made.path


def test_a_restored_backup_is_what_was_there_then_and_the_rest_is_kept(
    path: Path, key: DataKey, backup: Path, clock: HandClock
) -> None:
    with Database.open(path, key) as database:
        ready = prepare(backup, database)
        assert len(Conversations(database, clock).recent()) == 2  # nothing is changed yet
    aside = put_in_place(ready, path, clock())
    assert titles(path, key, clock) == ["first"]
    assert aside and titles(aside, key, clock) == ["second", "first"]
    kinds = {each.path: each.kind for each in Backups(path).all()}
    assert kinds == {aside: BackupKind.ASIDE, backup: BackupKind.DAILY}


@pytest.mark.parametrize("taken", [len(STEPS), STEPS.index(CONNECTIONS)])
def test_connections_made_since_the_backup_stay_on_the_record(
    path: Path, key: DataKey, clock: HandClock, taken: int
) -> None:
    with Database.open(path, key, steps=STEPS[:taken]) as database:
        if taken == len(STEPS):
            StoredConnections(database).add([(clock(), "before.example", "search", 1)])
        backup = Backups(path).make(database, clock())
    with Database.open(path, key) as database:
        if taken != len(STEPS):
            StoredConnections(database).add([(clock(), "before.example", "search", 1)])
        clock.move(minutes=1)
        StoredConnections(database).add([(clock(), "since.example", "search", 2)] * 2)
        ready = prepare(backup.path, database)
    put_in_place(ready, path, clock())
    with Database.open(path, key) as database:
        hosts = [row[1] for row in StoredConnections(database).latest(9)]
    assert hosts == ["since.example", "since.example", "before.example"]


def test_a_damaged_database_is_replaced_without_being_opened(
    path: Path, key: DataKey, backup: Path, clock: HandClock
) -> None:
    damaged = path.read_bytes()[:5_000] + bytes(500) + path.read_bytes()[5_500:]
    path.write_bytes(damaged)
    path.with_name("x.db-wal").write_bytes(b"what had not come into the file yet")
    aside = put_in_place(prepare_with_key(backup, path, key), path, clock())
    assert titles(path, key, clock) == ["first"]
    assert aside and aside.read_bytes() == damaged
    wal = aside.with_name(aside.name + "-wal")
    assert wal.read_bytes() == b"what had not come into the file yet"


def test_a_database_that_is_gone_comes_back(
    path: Path, key: DataKey, backup: Path, clock: HandClock
) -> None:
    path.unlink()
    assert put_in_place(prepare_with_key(backup, path, key), path, clock()) is None
    assert titles(path, key, clock) == ["first"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: b"no database at all, only words" * 900,
        lambda data: data[:16] + bytes(len(data) - 16),
        lambda data: data[: len(data) // 2],
        lambda data: data[:-3_000] + bytes([data[-3_000] ^ 1]) + data[-2_999:],
        lambda data: b"PK\x03\x04" + data,
    ],
    ids=["empty", "other", "blank", "half", "one bit", "no ZIP"],
)
def test_what_is_no_whole_backup_changes_nothing(
    path: Path, key: DataKey, backup: Path, spoil: object
) -> None:
    assert callable(spoil)
    bad = backup.parent.parent.parent / "bad"
    bad.write_bytes(spoil(backup.read_bytes()))
    before = contents(path.parent)
    with pytest.raises((BackupUnreadable, BackupLocked)):
        prepare_with_key(bad, path, key)
    assert contents(path.parent) == before


def test_a_backup_of_a_newer_version_is_refused(path: Path, key: DataKey, backup: Path) -> None:
    connection = connect(backup, key)
    connection.pragma("user_version", 99)
    connection.close()
    with pytest.raises(DatabaseNewer):
        prepare_with_key(backup, path, key)


def test_nothing_is_replaced_while_another_process_has_it_open(
    path: Path, key: DataKey, backup: Path, clock: HandClock
) -> None:
    ready = prepare_with_key(backup, path, key)
    with spawn("stream", path, key) as child:
        assert child.stdout and child.stdout.readline()
        before = path.read_bytes()
        with pytest.raises(DataInUse):
            put_in_place(ready, path, clock())
        assert path.read_bytes() == before


KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from desktop_slm.storage.backups import restoring
from desktop_slm.storage.backups.restoring import Ready, put_in_place
path, step, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
module, name = (os, step) if hasattr(os, step) else (restoring, step)
real = getattr(module, name)
seen = 0
def die(*given, **named):
    global seen
    seen += 1
    if seen == count:
        os._exit(9)
    return real(*given, **named)
setattr(module, name, die)
put_in_place(Ready(path.with_name(path.name + ".restored")), path, datetime.now(UTC))
"""


@pytest.mark.parametrize(
    ("step", "count", "after"),
    [
        ("link", 1, "old"),
        ("sync_folder", 1, "old"),
        ("sync_folder", 2, "old"),
        ("replace", 1, "old"),
        ("sync_folder", 3, "new"),
    ],
)
def test_a_kill_at_any_step_leaves_the_old_or_the_new_whole(
    path: Path, key: DataKey, backup: Path, clock: HandClock, step: str, count: int, after: str
) -> None:
    prepare_with_key(backup, path, key)
    words = [str(path), step, str(count)]
    died = subprocess.run([sys.executable, "-c", KILLED, *words], check=False)
    assert died.returncode == 9
    assert titles(path, key, clock) == (["second", "first"] if after == "old" else ["first"])


# One file to take elsewhere


@pytest.fixture
def elsewhere(tmp_path: Path) -> Home:
    return Home(tmp_path / "other computer")


@pytest.mark.parametrize("way", ["code", "passphrase"])
def test_a_backup_goes_to_another_computer_and_lies_under_that_one_s_key(
    home: Home, elsewhere: Home, tmp_path: Path, clock: HandClock, way: str
) -> None:
    home.start("keyring")
    code = recovery_code.draw()
    with home.keys.unlock() as key:
        home.keys.set_code(key, code)
        home.keys.protect(key, WORDS, at_start=False)
        with Database.open(home.database, key) as database:
            made = write_portable(database, home.record, tmp_path / "to go")
    assert made.can_travel
    assert b"kept" not in made.path.read_bytes()
    elsewhere.start("keyring")
    with elsewhere.keys.unlock() as own:
        with pytest.raises(BackupLocked):
            prepare_with_key(made.path, elsewhere.database, own)
        with pytest.raises(WrongKey):
            prepare_with_key(made.path, elsewhere.database, own, "not these words")
        with pytest.raises(WrongCode):
            prepare_with_key(made.path, elsewhere.database, own, recovery_code.draw())
        words = code.lower().replace("-", " ") if way == "code" else WORDS
        with Database.open(elsewhere.database, own) as database:
            Conversations(database, clock).create("of the other computer")
            ready = prepare(made.path, database, words)
        put_in_place(ready, elsewhere.database, clock())
    assert elsewhere.titles() == ["kept"]
    assert len(elsewhere.keyring.secrets) == 1
    assert not list(elsewhere.folder.glob("*.part"))


def test_where_it_was_made_it_opens_without_words(
    home: Home, tmp_path: Path, clock: HandClock
) -> None:
    home.start("keyring")
    with home.keys.unlock() as key, Database.open(home.database, key) as database:
        made = write_portable(database, home.record, tmp_path / "to go")
        assert not made.can_travel
        Conversations(database, clock).create("later")
        ready = prepare(made.path, database)
    put_in_place(ready, home.database, clock())
    assert home.titles() == ["kept"]


def test_a_file_that_cannot_be_written_is_said_and_what_was_there_stays(
    home: Home, tmp_path: Path
) -> None:
    home.start("keyring")
    with home.keys.unlock() as key, Database.open(home.database, key) as database:
        with pytest.raises(OutputUnwritable):
            write_portable(database, home.record, tmp_path / "no folder" / "to go")
        old = write_portable(database, home.record, tmp_path / "to go").path.read_bytes()
    assert read_portable(tmp_path / "to go").path.read_bytes() == old
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "to go"]
    assert not list((home.folder / "backups").glob("*"))


def test_a_prepared_file_can_be_given_up(path: Path, key: DataKey, backup: Path) -> None:
    ready: Ready = prepare_with_key(backup, path, key)
    restoring.discard(ready)
    assert not ready.path.exists()
