"""Hears from the desktop that the session is locked or the computer goes to sleep.

On Linux through D-Bus, whose sockets are files and none of the network. Elsewhere nothing says so
here: there the idle time has to do, and a sleep shows in the clock (see `idle`).
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_LOGIN = "org.freedesktop.login1"
_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver")


class SessionWatch(QObject):
    """Emits `locked` when the desktop says so; `is_told` is False where nothing will say it."""

    locked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_told = sys.platform.startswith("linux") and self._connect()

    def _connect(self) -> bool:
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:  # a build of Qt without it
            return False
        # Its stubs ask for bytes, its code for the text that SLOT makes.
        on_flag: Any = SLOT("_on_flag(bool)")
        on_lock: Any = SLOT("_on_lock()")
        told = False
        system = QDBusConnection.systemBus()
        if system.isConnected():
            told |= system.connect(
                _LOGIN, "", f"{_LOGIN}.Manager", "PrepareForSleep", self, on_flag
            )
            told |= system.connect(_LOGIN, "", f"{_LOGIN}.Session", "Lock", self, on_lock)
        session = QDBusConnection.sessionBus()
        if session.isConnected():
            for saver in _SAVERS:
                told |= session.connect("", "", saver, "ActiveChanged", self, on_flag)
        return told

    @Slot(bool)
    def _on_flag(self, begins: bool) -> None:
        if begins:
            self.locked.emit()

    @Slot()
    def _on_lock(self) -> None:
        self.locked.emit()
