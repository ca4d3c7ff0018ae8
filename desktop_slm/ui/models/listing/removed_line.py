"""What was just removed, and the way back: one line for a minute, then it is erased for good."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.models.trash import Trashed
from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

KEPT_MS = 60_000


class RemovedLine(QFrame):
    """Undo brings the last one back, then the one before."""

    undone = Signal(object)  # Trashed
    given_up = Signal(object)  # list[Trashed]

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._removed: list[Trashed] = []
        self._timer = QTimer(self, singleShot=True, interval=KEPT_MS)
        self._timer.timeout.connect(self.give_up)
        self.setProperty("card", "true")
        row = spacing.row(theme, self, gap=8, margins=(12, 6, 8, 6))
        self._sentence = WrappedLabel()
        self.undo_button = Button(theme, self.tr("Undo"))
        self.erase_button = IconButton(theme, "x", self.tr("Erase for good now"))
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._sentence, 1, middle)
        row.addWidget(self.undo_button, 0, middle)
        row.addWidget(self.erase_button, 0, middle)
        self.undo_button.clicked.connect(self.undo)
        self.erase_button.clicked.connect(self.give_up)
        self.hide()

    def show_removed(self, trashed: Trashed) -> None:
        """Adds what was removed just now."""
        self._removed.append(trashed)
        self._timer.start()
        self._show()

    def undo(self) -> None:
        """Brings the last one back."""
        if self._removed:
            trashed = self._removed.pop()
            self._show()
            self.undone.emit(trashed)

    def give_up(self) -> None:
        """Gives the way back up."""
        removed, self._removed = self._removed, []
        self._show()
        if removed:
            self.given_up.emit(removed)

    def _show(self) -> None:
        self.setVisible(bool(self._removed))
        if not self._removed:
            self._timer.stop()
            return
        name = self._removed[-1].name
        if len(self._removed) == 1:
            words = self.tr("“{model}” was removed. Its file is erased in a minute.")
        else:
            words = self.tr("“{model}” and {count} more were removed. They are erased in a minute.")
        self._sentence.setText(words.format(model=name, count=len(self._removed) - 1))
        self.setAccessibleName(self._sentence.text())
        words = self.tr("Undo the removal of “{model}”")
        self.undo_button.setAccessibleName(words.format(model=name))
