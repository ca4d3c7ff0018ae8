"""The record of connections in the database: when, to which host, what for, how many bytes.

What is written there, and when, is the business of `models.connections`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from desktop_slm.storage.chats.messages import storable
from desktop_slm.storage.database import Database
from desktop_slm.storage.times import from_stored, to_stored

KEPT = 20_000  # lines; the oldest go
MOST_BYTES = 2**63 - 1  # what a column holds
Row = tuple[datetime, str, str, int]

_INSERT = "INSERT INTO connections (at, host, purpose, size_bytes) VALUES (?, ?, ?, ?)"


class StoredConnections:
    """The record of one database. May be used from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def is_stored(self) -> bool:
        """Whether it outlives this process."""
        return self._database.is_stored

    def add(self, made: Sequence[Row]) -> tuple[int, ...]:
        """Adds lines and returns their numbers; the oldest of too many go."""
        with self._database.transaction():
            numbers = tuple(self._database.insert(_INSERT, _values(row)) for row in made)
            if numbers:
                self._database.execute(
                    "DELETE FROM connections WHERE id <= ?", (max(numbers) - KEPT,)
                )
        return numbers

    def replace(self, numbers: Sequence[int], made: Sequence[Row]) -> tuple[int, ...]:
        """Writes lines in the place of others: as many as can be under their numbers."""
        with self._database.transaction():
            for number in numbers[len(made) :]:
                self._database.execute("DELETE FROM connections WHERE id = ?", (number,))
            for number, row in zip(numbers, made, strict=False):
                self._database.execute(
                    "INSERT OR REPLACE INTO connections (id, at, host, purpose, size_bytes)"
                    " VALUES (?, ?, ?, ?, ?)",
                    (number, *_values(row)),
                )
            return (*numbers[: len(made)], *self.add(made[len(numbers) :]))

    def add_missing(self, made: Sequence[Row]) -> None:
        """Adds the lines that are not there yet; two that are alike stay two."""
        with self._database.transaction():
            found = self._database.rows("SELECT at, host, purpose, size_bytes FROM connections")
            there = Counter(found)
            missing = []
            for row in made:
                if there[_values(row)]:
                    there[_values(row)] -= 1
                else:
                    missing.append(row)
            self.add(missing)

    def latest(self, count: int) -> list[Row]:
        """Returns the last lines, the newest first."""
        rows = self._database.rows(
            "SELECT at, host, purpose, size_bytes FROM connections"
            " ORDER BY at DESC, id DESC LIMIT ?",
            (count,),
        )
        return [(from_stored(at), host, purpose, size) for at, host, purpose, size in rows]


def _values(row: Row) -> tuple[int, str, str, int]:
    at, host, purpose, size = row
    return to_stored(at), storable(host), storable(purpose), max(0, min(size, MOST_BYTES))
