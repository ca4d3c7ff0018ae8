"""The person's own assistants. What is in a body is a JSON object that belongs to `assistants`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from desktop_slm.errors import AssistantGone
from desktop_slm.storage.chats.messages import Details, storable
from desktop_slm.storage.database import Database, Row
from desktop_slm.storage.times import Clock, to_stored


@dataclass(frozen=True, slots=True)
class StoredAssistant:
    """One row."""

    id: int
    body: Details


class OwnAssistants:
    """All assistants of one database. May be used from any thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, body: Details) -> int:
        """Keeps a new one and returns its id."""
        now = self._now()
        return self._database.insert(
            "INSERT INTO assistants (body, created, changed) VALUES (?, ?, ?)",
            (_written(body), now, now),
        )

    def change(self, number: int, body: Details) -> None:
        """Replaces one. Raises AssistantGone."""
        count = self._database.execute(
            "UPDATE assistants SET body = ?, changed = ? WHERE id = ? AND deleted IS NULL",
            (_written(body), self._now(), number),
        )
        if not count:
            raise AssistantGone

    def all(self) -> tuple[StoredAssistant, ...]:
        """Returns them in the order in which they were made."""
        rows = self._database.rows(
            "SELECT id, body FROM assistants WHERE deleted IS NULL ORDER BY id"
        )
        return tuple(map(_from, rows))

    def find(self, number: int) -> StoredAssistant | None:
        """Returns one that was not deleted."""
        row = self._database.row(
            "SELECT id, body FROM assistants WHERE id = ? AND deleted IS NULL", (number,)
        )
        return _from(row) if row else None

    def delete(self, number: int) -> None:
        """Takes one away; `restore` brings it back until it is purged."""
        self._database.execute(
            "UPDATE assistants SET deleted = ? WHERE id = ?", (self._now(), number)
        )

    def restore(self, number: int) -> None:
        """Undoes `delete`."""
        self._database.execute("UPDATE assistants SET deleted = NULL WHERE id = ?", (number,))

    def purge_deleted(self, until: datetime) -> int:
        """Erases those deleted until that moment for good; returns how many."""
        count = self._database.execute(
            "DELETE FROM assistants WHERE deleted <= ?", (to_stored(until),)
        )
        if count:
            self._database.settle_erasure()
        return count

    def _now(self) -> int:
        return to_stored(self._clock())


def _written(body: Details) -> str:
    return storable(json.dumps(dict(body), ensure_ascii=False))


def _from(row: Row) -> StoredAssistant:
    return StoredAssistant(row[0], json.loads(row[1]))
