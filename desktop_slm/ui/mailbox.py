"""Carries word from any thread to the Qt thread, woken at most once per interval.

Two hundred events a second become sixty deliveries; whoever is delivered to holds its own items.
"""

from __future__ import annotations

import threading
import time
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

INTERVAL_MS = 16


class Deliverable(Protocol):
    """Something that has news for the Qt thread."""

    def deliver(self) -> None: ...


class Mailbox(QObject):
    """Calls `deliver` on the Qt thread for everything posted, in the order of first posting."""

    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._waiting: dict[Deliverable, None] = {}
        self._is_woken = False
        self._is_closed = False
        self._emptied_at = 0.0
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_due)
        self._woken.connect(self._on_woken, Qt.ConnectionType.QueuedConnection)

    def post(self, deliverable: Deliverable) -> None:
        """Has it delivered soon; callable from any thread, cheap when it already waits."""
        with self._lock:
            if self._is_closed:
                return
            self._waiting[deliverable] = None
            must_wake, self._is_woken = not self._is_woken, True
            if must_wake and isValid(self):
                self._woken.emit()

    def close(self) -> None:
        """Delivers nothing from here on."""
        with self._lock:
            self._is_closed = True
            self._waiting.clear()
        self._timer.stop()

    @Slot()
    def _on_woken(self) -> None:
        since_ms = (time.monotonic() - self._emptied_at) * 1000
        if since_ms >= INTERVAL_MS:
            self._on_due()
        else:
            self._timer.start(max(round(INTERVAL_MS - since_ms), 1))

    @Slot()
    def _on_due(self) -> None:
        with self._lock:
            waiting, self._waiting = list(self._waiting), {}
            self._is_woken = False
        self._emptied_at = time.monotonic()
        for at, deliverable in enumerate(waiting):
            try:
                deliverable.deliver()
            except BaseException:
                for left in waiting[at:]:  # a callback's defect must cost nobody a delivery
                    self.post(left)
                raise
