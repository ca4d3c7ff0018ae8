"""How long search and list take over very many chats.

    python -m benchmarks.search [MESSAGES] [CHATS]

100,000 messages and 10,000 chats unless said otherwise, in an encrypted database on the disk: how
long the index of a database from before takes to make, the longest piece of it, what a search
takes (median and longest of ten), what erasing a chat of 20 messages takes, and how long it takes
until all chats stand in the model of the list.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.database import Database
from desktop_slm.storage.finding.search import Search
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.schema import STEPS
from desktop_slm.storage.times import utc_now
from desktop_slm.ui.sidebar.entry import Entry
from desktop_slm.ui.sidebar.history_model import HistoryModel

_BEFORE_SEARCH = 3  # steps of the schema
_A_CHAT = 20
_WORDS, _HAN_LETTERS = 80, 200
_RUNS = 10
_T = TypeVar("_T")


class _Writer:
    """Writes text whose words are as unevenly frequent as those of a language."""

    def __init__(self) -> None:
        self._random = random.Random(1)
        letters = "etaoinshrdlucmfwypvbgkjqxz"
        self.words = [
            "".join(self._random.choices(letters, k=self._random.randint(2, 10)))
            for _ in range(30_000)
        ]
        self._weights = [1 / (rank + 1) for rank in range(len(self.words))]
        self.han = [chr(0x4E00 + number) for number in range(3_000)]

    def text(self, words: int = _WORDS) -> str:
        if words == _WORDS and self._random.random() < 0.1:
            return "".join(self._random.choices(self.han, k=_HAN_LETTERS))
        return " ".join(self._random.choices(self.words, self._weights, k=words))


def main(messages: int = 100_000, chats: int = 10_000) -> None:
    """Measures and prints."""
    writer = _Writer()
    with tempfile.TemporaryDirectory() as folder:
        path, key = _written(Path(folder), writer, messages)
        with Database.open(path, key) as database:
            _prepare(Search(database))
            _search(Search(database), writer)
            _erase(database)
    with tempfile.TemporaryDirectory() as folder:
        path, key = _written(Path(folder), writer, 0, chats)
        with Database.open(path, key) as database:
            _list(database)


def _written(folder: Path, writer: _Writer, messages: int, chats: int = 0) -> tuple[Path, DataKey]:
    """Returns a database as a version without search left it."""
    path, key = folder / "data" / "chats.db", DataKey.new()
    path.parent.mkdir(mode=0o700)
    path.touch(mode=0o600)
    with Database.open(path, key, steps=STEPS[:_BEFORE_SEARCH]) as database, database.transaction():
        for number in range(1, (chats or messages // _A_CHAT) + 1):
            moment = number * 3_600_000_000 + 1_600_000_000_000_000
            database.execute(
                "INSERT INTO chats (title, created, changed) VALUES (?, ?, ?)",
                (writer.text(4), moment, moment),
            )
            for _ in range(_A_CHAT if messages else 0):
                database.execute(
                    "INSERT INTO messages (chat_id, role, state, created, shown, text)"
                    " VALUES (?, 'user', 'complete', ?, 0, ?)",
                    (number, moment, writer.text()),
                )
    return path, key


def _prepare(search: Search) -> None:
    search.settle()
    pieces = []
    is_more = True
    while is_more:
        spent, is_more = _timed(search.prepare)
        pieces.append(spent)
    print(f"index: {sum(pieces) / 1000:.1f} s in pieces of at most {max(pieces):.0f} ms")


def _search(search: Search, writer: _Writer) -> None:
    words, han = writer.words, writer.han
    typed = {
        "one letter": "e",
        "two letters": "et",
        "a frequent word": words[0],
        "two frequent words": f"{words[0]} {words[1]}",
        "six frequent words": " ".join(words[:6]),
        "the beginning of a word": words[5_000][:4],
        "a rare word": words[20_000],
        "one Han letter": han[5],
        "two Han letters": han[5] + han[6],
        "a word that is nowhere": "zzzzqq",
    }
    for name, text in typed.items():
        spent = [_timed(lambda text=text: search.find(text))[0] for _ in range(_RUNS)]  # type: ignore[misc]
        count = len(search.find(text).hits)
        print(f"{name}: {statistics.median(spent):.1f} ms, at most {max(spent):.1f}; {count} hits")


def _erase(database: Database) -> None:
    conversations = Conversations(database, utc_now)
    conversations.delete(100)
    print(f"erasing a chat: {_timed(lambda: conversations.purge_deleted(utc_now()))[0]:.0f} ms")


def _list(database: Database) -> None:
    conversations = Conversations(database, utc_now)
    model = HistoryModel()

    def read_all() -> None:
        last, limit = None, 200
        while page := conversations.recent(limit, last, with_archived=True):
            model.add(map(Entry.of_chat, page), date.today())
            last, limit = page[-1], 5_000

    spent = _timed(read_all)[0]
    print(f"list of {model.rowCount():,} rows: {spent:.0f} ms")


def _timed(function: Callable[[], _T]) -> tuple[float, _T]:
    started = time.perf_counter()
    result = function()
    return (time.perf_counter() - started) * 1000, result


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
