"""The top of the Models page: its name, what this computer has, and how models are brought in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.search_field import SearchField

_HEIGHT_PX = 56
_SEARCH_PX = 220


class ModelsHeader(QWidget):
    """A bar over a line."""

    import_requested = Signal()
    search_requested = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._computer = ElidedLabel(role="small")
        self.import_button = Button(theme, self.tr("Import a file…"))
        self.import_button.clicked.connect(self.import_requested)
        self.search = SearchField(theme, self.tr("Search Hugging Face"))
        self.search.returnPressed.connect(self._on_search)
        row = spacing.row(theme, self, gap=12, margins=(20, 0, 20, 1))
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(PlainLabel(self.tr("Models"), "title"), 0, middle)
        row.addWidget(self._computer, 1, middle)
        row.addWidget(self.import_button, 0, middle)
        row.addWidget(self.search, 1, middle)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_computer(self, words: str) -> None:
        """Shows the line on this computer."""
        self._computer.setText(words)

    def set_looking(self, looking: bool) -> None:
        """Shows that a file is being looked into."""
        words = self.tr("Looking into the file…") if looking else self.tr("Import a file…")
        self.import_button.setText(words)
        self.import_button.setEnabled(not looking)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line under the bar."""
        super().paintEvent(event)
        line = self._theme.hairline()
        colour = self._theme.color("line")
        QPainter(self).fillRect(0, self.height() - line, self.width(), line, colour)

    def _on_search(self) -> None:
        self.search_requested.emit(self.search.text())
        self.search.clear()

    def _on_theme_changed(self) -> None:
        self.search.setMinimumWidth(self._theme.px(_SEARCH_PX // 2))
        self.search.setMaximumWidth(self._theme.px(_SEARCH_PX))
        self.setFixedHeight(self._theme.px(_HEIGHT_PX))
