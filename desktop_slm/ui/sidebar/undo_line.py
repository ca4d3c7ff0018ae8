"""What was just deleted, and the way back for ten minutes; then it is erased for good."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.sidebar.entry import Entry, EntryKey, Kind
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

KEPT_MS = 600_000


class UndoLine(QFrame):
    """Counts what is deleted while it shows; Undo brings the last one back, then the one before."""

    undone = Signal(object)  # Entry
    ended = Signal()  # nothing can be brought back any more

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deleted: list[Entry] = []
        self._timer = QTimer(self, singleShot=True, interval=KEPT_MS)
        self._timer.timeout.connect(self.end)
        self.setProperty("card", "true")
        row = spacing.row(theme, self, gap=4, margins=(10, 4, 4, 4))
        self._sentence = WrappedLabel("", "small")
        self._undo = Button(theme, self.tr("Undo"), kind="link")
        self._close = Button(theme, self.tr("Erase now"), kind="link")
        row.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._undo)
        row.addWidget(self._close)
        self._undo.clicked.connect(self.undo)
        self._close.clicked.connect(self.end)
        self.hide()

    def show_deleted(self, entry: Entry) -> None:
        """Adds what was deleted just now."""
        self._deleted.append(entry)
        self._timer.start()
        self._show()

    def holds(self, entry: Entry) -> bool:
        """Whether that entry is among what is deleted."""
        return any(deleted.key == entry.key for deleted in self._deleted)

    def forget(self, key: EntryKey) -> None:
        """Leaves out an entry whose deletion could not be stored."""
        self._deleted = [deleted for deleted in self._deleted if deleted.key != key]
        self._show()

    def undo(self) -> None:
        """Brings the last one back."""
        if self._deleted:
            entry = self._deleted.pop()
            self._show()
            self.undone.emit(entry)

    def end(self) -> None:
        """Gives the way back up."""
        if self._deleted:
            self._deleted.clear()
            self._show()
            self.ended.emit()

    def _show(self) -> None:
        self.setVisible(bool(self._deleted))
        if not self._deleted:
            self._timer.stop()
            return
        if len(self._deleted) > 1:
            words = self.tr("{count} deleted").format(count=len(self._deleted))
        elif self._deleted[0].key.kind is Kind.CHAT:
            words = self.tr("Chat deleted")
        else:
            words = self.tr("Summary deleted")
        self._sentence.setText(words)
        self.setAccessibleName(words)
