"""Chats from one database into another, with all their branches."""

from __future__ import annotations

import json

from desktop_slm.storage.chats.branches import Rewrite
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.database import Database

_MESSAGE = "id, parent_id, role, state, created, shown, details, thinking, text"


def copy_chats(source: Database, target: Database, rewrite: Rewrite) -> dict[int, int]:
    """Copies all chats that are not deleted; returns their new ids by the old ones.

    What is being written is kept as cut off. `rewrite` gives each message its details: ids in
    them are those of the other database.
    """
    copied: dict[int, int] = {}
    with target.transaction():
        for row in source.rows(
            "SELECT id, title, has_own_title, details, created, changed, leaf_id FROM chats"
            " WHERE deleted IS NULL ORDER BY id"
        ):
            chat_id, *values, leaf_id = row
            copied[chat_id] = target.insert(
                "INSERT INTO chats (title, has_own_title, details, created, changed)"
                " VALUES (?, ?, ?, ?, ?)",
                values,
            )
            ids = _copy_messages(source, target, (chat_id, copied[chat_id]), rewrite)
            _copy_waiting(source, target, (chat_id, copied[chat_id]))
            target.execute(
                "UPDATE chats SET leaf_id = ? WHERE id = ?", (ids.get(leaf_id), copied[chat_id])
            )
    return copied


def _copy_waiting(source: Database, target: Database, chats: tuple[int, int]) -> None:
    for row in source.rows(
        "SELECT number, position, text, details FROM waiting WHERE chat_id = ?", (chats[0],)
    ):
        target.insert(
            "INSERT INTO waiting (chat_id, number, position, text, details) VALUES (?, ?, ?, ?, ?)",
            (chats[1], *row),
        )


def _copy_messages(
    source: Database, target: Database, chats: tuple[int, int], rewrite: Rewrite
) -> dict[int, int]:
    """Copies the messages of a chat, parents first; returns their new ids by the old ones."""
    ids: dict[int, int] = {}
    for row in source.rows(
        f"SELECT {_MESSAGE} FROM messages WHERE chat_id = ? ORDER BY id", (chats[0],)
    ):
        number, parent_id, role, state, created, shown, details, thinking, text = row
        is_streaming = state == MessageState.STREAMING.value
        ids[number] = target.insert(
            "INSERT INTO messages"
            " (chat_id, parent_id, role, state, created, shown, details, thinking, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                chats[1],
                ids.get(parent_id),
                role,
                MessageState.INTERRUPTED.value if is_streaming else state,
                created,
                shown,
                json.dumps(dict(rewrite(json.loads(details), ids))),
                thinking,
                text,
            ),
        )
    return ids
