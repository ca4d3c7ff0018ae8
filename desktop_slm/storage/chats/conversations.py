"""Chats: their list, titles, drafts and deletion, and each chat's tree of messages.

Every message has a parent; an edit or another answer makes a sibling, nothing is overwritten. What
a person wrote is committed, together with the empty answer, before a `begin_` method returns.

An answer being streamed is kept as a whole at each update: 200,000 characters take 1.7 ms, where
appending in SQL takes as long (SQLite rewrites the row) and pieces would have to be joined.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from desktop_slm.errors import Invariant
from desktop_slm.storage.chats.messages import (
    CHAT_COLUMNS,
    MESSAGE_COLUMNS,
    Chat,
    Details,
    Message,
    MessageState,
    Role,
    Turn,
    chat_from,
    message_from,
    storable,
)
from desktop_slm.storage.chats.waiting import Waiting, WaitingMessage, forget_waiting
from desktop_slm.storage.database import Database
from desktop_slm.storage.keeping import file_in, keep_on_top, put_away
from desktop_slm.storage.times import Clock, to_stored

_ERASED_AT_ONCE = 20


class Conversations:
    """All chats of one database. May be used from any thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._waiting = Waiting(database)
        self._clock = clock

    # The list

    def create(self, title: str = "", details: Details | None = None) -> Chat:
        """Makes an empty chat; a title given here is the person's own."""
        now = self._now()
        number = self._database.insert(
            "INSERT INTO chats (title, has_own_title, details, created, changed)"
            " VALUES (?, ?, ?, ?, ?)",
            (storable(title), bool(title), json.dumps(dict(details or {})), now, now),
        )
        return self.chat(number)

    def chat(self, chat_id: int) -> Chat:
        """Returns one chat, deleted or not; raises Invariant where there is none."""
        row = self._database.row(f"SELECT {CHAT_COLUMNS} FROM chats WHERE id = ?", (chat_id,))
        if row is None:
            raise Invariant(details="no such chat")
        return chat_from(row)

    def recent(
        self, limit: int = 200, after: Chat | None = None, *, with_archived: bool = False
    ) -> tuple[Chat, ...]:
        """Returns a page of the list, last changed first; `after` ended the page before."""
        changed, number = (to_stored(after.changed), after.id) if after else (1 << 62, 0)
        rows = self._database.rows(
            f"SELECT {CHAT_COLUMNS} FROM chats"
            " WHERE deleted IS NULL AND (changed, id) < (?, ?) AND (archived IS NULL OR ?)"
            " ORDER BY changed DESC, id DESC LIMIT ?",
            (changed, number, with_archived, limit),
        )
        return tuple(map(chat_from, rows))

    def rename(self, chat_id: int, title: str) -> None:
        """Gives the chat the person's own title."""
        self._database.execute(
            "UPDATE chats SET title = ?, has_own_title = 1 WHERE id = ?",
            (storable(title), chat_id),
        )

    def pin(self, chat_id: int, *, pinned: bool) -> None:
        """Keeps the chat at the top of the list, or no longer."""
        keep_on_top(self._database, "chats", chat_id, self._now() if pinned else None)

    def archive(self, chat_id: int, *, archived: bool) -> None:
        """Takes the chat out of the list for later, or brings it back; it can still be found."""
        put_away(self._database, "chats", chat_id, self._now() if archived else None)

    def move(self, chat_id: int, folder_id: int | None) -> None:
        """Puts the chat into a folder, or out of any."""
        file_in(self._database, "chats", chat_id, folder_id, self._now())

    def propose_title(self, chat_id: int, title: str) -> None:
        """Gives the chat a title made by the app, unless the person has given one."""
        self._database.execute(
            "UPDATE chats SET title = ? WHERE id = ? AND NOT has_own_title",
            (storable(title), chat_id),
        )

    def details(self, chat_id: int) -> Details:
        """Returns what goes for the whole chat: its model, instructions, settings."""
        row = self._database.row("SELECT details FROM chats WHERE id = ?", (chat_id,))
        return dict(json.loads(row[0])) if row else {}

    def set_details(self, chat_id: int, details: Details) -> None:
        """Replaces what goes for the whole chat."""
        self._database.execute(
            "UPDATE chats SET details = ? WHERE id = ?", (json.dumps(dict(details)), chat_id)
        )

    # Drafts

    def draft(self, chat_id: int | None) -> str:
        """Returns what was typed and not sent; `None` stands for the new chat."""
        row = self._database.row(
            "SELECT text FROM drafts WHERE ifnull(chat_id, 0) = ?", (chat_id or 0,)
        )
        return str(row[0]) if row else ""

    def save_draft(self, chat_id: int | None, text: str) -> None:
        """Keeps the draft; an empty one is forgotten."""
        with self._database.transaction():
            self._forget_draft(chat_id)
            if text:
                self._database.execute(
                    "INSERT INTO drafts (chat_id, text) VALUES (?, ?)", (chat_id, storable(text))
                )

    def _forget_draft(self, chat_id: int | None) -> None:
        self._database.execute("DELETE FROM drafts WHERE ifnull(chat_id, 0) = ?", (chat_id or 0,))

    def waiting(self, chat_id: int) -> tuple[WaitingMessage, ...]:
        """Returns the messages that wait for the answer before them, first to last."""
        return self._waiting.of(chat_id)

    def keep_waiting(self, chat_id: int, messages: Sequence[WaitingMessage]) -> None:
        """Keeps just these messages that wait."""
        self._waiting.keep(chat_id, messages)

    # Deletion

    def delete(self, chat_id: int) -> None:
        """Takes the chat out of the list; `restore` brings it back until it is purged."""
        self._database.execute("UPDATE chats SET deleted = ? WHERE id = ?", (self._now(), chat_id))

    def restore(self, chat_id: int) -> None:
        """Undoes `delete`."""
        self._database.execute("UPDATE chats SET deleted = NULL WHERE id = ?", (chat_id,))

    def purge_deleted(self, until: datetime) -> int:
        """Erases the chats deleted until that moment for good; returns how many."""
        rows = self._database.rows("SELECT id FROM chats WHERE deleted <= ?", (to_stored(until),))
        for (chat_id,) in rows:
            self._erase(chat_id)
        if rows:
            self._database.settle_erasure()
        return len(rows)

    def _erase(self, chat_id: int) -> None:
        """Erases a chat in small steps, newest message first: children before their parents.

        Taking a message out of the search index takes some ten milliseconds where there are
        100,000, and others want to get at the database. What is not done is done at the next purge.
        """
        while self._database.execute(
            "DELETE FROM messages WHERE id IN"
            " (SELECT id FROM messages WHERE chat_id = ? ORDER BY id DESC LIMIT ?)",
            (chat_id, _ERASED_AT_ONCE),
        ):
            pass
        self._database.execute("DELETE FROM chats WHERE id = ?", (chat_id,))

    # Turns

    def begin_chat(
        self,
        text: str,
        *,
        details: Details | None = None,
        user_details: Details | None = None,
        chat_details: Details | None = None,
        folder_id: int | None = None,
    ) -> Turn:
        """Makes a chat with its first turn, in a folder if one is given.

        The draft of the new chat, or of the new chat in that folder, is forgotten.
        """
        with self._database.transaction():
            chat = self.create(details=chat_details)
            if folder_id is None:
                self._forget_draft(None)
            else:
                self.move(chat.id, folder_id)
                self._database.execute("UPDATE folders SET draft = '' WHERE id = ?", (folder_id,))
            return self.begin_turn(chat.id, text, details=details, user_details=user_details)

    def begin_turn(
        self,
        chat_id: int,
        text: str,
        *,
        details: Details | None = None,
        user_details: Details | None = None,
        waited_as: int | None = None,
    ) -> Turn:
        """Adds what the person wrote behind the branch that is shown, and an empty answer.

        `details` are the answer's: model, settings, seed; `user_details` the message's own: what
        is attached. The chat's draft is forgotten, or else the message that waited under that
        number.
        """
        with self._database.transaction():
            leaf_id = self.chat(chat_id).leaf_id
            if waited_as is None:
                self._forget_draft(chat_id)
            else:
                forget_waiting(self._database, chat_id, waited_as)
            return self._begin_turn(chat_id, leaf_id, text, details, user_details)

    def begin_edit(self, message_id: int, text: str, *, details: Details | None = None) -> Turn:
        """Adds another wording of what the person wrote, as a branch of its own.

        What was attached to the message goes with the new wording; the chat's draft is kept.
        """
        with self._database.transaction():
            edited = self.message(message_id)
            return self._begin_turn(edited.chat_id, edited.parent_id, text, details, edited.details)

    def begin_answer(self, message_id: int, *, details: Details | None = None) -> Message:
        """Adds another empty answer to the person's message `message_id`."""
        with self._database.transaction():
            asked = self.message(message_id)
            return self._add(asked.chat_id, asked.id, Role.ASSISTANT, "", details)

    def resume_answer(self, message_id: int) -> Message:
        """Lets an answer that has ended go on behind its text; says what it then is."""
        with self._database.transaction():
            count = self._database.execute(
                "UPDATE messages SET state = 'streaming', writer = ?"
                " WHERE id = ? AND role = 'assistant' AND state != 'streaming'",
                (self._database.session, message_id),
            )
            if not count:
                raise Invariant(details="no such answer to go on with")
            answer = self.message(message_id)
            self._set_leaf(answer.chat_id, message_id)
            return answer

    def update_answer(self, message_id: int, text: str, thinking: str = "") -> bool:
        """Keeps an answer so far; False where it was erased or has ended.

        An answer that another process took for cut off is streaming again after this.
        """
        return self._write_answer(message_id, MessageState.STREAMING, text, thinking)

    def finish_answer(
        self,
        message_id: int,
        state: MessageState,
        *,
        text: str,
        thinking: str = "",
        details: Details | None = None,
    ) -> bool:
        """Keeps the whole answer with its end; `details` are added to those given at its start."""
        with self._database.transaction():
            if not self._write_answer(message_id, state, text, thinking):
                return False
            answer = self.message(message_id)
            self._database.execute(
                "UPDATE messages SET details = ? WHERE id = ?",
                (json.dumps({**answer.details, **(details or {})}), message_id),
            )
            self._database.execute(
                "UPDATE chats SET changed = ? WHERE id = ?", (self._now(), answer.chat_id)
            )
            return True

    def mark_interrupted(self) -> int:
        """Marks the answers whose process is gone as cut off; returns how many."""
        with self._database.transaction():
            rows = self._database.rows(
                "SELECT DISTINCT writer FROM messages WHERE state = 'streaming'"
            )
            return sum(
                self._database.execute(
                    "UPDATE messages SET state = 'interrupted'"
                    " WHERE state = 'streaming' AND writer = ?",
                    (writer,),
                )
                for (writer,) in rows
                if not self._database.is_alive(writer)
            )

    # The tree

    def message(self, message_id: int) -> Message:
        """Returns one message; raises Invariant where there is none."""
        row = self._database.row(
            f"SELECT {MESSAGE_COLUMNS} FROM messages WHERE id = ?", (message_id,)
        )
        if row is None:
            raise Invariant(details="no such message")
        return message_from(row)

    def path(self, chat_id: int) -> tuple[Message, ...]:
        """Returns the messages of the branch that is shown, first to last."""
        rows = self._database.rows(
            "WITH RECURSIVE up (id, parent_id, height) AS ("
            " SELECT m.id, m.parent_id, 0 FROM chats JOIN messages AS m ON m.id = leaf_id"
            " WHERE chats.id = ?"
            " UNION ALL SELECT m.id, m.parent_id, height + 1"
            " FROM up JOIN messages AS m ON m.id = up.parent_id)"
            f" SELECT {MESSAGE_COLUMNS} FROM messages JOIN (SELECT id, height FROM up) USING (id)"
            " ORDER BY height DESC",
            (chat_id,),
        )
        return tuple(map(message_from, rows))

    def branches(self, chat_id: int) -> Mapping[int | None, tuple[int, ...]]:
        """Returns, for each parent with more than one child, its children from old to new."""
        children: dict[int | None, list[int]] = defaultdict(list)
        for parent_id, number in self._database.rows(
            "SELECT parent_id, id FROM messages WHERE chat_id = ? ORDER BY id", (chat_id,)
        ):
            children[parent_id].append(number)
        return {parent: tuple(ids) for parent, ids in children.items() if len(ids) > 1}

    def show(self, message_id: int) -> int:
        """Shows the branch of this message, down to where it was last seen; returns its leaf."""
        with self._database.transaction():
            chat_id = self.message(message_id).chat_id
            row = self._database.row(
                "WITH RECURSIVE under (id) AS ("
                " VALUES (?) UNION ALL"
                " SELECT m.id FROM under JOIN messages AS m ON m.parent_id = under.id)"
                " SELECT id FROM messages AS m JOIN under USING (id)"
                " WHERE NOT EXISTS (SELECT 1 FROM messages WHERE parent_id = m.id)"
                " ORDER BY shown DESC LIMIT 1",
                (message_id,),
            )
            leaf_id = int(row[0]) if row else message_id
            self._set_leaf(chat_id, leaf_id)
            return leaf_id

    # Rows

    def _begin_turn(
        self,
        chat_id: int,
        parent_id: int | None,
        text: str,
        details: Details | None,
        user_details: Details | None,
    ) -> Turn:
        user = self._add(chat_id, parent_id, Role.USER, text, user_details)
        return Turn(user, self._add(chat_id, user.id, Role.ASSISTANT, "", details))

    def _add(
        self, chat_id: int, parent_id: int | None, role: Role, text: str, details: Details | None
    ) -> Message:
        is_answer = role is Role.ASSISTANT
        now = self._now()
        number = self._database.insert(
            "INSERT INTO messages"
            " (chat_id, parent_id, role, state, created, shown, writer, details, text)"
            " VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?)",
            (
                chat_id,
                parent_id,
                role.value,
                (MessageState.STREAMING if is_answer else MessageState.COMPLETE).value,
                now,
                self._database.session if is_answer else None,
                json.dumps(dict(details or {})),
                storable(text),
            ),
        )
        self._set_leaf(chat_id, number)
        # What goes on is wanted in the list again.
        self._database.execute(
            "UPDATE chats SET changed = ?, archived = NULL WHERE id = ?", (now, chat_id)
        )
        return self.message(number)

    def _set_leaf(self, chat_id: int, leaf_id: int) -> None:
        self._database.execute("UPDATE chats SET leaf_id = ? WHERE id = ?", (leaf_id, chat_id))
        self._database.execute(
            "UPDATE messages SET shown ="
            " (SELECT max(shown) + 1 FROM messages WHERE chat_id = ?) WHERE id = ?",
            (chat_id, leaf_id),
        )

    def _write_answer(self, message_id: int, state: MessageState, text: str, thinking: str) -> bool:
        writer = self._database.session if state is MessageState.STREAMING else None
        count = self._database.execute(
            "UPDATE messages SET state = ?, writer = ?, text = ?, thinking = ?"
            " WHERE id = ? AND state IN ('streaming', 'interrupted') AND role = 'assistant'",
            (state.value, writer, storable(text), storable(thinking), message_id),
        )
        return count > 0

    def _now(self) -> int:
        return to_stored(self._clock())
