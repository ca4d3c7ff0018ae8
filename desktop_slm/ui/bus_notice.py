"""Notices over the session bus: shown, and heard of when they are clicked.

The bus's sockets are files and none of the network. A thread of its own talks for each notice,
until the desktop says that it is gone: some desktops take a notice away with the connection that it
came over.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

_log = logging.getLogger(__name__)
_APP = "Desktop SLM"
_SERVICE = "org.freedesktop.Notifications"
_PATH = "/" + _SERVICE.replace(".", "/")
_DEFAULT = "default"  # what a click on the notice itself does
_TIMEOUT_S = 5.0


class BusNotice(QObject):
    """Asks the desktop's service, in the background."""

    _shown = Signal(object, int)
    _clicked = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = 0
        self._talk: Talk | None = None
        self._act: Callable[[str], object] = lambda token: None
        self._shown.connect(self._on_shown)
        self._clicked.connect(self._on_clicked)
        place = _Place()
        self._place = place
        self.destroyed.connect(place.clear)

    def say(self, sentence: str, button: str, on_clicked: Callable[[str], object]) -> None:
        """Shows it, in the place of the one before."""
        self._act = on_clicked
        talk = Talk(sentence, button, self._last)
        self._talk = talk
        self._place.take(talk)
        talk.start(
            lambda number: self._tell(self._shown, talk, number),
            lambda token: self._tell(self._clicked, talk, token),
        )

    @staticmethod
    def _tell(signal: SignalInstance, talk: Talk, said: int | str) -> None:
        """Tells the Qt thread; any thread may call."""
        with contextlib.suppress(RuntimeError):  # the window has just gone
            signal.emit(talk, said)

    def _on_shown(self, talk: Talk, number: int) -> None:
        if talk is self._talk:
            self._last = number or self._last

    def _on_clicked(self, talk: Talk, token: str) -> None:
        if talk is self._talk:
            self._act(token)


class _Place:
    """Where the one talk is; knows nothing of Qt, so it outlives the object that ends it."""

    def __init__(self) -> None:
        self._talk: Talk | None = None

    def take(self, talk: Talk) -> None:
        """Ends the talk before."""
        self.clear()
        self._talk = talk

    def clear(self) -> None:
        """Ends the talk."""
        if self._talk is not None:
            self._talk.end()
        self._talk = None


class Talk:
    """What is said to the desktop of one notice, and what comes back. Any thread may end it."""

    def __init__(self, sentence: str, button: str, replaced: int) -> None:
        self._sentence = sentence
        self._button = button
        self._replaced = replaced
        self._lock = threading.Lock()
        self._connection: DBusConnection | None = None
        self._is_ended = False

    def start(self, on_shown: Callable[[int], object], on_clicked: Callable[[str], object]) -> None:
        """Talks on a thread of its own, on which both are called."""
        threading.Thread(
            target=self.run, args=(on_shown, on_clicked), name="notice", daemon=True
        ).start()

    def end(self) -> None:
        """Listens no longer; returns at once."""
        import socket

        with self._lock:
            self._is_ended = True
            if self._connection is not None:
                with contextlib.suppress(OSError):  # the desktop was faster
                    self._connection.sock.shutdown(socket.SHUT_RDWR)

    def run(self, on_shown: Callable[[int], object], on_clicked: Callable[[str], object]) -> None:
        """Shows the notice and listens until it is gone; a desktop that shows none is no error."""
        try:
            from jeepney.io.blocking import open_dbus_connection
        except ImportError:  # comes with the keyring, which not every system has
            return
        try:
            with open_dbus_connection(bus="SESSION") as connection:
                with self._lock:
                    if self._is_ended:
                        return
                    self._connection = connection
                try:
                    self._talk(connection, on_shown, on_clicked)
                finally:
                    with self._lock:
                        self._connection = None
        except (OSError, KeyError, ValueError) as error:  # no bus, or none that lets us in
            if not self._is_ended:
                _log.info("the desktop shows no notices: %s", type(error).__name__)

    def _talk(
        self,
        connection: DBusConnection,
        on_shown: Callable[[int], object],
        on_clicked: Callable[[str], object],
    ) -> None:
        from jeepney import MatchRule, MessageType, message_bus

        rule = MatchRule(type="signal", interface=_SERVICE, path=_PATH)
        signals: deque[Message] = deque()
        with connection.filter(rule, queue=signals):
            connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=_TIMEOUT_S)
            reply = connection.send_and_get_reply(self._notice(), timeout=_TIMEOUT_S)
            if reply.header.message_type is not MessageType.method_return:
                return
            number = int(reply.body[0])
            on_shown(number)
            _listen(lambda: connection.recv_until_filtered(signals), number, on_clicked)

    def _notice(self) -> Message:
        from jeepney import DBusAddress, new_method_call

        address = DBusAddress(_PATH, bus_name=_SERVICE, interface=_SERVICE)
        hints = {"desktop-entry": ("s", "desktop-slm")}
        actions = [_DEFAULT, self._button]
        values = (_APP, self._replaced, "", _APP, self._sentence, actions, hints, -1)
        return new_method_call(address, "Notify", "susssasa{sv}i", values)


def _listen(
    receive: Callable[[], Message], number: int, on_clicked: Callable[[str], object]
) -> None:
    """Waits for a click on the notice of this number, or for its end."""
    from jeepney import HeaderFields

    token = ""
    while True:
        message = receive()
        member = message.header.fields.get(HeaderFields.member)
        if not message.body or message.body[0] != number:
            continue
        if member == "ActivationToken":  # comes before the click: with it a window may be raised
            token = str(message.body[1])
        elif member == "ActionInvoked" and message.body[1] == _DEFAULT:
            on_clicked(token)
        elif member == "NotificationClosed":
            return
