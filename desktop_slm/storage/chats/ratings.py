"""What a person thinks of an answer, and which answers stand beside each other."""

from __future__ import annotations

import json
from dataclasses import dataclass

from desktop_slm.storage.chats.messages import (
    MESSAGE_COLUMNS,
    Message,
    MessageState,
    Role,
    message_from,
)
from desktop_slm.storage.database import Database

_KEY = "rating"
LIKED, DISLIKED = 1, -1


@dataclass(frozen=True, slots=True)
class Siblings:
    """The finished answers to one message; `followed` are those that the chat goes on behind."""

    asked: Message
    answers: tuple[Message, ...]
    followed: frozenset[int]


def rating_of(message: Message) -> int:
    """Returns LIKED, DISLIKED, or 0 where nothing was said."""
    rating = message.details.get(_KEY)
    return rating if rating in (LIKED, DISLIKED) else 0


class Ratings:
    """Ratings of one database. May be used from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rate(self, message_id: int, rating: int) -> None:
        """Keeps what a person thinks of an answer; 0 takes it back."""
        with self._database.transaction():
            row = self._database.row("SELECT details FROM messages WHERE id = ?", (message_id,))
            if row is None:
                return
            details = json.loads(row[0])
            details.pop(_KEY, None)
            if rating:
                details[_KEY] = rating
            self._database.execute(
                "UPDATE messages SET details = ? WHERE id = ?", (json.dumps(details), message_id)
            )

    def siblings(self) -> tuple[Siblings, ...]:
        """Returns the messages of all chats that have more than one finished answer."""
        asked = self._database.rows(
            "SELECT parent_id FROM messages JOIN chats ON chats.id = chat_id"
            " WHERE role = ? AND state = ? AND text <> '' AND chats.deleted IS NULL"
            " AND parent_id IS NOT NULL GROUP BY parent_id HAVING count(*) > 1 ORDER BY parent_id",
            (Role.ASSISTANT.value, MessageState.COMPLETE.value),
        )
        return tuple(self._siblings(int(row[0])) for row in asked)

    def before(self, message_id: int) -> tuple[Message, ...]:
        """Returns the branch down to a message, first to last, the message with it."""
        rows = self._database.rows(
            "WITH RECURSIVE up (id, parent_id, height) AS ("
            " SELECT id, parent_id, 0 FROM messages WHERE id = ?"
            " UNION ALL SELECT m.id, m.parent_id, height + 1"
            " FROM up JOIN messages AS m ON m.id = up.parent_id)"
            f" SELECT {MESSAGE_COLUMNS} FROM messages JOIN (SELECT id, height FROM up) USING (id)"
            " ORDER BY height DESC",
            (message_id,),
        )
        return tuple(map(message_from, rows))

    def _siblings(self, asked_id: int) -> Siblings:
        answers = self._database.rows(
            f"SELECT {MESSAGE_COLUMNS} FROM messages WHERE parent_id = ? AND role = ?"
            " AND state = ? AND text <> '' ORDER BY id",
            (asked_id, Role.ASSISTANT.value, MessageState.COMPLETE.value),
        )
        followed = self._database.rows(
            "SELECT DISTINCT answer.id FROM messages AS answer"
            " JOIN messages AS next ON next.parent_id = answer.id WHERE answer.parent_id = ?",
            (asked_id,),
        )
        asked = self._database.rows(
            f"SELECT {MESSAGE_COLUMNS} FROM messages WHERE id = ?", (asked_id,)
        )
        return Siblings(
            message_from(asked[0]),
            tuple(map(message_from, answers)),
            frozenset(int(row[0]) for row in followed),
        )
