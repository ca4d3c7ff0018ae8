"""One line of the history: a chat or a summary, as a value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop_slm.storage.chats.messages import Chat
    from desktop_slm.storage.summaries import Summary


class Kind(Enum):
    """What an entry opens."""

    CHAT = "chat"
    SUMMARY = "summary"


class EntryKey(NamedTuple):
    """What an entry is known by; the two kinds count their ids apart."""

    kind: Kind
    id: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A chat or a summary in the list."""

    key: EntryKey
    title: str
    changed: datetime
    is_pinned: bool = False
    is_archived: bool = False
    folder: int | None = None  # the id of the one that it is in

    @classmethod
    def of_chat(cls, chat: Chat) -> Entry:
        """Returns the entry of a chat."""
        key = EntryKey(Kind.CHAT, chat.id)
        keeping = chat.is_pinned, chat.is_archived, chat.folder_id
        return cls(key, chat.title, chat.changed, *keeping)

    @classmethod
    def of_summary(cls, summary: Summary) -> Entry:
        """Returns the entry of a summary."""
        key = EntryKey(Kind.SUMMARY, summary.id)
        keeping = summary.is_pinned, summary.is_archived, summary.folder_id
        return cls(key, summary.title, summary.changed, *keeping)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Returns pinned ones first, then by the last change; those of one moment by their key."""
    return sorted(entries, key=_order, reverse=True)


def _order(entry: Entry) -> tuple[bool, datetime, bool, int]:
    key = entry.key
    return entry.is_pinned, entry.changed, key.kind is Kind.CHAT, key.id
