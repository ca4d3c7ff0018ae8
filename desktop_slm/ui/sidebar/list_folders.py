"""Folders in the list: shows each change at once and hands it on to be stored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView

from desktop_slm.ui.folders.acts import FolderActs
from desktop_slm.ui.folders.wish import FolderWish
from desktop_slm.ui.sidebar.entry import EntryKey, Kind
from desktop_slm.ui.sidebar.history_rows import FolderRow

if TYPE_CHECKING:
    from desktop_slm.storage.folders import Contents, Folder
    from desktop_slm.ui.core import Core
    from desktop_slm.ui.sidebar.history import History
    from desktop_slm.ui.sidebar.history_list import HistoryList
    from desktop_slm.ui.sidebar.history_model import HistoryModel


class ListFolders(QObject):
    """Belongs to the sidebar; `entry_gone` says that an entry is being erased."""

    chat_requested = Signal(int)  # a new one, in that folder
    ask_requested = Signal(object)  # list[int]: summaries, about whose documents one asks
    entry_gone = Signal(object)  # EntryKey
    changed = Signal()  # the folders or what is in them

    def __init__(
        self, core: Core, rows: HistoryList, model: HistoryModel, history: History
    ) -> None:
        super().__init__(rows)
        self._list = rows
        self._model = model
        self._history = history
        self.acts = FolderActs(core, rows)
        rows.fold_requested.connect(self._on_fold_requested)
        rows.move_requested.connect(self.move)
        rows.move_to_new_requested.connect(self._on_move_to_new)
        rows.folder_wished.connect(self._on_wished)
        model.folder_rename_requested.connect(self.acts.rename)
        model.folder_rename_requested.connect(lambda folder, name: self.changed.emit())
        self.acts.folders_read.connect(self._on_read)
        self.acts.made.connect(lambda folder: model.change_folder(_row(folder)))
        self.acts.must_reread.connect(history.read_all)
        self.acts.going.connect(self._on_going)

    def move(self, key: EntryKey, folder: int | None) -> None:
        """Puts an entry into a folder, or out of any."""
        entry = self._model.entry_of(key)
        if entry is not None and entry.folder != folder:
            self._model.move(key, folder)
            self._history.move(key, folder)
            self.changed.emit()

    def all(self) -> list[FolderRow]:
        """Returns all folders, as they stand in the list."""
        return self._model.folders()

    def show(self, folder_id: int) -> None:
        """Unfolds a folder and puts the keyboard on it."""
        folder = next((each for each in self._model.folders() if each.id == folder_id), None)
        if folder is None:
            return
        if folder.is_folded:
            self._on_fold_requested(folder, False)
        index = self._model.index_of_folder(folder_id)
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def name_of(self, folder: int | None) -> str:
        """Returns what a folder is called; "" where it is not in the list."""
        names = {each.id: each.name for each in self._model.folders()}
        return names.get(folder, "") if folder is not None else ""

    def _on_fold_requested(self, folder: FolderRow, folded: bool) -> None:
        self._model.change_folder(replace(folder, is_folded=folded))
        self.acts.fold(folder.id, folded=folded)

    def _on_move_to_new(self, key: EntryKey) -> None:
        self.acts.ask_for_new(lambda folder: self.move(key, folder.id))

    def _on_wished(self, folder: FolderRow, wish: FolderWish) -> None:
        match wish:
            case FolderWish.NEW_CHAT:
                self.chat_requested.emit(folder.id)
            case FolderWish.ASK:
                self.ask_requested.emit(self._summaries_in(folder.id))
            case FolderWish.EXPORT:
                self.acts.ask_to_export(folder.id)
            case FolderWish.KEEP_FOR:
                self.acts.ask_how_long(folder.id)
            case FolderWish.DELETE:
                self.acts.ask_to_delete(folder.id)

    def _summaries_in(self, folder: int) -> list[int]:
        entries = self._model.entries_in(folder)
        return [entry.key.id for entry in entries if entry.key.kind is Kind.SUMMARY]

    def _on_read(self, folders: tuple[Folder, ...]) -> None:
        self._model.show_folders(map(_row, folders))
        self.changed.emit()

    def _on_going(self, contents: Contents) -> None:
        chats = (EntryKey(Kind.CHAT, number) for number in contents.chats)
        summaries = (EntryKey(Kind.SUMMARY, number) for number in contents.summaries)
        for key in (*chats, *summaries):
            self._model.remove(key)
            self.entry_gone.emit(key)


def _row(folder: Folder) -> FolderRow:
    return FolderRow(folder.id, folder.name, folder.kept_days, folder.is_folded)
