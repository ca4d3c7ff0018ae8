"""Notices that nobody has touched the program for a while, or that the computer was asleep."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

LOOK_EVERY_MS = 5_000
_SLEPT_S = 60  # a tick that comes this much too late: the computer was asleep
_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.InputMethod,
    QEvent.Type.DragMove,
    QEvent.Type.Drop,
}


class IdleWatch(QObject):
    """Watches the input of each window that gets the focus: a filter on the whole application
    would cost every event of every widget its time."""

    idle = Signal()
    slept = Signal()

    def __init__(
        self,
        application: QGuiApplication,
        parent: QObject,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """`clock` counts on while the computer sleeps."""
        super().__init__(parent)
        self._clock = clock
        self._limit_s = 0.0
        self._last_input = self._last_look = clock()
        self._watched: QWindow | None = None
        application.focusWindowChanged.connect(self._on_focus_window_changed)
        self._on_focus_window_changed(application.focusWindow())
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def set_limit(self, minutes: int) -> None:
        """Says after how many minutes without input `idle` is emitted; 0 for never."""
        self._limit_s = minutes * 60.0
        self._last_input = self._clock()

    def look(self) -> None:
        """Compares the clock with the last input and with the last look."""
        now = self._clock()
        was, self._last_look = self._last_look, now
        if now < self._last_input:  # the clock was set back
            self._last_input = now
        if now - was > _SLEPT_S + LOOK_EVERY_MS / 1000:
            self.slept.emit()
        elif self._limit_s and now - self._last_input >= self._limit_s:
            self._last_input = now
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes the moment of an input."""
        if event.type() in _INPUT:
            self._last_input = self._clock()
        return False

    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        if window is None:
            return
        window.removeEventFilter(self)
        window.installEventFilter(self)
        self._last_input = self._clock()
