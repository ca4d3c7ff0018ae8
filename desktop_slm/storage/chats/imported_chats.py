"""Whole chats on their way in and out: all branches at once, each chat in one transaction."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop_slm.storage.chats.branches import Rewrite
from desktop_slm.storage.chats.messages import (
    MESSAGE_COLUMNS,
    Details,
    Message,
    message_from,
    storable,
)
from desktop_slm.storage.database import Database
from desktop_slm.storage.times import to_stored


@dataclass(frozen=True, slots=True)
class ImportedMessage:
    """A message with a number of its own; `parent` is the number of one before it, or None."""

    number: int
    parent: int | None
    role: str
    state: str
    created: datetime
    text: str
    thinking: str
    details: Details


class ImportedChats:
    """Chats of one database as wholes. May be used from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def messages(self, chat_id: int) -> tuple[Message, ...]:
        """Returns all messages of a chat, each after its parent."""
        rows = self._database.rows(
            f"SELECT {MESSAGE_COLUMNS} FROM messages WHERE chat_id = ? ORDER BY id", (chat_id,)
        )
        return tuple(map(message_from, rows))

    def keep(
        self,
        title: str,
        created: datetime,
        messages: Sequence[ImportedMessage],
        shown: int | None,
        details: Details,
        key: str,
        rewrite: Rewrite,
    ) -> int | None:
        """Keeps a chat and returns its id; one with the same key is not kept twice: None.

        `rewrite` gives each message its details: ids in them are the numbers of the file.
        """
        database = self._database
        with database.transaction():
            if database.row(
                "SELECT 1 FROM chats WHERE deleted IS NULL"
                " AND json_extract(details, '$.imported_key') = ?",
                (key,),
            ):
                return None
            last = max((to_stored(each.created) for each in messages), default=to_stored(created))
            chat_id = database.insert(
                "INSERT INTO chats (title, has_own_title, details, created, changed)"
                " VALUES (?, ?, ?, ?, ?)",
                (storable(title), bool(title), json.dumps(dict(details)), to_stored(created), last),
            )
            ids: dict[int, int] = {}
            for count, each in enumerate(messages, 1):
                ids[each.number] = database.insert(
                    "INSERT INTO messages (chat_id, parent_id, role, state, created, shown,"
                    " details, thinking, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        chat_id,
                        None if each.parent is None else ids[each.parent],
                        each.role,
                        each.state,
                        to_stored(each.created),
                        count,
                        json.dumps(dict(rewrite(each.details, ids))),
                        storable(each.thinking),
                        storable(each.text),
                    ),
                )
            if shown is not None:
                database.execute(
                    "UPDATE messages SET shown = ? WHERE id = ?", (len(ids) + 1, ids[shown])
                )
                database.execute("UPDATE chats SET leaf_id = ? WHERE id = ?", (ids[shown], chat_id))
            return chat_id
