"""One line of the history: a chat or a summary, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop_slm.storage.messages import Chat
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

    @classmethod
    def of_chat(cls, chat: Chat) -> Entry:
        """Returns the entry of a chat."""
        return cls(EntryKey(Kind.CHAT, chat.id), chat.title, chat.changed)

    @classmethod
    def of_summary(cls, summary: Summary) -> Entry:
        """Returns the entry of a summary."""
        return cls(EntryKey(Kind.SUMMARY, summary.id), summary.title, summary.changed)


def newest_first(entry: Entry) -> tuple[float, str, int]:
    """Sorts entries by their last change; those of one moment always in the same order."""
    return -entry.changed.timestamp(), entry.key.kind.value, -entry.key.id
