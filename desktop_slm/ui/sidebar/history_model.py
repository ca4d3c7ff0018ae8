"""The rows of the history: entries by their last change, under headings of days.

Changes are told row by row as far as they go, so that the list keeps its place, its selection and
a title that is just being written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
from desktop_slm.ui.sidebar.days import Days, days_of
from desktop_slm.ui.sidebar.entry import Entry, EntryKey, Kind, newest_first
from desktop_slm.ui.widgets.item_list import ICON_ROLE, IS_SECTION_ROLE

_Index = QModelIndex | QPersistentModelIndex
_Row = Entry | Days
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class HistoryModel(QAbstractListModel):
    """Chats and summaries together, newest first."""

    rename_requested = Signal(object, str)  # EntryKey, the new title

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[EntryKey, Entry] = {}
        self._rows: list[_Row] = []
        self._today = date.min

    # What is there

    @property
    def is_empty(self) -> bool:
        """Whether there is no entry."""
        return not self._entries

    def entry(self, index: _Index) -> Entry | None:
        """Returns the entry in a row, None for a heading."""
        row = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None
        return row if isinstance(row, Entry) else None

    def entry_of(self, key: EntryKey) -> Entry | None:
        """Returns an entry by its key."""
        return self._entries.get(key)

    def index_of(self, key: EntryKey | None) -> QModelIndex:
        """Returns the row of an entry; an invalid index where it is not in the list."""
        entry = self._entries.get(key) if key else None
        return self.index(self._rows.index(entry)) if entry else QModelIndex()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Returns the number of rows, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Says that entries can be chosen and renamed, and headings nothing."""
        if self.entry(index) is None:
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
        if role in (_Role.DisplayRole, _Role.EditRole):
            return row.title if role == _Role.EditRole else shown_title(row)
        if role == ICON_ROLE:
            return "file-text" if row.key.kind is Kind.SUMMARY else ""
        return spoken_title(row) if role == _Role.AccessibleTextRole else None

    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        """Takes another title, at once in the list; whoever listens stores it."""
        entry = self.entry(index)
        title = plain_text.one_line(str(value))
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
            self.add([Entry(key, title, entry.changed)], self._today)

    def clear(self) -> None:
        """Forgets everything."""
        self._show({}, self._today)

    def regroup(self, today: date) -> None:
        """Puts the entries under the headings of another day."""
        if today != self._today:
            self._show(self._entries, today)

    def _show(self, entries: Mapping[EntryKey, Entry], today: date) -> None:
        self._today = today
        rows = _rows(sorted(entries.values(), key=newest_first), today)
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

    def _change_common(self, rows: Sequence[_Row], first: int) -> None:
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


def _rows(entries: Sequence[Entry], today: date) -> list[_Row]:
    rows: list[_Row] = []
    heading = None
    for entry in entries:
        if (days := days_of(entry.changed, today)) is not heading:
            heading = days
            rows.append(days)
        rows.append(entry)
    return rows


def _common_ends(old: Sequence[_Row], new: Sequence[_Row]) -> tuple[int, int]:
    """Returns how many rows at the start and at the end stand for the same in both."""
    most = min(len(old), len(new))
    start = 0
    while start < most and _identity(old[start]) == _identity(new[start]):
        start += 1
    end = 0
    while end < most - start and _identity(old[-1 - end]) == _identity(new[-1 - end]):
        end += 1
    return start, end


def _identity(row: _Row) -> object:
    return row.key if isinstance(row, Entry) else row


def _heading(days: Days) -> str:
    tr = QCoreApplication.translate
    return {
        Days.TODAY: tr("HistoryModel", "Today"),
        Days.YESTERDAY: tr("HistoryModel", "Yesterday"),
        Days.LAST_WEEK: tr("HistoryModel", "Last week"),
        Days.LAST_MONTH: tr("HistoryModel", "Last month"),
        Days.EARLIER: tr("HistoryModel", "Earlier"),
    }[days]
