"""Parts that the tests of the product share: a real database in memory, real templates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_slm.engine.templating import Templating
from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.database import Database


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture(scope="session")
def templating() -> Iterator[Templating]:
    templating = Templating()
    yield templating
    templating.close()


@pytest.fixture
def database() -> Iterator[Database]:
    with Database.in_memory() as database:
        yield database


@pytest.fixture
def conversations(database: Database) -> Conversations:
    return Conversations(database, now)


@pytest.fixture
def model() -> InstalledModel:
    return InstalledModel("test", "Test model", Path("test.gguf"), 1, "", Place.FOLDER)
