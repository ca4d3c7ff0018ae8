"""A real encrypted database in a temporary folder, and a clock that tests move."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.database import Database
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.summaries import Summaries
from tests.unit.storage.home import Home


@dataclass
class HandClock:
    """A clock that stands still until it is moved."""

    now: datetime = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def key() -> DataKey:
    return DataKey.new()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty database file in a folder of its own, as `Keys.create` leaves it."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    (folder / "x.db").touch(mode=0o600)
    return folder / "x.db"


@pytest.fixture
def database(path: Path, key: DataKey) -> Iterator[Database]:
    with Database.open(path, key) as opened:
        yield opened


@pytest.fixture
def conversations(database: Database, clock: HandClock) -> Conversations:
    return Conversations(database, clock)


@pytest.fixture
def summaries(database: Database, clock: HandClock) -> Summaries:
    return Summaries(database, clock)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)
