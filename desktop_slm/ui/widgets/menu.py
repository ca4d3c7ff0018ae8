"""A menu with our corners and icons; its words are plain."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.theme import Theme


class Menu(QMenu):
    """Actions in a list that opens; made when it is needed, so it has the theme in force."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choices: QActionGroup | None = None
        self._switches: list[QAction] = []
        # Without this the corners outside the round frame would be filled.
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)

    def add(
        self,
        words: str,
        act: Callable[[], object] | None = None,
        *,
        icon: str = "",
        token: str = "text",
    ) -> QAction:
        """Adds an action at the end."""
        action = self.addAction(plain_text.label(words))
        if icon:
            action.setIcon(self._theme.icon(icon, token))
        if act is not None:
            action.triggered.connect(lambda _checked: act())
        return action

    def add_switch(
        self, words: str, act: Callable[[bool], object], *, is_on: bool, is_enabled: bool = True
    ) -> QAction:
        """Adds something that is on or off; the menu stays open while one switches it."""
        action = self.add(words, icon="check" if is_on else "")
        action.setCheckable(True)
        action.setChecked(is_on)
        action.setEnabled(is_enabled)
        action.toggled.connect(
            lambda on: action.setIcon(self._theme.icon("check", "text") if on else QIcon())
        )
        action.toggled.connect(act)
        self._switches.append(action)
        return action

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leaves the menu open where a switch is clicked."""
        if not self._flip(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves the menu open where a switch is chosen."""
        is_choice = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if not is_choice or not self._flip(self.activeAction()):
            super().keyPressEvent(event)

    def _flip(self, action: QAction | None) -> bool:
        """Switches what can be switched; says whether it was that."""
        is_switch = action in self._switches
        if action is not None and is_switch and action.isEnabled():
            action.toggle()
        return is_switch

    def popup_and_forget(self, place: QPoint) -> None:
        """Opens the menu at a place on the screen; it is dropped when it closes."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.popup(place)

    def add_choice(self, words: str, act: Callable[[], object], *, is_chosen: bool) -> QAction:
        """Adds one of several of which one is chosen; the chosen one has a tick."""
        if self._choices is None:
            self._choices = QActionGroup(self)
        action = self.add(words, act, icon="check" if is_chosen else "")
        action.setCheckable(True)
        action.setChecked(is_chosen)
        self._choices.addAction(action)
        return action
