"""How long work is told to stop, from any thread."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Cancelled(Exception):
    """The work ended because it was asked to; what was made so far is kept by then."""


class Cancellation:
    """A wish to stop. Work registers what has to be done to stop soon."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._actions: list[Callable[[], None]] = []
        self._is_set = False

    @property
    def is_set(self) -> bool:
        """Whether the wish was made."""
        return self._is_set

    def cancel(self) -> None:
        """Makes the wish; the registered actions run once, on the calling thread."""
        with self._lock:
            self._is_set = True
            actions, self._actions = self._actions, []
        for action in actions:
            action()

    def when_cancelled(self, action: Callable[[], None]) -> None:
        """Registers an action; it runs at once where the wish was made already."""
        with self._lock:
            if not self._is_set:
                self._actions.append(action)
                return
        action()

    def check(self) -> None:
        """Raises Cancelled where the wish was made."""
        if self._is_set:
            raise Cancelled
