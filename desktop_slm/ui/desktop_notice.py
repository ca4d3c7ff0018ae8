"""Says a sentence through the desktop. Each way takes only what it is given, and waits for nobody.

On Linux over D-Bus, whose sockets are files and none of the network: the service that every
desktop has, because Qt's own way shows nothing where there is no tray. Elsewhere through the tray's
icon, which is there for as long as the sentence is.
"""

from __future__ import annotations

import logging
import sys
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

from desktop_slm.ui.operations import Operations

_log = logging.getLogger(__name__)
_APP = "Desktop SLM"
_SERVICE = "org.freedesktop.Notifications"
_SHOWN_MS = 15_000
_TIMEOUT_S = 5.0


class DesktopNotice(Protocol):
    """Shows a sentence outside of the window; one that cannot be shown is no error."""

    def say(self, sentence: str) -> None:
        """Shows it, in the place of the one before."""


class BusNotice(QObject):
    """Asks the desktop's service, in the background."""

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._last = 0

    def say(self, sentence: str) -> None:
        """Shows it, in the place of the one before."""
        last = self._last
        self._operations.run(
            self,
            lambda job: notify(sentence, last),
            on_success=self._on_said,
            on_failure=lambda error: None,
        )

    def _on_said(self, number: int) -> None:
        self._last = number or self._last


class TrayNotice(QObject):
    """Belongs to the window, so that no icon of it is left when that closes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tray = QSystemTrayIcon(QGuiApplication.windowIcon(), self)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self._tray.hide)

    def say(self, sentence: str) -> None:
        """Shows it, in the place of the one before."""
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._tray.show()
            self._tray.showMessage(_APP, sentence, QGuiApplication.windowIcon(), _SHOWN_MS)
            self._timer.start()


def of_this_desktop(
    operations: Operations, parent: QObject, platform: str = sys.platform
) -> DesktopNotice:
    """Returns the way that works here."""
    if platform.startswith("linux"):
        return BusNotice(operations, parent)
    return TrayNotice(parent)


def notify(sentence: str, replaced: int = 0) -> int:
    """Asks the desktop to show a sentence; returns its number, 0 where nobody shows it. Blocks."""
    try:
        from jeepney import DBusAddress, MessageType, new_method_call
        from jeepney.io.blocking import open_dbus_connection
    except ImportError:  # comes with the keyring, which not every system has
        return 0
    path = "/" + _SERVICE.replace(".", "/")
    address = DBusAddress(path, bus_name=_SERVICE, interface=_SERVICE)
    hints = {"desktop-entry": ("s", "desktop-slm")}
    values: tuple[object, ...] = (_APP, replaced, "", _APP, sentence, [], hints, -1)
    message = new_method_call(address, "Notify", "susssasa{sv}i", values)
    try:
        with open_dbus_connection(bus="SESSION") as connection:
            reply = connection.send_and_get_reply(message, timeout=_TIMEOUT_S)
    except (OSError, KeyError, ValueError) as error:  # no bus, or none that lets us in
        _log.info("the desktop shows no notices: %s", type(error).__name__)
        return 0
    is_shown = reply.header.message_type is MessageType.method_return
    return int(reply.body[0]) if is_shown else 0
