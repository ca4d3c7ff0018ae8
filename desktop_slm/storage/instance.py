"""One window per data folder. Terminal verbs do not ask: the database is made for several."""

from __future__ import annotations

from pathlib import Path

from desktop_slm.storage.failures import os_errors_named
from desktop_slm.storage.locks import FileLock, is_held
from desktop_slm.storage.private_files import make_private_folder


class WindowInstance:
    """The right to show the window of this folder, held until `release` or the process's end."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "window.lock"
        self._lock = FileLock(self._path)

    def take(self) -> bool:
        """Takes the right, or returns False where another window has it.

        To be called after the launcher was forked: a fork would hold the lock as well.
        """
        make_private_folder(self._path.parent)
        with os_errors_named(self._path.parent):
            return self._lock.acquire()

    def is_taken(self) -> bool:
        """Whether a window is open on this folder, this one included; changes nothing."""
        with os_errors_named(self._path.parent):
            return is_held(self._path)

    def release(self) -> None:
        """Gives the right back. The file stays: removing it would race with a starting window."""
        self._lock.release()
