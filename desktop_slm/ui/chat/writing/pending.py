"""Messages that wait for the answer before them, kept per chat.

They are stored as well, with what goes along, so that they survive the window: see `sending`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop_slm.assistants.attachments import Attachment


class Held(Enum):
    """Why what waits does not go by itself."""

    NOT = auto()
    STOPPED = auto()  # the person stopped the answer before it
    FAILED = auto()  # the answer before it did not come to its end
    NO_ROOM = auto()  # it does not fit, and the person chose nothing
    CLOSED = auto()  # the window was closed before its turn


@dataclass(frozen=True, slots=True)
class Pending:
    """A message that waits, with what goes along."""

    number: int
    text: str
    attachments: tuple[Attachment, ...] = field(default=(), repr=False)


class PendingMessages(QObject):
    """What waits in every chat, first come, first served."""

    changed = Signal(int)  # a chat's id

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: dict[int, list[Pending]] = {}
        self._held: dict[int, Held] = {}
        self._known: set[int] = set()
        self._count = 0

    def of(self, chat_id: int | None) -> tuple[Pending, ...]:
        """Returns what waits in a chat."""
        return tuple(self._waiting.get(chat_id, ())) if chat_id is not None else ()

    def held(self, chat_id: int) -> Held:
        """Returns why it does not go by itself."""
        return self._held.get(chat_id, Held.NOT)

    def add(self, chat_id: int, text: str, attachments: tuple[Attachment, ...]) -> None:
        """Puts a message behind those that wait."""
        self._count += 1
        self._known.add(chat_id)
        self._waiting.setdefault(chat_id, []).append(Pending(self._count, text, attachments))
        self.changed.emit(chat_id)

    def knows(self, chat_id: int) -> bool:
        """Whether what was stored for a chat was read, or is from this window."""
        return chat_id in self._known

    def take_stored(self, chat_id: int, stored: tuple[Pending, ...]) -> None:
        """Takes what waited when the window was closed; it does not go by itself."""
        if chat_id in self._known:
            return
        self._known.add(chat_id)
        if stored:
            self._count = max(self._count, *(each.number for each in stored))
            self._waiting[chat_id] = [*stored]
            self._held[chat_id] = Held.CLOSED
            self.changed.emit(chat_id)

    def take(self, chat_id: int, number: int) -> Pending | None:
        """Takes a message out and returns it; None where it is gone."""
        waiting = self._waiting.get(chat_id, [])
        found = next((each for each in waiting if each.number == number), None)
        if found is not None:
            waiting.remove(found)
            if not waiting:
                self._held.pop(chat_id, None)
            self.changed.emit(chat_id)
        return found

    def put_first(self, chat_id: int, number: int) -> None:
        """Lets a message go before the others."""
        self._waiting.get(chat_id, []).sort(key=lambda each: each.number != number)
        self.changed.emit(chat_id)

    def hold(self, chat_id: int, why: Held) -> None:
        """Keeps what waits until the person sends it."""
        if self._waiting.get(chat_id):
            self._held[chat_id] = why
            self.changed.emit(chat_id)

    def forget(self, chat_id: int) -> None:
        """Lets go of what waits in a deleted chat; it is read again where that is undone."""
        self._known.discard(chat_id)
        self._waiting.pop(chat_id, None)
        self._held.pop(chat_id, None)
