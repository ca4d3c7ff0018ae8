"""What a person does to whole branches: takes one out and puts it back, copies one, rewords one.

A branch is a message with all that hangs on it. What is taken out is out of the database at once;
who holds `TakenOut` can put it back as it was, with the same ids.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop_slm.errors import Invariant
from desktop_slm.storage.chats.messages import Details, MessageState, Role, storable
from desktop_slm.storage.database import Database
from desktop_slm.storage.times import Clock, to_stored

_COLUMNS = "id, chat_id, parent_id, role, state, created, shown, writer, details, thinking, text"
_UNDER = (
    "WITH RECURSIVE under (id) AS (VALUES (?) UNION ALL"
    " SELECT m.id FROM under JOIN messages AS m ON m.parent_id = under.id)"
)
_COPIED = "parent_id, role, state, created, details, thinking, text"

Rewrite = Callable[[Details, Mapping[int, int]], Details]


@dataclass(frozen=True, slots=True)
class TakenOut:
    """A branch that was taken out, its messages from old to new."""

    chat_id: int
    leaf_id: int | None  # what the chat showed before
    rows: tuple[tuple[Any, ...], ...] = field(repr=False)

    @property
    def count(self) -> int:
        """How many messages it has."""
        return len(self.rows)


class Branches:
    """Branches of one database. May be used from any thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def take_out(self, message_id: int) -> TakenOut:
        """Erases a message with all that hangs on it; the chat shows what is nearest to it.

        Raises Invariant where there is no such message, or a part of it is being written.
        """
        database = self._database
        with database.transaction():
            rows = database.rows(
                f"{_UNDER} SELECT {_COLUMNS} FROM messages JOIN under USING (id) ORDER BY id",
                (message_id,),
            )
            if not rows or any(row[4] == MessageState.STREAMING.value for row in rows):
                raise Invariant(details="no such branch, or one that is being written")
            chat_id, parent_id = int(rows[0][1]), rows[0][2]
            leaf_id = self._leaf(chat_id)
            # Children first: a parent that is gone would leave them without one.
            for row in reversed(rows):
                database.execute("DELETE FROM messages WHERE id = ?", (row[0],))
            if leaf_id in {row[0] for row in rows}:
                self._show(chat_id, self._nearest(chat_id, parent_id, message_id))
            return TakenOut(chat_id, leaf_id, tuple(tuple(row) for row in rows))

    def put_back(self, taken: TakenOut) -> None:
        """Undoes `take_out`; the chat shows what it showed then."""
        database = self._database
        with database.transaction():
            for row in taken.rows:
                database.execute(
                    f"INSERT INTO messages ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    row,
                )
            self._show(taken.chat_id, taken.leaf_id)

    def copy(self, message_id: int, title: str, rewrite: Rewrite) -> int:
        """Makes a chat of the messages down to one, and returns its id.

        `rewrite` gives each copy its details: ids in them are those of the other chat.
        """
        database, now = self._database, to_stored(self._clock())
        with database.transaction():
            path = database.rows(
                "WITH RECURSIVE up (id, parent_id, height) AS ("
                " SELECT id, parent_id, 0 FROM messages WHERE id = ? UNION ALL"
                " SELECT m.id, m.parent_id, height + 1"
                " FROM up JOIN messages AS m ON m.id = up.parent_id)"
                " SELECT id, chat_id, role, state, created, details, thinking, text"
                " FROM messages JOIN (SELECT id, height FROM up) USING (id) ORDER BY height DESC",
                (message_id,),
            )
            if not path:
                raise Invariant(details="no such message")
            chat_id = database.insert(
                "INSERT INTO chats (title, details, created, changed, folder_id, filed)"
                " SELECT ?1, details, ?2, ?2, folder_id, ?2 FROM chats WHERE id = ?3",
                (storable(title), now, path[0][1]),
            )
            ids: dict[int, int] = {}
            parent_id = None
            for number, row in enumerate(path, 1):
                state = row[3] if row[3] != "streaming" else MessageState.INTERRUPTED.value
                details = rewrite(json.loads(row[5]), ids)
                parent_id = database.insert(
                    f"INSERT INTO messages (chat_id, shown, {_COPIED})"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        *(chat_id, number, parent_id, row[2], state, row[4]),
                        *(json.dumps(dict(details)), row[6], row[7]),
                    ),
                )
                ids[row[0]] = parent_id
            self._set_leaf(chat_id, parent_id)
            return chat_id

    def reword(self, answer_id: int, text: str, details: Details) -> int:
        """Keeps a person's wording of an answer beside it, shows it, and returns its id."""
        database, now = self._database, to_stored(self._clock())
        with database.transaction():
            row = database.row(
                "SELECT chat_id, parent_id FROM messages WHERE id = ? AND role = ?",
                (answer_id, Role.ASSISTANT.value),
            )
            if row is None:
                raise Invariant(details="no such answer")
            number = database.insert(
                f"INSERT INTO messages (chat_id, shown, {_COPIED})"
                " VALUES (?, 0, ?, ?, ?, ?, ?, '', ?)",
                (
                    *(row[0], row[1], Role.ASSISTANT.value, MessageState.COMPLETE.value, now),
                    *(json.dumps(dict(details)), storable(text)),
                ),
            )
            self._show(row[0], number)
            database.execute("UPDATE chats SET changed = ? WHERE id = ?", (now, row[0]))
            return number

    def note(self, message_id: int, details: Details) -> None:
        """Adds to the details of a message; one that was erased meanwhile takes nothing."""
        with self._database.transaction():
            row = self._database.row("SELECT details FROM messages WHERE id = ?", (message_id,))
            if row is not None:
                self._database.execute(
                    "UPDATE messages SET details = ? WHERE id = ?",
                    (json.dumps({**json.loads(row[0]), **details}), message_id),
                )

    def _nearest(self, chat_id: int, parent_id: int | None, message_id: int) -> int | None:
        """Returns the end of the branch beside one that is gone, else its parent."""
        row = self._database.row(
            "SELECT id FROM messages WHERE chat_id = ? AND parent_id IS ?"
            " ORDER BY abs(id - ?), id LIMIT 1",
            (chat_id, parent_id, message_id),
        )
        if row is None:
            return parent_id
        leaf = self._database.row(
            f"{_UNDER} SELECT id FROM messages AS m JOIN under USING (id)"
            " WHERE NOT EXISTS (SELECT 1 FROM messages WHERE parent_id = m.id)"
            " ORDER BY shown DESC LIMIT 1",
            (row[0],),
        )
        return int(leaf[0]) if leaf else int(row[0])

    def _leaf(self, chat_id: int) -> int | None:
        row = self._database.row("SELECT leaf_id FROM chats WHERE id = ?", (chat_id,))
        return row[0] if row else None

    def _show(self, chat_id: int, leaf_id: int | None) -> None:
        """Shows a branch, as what was looked at last."""
        self._set_leaf(chat_id, leaf_id)
        self._database.execute(
            "UPDATE messages SET shown ="
            " (SELECT max(shown) + 1 FROM messages WHERE chat_id = ?) WHERE id = ?",
            (chat_id, leaf_id),
        )

    def _set_leaf(self, chat_id: int, leaf_id: int | None) -> None:
        self._database.execute("UPDATE chats SET leaf_id = ? WHERE id = ?", (leaf_id, chat_id))
