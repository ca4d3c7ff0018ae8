"""The changes that are shown, chosen by what they are and whether they matter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_slm.assistants.comparison.comparison import Change, ChangeKind
from desktop_slm.ui.summaries.comparison.comparison_words import ComparisonWords

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
CHANGE_ROLE = Qt.ItemDataRole.UserRole + 1


class ChangeListModel(QAbstractListModel):
    """Changes in the order of the later version."""

    def __init__(self, words: ComparisonWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._all: tuple[Change, ...] = ()
        self.shown: Sequence[Change] = ()

    def take(self, changes: tuple[Change, ...]) -> None:
        """Holds other changes and shows none of them yet."""
        self._all = changes
        self._show(())

    def choose(self, *, only_what_matters: bool, kind: ChangeKind | None) -> None:
        """Shows the changes of a kind (None: of any)."""
        self._show(
            [
                change
                for change in self._all
                if (change.matters or not only_what_matters) and kind in (None, change.kind)
            ]
        )

    def change(self, row: int) -> Change:
        """Returns a shown change."""
        return self.shown[row]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Returns how many are shown; called by Qt."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Returns a change, or what is read out of it; called by Qt."""
        if not index.isValid():
            return None
        change = self.shown[index.row()]
        if role == CHANGE_ROLE:
            return change
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._words.described(change) if role in spoken else None

    def _show(self, changes: Sequence[Change]) -> None:
        self.beginResetModel()
        self.shown = changes
        self.endResetModel()
