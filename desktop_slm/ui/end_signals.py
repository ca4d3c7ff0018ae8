"""Lets the system's wish to end (log-out, Ctrl+C in a terminal) close the window as a person would.

Python runs a signal's handler between two of its own instructions, and while Qt waits there are
none: a socket that Qt watches wakes it.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_ENDS = (signal.SIGINT, signal.SIGTERM)


class EndSignals(QObject):
    """Calls `close` on the Qt thread when a signal asks for the end; made on the main thread."""

    def __init__(self, close: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._close = close
        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        for number in _ENDS:
            signal.signal(number, lambda number, frame: None)  # the wake-up does the work

    def close(self) -> None:
        """Listens no longer."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        for end in (self._ours, self._theirs):
            end.close()

    def _on_signal(self) -> None:
        self._ours.recv(64)
        self._close()
