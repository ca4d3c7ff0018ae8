"""P6: a file that was changed is refused or read as it was, and never read as something else."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_slm.errors import DesktopSlmError
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.database import Database
from desktop_slm.storage.keys.data_key import DataKey
from tests.counts import count, seed

FLIPS = count("flips", 20)


def now() -> datetime:
    return datetime(2026, 11, 21, tzinfo=UTC)


def filled(path: Path, key: DataKey, word: str) -> list[str]:
    """Makes a database and returns the texts in it."""
    path.parent.mkdir(parents=True)
    path.touch(mode=0o600)
    with Database.open(path, key) as database:
        conversations = Conversations(database, now)
        for number in range(12):
            turn = conversations.begin_chat(f"{word} {number}")
            conversations.finish_answer(turn.answer.id, MessageState.COMPLETE, text=word * 900)
    return texts(path, key)


def texts(path: Path, key: DataKey) -> list[str]:
    """Opens a database, checks it and reads all of it."""
    with Database.open(path, key) as database:
        database.check()
        return [str(text) for (text,) in database.rows("SELECT text FROM messages ORDER BY id")]


def changed(data: bytes, chance: random.Random) -> bytes:
    """Returns the file with a bit flipped, or cut off."""
    broken = bytearray(data)
    if chance.random() < 0.15:
        return bytes(broken[: chance.randrange(1, len(broken))])
    broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
    return bytes(broken)


def test_a_changed_file_is_refused_or_read_right(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(seed(6))
    key = DataKey.new()
    home = tmp_path / "home"
    expected = filled(home / "x.db", key, "zebra")
    good = (home / "x.db").read_bytes()
    refused = 0
    for number in range(FLIPS):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "x.db").write_bytes(changed(good, chance))
        before = (folder / "x.db").read_bytes()
        try:
            assert texts(folder / "x.db", key) == expected
        except DesktopSlmError:
            refused += 1
            assert (folder / "x.db").read_bytes() == before
        shutil.rmtree(folder)
    # A bit in a page that holds nothing, or in the counters of SQLite, changes nothing.
    assert refused > FLIPS * 0.9
    record_property("changed files", FLIPS)
    record_property("refused", refused)
    record_property("wrong texts", 0)


@pytest.mark.parametrize("is_same_key", [True, False])
def test_the_log_of_another_database_is_not_taken_in(tmp_path: Path, is_same_key: bool) -> None:
    key = DataKey.new()
    expected = filled(tmp_path / "a" / "x.db", key, "zebra")
    other = key if is_same_key else DataKey.new()
    filled(tmp_path / "b" / "x.db", other, "ibex")
    with Database.open(tmp_path / "b" / "x.db", other) as database:
        Conversations(database, now).begin_chat("in the log")
        log = (tmp_path / "b" / "x.db-wal").read_bytes()
    assert log
    (tmp_path / "a" / "x.db-wal").write_bytes(log)
    try:
        assert texts(tmp_path / "a" / "x.db", key) == expected
    except DesktopSlmError:
        (tmp_path / "a" / "x.db-wal").unlink()
        assert texts(tmp_path / "a" / "x.db", key) == expected
