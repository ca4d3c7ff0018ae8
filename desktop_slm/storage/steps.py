"""The steps of summaries, kept by hash, so that a stopped or repeated run goes on where it was."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from desktop_slm.storage.chats.messages import storable
from desktop_slm.storage.database import Database


class Owner(Enum):
    """What rests on steps."""

    VERSION = "version"
    QUESTION = "question"


_REST_ON = {
    Owner.VERSION: (
        "INSERT OR IGNORE INTO step_uses (version_id, step_id)"
        " SELECT ?, id FROM steps WHERE key IN (SELECT value FROM json_each(?))"
    ),
    Owner.QUESTION: (
        "INSERT OR IGNORE INTO question_steps (question_id, step_id)"
        " SELECT ?, id FROM steps WHERE key IN (SELECT value FROM json_each(?))"
    ),
}
_KEYS_AT_ONCE = 500  # one query each: a book has some thousand steps


@dataclass(frozen=True, slots=True)
class Step:
    """What the model wrote in one step, and what that took."""

    text: str
    prompt_tokens: int
    new_tokens: int
    details: Mapping[str, Any] = field(default_factory=dict)


class Steps:
    """All steps of one database. May be used from any thread.

    A key is the hash of all that decides the text: passage, prompt, model and settings. So
    versions and summaries share steps, and a step goes when the last version resting on it goes.
    """

    def __init__(self, database: Database, owner: Owner = Owner.VERSION) -> None:
        """What is called a version below may be a question, where that is the owner."""
        self._database = database
        self._rest_on_statement = _REST_ON[owner]

    def keep(self, version_id: int, key: str, step: Step) -> None:
        """Keeps a step of this version; where the key is there already, that one stays."""
        with self._database.transaction():
            self._database.execute(
                "INSERT OR IGNORE INTO steps (key, text, prompt_tokens, new_tokens, details)"
                " VALUES (?, ?, ?, ?, ?)",
                (
                    key,
                    storable(step.text),
                    step.prompt_tokens,
                    step.new_tokens,
                    json.dumps(dict(step.details)),
                ),
            )
            self._rest_on(version_id, [key])

    def find(self, version_id: int, keys: Iterable[str]) -> Mapping[str, Step]:
        """Returns those steps that are there, from any version, and rests this version on them."""
        wanted = list(dict.fromkeys(keys))
        found: dict[str, Step] = {}
        with self._database.transaction():
            for start in range(0, len(wanted), _KEYS_AT_ONCE):
                part = wanted[start : start + _KEYS_AT_ONCE]
                found.update(self._load(part))
                self._rest_on(version_id, part)
        return found

    def _load(self, keys: Sequence[str]) -> dict[str, Step]:
        rows = self._database.rows(
            "SELECT key, text, prompt_tokens, new_tokens, details FROM steps"
            " WHERE key IN (SELECT value FROM json_each(?))",
            (json.dumps(keys),),
        )
        return {
            key: Step(text, prompt_tokens, new_tokens, json.loads(details))
            for key, text, prompt_tokens, new_tokens, details in rows
        }

    def _rest_on(self, version_id: int, keys: Sequence[str]) -> None:
        self._database.execute(self._rest_on_statement, (version_id, json.dumps(keys)))


def erase_unused_steps(database: Database) -> None:
    """Erases the steps on which nothing rests any more, inside the caller's transaction."""
    database.execute(
        "DELETE FROM steps WHERE id NOT IN (SELECT step_id FROM step_uses)"
        " AND id NOT IN (SELECT step_id FROM question_steps)"
    )
