"""What is being done with files just now: how far it is, how long it takes, and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.progress_line import ProgressLine


class WorkLine(QFrame):
    """Hidden until `show_work`."""

    stop_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.progress = ProgressLine(theme)
        self.stop_button = Button(theme, self.tr("Stop"), kind="small")
        self.stop_button.clicked.connect(self._on_stop)
        row = spacing.row(theme, self, gap=12, margins=(12, 8, 8, 8))
        row.addWidget(self.progress, 1)
        row.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_work(self, words: str, share: float | None, time_left: str = "") -> None:
        """Shows what goes on."""
        if self.isHidden():
            self.stop_button.setEnabled(True)
        self.progress.show_progress(words, share, time_left)
        self.setAccessibleName(words)
        self.stop_button.setAccessibleName(self.tr("Stop: {work}").format(work=words))
        self.show()

    def _on_stop(self) -> None:
        self.stop_button.setEnabled(False)
        self.stop_requested.emit()
