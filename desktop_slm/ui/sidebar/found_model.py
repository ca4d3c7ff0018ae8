"""The rows of what was found: hits under the headings of their kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_slm.ui.finding import hit_words
from desktop_slm.ui.widgets.item_list import IS_SECTION_ROLE

if TYPE_CHECKING:
    from desktop_slm.storage.finding.search import Found, Hit

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()


class FoundModel(QAbstractListModel):
    """Shows one answer of the search at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Hit | str] = []

    def show_found(self, found: Found | None) -> None:
        """Shows another answer, or none; the same one again leaves the list as it is."""
        rows: list[Hit | str] = []
        kind = None
        for hit in found.hits if found else ():
            if hit.kind is not kind:
                kind = hit.kind
                rows.append(hit_words.group(kind))
            rows.append(hit)
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def hit(self, index: _Index) -> Hit | None:
        """Returns the hit in a row, None for a heading."""
        row = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None
        return None if isinstance(row, str) else row

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Returns the number of rows, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Says that hits can be chosen, and headings nothing."""
        if self.hit(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Answers the list."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            is_words = role in (_Role.DisplayRole, _Role.AccessibleTextRole)
            return row if is_words else role == IS_SECTION_ROLE or None
        if role == _Role.DisplayRole:
            return hit_words.title(row)[0]
        return hit_words.spoken(row) if role == _Role.AccessibleTextRole else None
