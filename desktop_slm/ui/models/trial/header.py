"""The row over a trial: back, what it is, and Stop while models are tried."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.icon_button import IconButton

_HEIGHT_PX = 56


class TrialHeader(QWidget):
    """A bar over a line."""

    back_requested = Signal()
    stop_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.back = IconButton(theme, "chevron-left", self.tr("Back"), shortcut="Esc")
        self.stop = Button(theme, self.tr("Stop"), icon="stop")
        self._state = ElidedLabel(role="small")
        self.back.clicked.connect(self.back_requested)
        self.stop.clicked.connect(self.stop_requested)
        row = spacing.row(theme, self, gap=8, margins=(12, 0, 20, 1))
        row.addWidget(self.back)
        title = spacing.row(theme, gap=12)
        title.addWidget(ElidedLabel(self.tr("Try on my document"), "title"))
        title.addWidget(self._state, 1)
        row.addLayout(title, 1)
        row.addWidget(self.stop)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_state(self, *, is_running: bool, is_result: bool) -> None:
        """Offers what can be done now."""
        self.stop.setVisible(is_running)
        self.stop.setEnabled(True)
        self._state.setText(
            self.tr("Trying. You can go on elsewhere in the window.") if is_running else ""
        )
        shortcut = "" if is_running else "Esc"
        name = self.tr("Back to the choice") if is_result else self.tr("Back to the models")
        self.back.set_name(self.tr("Back to the models") if is_running else name, shortcut)

    @property
    def is_stopping(self) -> bool:
        """Whether the wish to stop was heard and is not yet met."""
        return not self.stop.isEnabled()

    def show_stopping(self) -> None:
        """Says that the wish to stop was heard."""
        self.stop.setEnabled(False)
        self._state.setText(self.tr("Stopping. What was measured is kept."))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line under the bar."""
        super().paintEvent(event)
        line = self._theme.hairline()
        colour = self._theme.color("line")
        QPainter(self).fillRect(0, self.height() - line, self.width(), line, colour)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(_HEIGHT_PX))
