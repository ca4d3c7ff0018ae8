"""Lock files: held by one process at a time, and let go by the system when it dies.

They are asked for in place of process numbers, which are used again after a while and mean
different processes in two containers.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int, *, shared: bool) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    _UNSUPPORTED = (errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)

    def _lock(handle: int, *, shared: bool) -> bool:
        # flock, not lockf: closing any other handle of the file would let go of lockf's lock.
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        try:
            fcntl.flock(handle, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            # Some network shares have no locks: there everybody is taken to be alone.
            if error.errno not in _UNSUPPORTED:
                raise
        return True


class FileLock:
    """One lock file. Not for several threads, and not to be taken before a fork."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def acquire(self) -> bool:
        """Takes the lock, or returns False where another process has it. Raises OSError."""
        while True:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            if not _lock(handle, shared=False):
                os.close(handle)
                return False
            if _is_same_file(handle, self._path):
                self._handle = handle
                return True
            os.close(handle)  # removed between opening and locking: nobody would see this lock

    def release(self, *, remove: bool = False) -> None:
        """Lets go of the lock; with `remove` the file goes too."""
        if self._handle is None:
            return
        if remove:
            with contextlib.suppress(OSError):  # Windows refuses while it is open: it stays, empty
                self._path.unlink()
        os.close(self._handle)
        self._handle = None


def is_held(path: Path) -> bool:
    """Whether a living process holds this lock; False where there is no such file."""
    try:
        handle = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        # Shared, so that two processes asking at once do not take each other for the holder.
        return not _lock(handle, shared=True)
    finally:
        os.close(handle)


def _is_same_file(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
