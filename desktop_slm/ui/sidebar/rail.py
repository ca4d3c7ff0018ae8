"""The narrow bar that stands for the sidebar where the window has no room for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.core import Core
from desktop_slm.ui.places import Place
from desktop_slm.ui.sidebar.enforcement import is_enforced
from desktop_slm.ui.sidebar.lock_button import LockButton
from desktop_slm.ui.widgets.icon_button import IconButton


class Rail(QWidget):
    """The same places as icons; the first button shows the sidebar over the page."""

    sidebar_requested = Signal()
    network_requested = Signal()
    place_requested = Signal(object)  # Place

    def __init__(self, core: Core, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = core.theme
        self._places: dict[Place, IconButton] = {}
        self.setProperty("ground", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = spacing.column(core.theme, self, gap=6, margins=(6, 10, 6, 10))
        self._list = IconButton(
            core.theme, "panel-left", self.tr("Chats and summaries"), token="text"
        )
        self._list.clicked.connect(self.sidebar_requested)
        column.addWidget(self._list)
        self._add_place(column, Place.CHAT, self.tr("New chat"), "message-square", "Ctrl+N")
        self._add_place(column, Place.SUMMARY, self.tr("Summarize"), "file-text")
        self._add_place(column, Place.MODELS, self.tr("Models"), "box")
        column.addStretch(1)
        enforced = is_enforced(core.outside.enforced.network)
        words = self.tr("Offline") if enforced else self.tr("Offline · by this app only")
        badge = IconButton(core.theme, "wifi-off", words, token="good" if enforced else "warning")
        badge.clicked.connect(self.network_requested)
        column.addWidget(badge)
        column.addWidget(LockButton(core))
        self._add_place(column, Place.SETTINGS, self.tr("Settings"), "settings", "Ctrl+,")

    def show_place(self, place: Place) -> None:
        """Marks the place that the window shows."""
        for each, button in self._places.items():
            button.setChecked(each is place)

    def focus_first(self) -> None:
        """Puts the focus on the button that shows the sidebar."""
        self._list.setFocus(Qt.FocusReason.TabFocusReason)

    def _add_place(
        self, column: QVBoxLayout, place: Place, name: str, icon: str, shortcut: str = ""
    ) -> None:
        button = IconButton(self._theme, icon, name, shortcut=shortcut, token="text")
        button.setCheckable(True)
        button.clicked.connect(lambda: self._on_clicked(place))
        self._places[place] = button
        column.addWidget(button)

    def _on_clicked(self, place: Place) -> None:
        self._places[place].setChecked(True)
        self.place_requested.emit(place)
