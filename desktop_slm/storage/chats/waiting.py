"""Messages that wait for the answer before them: kept like a draft, with what goes along."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_slm.storage.chats.messages import Details, storable
from desktop_slm.storage.database import Database


@dataclass(frozen=True, slots=True)
class WaitingMessage:
    """A message that was not sent; `number` is its own in its chat, `details` what is attached."""

    number: int
    text: str
    details: Details = field(default_factory=dict, repr=False)


class Waiting:
    """What waits in the chats of one database. May be used from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, chat_id: int) -> tuple[WaitingMessage, ...]:
        """Returns what waits in a chat, first to last."""
        rows = self._database.rows(
            "SELECT number, text, details FROM waiting WHERE chat_id = ? ORDER BY position",
            (chat_id,),
        )
        return tuple(WaitingMessage(each, text, json.loads(more)) for each, text, more in rows)

    def keep(self, chat_id: int, messages: Sequence[WaitingMessage]) -> None:
        """Keeps just these; what was kept of one before is what it says."""
        numbers = json.dumps([each.number for each in messages])
        with self._database.transaction():
            self._database.execute(
                "DELETE FROM waiting WHERE chat_id = ?"
                " AND number NOT IN (SELECT value FROM json_each(?))",
                (chat_id, numbers),
            )
            for position, each in enumerate(messages):
                details = json.dumps(dict(each.details))
                self._database.execute(
                    "INSERT INTO waiting (chat_id, number, position, text, details)"
                    " SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS"
                    " (SELECT 1 FROM chats WHERE id = ?1)"
                    " ON CONFLICT (chat_id, number) DO UPDATE SET position = excluded.position",
                    (chat_id, each.number, position, storable(each.text), details),
                )


def forget_waiting(database: Database, chat_id: int, number: int) -> None:
    """Takes a message out, inside the transaction that stores it as sent."""
    database.execute("DELETE FROM waiting WHERE chat_id = ? AND number = ?", (chat_id, number))
