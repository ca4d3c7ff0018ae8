"""P21: a chat that is deleted is in no byte of the database, its index and its backups."""

from __future__ import annotations

import random
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop_slm.storage.backups.backups import Backups
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.database import Database
from desktop_slm.storage.erasure.forgetting import forget_in_backups
from desktop_slm.storage.keys.data_key import DataKey
from tests.prove import planted
from tests.prove.part import Broken, Figures, Slice
from tests.unit.storage.test_forgetting import clear_bytes

_NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def run(given: Slice) -> Figures:
    """Deletes so many chats out of a database that keeps others, one after the other."""
    searched = 0
    for number in range(given.count):
        with tempfile.TemporaryDirectory() as folder:
            searched += _delete_one(Path(folder), given.seed * 10_000 + number)
    return {"deleted": given.count, "bytes searched": searched, "hits": 0}


def _delete_one(folder: Path, seed: int) -> int:
    words = planted.words(seed)[:3]
    path, key = folder / "x.db", DataKey.new()
    path.touch(mode=0o600)
    with Database.open(path, key) as database:
        doomed = _fill(database, words, random.Random(seed))
        backup = Backups(path).make(database, _NOW).path
        if not all(word.encode() in clear_bytes(backup, key, folder).lower() for word in words):
            raise Broken("the words were not there before, so their absence shows nothing")
        conversations = Conversations(database, lambda: _NOW)
        conversations.delete(doomed)
        conversations.purge_deleted(_NOW + timedelta(days=1))
        forget_in_backups(database, Backups(path))
    size = 0
    for file in (path, *(each.path for each in Backups(path).all())):
        clear = clear_bytes(file, key, folder).lower()
        found = [word for word in words if word.encode() in clear]
        if found:
            raise Broken(f"{len(found)} words are still in {file.name}")
        size += len(clear)
    return size


def _fill(database: Database, words: list[str], chance: random.Random) -> int:
    """Writes chats, and returns the one with the words, which is somewhere among them."""
    conversations = Conversations(database, lambda: _NOW)
    count, place = 12, chance.randrange(12)
    doomed = 0
    for number in range(count):
        text = f"{words[1]} and {words[2]} " * 40 if number == place else "stays " * 200
        turn = conversations.begin_chat(words[0] if number == place else f"chat {number}")
        conversations.finish_answer(turn.answer.id, MessageState.COMPLETE, text=text)
        doomed = turn.user.chat_id if number == place else doomed
    return doomed
