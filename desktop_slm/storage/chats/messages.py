"""A chat, its messages and the states of an answer, as values; and their form in a row."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any

from desktop_slm.storage.times import from_stored

Details = Mapping[str, Any]


class Role(Enum):
    """Who speaks."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


class MessageState(Enum):
    """How far a message has come; all but STREAMING are final."""

    COMPLETE = "complete"
    STREAMING = "streaming"
    STOPPED = "stopped"  # by the person
    INTERRUPTED = "interrupted"  # its process died
    FAILED = "failed"  # the engine could not go on


@dataclass(frozen=True, slots=True)
class Chat:
    """One line of the list. `leaf_id` is the last message of the branch that is shown."""

    id: int
    title: str
    has_own_title: bool
    created: datetime
    changed: datetime
    leaf_id: int | None
    is_pinned: bool = False
    is_archived: bool = False
    folder_id: int | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat's tree; `parent_id` is None for the first."""

    id: int
    chat_id: int
    parent_id: int | None
    role: Role
    state: MessageState
    created: datetime
    text: str
    thinking: str = ""
    details: Details = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Turn:
    """What a person wrote, and the answer that is to be streamed."""

    user: Message
    answer: Message


CHAT_COLUMNS = "id, title, has_own_title, created, changed, leaf_id, pinned, archived, folder_id"
MESSAGE_COLUMNS = "id, chat_id, parent_id, role, state, created, text, thinking, details"


def chat_from(row: tuple[Any, ...]) -> Chat:
    """Returns the chat in a row of CHAT_COLUMNS."""
    number, title, has_own_title, created, changed, leaf_id, pinned, archived, folder_id = row
    return Chat(
        number,
        title,
        bool(has_own_title),
        from_stored(created),
        from_stored(changed),
        leaf_id,
        is_pinned=pinned is not None,
        is_archived=archived is not None,
        folder_id=folder_id,
    )


def message_from(row: tuple[Any, ...]) -> Message:
    """Returns the message in a row of MESSAGE_COLUMNS."""
    number, chat_id, parent_id, role, state, created, text, thinking, details = row
    return Message(
        number,
        chat_id,
        parent_id,
        Role(role),
        MessageState(state),
        from_stored(created),
        text,
        thinking,
        json.loads(details),
    )


def storable(text: str) -> str:
    """Returns the text as UTF-8 can hold it: halves of surrogate pairs become U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
