"""What stands in the box, kept per chat: at once in memory, after a pause in the database.

A box is known by its chat's id; that of the new chat is None, and that of the new chat in a folder
the folder's id below zero: what is typed for one matter does not turn up in another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_slm.ui.chat.writing.composer import Draft
from desktop_slm.ui.core import Core
from desktop_slm.ui.operations import Job, Lane

if TYPE_CHECKING:
    from desktop_slm.ui.core import Data

_PAUSE_MS = 700
_EMPTY = Draft("")


def new_box(folder_id: int | None) -> int | None:
    """Returns the box of the new chat, or of the one in a folder."""
    return None if folder_id is None else -folder_id


def is_new(box: int | None) -> bool:
    """Whether the box belongs to a chat that is not stored yet."""
    return box is None or box < 0


def stored_draft(data: Data, box: int | None) -> str:
    """Returns what was typed and not sent. Blocks."""
    if box is not None and box < 0:
        return data.folders.draft(-box)
    return data.conversations.draft(box)


def _store_draft(data: Data, box: int | None, text: str) -> None:
    if box is not None and box < 0:
        data.folders.save_draft(-box, text)
    else:
        data.conversations.save_draft(box, text)


class Drafts(QObject):
    """Notes every change and stores the last one."""

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._known: dict[int | None, Draft] = {}
        self._unsaved: set[int | None] = set()
        self._read: set[int | None] = set()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.save)

    def of(self, chat_id: int | None) -> Draft:
        """Returns what was left in the box of a chat in this session."""
        return self._known.get(chat_id, _EMPTY)

    def note(self, chat_id: int | None, draft: Draft) -> None:
        """Takes what stands in the box now."""
        if self.of(chat_id) != draft:
            self._known[chat_id] = draft
            self._unsaved.add(chat_id)
            self._timer.start()

    def forget(self, chat_id: int | None) -> None:
        """Takes a draft for sent; the database forgot it with the same commit."""
        self._known.pop(chat_id, None)
        self._unsaved.discard(chat_id)

    def note_read(self, chat_id: int | None) -> None:
        """Takes what the database held for part of what stands in the box from now on."""
        self._read.add(chat_id)

    def is_read(self, chat_id: int | None) -> bool:
        """Says whether the database's draft of a chat was seen in this session."""
        return chat_id in self._read

    def pause(self) -> None:
        """Stores nothing until the next change: a message is about to be stored as sent."""
        self._timer.stop()

    def save(self) -> None:
        """Stores now what is not stored yet."""
        self._timer.stop()
        if self._core.data is None:
            return  # kept in memory until there is a place for it
        unsaved, self._unsaved = self._unsaved, set()
        for chat_id in unsaved:
            self._save(chat_id, _as_text(self.of(chat_id)))

    def _save(self, chat_id: int | None, text: str) -> None:
        data = self._core.data
        assert data is not None
        is_read = chat_id in self._read

        def save(job: Job) -> None:
            # Typed and left before the stored draft was there: neither takes the other's place.
            stored = "" if is_read else stored_draft(data, chat_id)
            both = "\n".join(part for part in (stored, text) if part)
            _store_draft(data, chat_id, both)

        self._core.operations.run(
            self,
            save,
            on_success=lambda result: None if is_read else self._known.pop(chat_id, None),
            on_failure=lambda error: self._unsaved.add(chat_id),  # with the next change again
            lane=Lane.STORAGE,
        )


def _as_text(draft: Draft) -> str:
    """Returns all of a draft as one text: a long paste comes back as a part of it."""
    return "\n\n".join(part for part in (draft.text, *draft.pasted) if part)
