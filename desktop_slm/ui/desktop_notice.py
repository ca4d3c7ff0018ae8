"""Says a sentence through the desktop. Each way takes only what it is given, and waits for nobody.

On Linux over D-Bus (see `bus_notice`): the service that every desktop has, because Qt's own way
shows nothing where there is no tray. Elsewhere through the tray's icon, which is there for as long
as the sentence is.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

_APP = "Desktop SLM"
_SHOWN_MS = 15_000


class DesktopNotice(Protocol):
    """Shows a sentence outside of the window; one that cannot be shown is no error."""

    def say(self, sentence: str, button: str, on_clicked: Callable[[str], object]) -> None:
        """Shows it, in the place of the one before.

        A click calls `on_clicked`, with what the desktop gives to raise a window with; `button` is
        what such a click is called where it is a button.
        """


class TrayNotice(QObject):
    """Belongs to the window, so that no icon of it is left when that closes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tray = QSystemTrayIcon(QGuiApplication.windowIcon(), self)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self._tray.hide)
        self._act: Callable[[str], object] = lambda token: None
        self._tray.messageClicked.connect(lambda: self._act(""))

    def say(self, sentence: str, _button: str, on_clicked: Callable[[str], object]) -> None:
        """Shows it, in the place of the one before."""
        self._act = on_clicked
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._tray.show()
            self._tray.showMessage(_APP, sentence, QGuiApplication.windowIcon(), _SHOWN_MS)
            self._timer.start()


def of_this_desktop(parent: QObject, platform: str = sys.platform) -> DesktopNotice:
    """Returns the way that works here."""
    if platform.startswith("linux"):
        from desktop_slm.ui.bus_notice import BusNotice

        return BusNotice(parent)
    return TrayNotice(parent)
