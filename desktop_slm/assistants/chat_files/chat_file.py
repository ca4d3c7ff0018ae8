"""`ChatFile`: one chat as it leaves the app or comes in, with all its branches; and its JSON.

A file holds `{"format": "desktop-slm chats", "version": 1, "chats": [...]}`; a chat has

    title      what it is called; "" where it has no title
    app        "Desktop SLM", or the app that it was imported from
    created    when it was begun, ISO 8601 in UTC
    shown      number of the last message of the branch that is shown, or null
    messages   in any order in which each stands after its parent:
               number   its own, unique in the chat
               parent   the number of the message before it, or null; messages with the same
                        parent are versions of one another
               role     "user", "assistant" or "system"
               state    "complete", "stopped", "interrupted" or "failed"
               created  ISO 8601 in UTC
               text     as it was typed, or as the model wrote it (Markdown)
               thinking what the model wrote before its answer, or ""
               details  what is known of the answer: model, sampling, seed, tokens, times; or {}.
                        "attachments" are the files of a question with their texts; "evidence" is
                        what a checked answer rests on, as in docs/reference.md: its sources name
                        messages of this file by their numbers
               remark   what the window says of the answer as a whole: only that it is from the
                        model's memory; follows from the rest, and is not read again
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

FORMAT = "desktop-slm chats"
VERSION = 1
APP = "Desktop SLM"
ROLES = ("user", "assistant", "system")
STATES = ("complete", "stopped", "interrupted", "failed")
# What a stranger's file may bring; more is refused as a whole, nothing is cut.
MOST_CHATS = 100_000
MOST_MESSAGES = 100_000
MOST_TITLE = 1_000


class NotChats(Exception):
    """The content is not what it would have to be."""


class NewerChats(Exception):
    """A later version of the app wrote the file."""


@dataclass(frozen=True, slots=True)
class FileMessage:
    """A message; `parent` is the number of the one before it."""

    number: int
    parent: int | None
    role: str
    text: str
    created: datetime
    state: str = "complete"
    thinking: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChatFile:
    """A chat; `shown` is the number of the last message of the branch that is shown."""

    title: str
    created: datetime
    messages: tuple[FileMessage, ...]
    shown: int | None = None
    app: str = APP

    @property
    def branch(self) -> tuple[FileMessage, ...]:
        """The messages of the branch that is shown, first to last."""
        by_number = {message.number: message for message in self.messages}
        found: list[FileMessage] = []
        number = self.shown
        while number is not None:
            found.append(by_number[number])
            number = by_number[number].parent
        return tuple(reversed(found))


def to_dict(chats: Sequence[ChatFile]) -> dict[str, Any]:
    """Returns what a file with these chats holds."""
    return {"format": FORMAT, "version": VERSION, "chats": [chat_to_dict(chat) for chat in chats]}


def chat_to_dict(chat: ChatFile) -> dict[str, Any]:
    """Returns one chat as JSON values."""
    return {
        "title": chat.title,
        "app": chat.app,
        "created": chat.created.isoformat(),
        "shown": chat.shown,
        "messages": [
            {
                "number": message.number,
                "parent": message.parent,
                "role": message.role,
                "state": message.state,
                "created": message.created.isoformat(),
                "text": message.text,
                "thinking": message.thinking,
                "details": dict(message.details),
            }
            for message in chat.messages
        ],
    }


def from_dict(data: object) -> tuple[ChatFile, ...]:
    """Returns the chats of a file. Raises NotChats, NewerChats."""
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise NotChats("another format")
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise NotChats("no version")
    if version > VERSION:
        raise NewerChats
    chats = data.get("chats")
    if not isinstance(chats, list) or len(chats) > MOST_CHATS:
        raise NotChats("no chats")
    return tuple(chat_from_dict(chat) for chat in chats)


def chat_from_dict(data: object) -> ChatFile:
    """Returns one chat, whole and consistent. Raises NotChats."""
    if not isinstance(data, Mapping):
        raise NotChats("a chat that is none")
    stored = data.get("messages")
    if not isinstance(stored, list) or len(stored) > MOST_MESSAGES:
        raise NotChats("a chat without messages")
    created = moment(data.get("created"))
    messages: dict[int, FileMessage] = {}
    for each in stored:
        message = _message(each, created)
        if message.number in messages or (
            message.parent is not None and message.parent not in messages
        ):
            raise NotChats("a message out of its order")
        messages[message.number] = message
    shown = data.get("shown")
    if shown is None:
        shown = max(messages, default=None)
    if shown is not None and shown not in messages:
        raise NotChats("an end that is not there")
    return ChatFile(
        text_of(data.get("title"))[:MOST_TITLE],
        created,
        tuple(messages.values()),
        shown,
        text_of(data.get("app"))[:MOST_TITLE] or APP,
    )


def moment(value: object) -> datetime:
    """Returns a time that a file tells, as ISO 8601 or in seconds of UTC. Raises NotChats."""
    try:
        if isinstance(value, str):
            found = datetime.fromisoformat(value)
            return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value, UTC)
    except (ValueError, OverflowError, OSError):
        pass
    raise NotChats("no time")


def text_of(value: object) -> str:
    """Returns a string, "" for everything else."""
    return value if isinstance(value, str) else ""


def _message(data: object, otherwise: datetime) -> FileMessage:
    if not isinstance(data, Mapping):
        raise NotChats("a message that is none")
    number, parent, details = data.get("number"), data.get("parent"), data.get("details", {})
    role, state = data.get("role"), data.get("state", "complete")
    if type(number) is not int or not (parent is None or type(parent) is int):
        raise NotChats("a message without number")
    if role not in ROLES or state not in STATES or not isinstance(details, Mapping):
        raise NotChats("a message of an unknown kind")
    return FileMessage(
        number,
        parent,
        role,
        text_of(data.get("text")),
        moment(data["created"]) if "created" in data else otherwise,
        state,
        text_of(data.get("thinking")),
        details,
    )
