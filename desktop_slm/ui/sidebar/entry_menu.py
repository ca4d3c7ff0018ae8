"""The menus of the list's rows: what can be done with an entry, and with a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, SignalInstance

from desktop_slm.assistants.chat_files.chat_format import ChatFormat
from desktop_slm.ui.folders.wish import FolderWish
from desktop_slm.ui.sidebar.entry import Entry, Kind
from desktop_slm.ui.sidebar.history_rows import FolderRow
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.menu import Menu


class Wishes(Protocol):
    """What tells of a wish: the signals of the list."""

    entry_opened: SignalInstance
    delete_requested: SignalInstance
    pin_requested: SignalInstance
    archive_requested: SignalInstance
    export_requested: SignalInstance
    move_requested: SignalInstance
    move_to_new_requested: SignalInstance
    folder_wished: SignalInstance


class RowMenus:
    """Fills a menu for a row; `wishes` is what is told."""

    def __init__(self, theme: Theme, wishes: Wishes) -> None:
        self._theme = theme
        self._wishes = wishes

    def fill_for_entry(
        self,
        menu: Menu,
        entry: Entry,
        folders: Sequence[FolderRow],
        rename: Callable[[], object],
    ) -> None:
        """Adds all that can be done with a chat or a summary."""
        wishes, key = self._wishes, entry.key
        menu.add(_tr("Open"), partial(wishes.entry_opened.emit, key), icon="folder-open")
        menu.add(_tr("Rename"), rename, icon="pencil")
        self._add_keeping(menu, entry)
        menu.addMenu(self._moves(menu, entry, folders))
        if key.kind is Kind.CHAT:
            menu.addMenu(self._exports(menu, entry))
        self._add_deletion(menu, _tr("Delete"), partial(wishes.delete_requested.emit, key))

    def fill_for_folder(
        self,
        menu: Menu,
        folder: FolderRow,
        entries: Sequence[Entry],
        rename: Callable[[], object],
    ) -> None:
        """Adds all that can be done with a folder, in which these entries are."""
        can_ask = any(entry.key.kind is Kind.SUMMARY for entry in entries)
        for words, wish, icon, is_possible in (
            (_tr("New chat in this folder"), FolderWish.NEW_CHAT, "message-square", True),
            (_tr("Ask about this folder"), FolderWish.ASK, "list-checks", can_ask),
            (_tr("Export…"), FolderWish.EXPORT, "upload", bool(entries)),
            (_tr("Keep for…"), FolderWish.KEEP_FOR, "clock", True),
        ):
            act = partial(self._wishes.folder_wished.emit, folder, wish)
            menu.add(words, act, icon=icon).setEnabled(is_possible)
        menu.add(_tr("Rename"), rename, icon="pencil")
        delete = partial(self._wishes.folder_wished.emit, folder, FolderWish.DELETE)
        self._add_deletion(menu, _tr("Delete…"), delete)

    def _add_deletion(self, menu: Menu, words: str, delete: Callable[[], object]) -> None:
        menu.addSeparator()
        menu.add(words, delete, icon="trash-2", token="danger").setObjectName("delete")

    def _add_keeping(self, menu: Menu, entry: Entry) -> None:
        wishes, key, is_archived = self._wishes, entry.key, entry.is_archived
        if not is_archived:
            words = _tr("Unpin") if entry.is_pinned else _tr("Pin to the top")
            icon = "pin-off" if entry.is_pinned else "pin"
            pin = partial(wishes.pin_requested.emit, key, not entry.is_pinned)
            menu.add(words, pin, icon=icon)
        menu.add(
            _tr("Back to the list") if is_archived else _tr("Archive"),
            partial(wishes.archive_requested.emit, key, not is_archived),
            icon="undo-2" if is_archived else "archive",
        )

    def _moves(self, menu: Menu, entry: Entry, folders: Sequence[FolderRow]) -> Menu:
        wishes, key = self._wishes, entry.key
        made = self._submenu(menu, _tr("Move to"), "folder")
        for folder in folders:
            move = partial(wishes.move_requested.emit, key, folder.id)
            made.add_choice(folder.name, move, is_chosen=folder.id == entry.folder)
        if folders:
            made.addSeparator()
        to_new = partial(wishes.move_to_new_requested.emit, key)
        made.add(_tr("New folder…"), to_new, icon="plus")
        if any(folder.id == entry.folder for folder in folders):
            out = partial(wishes.move_requested.emit, key, None)
            made.add(_tr("Out of the folder"), out, icon="undo-2")
        return made

    def _exports(self, menu: Menu, entry: Entry) -> Menu:
        made = self._submenu(menu, _tr("Export as"), "upload")
        for words, chosen in (
            (_tr("Word document…"), ChatFormat.DOCX),
            (_tr("PDF…"), ChatFormat.PDF),
            (_tr("Web page (HTML)…"), ChatFormat.HTML),
            (_tr("Markdown…"), ChatFormat.MARKDOWN),
            (_tr("Data with all branches (JSON)…"), ChatFormat.JSON),
        ):
            made.add(words, partial(self._wishes.export_requested.emit, entry, chosen))
        return made

    def _submenu(self, menu: Menu, words: str, icon: str) -> Menu:
        made = Menu(self._theme, parent=menu)
        made.setTitle(words)
        made.setIcon(self._theme.icon(icon, "text"))
        return made


def _tr(words: str) -> str:
    return QCoreApplication.translate("HistoryList", words)
