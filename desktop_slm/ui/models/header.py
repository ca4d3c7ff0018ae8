"""The top of the Models page: its name, what this computer has, and how models are brought in."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.menu import Menu
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.search_field import SearchField

_HEIGHT_PX = 56
_SEARCH_PX = 220
_GAP_PX = 12
_NARROW_PX, _WIDE_PX = 560, 720


class ModelsHeader(QWidget):
    """A bar over a line."""

    import_requested = Signal()  # files
    folder_requested = Signal()
    others_requested = Signal()  # models of other apps
    search_requested = Signal(str)
    trial_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._computer = ElidedLabel(role="small")
        self.import_button = Button(theme, self.tr("Import…"))
        self.import_button.clicked.connect(self._on_import)
        self.try_button = Button(theme, self.tr("Try on my document…"))
        self.try_button.clicked.connect(self.trial_requested)
        self.search = SearchField(theme, self.tr("Search Hugging Face"))
        self.search.returnPressed.connect(self._on_search)
        row = spacing.row(theme, self, gap=_GAP_PX, margins=(20, 0, 20, 1))
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(PlainLabel(self.tr("Models"), "title"), 0, middle)
        row.addWidget(self._computer, 1, middle)
        row.addWidget(self.try_button, 0, middle)
        row.addWidget(self.import_button, 0, middle)
        row.addWidget(self.search, 1, middle)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_computer(self, words: str) -> None:
        """Shows the line on this computer."""
        self._computer.setText(words)

    def set_looking(self, looking: bool) -> None:
        """Shows that files are being looked into."""
        words = self.tr("Looking into it…") if looking else self.tr("Import…")
        self.import_button.setText(words)
        self.import_button.setEnabled(not looking)

    def minimumSizeHint(self) -> QSize:
        """Returns the room that it needs when it is folded."""
        hint = super().minimumSizeHint()
        if self.try_button.isVisibleTo(self):
            folded = self.try_button.minimumSizeHint().width() + self._theme.px(_GAP_PX)
            hint.setWidth(hint.width() - folded)
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out what there is no room for: the computer, then a trial, which menus have."""
        super().resizeEvent(event)
        self._computer.setVisible(self.width() >= self._theme.px(_WIDE_PX))
        self.try_button.setVisible(self.width() >= self._theme.px(_NARROW_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line under the bar."""
        super().paintEvent(event)
        line = self._theme.hairline()
        colour = self._theme.color("line")
        QPainter(self).fillRect(0, self.height() - line, self.width(), line, colour)

    def menu(self) -> Menu:
        """Returns the ways to bring models in."""
        menu = Menu(self._theme, parent=self)
        menu.add(self.tr("Files…"), self.import_requested.emit, icon="file-text")
        menu.add(
            self.tr("A folder, also one from another computer…"),
            self.folder_requested.emit,
            icon="folder-open",
        )
        menu.add(self.tr("Models of other apps…"), self.others_requested.emit, icon="hard-drive")
        return menu

    def _on_import(self) -> None:
        corner = self.import_button.rect().bottomLeft()
        self.menu().popup_and_forget(self.import_button.mapToGlobal(corner))

    def _on_search(self) -> None:
        self.search_requested.emit(self.search.text())
        self.search.clear()

    def _on_theme_changed(self) -> None:
        self.search.setMinimumWidth(self._theme.px(_SEARCH_PX // 2))
        self.search.setMaximumWidth(self._theme.px(_SEARCH_PX))
        self.setFixedHeight(self._theme.px(_HEIGHT_PX))
