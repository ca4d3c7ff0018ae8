"""Notices that nothing has happened for a while."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable


class IdleTimer:
    """Calls `on_idle`, on a thread of its own, when nothing was touched for `limit_s` seconds.

    A limit of 0 means never. After a call it waits for the next touch.
    """

    def __init__(self, on_idle: Callable[[], None]) -> None:
        self._on_idle = on_idle
        self._changed = threading.Condition()
        self._limit_s = 0.0
        self._touched_at: float | None = None
        self._thread: threading.Thread | None = None

    def set_limit(self, limit_s: float) -> None:
        """Changes the limit; the time since the last touch counts."""
        with self._changed:
            self._limit_s = limit_s
            self._changed.notify()

    def touch(self) -> None:
        """Says that something happened just now."""
        with self._changed:
            was_waiting = self._touched_at is None
            self._touched_at = time.monotonic()
            if self._thread is None and self._limit_s > 0:
                self._thread = threading.Thread(target=self._watch, name="idle", daemon=True)
                self._thread.start()
            # A later touch only moves the time: the thread looks at it when it wakes.
            if was_waiting:
                self._changed.notify()

    def _watch(self) -> None:
        while True:
            self._wait()
            self._on_idle()

    def _wait(self) -> None:
        with self._changed:
            while (left := self._left_s()) is None or left > 0:
                self._changed.wait(left)
            self._touched_at = None

    def _left_s(self) -> float | None:
        """Returns the seconds until the call; None where there is nothing to wait for."""
        if self._touched_at is None or self._limit_s <= 0:
            return None
        return self._touched_at + self._limit_s - time.monotonic()
