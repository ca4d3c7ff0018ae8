"""The row in which something new is begun: a chat, and beside it a menu of what else."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.icon_button import IconButton


class NewRow(QWidget):
    """`row` takes the button of the place; `add_menu` puts the menu's behind it."""

    temporary_requested = Signal()
    folder_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.row = spacing.row(theme, self, gap=2)

    def add_menu(self) -> None:
        """Adds the button that opens the menu."""
        self.more = IconButton(self._theme, "chevron-down", self.tr("Begin something else"))
        self.more.clicked.connect(self.open_menu)
        self.row.addWidget(self.more)

    def open_menu(self) -> None:
        """Opens the menu under its button."""
        from desktop_slm.ui.widgets.menu import Menu

        menu = Menu(self._theme, parent=self)
        menu.add(self.tr("New temporary chat"), self.temporary_requested.emit, icon="clock")
        menu.add(self.tr("New folder…"), self.folder_requested.emit, icon="folder")
        at = self.more.rect().bottomLeft()
        menu.popup_and_forget(self.more.mapToGlobal(QPoint(at.x(), at.y() + 1)))
