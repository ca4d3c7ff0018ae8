"""A failing or full disk, at every write and sync of a short session: nothing kept is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop_slm.errors import DatabaseDamaged, DatabaseFailed, DiskFull, StorageError
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.database import Database
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.schema import STEPS
from tests.counts import count
from tests.fakes.faulty_vfs import ENCRYPTED_NAME, FaultyVfs, full, io_error, torn

LONG = "a longer answer, of several pages in the file " * 300
TURNS = count("turns", 3)
LATER_STEPS = (*STEPS, "CREATE TABLE later (a TEXT); INSERT INTO later VALUES ('x')")


def now() -> datetime:
    return datetime(2026, 11, 21, tzinfo=UTC)


@pytest.fixture(scope="module")
def vfs() -> Iterator[FaultyVfs]:
    vfs = FaultyVfs()
    yield vfs
    vfs.unregister()


@dataclass
class Session:
    """What a short session was told is kept: message id and at least this text."""

    kept: dict[int, str] = field(default_factory=dict)

    def run(self, path: Path, key: DataKey, steps: tuple[str, ...] = STEPS) -> None:
        with Database.open(path, key, vfs=ENCRYPTED_NAME, steps=steps) as database:
            conversations = Conversations(database, now)
            for number in range(TURNS):
                self.talk(conversations, f"question {number}")
            doomed = conversations.begin_chat("delete me")
            conversations.delete(doomed.user.chat_id)
            conversations.purge_deleted(now())

    def talk(self, conversations: Conversations, question: str) -> None:
        turn = conversations.begin_chat(question)
        self.kept[turn.user.id] = question
        conversations.update_answer(turn.answer.id, LONG)
        self.kept[turn.answer.id] = LONG
        conversations.finish_answer(turn.answer.id, MessageState.COMPLETE, text=LONG + "end")
        self.kept[turn.answer.id] = LONG + "end"

    def assert_kept(self, path: Path, key: DataKey, steps: tuple[str, ...] = STEPS) -> None:
        with Database.open(path, key, steps=steps) as database:
            database.check()
            conversations = Conversations(database, now)
            for message_id, text in self.kept.items():
                assert conversations.message(message_id).text.startswith(text)


@pytest.mark.parametrize(
    ("fault", "times", "named"),
    [
        (io_error, 1, DatabaseFailed),
        (full, 1, DiskFull),
        (torn, 1, DatabaseFailed),
        (full, 10_000, DiskFull),
    ],
    ids=["error", "full", "torn", "full from then on"],
)
def test_a_fault_at_any_write_loses_nothing_that_was_kept(
    tmp_path: Path,
    key: DataKey,
    vfs: FaultyVfs,
    fault: Callable[[Any], None],
    times: int,
    named: type[StorageError],
) -> None:
    errors: list[type[StorageError]] = []
    for number in range(1, 300 * TURNS):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "x.db").touch()
        session = Session()
        vfs.break_at(number, fault, times=times)
        try:
            session.run(folder / "x.db", key)
        except StorageError as error:
            errors.append(type(error))
        is_over = vfs.count < number
        vfs.heal()
        session.assert_kept(folder / "x.db", key)
        shutil.rmtree(folder)
        if is_over:
            break
    assert 50 < number < 300 * TURNS - 1
    assert len(errors) > 30 and set(errors) == {named}


@pytest.mark.parametrize("fault", [io_error, full, torn])
def test_a_fault_at_any_write_of_a_migration_leaves_the_old_data(
    tmp_path: Path, key: DataKey, vfs: FaultyVfs, fault: Callable[[Any], None]
) -> None:
    template = tmp_path / "template"
    template.mkdir()
    (template / "x.db").touch()
    session = Session()
    vfs.heal()
    session.run(template / "x.db", key)
    for number in range(1, 200):
        folder = tmp_path / str(number)
        shutil.copytree(template, folder)
        vfs.break_at(number, fault)
        with suppress(StorageError):
            Database.open(folder / "x.db", key, vfs=ENCRYPTED_NAME, steps=LATER_STEPS).close()
        is_over = vfs.count < number
        vfs.heal()
        session.assert_kept(folder / "x.db", key, LATER_STEPS)
        assert not list(folder.rglob("*.part"))
        shutil.rmtree(folder)
        if is_over:
            break
    assert 10 < number < 199


def test_going_on_after_the_disk_has_room_again(path: Path, key: DataKey, vfs: FaultyVfs) -> None:
    vfs.heal()
    with Database.open(path, key, vfs=ENCRYPTED_NAME) as database:
        conversations = Conversations(database, now)
        vfs.break_at(1, full, times=10_000)
        with pytest.raises(DiskFull):
            conversations.begin_chat("too early")
        assert conversations.recent() == ()
        vfs.heal()
        conversations.begin_chat("again")
        assert [chat.id for chat in conversations.recent()] == [1]


def test_a_damaged_page_is_named_while_reading(path: Path, key: DataKey) -> None:
    session = Session()
    with Database.open(path, key) as database:
        conversations = Conversations(database, now)
        session.talk(conversations, "q")
    data = bytearray(path.read_bytes())
    for page in range(4, len(data) // 4_096):
        data[page * 4_096 + 50] ^= 1
    path.write_bytes(data)
    with pytest.raises(DatabaseDamaged), Database.open(path, key) as database:
        Conversations(database, now).message(2)
