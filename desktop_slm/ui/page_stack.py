"""The pages of the window, made when they are first shown, and what leads from one to another.

Until the person's data is open, the opening page stands in for chats and summaries where
something has to be asked.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_slm.ui.chat.page import ChatPage
from desktop_slm.ui.core import Core
from desktop_slm.ui.data_opening import DataOpening
from desktop_slm.ui.places import Place
from desktop_slm.ui.sidebar.entry import EntryKey, Kind

if TYPE_CHECKING:
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.ui.models.page import ModelsPage
    from desktop_slm.ui.opening.page import OpeningPage
    from desktop_slm.ui.settings.page import SettingsPage
    from desktop_slm.ui.summaries.page import SummaryPage

_NEEDS_DATA = (Place.CHAT, Place.SUMMARY)


class PageStack(QStackedWidget):
    """Shows one page; `shown_changed` says that `place` or `entry` is another one now."""

    shown_changed = Signal()
    history_changed = Signal()

    def __init__(self, core: Core, opening: DataOpening, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._opening = opening
        self._is_asking = False
        self._waiting_files: list[Path] = []
        self._entries: dict[Place, EntryKey | None] = {}
        self.place = Place.CHAT
        self.chat = ChatPage(core)
        self.addWidget(self.chat)
        self.chat.chats_changed.connect(self.history_changed)
        self.chat.chat_opened.connect(self._on_chat_opened)
        self.chat.models_requested.connect(lambda: self.show_place(Place.MODELS))
        self.chat.summary_requested.connect(self.summarize)
        opening.place_needed.connect(self._on_place_needed)
        opening.passphrase_needed.connect(self._on_passphrase_needed)
        opening.failed.connect(self._on_opening_failed)
        core.data_opened.connect(self._on_data_opened)

    # The pages

    @cached_property
    def summary(self) -> SummaryPage:
        """The Summarize page."""
        from desktop_slm.ui.summaries.page import SummaryPage

        page = SummaryPage(self._core)
        self.addWidget(page)
        page.summaries_changed.connect(self.history_changed)
        page.summary_opened.connect(self._on_summary_opened)
        page.models_requested.connect(lambda: self.show_place(Place.MODELS))
        page.chat_requested.connect(self._on_chat_requested)
        return page

    @cached_property
    def models(self) -> ModelsPage:
        """The Models page."""
        from desktop_slm.ui.models.page import ModelsPage

        page = ModelsPage(self._core)
        self.addWidget(page)
        page.chat_requested.connect(lambda: self.show_place(Place.CHAT))
        return page

    @cached_property
    def settings(self) -> SettingsPage:
        """The Settings page."""
        from desktop_slm.ui.settings.page import SettingsPage

        page = SettingsPage(self._core)
        self.addWidget(page)
        return page

    @cached_property
    def opening(self) -> OpeningPage:
        """The page that asks for a passphrase, or says why the data cannot be opened."""
        from desktop_slm.ui.opening.page import OpeningPage

        page = OpeningPage(self._core, self._opening)
        self.addWidget(page)
        return page

    # What is shown

    @property
    def entry(self) -> EntryKey | None:
        """The chat or summary that is shown, if a stored one is."""
        return None if self.is_asking else self._entries.get(self.place)

    @property
    def is_asking(self) -> bool:
        """Whether the opening page stands in for the page that was asked for."""
        return self._is_asking and self.place in _NEEDS_DATA

    def show_place(self, place: Place) -> None:
        """Shows a page as it was left."""
        self.place = place
        page = self.opening if self.is_asking else self._page(place)
        self.setCurrentWidget(page)
        if place is Place.MODELS:
            self.models.refresh()
        self.shown_changed.emit()
        self.focus_first()

    def begin(self, place: Place) -> None:
        """Shows a page at its beginning: a new chat, or where one drops a document."""
        if not self._is_asking and place is Place.CHAT:
            self.chat.new_chat()
        if not self._is_asking and place is Place.SUMMARY:
            self.summary.show_start()
        self.show_place(place)

    def open_entry(self, key: EntryKey) -> None:
        """Shows a stored chat or summary."""
        if key.kind is Kind.CHAT:
            self.chat.open_chat(key.id)
            self.show_place(Place.CHAT)
        else:
            self.summary.open_summary(key.id)
            self.show_place(Place.SUMMARY)

    def leave_entry(self, key: EntryKey) -> None:
        """Stops what is under way in the entry that was just deleted, and shows it no longer."""
        if key.kind is Kind.SUMMARY:
            self.summary.close_summary(key.id)
        else:
            self.chat.close_chat(key.id)
        self.shown_changed.emit()

    def rename_entry(self, key: EntryKey, title: str) -> None:
        """Shows another title where the entry is shown."""
        if key.kind is Kind.SUMMARY:
            self.summary.rename_summary(key.id, title)
        else:
            self.chat.rename_chat(key.id, title)

    # Files

    def summarize(self, files: list[Path]) -> None:
        """Summarizes documents; where the data is not open yet, as soon as it is."""
        if self._core.data is None:
            self._waiting_files += files
        else:
            self.summary.open_files(files)
        self.show_place(Place.SUMMARY)

    def attach(self, files: list[Path]) -> None:
        """Adds documents to the message that is being written."""
        self.chat.attach_files(files)
        self.show_place(Place.CHAT)

    def _on_chat_requested(self, files: list[Path]) -> None:
        """Begins a chat about documents of the summary page."""
        self.chat.new_chat()
        self.attach(files)

    def choose_files(self) -> None:
        """Asks for documents and summarizes them."""
        self.show_place(Place.SUMMARY)
        if not self.is_asking:
            self.summary.choose_files()

    # The page that is shown

    def stop(self) -> None:
        """Stops what the shown page is doing."""
        if self.place is Place.CHAT:
            self.chat.stop()
        elif self.place is Place.SUMMARY:
            self.summary.stop()

    def focus_first(self) -> None:
        """Puts the focus where the shown page begins."""
        (self.opening if self.is_asking else self._page(self.place)).focus_first()

    def _page(self, place: Place) -> ChatPage | SummaryPage | ModelsPage | SettingsPage:
        if place is Place.CHAT:
            return self.chat
        if place is Place.SUMMARY:
            return self.summary
        return self.models if place is Place.MODELS else self.settings

    def _on_chat_opened(self, chat_id: int | None) -> None:
        self._note(Place.CHAT, EntryKey(Kind.CHAT, chat_id) if chat_id is not None else None)

    def _on_summary_opened(self, summary_id: int | None) -> None:
        key = EntryKey(Kind.SUMMARY, summary_id) if summary_id is not None else None
        self._note(Place.SUMMARY, key)

    def _note(self, place: Place, key: EntryKey | None) -> None:
        self._entries[place] = key
        self.shown_changed.emit()

    # Opening the data

    def _on_place_needed(self) -> None:
        self.opening.ask_for_place()
        self._begin_asking()

    def _on_passphrase_needed(self) -> None:
        self.opening.ask_for_passphrase()
        self._begin_asking()

    def _on_opening_failed(self, error: DesktopSlmError) -> None:
        self.opening.show_failure(error)
        self._begin_asking()

    def _begin_asking(self) -> None:
        self._is_asking = True
        if self.is_asking and self.currentWidget() is not self.opening:
            self.show_place(self.place)

    def _on_data_opened(self) -> None:
        was_asking, self._is_asking = self.is_asking, False
        files, self._waiting_files = self._waiting_files, []
        if files:
            self.summarize(files)
        elif was_asking:
            self.show_place(self.place)
