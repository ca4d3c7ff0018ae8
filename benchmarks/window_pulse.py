"""Feels the pulse of the Qt thread: how long it kept an event waiting, and a key.

Beside the wall time of each wait stands the time that the Qt thread itself computed in it: other
programs on the machine can make the first longer, never the second.
"""

from __future__ import annotations

import statistics
import threading
import time
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

_TICK_MS = 2
_KEY_S = 0.05


@dataclass
class Stalls:
    """Waits in milliseconds."""

    wall: list[float] = field(default_factory=list)
    computed: list[float] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Returns the longest and the 99th percentile of both."""
        return {
            "longest_ms": max(self.wall, default=0),
            "p99_ms": _percentile(self.wall),
            "longest_computed_ms": max(self.computed, default=0),
            "p99_computed_ms": _percentile(self.computed),
            "over_50": sum(each > 50 for each in self.wall),
            "over_50_computed": sum(each > 50 for each in self.computed),
        }


class Pulse(QObject):
    """Ticks every 2 ms while it runs; Qt thread only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stalls = Stalls()
        self._last = (0.0, 0.0)
        self._timer = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        """Begins a measurement."""
        self.stalls = Stalls()
        self._last = (time.perf_counter(), time.thread_time())
        self._timer.start()

    def stop(self) -> Stalls:
        """Ends it and returns what was found."""
        self._timer.stop()
        return self.stalls

    def _on_tick(self) -> None:
        wall, computed = time.perf_counter(), time.thread_time()
        self.stalls.wall.append(max((wall - self._last[0]) * 1000 - _TICK_MS, 0))
        self.stalls.computed.append((computed - self._last[1]) * 1000)
        self._last = (wall, computed)


class Typist:
    """Presses a key every 50 ms from another thread; knows how long each took to be written."""

    def __init__(self, box: QPlainTextEdit) -> None:
        self._box = box
        self._pressed: list[float] = []
        self.waits: list[float] = []
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._press, daemon=True)
        box.textChanged.connect(self._on_written)

    def start(self) -> None:
        """Begins to type."""
        self._thread.start()

    def stop(self) -> None:
        """Types no more."""
        self._ended.set()
        self._thread.join()
        self._box.textChanged.disconnect(self._on_written)

    def _press(self) -> None:
        none = Qt.KeyboardModifier.NoModifier
        while not self._ended.wait(_KEY_S):
            self._pressed.append(time.perf_counter())
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none, "a")
            QCoreApplication.postEvent(self._box, event)

    def _on_written(self) -> None:
        if self._pressed:
            self.waits.append((time.perf_counter() - self._pressed.pop(0)) * 1000)


def _percentile(values: list[float]) -> float:
    return statistics.quantiles(values, n=100)[98] if len(values) > 1 else 0.0
