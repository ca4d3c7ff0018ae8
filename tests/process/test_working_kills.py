"""A process killed while it backs up, imports, migrates or changes the passphrase."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_slm.errors import WrongKey
from desktop_slm.storage.backups.backups import Backups
from desktop_slm.storage.database import Database
from tests.counts import count, seed
from tests.fakes import working_child
from tests.fakes.working_child import MESSAGES, TEXT, data_in, keys_in

KILLS = count("kills", 4)


def kill_at_some_moment(verb: str, folder: Path, chance: random.Random) -> list[str]:
    """Starts the work and kills it; returns what it was told is done."""
    with working_child.spawn(verb, folder) as child:
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0, 0.25))
        child.kill()
        lines = child.stdout.read().split("\n")
    return lines[:-1]  # the last was cut off by the kill, or is empty


def check_first_chats(database: Database) -> None:
    database.check()
    kept = [text for (text,) in database.rows("SELECT text FROM messages ORDER BY id LIMIT 60")]
    assert kept == [text for n in range(30) for text in (f"kept {n}", TEXT)]


def check_backups(folder: Path, told: list[str]) -> None:
    with working_child.unlock(folder) as key:
        found = Backups(data_in(folder)).all()
        assert not told or found
        for backup in found:
            with Database.open(backup.path, key) as opened:
                check_first_chats(opened)
        with Database.open(data_in(folder), key) as database:
            check_first_chats(database)


def check_imported(folder: Path, told: list[str]) -> None:
    with working_child.unlock(folder) as key, Database.open(data_in(folder), key) as database:
        check_first_chats(database)
        sizes: dict[str, int] = dict(
            database.rows(
                "SELECT title, (SELECT count(*) FROM messages WHERE chat_id = chats.id) FROM chats"
                " WHERE title LIKE 'chat %'"
            )
        )
    assert set(told) <= set(sizes)
    assert set(sizes.values()) <= {MESSAGES}  # whole, or not there


def check_migrated(folder: Path, told: list[str]) -> None:
    """It is at one of the versions, whole: at the last that was acknowledged, or after it."""
    with working_child.unlock(folder) as key:
        reached = working_child.reached(folder, key)
        steps = working_child.later_steps(reached)
        assert reached >= int(told[-1] if told else 0)
        with Database.open(data_in(folder), key, steps=steps) as database:
            check_first_chats(database)
            tables = {name for (name,) in database.rows("SELECT name FROM sqlite_master")}
    assert {name for name in tables if name.startswith("later")} == {
        f"later{number}" for number in range(reached)
    }


def check_passphrase(folder: Path, told: list[str]) -> None:
    """The last that was acknowledged opens, or the one that was under way; never both or none."""
    opens = []
    for passphrase in ("0", "1"):
        try:
            keys_in(folder).unlock(passphrase=passphrase).wipe()
            opens.append(passphrase)
        except WrongKey:
            pass
    assert len(opens) == 1
    with working_child.unlock(folder) as key, Database.open(data_in(folder), key) as database:
        check_first_chats(database)


CHECKS: dict[str, Callable[[Path, list[str]], None]] = {
    "back up": check_backups,
    "import": check_imported,
    "migrate": check_migrated,
    "change passphrase": check_passphrase,
}


@pytest.mark.parametrize("verb", CHECKS)
def test_a_kill_at_any_moment_loses_nothing(
    tmp_path: Path, verb: str, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(seed(1) * 10 + list(CHECKS).index(verb))
    done = 0
    for number in range(KILLS):
        folder = tmp_path / str(number // 10)  # ten kills of the same data
        if not folder.exists():
            folder.mkdir()
            working_child.begin(folder)
        told = kill_at_some_moment(verb, folder, chance)
        CHECKS[verb](folder, told)
        done += len(told)
    assert done, "it was killed before it had done anything"
    record_property("kills", KILLS)
    record_property(f"done before the kills ({verb})", done)
    record_property("lost", 0)
