"""The database under several real processes, some of which are killed."""

from __future__ import annotations

import random
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.database import Database
from desktop_slm.storage.instance import WindowInstance
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.times import utc_now
from tests.counts import count, seed
from tests.fakes.storage_child import spawn

KILLS = count("kills", 15)
Starter = Callable[[str], "subprocess.Popen[str]"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "x.db").touch(mode=0o600)
    return tmp_path / "x.db"


@pytest.fixture
def key() -> DataKey:
    return DataKey.new()


@pytest.fixture
def start(path: Path, key: DataKey) -> Iterator[Starter]:
    children: list[subprocess.Popen[str]] = []

    def begin(verb: str) -> subprocess.Popen[str]:
        children.append(spawn(verb, path, key))
        return children[-1]

    yield begin
    for child in children:
        child.kill()
        child.communicate()


def say(child: subprocess.Popen[str]) -> None:
    assert child.stdin
    child.stdin.write("\n")
    child.stdin.flush()


def hear(child: subprocess.Popen[str]) -> str:
    assert child.stdout
    return child.stdout.readline().strip()


def kill_while_writing(child: subprocess.Popen[str], after_s: float) -> dict[int, int]:
    """Kills the child at some moment after its first word; returns what it was told is kept."""
    lines = [hear(child)]
    time.sleep(after_s)
    child.kill()
    lines += child.communicate()[0].splitlines()
    kept: dict[int, int] = {}
    for line in lines:
        # A word that the kill cut off was never acknowledged.
        if len(line.split()) == 2:
            message_id, size = map(int, line.split())
            kept[message_id] = size
    return kept


def test_nothing_acknowledged_is_lost_when_the_writer_is_killed(
    path: Path, key: DataKey, start: Starter, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(seed(11))
    kept: dict[int, int] = {}
    for _ in range(KILLS):
        last = kill_while_writing(start("talk"), chance.uniform(0, 0.15))
        kept |= last
        with Database.open(path, key) as database:  # checks the file: the session did not end
            conversations = Conversations(database, utc_now)
            interrupted = conversations.mark_interrupted()
            assert interrupted <= 1
            for message_id in last:
                message = conversations.message(message_id)
                assert len(message.text) >= kept[message_id] or len(message.text) == 777
                assert message.state is not MessageState.STREAMING
    with Database.open(path, key) as database:
        sizes: dict[int, int] = dict(database.rows("SELECT id, length(text) FROM messages"))
    assert len(kept) > KILLS
    for message_id, size in kept.items():
        assert sizes[message_id] >= size or sizes[message_id] == 777
    record_property("kills", KILLS)
    record_property("acknowledged messages", len(kept))
    record_property("lost", 0)


def test_the_file_is_checked_after_a_kill(
    path: Path, key: DataKey, start: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks: list[object] = []
    monkeypatch.setattr(
        "desktop_slm.storage.database._check", lambda *arguments: checks.append(arguments)
    )
    child = start("stream")
    hear(child)
    Database.open(path, key).close()
    assert checks == []  # it has the file open, and lives
    child.kill()
    child.wait()
    Database.open(path, key).close()
    assert len(checks) == 1
    Database.open(path, key).close()
    assert len(checks) == 1


def test_only_the_answer_of_a_dead_process_is_marked_as_cut_off(
    path: Path, key: DataKey, start: Starter
) -> None:
    child = start("stream")
    answer_id = int(hear(child))
    with Database.open(path, key) as database:
        conversations = Conversations(database, utc_now)
        assert conversations.mark_interrupted() == 0
        say(child)
        assert hear(child) == "True"
        child.kill()
        child.wait()
        assert conversations.mark_interrupted() == 1
        answer = conversations.message(answer_id)
        assert (answer.text, answer.state) == ("a", MessageState.INTERRUPTED)


def test_two_processes_write_at_once_from_the_first_moment(
    path: Path, key: DataKey, start: Starter
) -> None:
    """Both find an empty file: one of them makes the tables."""
    children = [start("fill") for _ in range(3)]
    chat_ids = {int(hear(child)) for child in children}
    assert [child.wait(30) for child in children] == [0, 0, 0]
    with Database.open(path, key) as database:
        database.check()
        conversations = Conversations(database, utc_now)
        assert {chat.id for chat in conversations.recent()} == chat_ids
        expected = [str(number) for number in range(50) for _ in ("question", "answer")]
        for chat_id in chat_ids:
            assert [message.text for message in conversations.path(chat_id)] == expected


def test_a_second_window_is_told_of_the_first_until_that_one_dies(
    path: Path, start: Starter
) -> None:
    child = start("window")
    assert hear(child) == "True"
    instance = WindowInstance(path.parent)
    assert instance.is_taken() and not instance.take()
    child.kill()
    child.wait()
    assert instance.take()
    instance.release()
