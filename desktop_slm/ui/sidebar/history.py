"""Reads the history from storage page by page, and stores what the list changes in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_slm.ui.core import now
from desktop_slm.ui.operations import Lane
from desktop_slm.ui.sidebar.entry import Entry, Kind

if TYPE_CHECKING:
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.storage.chats.conversations import Conversations
    from desktop_slm.storage.chats.messages import Chat
    from desktop_slm.storage.summaries import Summaries, Summary
    from desktop_slm.ui.core import Core, Data
    from desktop_slm.ui.sidebar.entry import EntryKey

T = TypeVar("T")
PAGE = 200
_FURTHER_PAGES = 5000  # the first page is to be there at once, ten thousand soon
_NEWEST = 20


@dataclass(frozen=True, slots=True)
class _Page:
    """Some entries, and where each of the two lists goes on; None where it has ended."""

    entries: tuple[Entry, ...]
    chat: Chat | None
    summary: Summary | None


class History(QObject):
    """The chats and summaries of the open database; everything happens in the storage lane."""

    entries_read = Signal(object)  # Sequence[Entry]: new ones, or known ones in a newer state
    entry_failed = Signal(object)  # EntryKey: what was asked for it could not be stored

    def __init__(self, core: Core, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._core = core

    def read_all(self) -> None:
        """Reads every page, newest first."""
        data = self._core.data
        if data is not None:
            self._run(lambda: _page(data), lambda page: self._on_page(data, page))

    def read_newest(self) -> None:
        """Reads what can have changed: a turn or a run makes its entry the newest."""
        data = self._core.data
        if data is not None:
            self._run(
                lambda: _page(data, limit=_NEWEST),
                lambda page: self.entries_read.emit(page.entries),
            )

    def rename(self, key: EntryKey, title: str) -> None:
        """Stores another title."""
        self._store(key, lambda data: _store_of(data, key).rename(key.id, title))

    def pin(self, key: EntryKey, *, pinned: bool) -> None:
        """Keeps an entry at the top of the list, or no longer."""
        self._store(key, lambda data: _store_of(data, key).pin(key.id, pinned=pinned))

    def archive(self, key: EntryKey, *, archived: bool) -> None:
        """Puts an entry away from the list, or brings it back."""
        self._store(key, lambda data: _store_of(data, key).archive(key.id, archived=archived))

    def move(self, key: EntryKey, folder: int | None) -> None:
        """Puts an entry into a folder, or out of any."""
        self._store(key, lambda data: _store_of(data, key).move(key.id, folder))

    def delete(self, key: EntryKey) -> None:
        """Takes an entry out; `restore` brings it back until `purge`."""
        self._store(key, lambda data: _store_of(data, key).delete(key.id))

    def restore(self, key: EntryKey) -> None:
        """Undoes `delete`."""
        self._store(key, lambda data: _store_of(data, key).restore(key.id))

    def purge(self) -> None:
        """Erases for good what is deleted by then: the time is taken when its turn has come."""
        data = self._core.data
        if data is not None:
            self._run(lambda: _purge(data, now()), lambda nothing: self._core.erased.emit())

    def _on_page(self, data: Data, page: _Page) -> None:
        self.entries_read.emit(page.entries)
        if page.chat is not None or page.summary is not None:
            # Each page is an operation of its own: what a person does comes in between.
            further = partial(_page, data, page, limit=_FURTHER_PAGES)
            self._run(further, lambda found: self._on_page(data, found))

    def _store(self, key: EntryKey, change: Callable[[Data], None]) -> None:
        data = self._core.data
        if data is None:
            return

        def on_failure(error: DesktopSlmError) -> None:
            self._core.report(error)
            self.entry_failed.emit(key)

        self._core.operations.run(
            self,
            lambda job: change(data),
            on_success=lambda nothing: None,
            on_failure=on_failure,
            lane=Lane.STORAGE,
        )

    def _run(self, work: Callable[[], T], on_success: Callable[[T], object]) -> None:
        self._core.operations.run(
            self,
            lambda job: work(),
            on_success=on_success,
            on_failure=self._core.report,
            lane=Lane.STORAGE,
        )


def _page(data: Data, before: _Page | None = None, *, limit: int = 0) -> _Page:
    limit = limit or PAGE
    chats: tuple[Chat, ...] = ()
    summaries: tuple[Summary, ...] = ()
    if before is None or before.chat is not None:
        chats = data.conversations.recent(
            limit, before.chat if before else None, with_archived=True
        )
    if before is None or before.summary is not None:
        summaries = data.summaries.recent(
            limit, before.summary if before else None, with_archived=True
        )
    entries = (*map(Entry.of_chat, chats), *map(Entry.of_summary, summaries))
    return _Page(
        entries,
        chats[-1] if len(chats) == limit else None,
        summaries[-1] if len(summaries) == limit else None,
    )


def _purge(data: Data, until: datetime) -> None:
    data.conversations.purge_deleted(until)
    data.summaries.purge_deleted(until)


def _store_of(data: Data, key: EntryKey) -> Conversations | Summaries:
    return data.conversations if key.kind is Kind.CHAT else data.summaries
