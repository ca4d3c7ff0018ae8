"""The person's own prompts: texts with a name, to be put into the box of a chat."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from desktop_slm.errors import PromptNameTaken
from desktop_slm.storage.chats.messages import storable
from desktop_slm.storage.database import Database
from desktop_slm.storage.times import Clock, to_stored


@dataclass(frozen=True, slots=True)
class StoredPrompt:
    """One row."""

    id: int
    name: str
    text: str


class OwnPrompts:
    """All prompts of one database, each under a name of its own. May be used from any thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, name: str, text: str) -> int:
        """Keeps a new one and returns its id. Raises PromptNameTaken."""
        now = self._now()
        with self._free(name):
            return self._database.insert(
                "INSERT INTO prompts (name, text, created, changed) VALUES (?, ?, ?, ?)",
                (storable(name), storable(text), now, now),
            )

    def change(self, number: int, name: str, text: str) -> None:
        """Replaces one. Raises PromptNameTaken."""
        with self._free(name, number):
            self._database.execute(
                "UPDATE prompts SET name = ?, text = ?, changed = ? WHERE id = ?",
                (storable(name), storable(text), self._now(), number),
            )

    def all(self) -> tuple[StoredPrompt, ...]:
        """Returns them by name."""
        rows = self._database.rows(
            "SELECT id, name, text FROM prompts WHERE deleted IS NULL ORDER BY name"
        )
        return tuple(StoredPrompt(*row) for row in rows)

    def delete(self, number: int) -> None:
        """Takes one away; `restore` brings it back until it is purged."""
        self._database.execute("UPDATE prompts SET deleted = ? WHERE id = ?", (self._now(), number))

    def restore(self, number: int) -> None:
        """Undoes `delete`. Raises PromptNameTaken where another one has its name by now."""
        row = self._database.row("SELECT name FROM prompts WHERE id = ?", (number,))
        if row is None:
            return
        with self._free(str(row[0]), number):
            self._database.execute("UPDATE prompts SET deleted = NULL WHERE id = ?", (number,))

    def purge_deleted(self, until: datetime) -> int:
        """Erases those deleted until that moment for good; returns how many."""
        count = self._database.execute(
            "DELETE FROM prompts WHERE deleted <= ?", (to_stored(until),)
        )
        if count:
            self._database.settle_erasure()
        return count

    @contextmanager
    def _free(self, name: str, number: int = 0) -> Iterator[None]:
        """A transaction in which no other prompt has that name."""
        with self._database.transaction():
            taken = self._database.row(
                "SELECT id FROM prompts WHERE name = ? AND id <> ? AND deleted IS NULL",
                (storable(name), number),
            )
            if taken is not None:
                raise PromptNameTaken(name=name)
            yield

    def _now(self) -> int:
        return to_stored(self._clock())
