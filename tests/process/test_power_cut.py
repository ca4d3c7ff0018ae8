"""P3: the power goes at a random moment; the file is sound and holds what was acknowledged."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.database import Database
from desktop_slm.storage.keys.data_key import DataKey
from tests.counts import count, seed
from tests.fakes.power_cut_vfs import ENCRYPTED_NAME, PowerCutVfs

CUTS = count("cuts", 12)
TURNS = 6


@pytest.fixture(scope="module")
def vfs() -> Iterator[PowerCutVfs]:
    vfs = PowerCutVfs()
    yield vfs
    vfs.unregister()


def now() -> datetime:
    return datetime(2026, 11, 21, tzinfo=UTC)


def talk(database: Database, kept: dict[int, str]) -> None:
    """Writes turns, and into `kept` what was acknowledged."""
    conversations = Conversations(database, now)
    for number in range(TURNS):
        turn = conversations.begin_chat(f"question {number}")
        kept[turn.user.id] = f"question {number}"
        answer = f"a long answer {number} " * 400
        conversations.finish_answer(turn.answer.id, MessageState.COMPLETE, text=answer)
        kept[turn.answer.id] = answer


def write_with_a_cut(
    path: Path, key: DataKey, vfs: PowerCutVfs, at: int, chance: random.Random
) -> tuple[dict[int, str], int]:
    """Writes, with a cut at that write; returns what was acknowledged by then, and the risk.

    What the disk holds after the cut lies in the folder `cut` beside the file.
    """
    kept: dict[int, str] = {}
    at_the_cut: dict[int, str] = {}
    at_risk = 0
    target = path.parent / "cut"
    target.mkdir()

    def on_cut() -> None:
        nonlocal at_risk
        at_risk = vfs.cut(target, chance)
        at_the_cut.update(kept)

    vfs.forget()
    with Database.open(path, key, vfs=ENCRYPTED_NAME) as database:
        vfs.cut_at(at, on_cut)
        talk(database, kept)
    return at_the_cut, at_risk


def test_a_power_cut_loses_nothing_that_was_acknowledged(
    tmp_path: Path, vfs: PowerCutVfs, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(seed(3))
    key = DataKey.new()
    messages = writes = 0
    (tmp_path / "x.db").touch(mode=0o600)
    write_with_a_cut(tmp_path / "x.db", key, vfs, 0, chance)
    last = vfs.count
    assert last > 3 * TURNS
    for number in range(CUTS):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "x.db").touch(mode=0o600)
        kept, at_risk = write_with_a_cut(
            folder / "x.db", key, vfs, chance.randrange(1, last), chance
        )
        with Database.open(folder / "cut" / "x.db", key) as database:
            database.check()
            conversations = Conversations(database, now)
            for message_id, text in kept.items():
                assert conversations.message(message_id).text == text
        messages, writes = messages + len(kept), writes + at_risk
        shutil.rmtree(folder)
    assert writes > 0, "there was nothing that a cut could have lost"
    record_property("cuts", CUTS)
    record_property("acknowledged messages", messages)
    record_property("unsynced writes at risk", writes)
    record_property("lost", 0)
