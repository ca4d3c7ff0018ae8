"""Progress in words over a thin bar: what goes on, how far, how long it still takes."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.plain_label import PlainLabel

_STEPS = 1000


class ProgressLine(QWidget):
    """Words at the left, time left at the right, the bar under them; never an endless animation."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel(role="small")
        self._time_left = PlainLabel(role="small")
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        column = spacing.column(theme, self, gap=6)
        words = spacing.row(theme, gap=12)
        words.addWidget(self._words, 1)
        words.addWidget(self._time_left)
        column.addLayout(words)
        column.addWidget(self._bar)

    def show_progress(self, words: str, share: float | None, time_left: str = "") -> None:
        """Shows how far the work is; `share` is 0 to 1, or None where nobody can tell yet."""
        self._words.setText(words)
        self._time_left.setText(time_left)
        self._bar.setVisible(share is not None)
        self._bar.setValue(round((share or 0.0) * _STEPS))
        self._bar.setAccessibleName(self._words.text())
        self._bar.setAccessibleDescription(self._time_left.text())

    def share(self) -> float:
        """Returns how far the bar is, 0 to 1."""
        return self._bar.value() / _STEPS
