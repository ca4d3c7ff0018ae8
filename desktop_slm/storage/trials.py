"""Trials of models on a person's pages, with the outcome of each model.

Outcomes and details are plain JSON values that belong to `tuning`; nothing here looks into them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop_slm.storage.chats.messages import Details, storable
from desktop_slm.storage.database import Database
from desktop_slm.storage.times import Clock, from_stored, to_stored


@dataclass(frozen=True, slots=True)
class NewTrial:
    """A trial that is to be kept: of which document, and what was wanted."""

    name: str
    sha256: str
    details: Details


@dataclass(frozen=True, slots=True)
class ModelFile:
    """The file of a model: it is the same where the hash is, or else where path and size are."""

    path: str
    size_bytes: int
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class StoredTrial:
    """A trial with its outcomes in the order of the models."""

    id: int
    name: str
    sha256: str
    details: Details
    created: datetime
    outcomes: tuple[Details, ...]


_COLUMNS = "trials.id, trials.name, trials.sha256, trials.details, trials.created"


class Trials:
    """All trials of one database. May be used from any thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, new: NewTrial) -> int:
        """Keeps a trial that has no outcome yet, and returns its id."""
        return self._database.insert(
            "INSERT INTO trials (name, sha256, details, created) VALUES (?, ?, ?, ?)",
            (
                storable(new.name),
                new.sha256,
                json.dumps(dict(new.details)),
                to_stored(self._clock()),
            ),
        )

    def add_outcome(
        self, trial_id: int, position: int, state: str, file: ModelFile, outcome: Details
    ) -> None:
        """Keeps what came of one model."""
        self._database.execute(
            "INSERT INTO trial_outcomes"
            " (trial_id, position, state, path, size_bytes, sha256, outcome)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                trial_id,
                position,
                state,
                storable(file.path),
                file.size_bytes,
                file.sha256,
                json.dumps(dict(outcome)),
            ),
        )

    def all(self) -> tuple[StoredTrial, ...]:
        """Returns the trials that have an outcome, the newest first."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS}, outcome FROM trials"
            " JOIN trial_outcomes ON trial_outcomes.trial_id = trials.id"
            " ORDER BY trials.id DESC, position"
        )
        found: dict[int, list[tuple[Any, ...]]] = {}
        for row in rows:
            found.setdefault(row[0], []).append(row)
        return tuple(_trial_from(each) for each in found.values())

    def newest_of(self, file: ModelFile, state: str) -> StoredTrial | None:
        """Returns the newest trial that brought this file to a state, with that outcome alone."""
        row = self._database.row(
            f"SELECT {_COLUMNS}, outcome FROM trials"
            " JOIN trial_outcomes ON trial_outcomes.trial_id = trials.id"
            " WHERE trial_outcomes.size_bytes = ? AND trial_outcomes.state = ?"
            " AND CASE WHEN ? <> '' AND trial_outcomes.sha256 <> ''"
            " THEN trial_outcomes.sha256 = ? ELSE trial_outcomes.path = ? END"
            " ORDER BY trials.id DESC, position LIMIT 1",
            (file.size_bytes, state, file.sha256, file.sha256, storable(file.path)),
        )
        return _trial_from([row]) if row is not None else None

    def delete(self, trial_id: int) -> None:
        """Erases a trial with its outcomes for good."""
        self._database.execute("DELETE FROM trials WHERE id = ?", (trial_id,))
        self._database.settle_erasure()


def _trial_from(rows: list[tuple[Any, ...]]) -> StoredTrial:
    number, name, sha256, details, created, _ = rows[0]
    return StoredTrial(
        id=number,
        name=name,
        sha256=sha256,
        details=json.loads(details),
        created=from_stored(created),
        outcomes=tuple(json.loads(row[-1]) for row in rows),
    )
