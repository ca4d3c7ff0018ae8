"""Which processes have the database open now, told by one lock file each in `sessions/`.

Two questions need it: did the last process end without closing (then the file is checked), and is
the process that was writing an answer still alive (then the answer is not marked as cut off).
"""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from desktop_slm.storage.locks import FileLock, is_held

IN_MEMORY = "memory"


class Sessions:
    """This process's session on one data folder; without a folder nobody else can be there.

    A folder where locks or files cannot be made (a full disk, some network shares) must not keep
    anyone from their chats: there the session goes without a lock, and others may mark its
    unfinished answers as cut off until it writes to them again.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._lock: FileLock | None = None
        self.id = IN_MEMORY

    def were_there(self) -> bool:
        """Whether this folder ever had a session, so a database as well."""
        return self._folder is not None and self._folder.exists()

    def begin(self) -> bool:
        """Starts this session; returns whether an earlier one ended without saying so."""
        if self._folder is None:
            return False
        self.id = secrets.token_hex(8)
        lock = FileLock(self._path(self.id))
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, exist_ok=True)
            died = self._sweep(self._folder)
            if lock.acquire():
                self._lock = lock
            return died
        return False

    def is_alive(self, session: str) -> bool:
        """Whether that session's process still has the database open."""
        if session == self.id:
            return True
        if self._folder is None:
            return False
        try:
            return is_held(self._path(session))
        except OSError:
            return False

    def others(self) -> bool:
        """Whether another process has a session here."""
        if self._folder is None:
            return False
        own = self._path(self.id)
        return any(is_held(path) for path in self._folder.glob("*.lock") if path != own)

    def end(self, *, properly: bool = True) -> None:
        """Ends this session; one that does not end properly makes the next one check the file."""
        if self._lock is not None:
            self._lock.release(remove=properly)
            self._lock = None

    def _path(self, session: str) -> Path:
        assert self._folder is not None
        return self._folder / f"{session}.lock"

    @staticmethod
    def _sweep(folder: Path) -> bool:
        """Removes the locks that nobody holds; returns whether there were any."""
        left_behind = [path for path in folder.glob("*.lock") if not is_held(path)]
        for path in left_behind:
            with contextlib.suppress(OSError):
                path.unlink()
        return bool(left_behind)
