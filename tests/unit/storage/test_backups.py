"""Backups: one a day, whole or not there, kept by count, under the database's own key."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path
from typing import Any

import apsw
import pytest

from desktop_slm.errors import DatabaseDamaged, DatabaseFailed, DiskFull, NoRoomForBackup
from desktop_slm.storage.backups import copies
from desktop_slm.storage.backups.backups import KEPT_DAYS, Backup, BackupKind, Backups
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.database import Database
from desktop_slm.storage.keys.data_key import DataKey
from tests.unit.storage.conftest import HandClock


@pytest.fixture
def backups(path: Path) -> Backups:
    return Backups(path)


def titles(path: Path, key: DataKey, clock: HandClock) -> list[str]:
    with Database.open(path, key) as database:
        return [chat.title for chat in Conversations(database, clock).recent()]


def test_a_backup_holds_all_and_opens_with_the_same_key_alone(
    database: Database,
    conversations: Conversations,
    backups: Backups,
    key: DataKey,
    clock: HandClock,
) -> None:
    conversations.create("planted word")
    made = backups.make(database, clock())
    assert (made.kind, made.made) == (BackupKind.DAILY, clock())
    assert b"planted" not in made.path.read_bytes()
    if os.name == "posix":
        assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    copy = made.path.parent.parent / "elsewhere"
    copy.mkdir()
    (copy / "x.db").write_bytes(made.path.read_bytes())
    assert titles(copy / "x.db", key, clock) == ["planted word"]


def test_one_a_day_is_due(database: Database, backups: Backups, clock: HandClock) -> None:
    assert backups.is_due(clock())
    backups.make(database, clock())
    assert not backups.is_due(clock())
    clock.move(days=1)
    assert backups.is_due(clock())


def test_of_one_day_the_newest_stays_and_of_days_the_last_seven(
    database: Database, backups: Backups, clock: HandClock
) -> None:
    made: list[datetime] = []
    for _ in range(KEPT_DAYS + 3):
        for _ in range(2):
            clock.move(minutes=5)
            backups.make(database, clock())
        made.append(clock())
        clock.move(days=1)
    assert [backup.made for backup in backups.all()] == made[: -KEPT_DAYS - 1 : -1]


def test_other_kinds_of_backup_are_not_counted_among_the_days(
    database: Database, backups: Backups, clock: HandClock
) -> None:
    first = backups.make(database, clock())
    aside = backups.folder / backups.name(BackupKind.ASIDE, clock())
    aside.write_bytes(first.path.read_bytes())
    for _ in range(KEPT_DAYS + 1):
        clock.move(days=1)
        backups.make(database, clock())
    kinds = [backup.kind for backup in backups.all()]
    assert kinds == [BackupKind.DAILY] * KEPT_DAYS + [BackupKind.ASIDE]


def test_a_copy_that_is_not_sound_never_gets_a_name_and_costs_no_older_one(
    database: Database, backups: Backups, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = backups.make(database, clock())
    check = copies.check_copy

    def damage_and_check(connection: apsw.Connection, copy: Path, at_least: int) -> None:
        with open(copy, "r+b") as file:
            file.seek(9_000)
            byte = file.read(1)
            file.seek(9_000)
            file.write(bytes([byte[0] ^ 1]))
        check(connection, copy, at_least)

    monkeypatch.setattr(copies, "check_copy", damage_and_check)
    clock.move(hours=1)
    with pytest.raises(DatabaseDamaged):
        backups.make(database, clock())
    assert [entry.name for entry in backups.folder.iterdir()] == [old.path.name]


def test_no_backup_is_begun_where_it_would_fill_the_disk(
    database: Database, backups: Backups, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = backups.make(database, clock())
    usage = type("Usage", (), {"free": 1 << 20})
    monkeypatch.setattr("shutil.disk_usage", lambda folder: usage)
    with pytest.raises(NoRoomForBackup) as caught:
        backups.make(database, clock())
    assert caught.value.fields["needed_mb"] == 64
    assert backups.all() == (old,)


def test_a_disk_that_fills_meanwhile_leaves_no_half_of_one(
    database: Database, backups: Backups, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(connection: apsw.Connection, copy: Path, at_least: int) -> None:
        raise apsw.FullError

    monkeypatch.setattr(copies, "check_copy", full)
    with pytest.raises(DiskFull):
        backups.make(database, clock())
    assert backups.all() == ()
    assert list(backups.folder.iterdir()) == []


def test_what_a_killed_backup_has_left_is_cleared_by_the_next(
    database: Database, backups: Backups, clock: HandClock
) -> None:
    backups.folder.mkdir()
    (backups.folder / "daily-20260101-000000-000000.db.part").write_bytes(b"half")
    made = backups.make(database, clock())
    assert [path.name for path in backups.folder.iterdir()] == [made.path.name]


def test_writing_goes_on_while_a_backup_is_read(
    database: Database, conversations: Conversations, clock: HandClock
) -> None:
    with database.beside() as connection:
        connection.execute("BEGIN")
        assert connection.execute("SELECT count(*) FROM chats").fetchone() == (0,)
        conversations.create("written meanwhile")
        assert connection.execute("SELECT count(*) FROM chats").fetchone() == (0,)
        connection.execute("COMMIT")
    assert len(conversations.recent()) == 1


def test_closing_interrupts_a_backup(path: Path, key: DataKey) -> None:
    database = Database.open(path, key)
    failures: list[Exception] = []
    under_way = threading.Event()

    def step(*numbers: Any) -> Any:
        under_way.set()
        return numbers[0] + 1

    def read_for_ever() -> None:
        try:
            with database.beside() as connection:
                connection.create_scalar_function("step", step, 1)
                connection.execute(
                    "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT step(i) FROM n)"
                    " SELECT max(i) FROM n"
                ).fetchall()
        except DatabaseFailed as error:
            failures.append(error)

    reader = threading.Thread(target=read_for_ever)
    reader.start()
    assert under_way.wait(10)
    database.close()
    reader.join(10)
    assert len(failures) == 1


def test_a_file_that_is_no_backup_is_not_listed(backups: Backups) -> None:
    backups.folder.mkdir()
    for name in ("daily-20260101.db", "notes.txt", "daily-20269901-000000-000000.db"):
        (backups.folder / name).write_bytes(b"x")
    assert backups.all() == ()


def test_removing_one_leaves_the_others(
    database: Database, backups: Backups, clock: HandClock
) -> None:
    first = backups.make(database, clock())
    clock.move(days=1)
    second = backups.make(database, clock())
    backups.remove(first)
    assert backups.all() == (second,)


KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from desktop_slm.storage.backups import copies
from desktop_slm.storage.backups.backups import Backups
from desktop_slm.storage.keys.data_key import DataKey, parse_hex
from desktop_slm.storage.database import Database
path, secret, identity, step = sys.argv[1:]
key = DataKey(parse_hex(secret), bytes.fromhex(identity), is_verified=True)
database = Database.open(Path(path), key)
def die(*_given): os._exit(9)
setattr(copies, step, die)
Backups(Path(path)).make(database, datetime.now(UTC))
"""


@pytest.mark.parametrize("step", ["check_copy", "put_in_place", "sync_file", "sync_folder"])
def test_a_kill_at_any_step_leaves_a_whole_backup_or_none(
    path: Path, key: DataKey, clock: HandClock, step: str
) -> None:
    with Database.open(path, key) as database:
        Conversations(database, clock).create("kept")
    words = [str(path), key.as_hex(), key.database_id.hex(), step]
    died = subprocess.run([sys.executable, "-c", KILLED, *words], check=False)
    assert died.returncode == 9
    found = Backups(path).all()
    assert len(found) == (1 if step == "sync_folder" else 0)
    assert [titles(backup.path, key, clock) for backup in found] == [["kept"]] * len(found)
    with Database.open(path, key) as database:
        made: Backup = Backups(path).make(database, clock())
        assert database.rows("SELECT title FROM chats") == [("kept",)]
    assert not list(made.path.parent.glob("*.part"))
