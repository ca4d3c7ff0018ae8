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
from desktop_slm.ui.operations import Lane
from desktop_slm.ui.places import Place
from desktop_slm.ui.sidebar.entry import EntryKey, Kind

if TYPE_CHECKING:
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.ui.assistants.page import AssistantsPage
    from desktop_slm.ui.first_run.page import FirstRunPage
    from desktop_slm.ui.models.page import ModelsPage
    from desktop_slm.ui.opening.page import OpeningPage
    from desktop_slm.ui.settings.page import SettingsPage
    from desktop_slm.ui.summaries.page import SummaryPage
    from desktop_slm.ui.temporary.page import TemporaryPage

    _Chats = ChatPage | TemporaryPage
    _Page = _Chats | SummaryPage | ModelsPage | SettingsPage | AssistantsPage | FirstRunPage

_NEEDS_DATA = (Place.CHAT, Place.SUMMARY, Place.ASSISTANTS, Place.TEMPORARY)


class PageStack(QStackedWidget):
    """Shows one page; `shown_changed` says that `place` or `entry` is another one now."""

    shown_changed = Signal()
    history_changed = Signal()
    temporary_changed = Signal()  # there is a temporary chat, or none any more

    def __init__(self, core: Core, opening: DataOpening, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._opening = opening
        self._is_asking = False
        self._waiting_files: list[Path] = []
        self._entries: dict[Place, EntryKey | None] = {}
        self.place = self._last_chat = Place.CHAT
        self.temporary: TemporaryPage | None = None
        self.chat = ChatPage(core)
        self.addWidget(self.chat)
        self.chat.chats_changed.connect(self.history_changed)
        self.chat.chat_opened.connect(self._on_chat_opened)
        self.chat.models_requested.connect(lambda: self.show_place(Place.MODELS))
        self.chat.assistants_requested.connect(lambda: self.show_place(Place.ASSISTANTS))
        self.chat.summary_requested.connect(self.summarize)
        opening.place_needed.connect(self._on_place_needed)
        opening.passphrase_needed.connect(self._on_passphrase_needed)
        opening.failed.connect(self._on_opening_failed)
        core.data_opened.connect(self._on_data_opened)
        core.first_run_requested.connect(self._on_first_run_requested)

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
    def assistants(self) -> AssistantsPage:
        """The Assistants page."""
        from desktop_slm.ui.assistants.page import AssistantsPage

        page = AssistantsPage(self._core)
        self.addWidget(page)
        page.chat_requested.connect(self.begin_with)
        page.prompt_requested.connect(self.insert_prompt)
        page.back_requested.connect(lambda: self.show_place(self._last_chat))
        page.changed.connect(self._on_assistants_changed)
        return page

    @cached_property
    def settings(self) -> SettingsPage:
        """The Settings page."""
        from desktop_slm.ui.settings.page import SettingsPage

        page = SettingsPage(self._core)
        self.addWidget(page)
        return page

    @cached_property
    def first_run(self) -> FirstRunPage:
        """What a person sees first."""
        from desktop_slm.ui.first_run.page import FirstRunPage

        page = FirstRunPage(self._core)
        self.addWidget(page)
        page.finished.connect(self._on_first_run_finished)
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
        if self.place is Place.FIRST_RUN and place is not Place.FIRST_RUN:
            self._core.change_settings(first_run="done")
        is_gone = place is Place.TEMPORARY and self.temporary is None
        self.place = place = Place.CHAT if is_gone else place
        if place in (Place.CHAT, Place.TEMPORARY):
            self._last_chat = place
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

    def begin_temporary(self) -> None:
        """Shows a chat of which nothing is stored: the one there is, or a new one."""
        data = self._core.data
        if data is None or self.temporary is not None:
            self.show_place(Place.TEMPORARY)
            return
        from desktop_slm.ui.temporary.page import TemporaryPage
        from desktop_slm.ui.temporary.temporary_core import TemporaryData

        def make(_job: object) -> TemporaryData:
            from desktop_slm.storage.database import Database

            return TemporaryData.beside(Database.in_memory(), data)

        def show(made: TemporaryData) -> None:
            if self.temporary is None:
                self.temporary = page = TemporaryPage(self._core, made)
                self.addWidget(page)
                page.kept.connect(self._on_temporary_kept)
                page.closed.connect(self.discard_temporary)
                page.models_requested.connect(lambda: self.show_place(Place.MODELS))
                page.assistants_requested.connect(lambda: self.show_place(Place.ASSISTANTS))
                page.summary_requested.connect(self.summarize)
                self.temporary_changed.emit()
            self.show_place(Place.TEMPORARY)

        self._core.operations.run(
            self, make, on_success=show, on_failure=self._core.report, lane=Lane.STORAGE
        )

    def discard_temporary(self) -> None:
        """Lets go of the temporary chat; nothing of it is left."""
        page, self.temporary = self.temporary, None
        if page is None:
            return
        if self.place is Place.TEMPORARY:
            self.show_place(Place.CHAT)
        self.removeWidget(page)
        page.discard()
        self.temporary_changed.emit()

    def _on_temporary_kept(self, chat_id: int) -> None:
        self.discard_temporary()
        self.history_changed.emit()
        if chat_id:
            self.open_entry(EntryKey(Kind.CHAT, chat_id))
        else:
            self.chat.new_chat()

    @property
    def shown_chat(self) -> ChatPage:
        """The chat page that is shown or was last: the temporary chat's has the same face."""
        is_temporary = self.place is Place.TEMPORARY and self.temporary is not None
        return self.temporary.chat if is_temporary and self.temporary else self.chat

    def begin_chat_in(self, folder_id: int | None) -> None:
        """Shows an empty chat that is going to be in a folder, or in the list alone."""
        if not self._is_asking:
            self.chat.new_chat(folder_id)
        self.show_place(Place.CHAT)

    def ask_about(self, summaries: list[int], question_id: int | None = None) -> None:
        """Shows where one asks about the documents of these summaries, at a question that was."""
        self.show_place(Place.SUMMARY)
        if not self.is_asking:
            self.summary.ask_about(summaries, question_id)

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
        if key.kind is Kind.SUMMARY and "summary" in self.__dict__:  # the page was made
            self.summary.close_summary(key.id)
        elif key.kind is Kind.CHAT:
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
        self.shown_chat.attach_files(files)
        self.show_place(Place.TEMPORARY if self.place is Place.TEMPORARY else Place.CHAT)

    def _on_chat_requested(self, files: list[Path]) -> None:
        """Begins a chat about documents of the summary page."""
        self.place = Place.CHAT
        self.chat.new_chat()
        self.attach(files)

    def begin_with(self, key: str) -> None:
        """Begins a chat in which an assistant answers."""
        self.chat.begin_with(key)
        self.show_place(Place.CHAT)

    def insert_prompt(self, name: str) -> None:
        """Puts a prompt into the box of the chat that was left."""
        self.show_place(self._last_chat)
        self.shown_chat.insert_prompt(name)

    def _on_assistants_changed(self) -> None:
        self.chat.refresh_assistants()
        if self.temporary is not None:
            self.temporary.chat.refresh_assistants()

    def choose_files(self) -> None:
        """Asks for documents and summarizes them."""
        self.show_place(Place.SUMMARY)
        if not self.is_asking:
            self.summary.choose_files()

    # The page that is shown

    def stop(self) -> None:
        """Stops what the shown page is doing."""
        if self.place in (Place.CHAT, Place.TEMPORARY):
            self.shown_chat.stop()
        elif self.place is Place.SUMMARY:
            self.summary.stop()

    def focus_first(self) -> None:
        """Puts the focus where the shown page begins."""
        (self.opening if self.is_asking else self._page(self.place)).focus_first()

    def _page(self, place: Place) -> _Page:
        if place is Place.CHAT:
            return self.chat
        if place is Place.SUMMARY:
            return self.summary
        if place is Place.ASSISTANTS:
            return self.assistants
        if place is Place.FIRST_RUN:
            return self.first_run
        if place is Place.TEMPORARY and self.temporary is not None:
            return self.temporary
        return self.models if place is Place.MODELS else self.settings

    def _on_first_run_requested(self) -> None:
        self.show_place(Place.FIRST_RUN)

    def _on_first_run_finished(self) -> None:
        """Begins to chat, and offers the recovery code as soon as there is data to recover."""
        from desktop_slm.ui.first_run.recovery_offer import RecoveryOffer

        self.begin(Place.CHAT)
        RecoveryOffer(self._core, self).make()

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
