"""The rows of the history: folders, and entries by their last change under headings of days.

Changes are told row by row as far as they go, so that the list keeps its place, its selection and
a title that is just being written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop_slm.ui import plain_text
from desktop_slm.ui.sidebar import history_rows
from desktop_slm.ui.sidebar.days import Days
from desktop_slm.ui.sidebar.entry import Entry, EntryKey, Kind, in_order
from desktop_slm.ui.sidebar.history_rows import FolderRow, Row, identity, rows_of
from desktop_slm.ui.sidebar.neutral_title import neutral_title
from desktop_slm.ui.widgets.item_list import (
    ICON_ROLE,
    IS_INSIDE_ROLE,
    IS_SECTION_ROLE,
    NOTE_ROLE,
)

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class HistoryModel(QAbstractListModel):
    """Chats and summaries together, newest first; what is in a folder stands under it."""

    rename_requested = Signal(object, str)  # EntryKey, the new title
    folder_rename_requested = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[EntryKey, Entry] = {}
        self._folders: dict[int, FolderRow] = {}
        self._rows: list[Row] = []
        self._today = date(2000, 1, 1)  # nothing is listed before `add`
        self._shows_archived = False
        self._hides_titles = False

    def hide_titles(self, hidden: bool) -> None:
        """Shows of each entry what it is and when it was changed, in place of its title."""
        if hidden is not self._hides_titles:
            self._hides_titles = hidden
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    # What is there

    @property
    def is_empty(self) -> bool:
        """Whether there is no entry to be shown."""
        return not self._rows

    @property
    def shows_archived(self) -> bool:
        """Whether it shows what was put away, in place of the rest."""
        return self._shows_archived

    @property
    def archived_count(self) -> int:
        """How many entries were put away."""
        return sum(entry.is_archived for entry in self._entries.values())

    def in_order(self) -> tuple[Entry, ...]:
        """Returns all entries, those that were put away last."""
        entries = in_order(self._entries.values())
        return tuple(sorted(entries, key=lambda entry: entry.is_archived))

    def entry(self, index: _Index) -> Entry | None:
        """Returns the entry in a row, None for a heading."""
        row = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None
        return row if isinstance(row, Entry) else None

    def folder(self, index: _Index) -> FolderRow | None:
        """Returns the folder that a row stands for, None for any other row."""
        row = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None
        return row if isinstance(row, FolderRow) else None

    def folder_around(self, index: _Index) -> FolderRow | None:
        """Returns the folder that a row stands for or in; None outside of any."""
        entry = self.entry(index)
        if entry is None:
            return self.folder(index)
        return self._folders.get(entry.folder) if entry.folder is not None else None

    def folders(self) -> list[FolderRow]:
        """Returns all folders as they stand in the list, also those it does not show."""
        return history_rows.in_order(self._folders.values())

    def entries_in(self, folder: int) -> list[Entry]:
        """Returns all that is in a folder, archived or not."""
        return [entry for entry in self._entries.values() if entry.folder == folder]

    def index_of_folder(self, folder: int | None) -> QModelIndex:
        """Returns the row of a folder; an invalid index where the list does not show it."""
        places = (
            number
            for number, row in enumerate(self._rows)
            if isinstance(row, FolderRow) and row.id == folder
        )
        return self.index(next(places, -1))

    def entry_of(self, key: EntryKey) -> Entry | None:
        """Returns an entry by its key."""
        return self._entries.get(key)

    def index_of(self, key: EntryKey | None) -> QModelIndex:
        """Returns the row of an entry; an invalid index where it is not in the list.

        For one in a folder that is folded, the row of the folder.
        """
        entry = self._entries.get(key) if key else None
        if entry is None or entry.is_archived is not self._shows_archived:
            return QModelIndex()
        folder = self._folders.get(entry.folder) if entry.folder is not None else None
        if folder is not None and folder.is_folded:
            return self.index_of_folder(folder.id)
        places = (
            number
            for number, row in enumerate(self._rows)
            if isinstance(row, Entry) and row.key == entry.key
        )
        return self.index(next(places, -1))  # none for a moment, while rows come and go

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Returns the number of rows, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Says that entries and folders can be chosen and renamed, and headings nothing."""
        if self.entry(index) is None and self.folder(index) is None:
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Answers the list."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, Days):
            is_words = role in (_Role.DisplayRole, _Role.AccessibleTextRole)
            return _heading(row) if is_words else role == IS_SECTION_ROLE or None
        if isinstance(row, FolderRow):
            return _folder_data(row, role, is_hidden=self._hides_titles)
        if role == IS_INSIDE_ROLE:
            return row.folder in self._folders
        if self._hides_titles and role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return neutral_title(row)
        return _entry_data(row, role)

    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        """Takes another title, at once in the list; whoever listens stores it."""
        entry, folder = self.entry(index), self.folder(index)
        title = plain_text.one_line(str(value))
        if folder is not None and role == _Role.EditRole and title not in ("", folder.name):
            self.change_folder(replace(folder, name=title))
            self.folder_rename_requested.emit(folder.id, title)
            return True
        if entry is None or role != _Role.EditRole or title in ("", entry.title):
            return False
        self.rename(entry.key, title)
        self.rename_requested.emit(entry.key, title)
        return True

    # Changes

    def add(self, entries: Iterable[Entry], today: date) -> None:
        """Adds entries, or takes their newer state."""
        known = dict(self._entries)
        known.update((entry.key, entry) for entry in entries)
        self._show(known, today)

    def remove(self, key: EntryKey) -> Entry | None:
        """Takes an entry out and returns it."""
        known = dict(self._entries)
        entry = known.pop(key, None)
        self._show(known, self._today)
        return entry

    def rename(self, key: EntryKey, title: str) -> None:
        """Shows another title."""
        entry = self._entries.get(key)
        if entry is not None:
            self.add([replace(entry, title=title)], self._today)

    def pin(self, key: EntryKey, *, pinned: bool) -> None:
        """Shows an entry at the top, or at its day again."""
        self._change(key, is_pinned=pinned, is_archived=False)

    def archive(self, key: EntryKey, *, archived: bool) -> None:
        """Takes an entry out of the list to the archive, or back."""
        self._change(key, is_pinned=False, is_archived=archived)

    def move(self, key: EntryKey, folder: int | None) -> None:
        """Shows an entry in a folder, or in none."""
        entry = self._entries.get(key)
        if entry is not None:
            self.add([replace(entry, folder=folder)], self._today)

    def show_folders(self, folders: Iterable[FolderRow]) -> None:
        """Shows these folders; what was in others stands under its day."""
        self._folders = {folder.id: folder for folder in folders}
        self._show(self._entries, self._today)

    def change_folder(self, folder: FolderRow) -> None:
        """Shows another state of a folder, or a new one."""
        self.show_folders([*({**self._folders, folder.id: folder}).values()])

    def show_archived(self, shown: bool) -> None:
        """Shows what was put away, or the rest."""
        self._shows_archived = shown
        self._show(self._entries, self._today)

    def clear(self) -> None:
        """Forgets everything."""
        self._show({}, self._today)

    def regroup(self, today: date) -> None:
        """Puts the entries under the headings of another day."""
        if today != self._today:
            self._show(self._entries, today)

    def _change(self, key: EntryKey, *, is_pinned: bool, is_archived: bool) -> None:
        entry = self._entries.get(key)
        if entry is not None:
            changed = replace(entry, is_pinned=is_pinned, is_archived=is_archived)
            self.add([changed], self._today)

    def _show(self, entries: Mapping[EntryKey, Entry], today: date) -> None:
        self._today = today
        shown = (each for each in entries.values() if each.is_archived is self._shows_archived)
        rows = rows_of(
            in_order(shown), self._folders.values(), today, with_empty=not self._shows_archived
        )
        self._entries = dict(entries)
        start, end = _common_ends(self._rows, rows)
        self._change_common(rows[:start], 0)
        if len(self._rows) > start + end:
            self.beginRemoveRows(QModelIndex(), start, len(self._rows) - end - 1)
            del self._rows[start : len(self._rows) - end]
            self.endRemoveRows()
        if len(rows) > start + end:
            self.beginInsertRows(QModelIndex(), start, len(rows) - end - 1)
            self._rows[start:start] = rows[start : len(rows) - end]
            self.endInsertRows()
        self._change_common(rows[len(rows) - end :], len(rows) - end)

    def _change_common(self, rows: Sequence[Row], first: int) -> None:
        """Takes the newer state of rows that stay where they are."""
        for number, row in enumerate(rows, first):
            if self._rows[number] != row:
                self._rows[number] = row
                self.dataChanged.emit(self.index(number), self.index(number))


def shown_title(entry: Entry) -> str:
    """Returns the title, or what stands for one."""
    if entry.title.strip():
        return entry.title
    return QCoreApplication.translate("HistoryModel", "Untitled")


def spoken_title(entry: Entry) -> str:
    """Returns the title with what the icon says."""
    if entry.key.kind is Kind.CHAT:
        return shown_title(entry)
    words = QCoreApplication.translate("HistoryModel", "Summary: {title}")
    return words.format(title=shown_title(entry))


def _common_ends(old: Sequence[Row], new: Sequence[Row]) -> tuple[int, int]:
    """Returns how many rows at the start and at the end stand for the same in both."""
    most = min(len(old), len(new))
    start = 0
    while start < most and identity(old[start]) == identity(new[start]):
        start += 1
    end = 0
    while end < most - start and identity(old[-1 - end]) == identity(new[-1 - end]):
        end += 1
    return start, end


def _entry_data(row: Entry, role: int) -> object:
    if role in (_Role.DisplayRole, _Role.EditRole):
        return row.title if role == _Role.EditRole else shown_title(row)
    if role == ICON_ROLE:
        return "file-text" if row.key.kind is Kind.SUMMARY else ""
    return spoken_title(row) if role == _Role.AccessibleTextRole else None


def _folder_data(row: FolderRow, role: int, *, is_hidden: bool) -> object:
    shown = QCoreApplication.translate("HistoryModel", "Folder") if is_hidden else row.name
    if role in (_Role.DisplayRole, _Role.EditRole):
        return row.name if role == _Role.EditRole else shown
    if role == ICON_ROLE:
        return "folder" if row.is_folded else "folder-open"
    if role == NOTE_ROLE:
        return _folder_note(row)
    if role == _Role.AccessibleTextRole:
        return _spoken_folder(row, "" if is_hidden else row.name)
    return None


def _folder_note(row: FolderRow) -> str:
    if row.kept_days is None:
        return str(row.count)
    words = QCoreApplication.translate("HistoryModel", "{days} d · {count}")  # for so many days
    return words.format(days=row.kept_days, count=row.count)


def _spoken_folder(row: FolderRow, name: str) -> str:
    tr = QCoreApplication.translate
    words = tr("HistoryModel", "Folder {name}, unfolded, {count} inside")
    if row.is_folded:
        words = tr("HistoryModel", "Folder {name}, folded, {count} inside")
    spoken = words.format(name=name, count=row.count)
    if row.kept_days is None:
        return spoken
    kept = tr("HistoryModel", "{folder}, kept for {days} days")
    if row.kept_days == 1:
        kept = tr("HistoryModel", "{folder}, kept for 1 day")
    return kept.format(folder=spoken, days=row.kept_days)


def _heading(days: Days) -> str:
    tr = QCoreApplication.translate
    return {
        Days.PINNED: tr("HistoryModel", "Pinned"),
        Days.TODAY: tr("HistoryModel", "Today"),
        Days.YESTERDAY: tr("HistoryModel", "Yesterday"),
        Days.LAST_WEEK: tr("HistoryModel", "Last week"),
        Days.LAST_MONTH: tr("HistoryModel", "Last month"),
        Days.EARLIER: tr("HistoryModel", "Earlier"),
    }[days]
