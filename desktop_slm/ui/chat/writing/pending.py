"""Messages that wait for the answer before them, kept per chat as long as the window lives.

Their words also stand in the chat's stored draft, so that they survive its end.
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


@dataclass(frozen=True, slots=True)
class Pending:
    """A message that waits, with what goes along."""

    number: int
    text: str
    attachments: tuple[Attachment, ...] = field(default=(), repr=False)

    @property
    def stored_text(self) -> str:
        """What of it a draft can keep: the words and long pastes."""
        pasted = (each.text for each in self.attachments if not each.pages)
        return "\n\n".join(part for part in (self.text, *pasted) if part.strip())


class PendingMessages(QObject):
    """What waits in every chat, first come, first served."""

    changed = Signal(int)  # a chat's id

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: dict[int, list[Pending]] = {}
        self._held: dict[int, Held] = {}
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
        self._waiting.setdefault(chat_id, []).append(Pending(self._count, text, attachments))
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
        """Drops what waits in a chat that is gone."""
        self._waiting.pop(chat_id, None)
        self._held.pop(chat_id, None)
