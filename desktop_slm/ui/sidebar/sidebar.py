"""The left side of the window: where one can go, what was made, and the truth about the network.

What works on the data is made once the window is painted, see `Sidebar.complete`.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from desktop_slm.settings import Settings
from desktop_slm.ui import spacing
from desktop_slm.ui.core import Core, Data
from desktop_slm.ui.places import Place
from desktop_slm.ui.sidebar.entry import Entry, EntryKey
from desktop_slm.ui.sidebar.history import History
from desktop_slm.ui.sidebar.history_list import HistoryList
from desktop_slm.ui.sidebar.history_model import HistoryModel
from desktop_slm.ui.sidebar.network_badge import NetworkBadge
from desktop_slm.ui.sidebar.new_row import NewRow
from desktop_slm.ui.sidebar.search_pane import SearchPane
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from desktop_slm.ui.finding.preparation import SearchPreparation
    from desktop_slm.ui.sidebar.archive_row import ArchiveRow
    from desktop_slm.ui.sidebar.code_line import CodeLine
    from desktop_slm.ui.sidebar.list_folders import ListFolders
    from desktop_slm.ui.sidebar.lock_button import LockButton
    from desktop_slm.ui.sidebar.undo_line import UndoLine

_DAY_CHECKED_MS = 60_000
_OPENING_SHOWN_MS = 700


class Sidebar(QWidget):
    """Asks the window to go somewhere, and keeps the list of chats and summaries."""

    place_requested = Signal(object)  # Place
    entry_opened = Signal(object)  # EntryKey
    export_requested = Signal(object, object)  # Entry, ChatFormat
    entry_deleted = Signal(object)  # EntryKey
    entry_renamed = Signal(object, str)  # EntryKey, the new title
    hit_opened = Signal(object, str)  # Hit, what was searched for

    def __init__(self, core: Core, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._history = History(core, self)
        self._model = HistoryModel(self)
        self._places: dict[Place, Button] = {}
        self._is_compact = False
        self.setProperty("ground", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = column = spacing.column(core.theme, self, gap=2, margins=(12, 12, 12, 12))
        self.new_row = NewRow(core.theme)
        column.addWidget(self.new_row)
        self._add_place(self.new_row.row, Place.CHAT, self.tr("New chat"), "message-square")
        self.new_row.add_menu()
        self._add_place(column, Place.SUMMARY, self.tr("Summarize"), "file-text")
        self._add_place(column, Place.MODELS, self.tr("Models"), "box")
        self._gap = QWidget()
        self._gap.setFixedHeight(8)
        column.addWidget(self._gap)
        self.search = SearchPane(core)
        column.addWidget(self.search.field)
        column.addSpacing(core.theme.px(6))
        column.addWidget(self._make_history(), 1)
        self.badge = NetworkBadge(core)
        column.addWidget(self.badge)
        self._last = spacing.row(core.theme, gap=2)
        column.addLayout(self._last)
        self._add_place(self._last, Place.SETTINGS, self.tr("Settings"), "settings")
        self._connect()

    def complete(self) -> None:
        """Puts in what works on the data; called once, before they are opened."""
        column = self._column
        for line in (self._not_stored, self._undo, self._archive):
            column.insertWidget(column.indexOf(self._middle) + 1, line)
        column.insertWidget(column.indexOf(self.badge) + 1, self.code_line)
        self._last.addWidget(self.lock)
        self.new_row.folder_requested.connect(self.folders.acts.ask_for_new)
        self._preparation.ended.connect(self.search.search_again)

    def show_place(self, place: Place, key: EntryKey | None = None) -> None:
        """Marks what the window shows: an entry of the list, or one of the places."""
        for each, button in self._places.items():
            button.setChecked(each is place and key is None)
        if "_temporary" in self.__dict__:
            self._temporary.setChecked(place is Place.TEMPORARY)
        self.list.show_selected(key)

    def show_temporary(self, *, exists: bool) -> None:
        """Offers the way to the temporary chat for as long as there is one."""
        self._temporary.setVisible(exists)

    def set_compact(self, compact: bool) -> None:
        """Leaves out what the rail beside it shows, for the sake of the list."""
        for widget in (self.new_row, *self._places.values(), self.badge, self._gap):
            widget.setVisible(not compact)
        self._is_compact = compact
        if "lock" in self.__dict__:
            self.lock.set_compact(compact)

    def entries(self) -> tuple[Entry, ...]:
        """Returns all chats and summaries that were read, in the order of the list."""
        return self._model.in_order()

    def show_folder(self, folder_id: int) -> None:
        """Shows a folder in the list, unfolded."""
        self.search.field.clear()
        self.folders.show(folder_id)

    def focus_search(self) -> None:
        """Puts the cursor where one searches in everything."""
        self.search.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.field.selectAll()

    def refresh(self) -> None:
        """Reads what has changed at the top of the list."""
        self._history.read_newest()

    def finish(self) -> None:
        """Erases what was deleted; called before the window closes."""
        self._undo.end()

    def focus_first(self) -> None:
        """Puts the focus on the list, or on the first place while that is empty."""
        places = self._places[Place.CHAT]
        instead = places if places.isVisible() else self._empty
        target = instead if self._model.is_empty else self.list
        target.setFocus(Qt.FocusReason.TabFocusReason)

    # Making it

    def _add_place(self, column: QBoxLayout, place: Place, words: str, icon: str) -> None:
        button = Button(self._core.theme, words, kind="row", icon=icon)
        button.setCheckable(True)
        button.clicked.connect(lambda: self._on_place_clicked(place))
        self._places[place] = button
        column.addWidget(button)

    def _make_history(self) -> QWidget:
        self.list = HistoryList(self._core.theme, self._model)
        self._empty = WrappedLabel("", "small")
        self._empty.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # to be read out, and left with Esc
        box = QWidget()
        column = spacing.column(self._core.theme, box, margins=(10, 8, 10, 8))
        column.addWidget(self._empty)
        column.addStretch(1)
        self._middle = QStackedWidget()
        self._middle.addWidget(box)
        self._middle.addWidget(self.list)
        self._middle.addWidget(self.search)
        return self._middle

    def _connect(self) -> None:
        self.list.entry_opened.connect(self.entry_opened)
        self.list.delete_requested.connect(self._on_delete_requested)
        self.list.pin_requested.connect(self._on_pin_requested)
        self.list.archive_requested.connect(self._on_archive_requested)
        self.search.searching_changed.connect(self._show_middle)
        self.search.hit_opened.connect(self.hit_opened)
        self._model.rename_requested.connect(self._history.rename)
        self._model.rename_requested.connect(self.entry_renamed)
        self._model.rowsInserted.connect(self._show_middle)
        self._model.rowsRemoved.connect(self._show_middle)
        self._history.entries_read.connect(self._on_entries_read)
        self._history.entry_failed.connect(self._on_entry_failed)
        self._core.data_opened.connect(self._on_data_opened)
        self._core.settings_changed.connect(self._on_settings_changed)
        self._on_settings_changed(self._core.settings)
        self._core.chats_imported.connect(self._history.read_all)
        self.list.export_requested.connect(self.export_requested)
        self._days = QTimer(self, interval=_DAY_CHECKED_MS)
        self._days.timeout.connect(lambda: self._model.regroup(date.today()))
        self._days.start()
        # Opening takes a tenth of a second as a rule: words that only flash would be a nuisance.
        self._opening = QTimer(self, singleShot=True, interval=_OPENING_SHOWN_MS)
        self._opening.timeout.connect(self._show_middle)
        self._opening.start()

    @cached_property
    def folders(self) -> ListFolders:
        """The folders in the list, and what is done with them."""
        from desktop_slm.ui.sidebar.list_folders import ListFolders

        folders = ListFolders(self._core, self.list, self._model, self._history)
        folders.entry_gone.connect(self._on_entry_gone)
        folders.changed.connect(self._show_middle)
        return folders

    @cached_property
    def code_line(self) -> CodeLine:
        """The wish for a recovery code."""
        from desktop_slm.ui.sidebar.code_line import CodeLine

        return CodeLine(self._core, parent=self)

    @cached_property
    def lock(self) -> LockButton:
        """The button that locks the app."""
        from desktop_slm.ui.sidebar.lock_button import LockButton

        button = LockButton(self._core, parent=self)
        button.set_compact(self._is_compact)
        return button

    @cached_property
    def _preparation(self) -> SearchPreparation:
        from desktop_slm.ui.finding.preparation import SearchPreparation

        return SearchPreparation(self._core, self)

    @cached_property
    def _temporary(self) -> Button:
        words = self.tr("Temporary chat")
        button = Button(self._core.theme, words, kind="row", icon="clock", parent=self)
        button.setCheckable(True)
        button.clicked.connect(self._on_temporary_clicked)
        self._column.insertWidget(self._column.indexOf(self.new_row) + 1, button)
        return button

    @cached_property
    def _archive(self) -> ArchiveRow:
        from desktop_slm.ui.sidebar.archive_row import ArchiveRow

        row = ArchiveRow(self._core.theme, parent=self)
        row.toggled.connect(self._on_archive_toggled)
        return row

    @cached_property
    def _undo(self) -> UndoLine:
        from desktop_slm.ui.sidebar.undo_line import UndoLine

        line = UndoLine(self._core.theme, parent=self)
        line.undone.connect(self._on_undone)
        line.ended.connect(self._history.purge)
        return line

    @cached_property
    def _not_stored(self) -> WrappedLabel:
        label = WrappedLabel(self.tr("Nothing is stored this time."), "warning", parent=self)
        label.setContentsMargins(10, 4, 10, 4)
        label.hide()
        return label

    # What happens

    def _show_middle(self) -> None:
        self._archive.show_count(self._model.archived_count, is_hidden=self.search.is_searching)
        at = 0 if self._model.is_empty else 1
        self._middle.setCurrentIndex(2 if self.search.is_searching else at)
        if self._core.data is None:
            self._empty.setText(self.tr("Your chats and summaries are not open yet."))
        else:
            self._empty.setText(self.tr("Your chats and summaries will be listed here."))

    def _on_pin_requested(self, key: EntryKey, pinned: bool) -> None:
        self._model.pin(key, pinned=pinned)
        self._history.pin(key, pinned=pinned)

    def _on_archive_requested(self, key: EntryKey, archived: bool) -> None:
        self._model.archive(key, archived=archived)
        self._history.archive(key, archived=archived)
        if self._model.is_empty and self._model.shows_archived:
            self._archive.setChecked(False)
        self._show_middle()

    def _on_archive_toggled(self, shown: bool) -> None:
        self._model.show_archived(shown)
        self._show_middle()

    def _on_settings_changed(self, settings: Settings) -> None:
        self._model.hide_titles(settings.hide_titles)

    def _on_place_clicked(self, place: Place) -> None:
        # A click toggles; what is shown decides what is marked.
        self._places[place].setChecked(True)
        self.place_requested.emit(place)

    def _on_temporary_clicked(self) -> None:
        self._temporary.setChecked(True)
        self.place_requested.emit(Place.TEMPORARY)

    def _on_data_opened(self, data: Data) -> None:
        self._opening.stop()
        self._not_stored.setVisible(not data.database.is_stored)
        self._show_middle()
        self._history.purge()  # what a window that crashed has left deleted
        self._history.read_all()

    def _on_entries_read(self, entries: tuple[Entry, ...]) -> None:
        # Read before a deletion was stored, perhaps: what is deleted stays away.
        self._model.add((entry for entry in entries if not self._undo.holds(entry)), date.today())
        self._show_middle()

    def _on_delete_requested(self, key: EntryKey) -> None:
        entry = self._model.remove(key)
        if entry is not None:
            self._history.delete(key)
            self._undo.show_deleted(entry)
            self.entry_deleted.emit(key)

    def _on_entry_gone(self, key: EntryKey) -> None:
        self._undo.forget(key)
        self.entry_deleted.emit(key)

    def _on_undone(self, entry: Entry) -> None:
        self._history.restore(entry.key)
        self._model.add([entry], date.today())

    def _on_entry_failed(self, key: EntryKey) -> None:
        # The list shows what is stored again.
        self._undo.forget(key)
        self._history.read_all()
