"""A file that is coming in: kept under a staging name until every byte is right. Fetch child only.

What has come survives any end of this process: the file itself is the record, and its hash is
taken anew when it is opened again.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

from desktop_slm import files
from desktop_slm.errors import DownloadedElsewhere, FolderUnwritable
from desktop_slm.models.hashing import BackgroundHash

_READ_BYTES = 1 << 20

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        # A byte far behind the end, which nobody reads: Windows refuses others a locked byte.
        os.lseek(handle, 1 << 62, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # some network shares have no locks: there everybody is alone
        return True


class PartFile:
    """Takes bytes in order. Raises DownloadedElsewhere, FolderUnwritable, and OSError in `write`.

    Use as a context manager: leaving it keeps what has come, if anything.
    """

    def __init__(self, staging: Path, size_bytes: int) -> None:
        self._staging = staging
        self._size_bytes = size_bytes
        self._file = self._open()
        self._hash = BackgroundHash()
        self.received = 0

    def __enter__(self) -> PartFile:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file.closed:
            return
        if self.received:
            self._file.close()
        else:
            self.discard()

    def take_up(self, on_read: Callable[[int], object]) -> None:
        """Reads what is there from before; `on_read` gets how many bytes were read by then."""
        if os.fstat(self._file.fileno()).st_size > self._size_bytes:
            self.restart()
            return
        self._file.seek(0)
        while data := self._file.read(_READ_BYTES):
            self._hash.update(data)
            self.received += len(data)
            on_read(self.received)

    def write(self, data: bytes) -> None:
        """Appends bytes; after an OSError only those that are on the disk count."""
        view = memoryview(data)
        written = 0
        try:
            while written < len(data):
                written += self._file.write(view[written:]) or 0
        finally:
            self._hash.update(data[:written] if written < len(data) else data)
            self.received += written

    def restart(self) -> None:
        """Throws away what has come."""
        self._hash.finish()
        self._hash = BackgroundHash()
        self._file.seek(0)
        self._file.truncate()
        self.received = 0

    def finish(self) -> str:
        """Returns the SHA-256 of the whole; only `restart`, `commit` and `discard` may follow."""
        found = self._hash.finish()
        self._hash = BackgroundHash()
        return found

    def commit(self, final: Path) -> None:
        """Moves the file to its place, on the disk before this returns. Raises OSError."""
        os.fsync(self._file.fileno())
        self._file.close()
        os.replace(self._staging, final)
        files.sync_folder(final.parent)

    def discard(self) -> None:
        """Removes the file."""
        self._file.close()
        self._staging.unlink(missing_ok=True)

    def _open(self) -> IO[bytes]:
        try:
            self._staging.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
            handle = os.open(self._staging, flags, 0o600)
        except OSError as error:
            raise _unwritable(error, self._staging.parent) from None
        if not _lock(handle):
            os.close(handle)
            raise DownloadedElsewhere(file="")
        return os.fdopen(handle, "r+b", buffering=0)


def is_full(error: OSError) -> bool:
    """Whether the disk, or this account's share of it, has no room left."""
    return error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)


def _unwritable(error: OSError, folder: Path) -> FolderUnwritable:
    return FolderUnwritable(path=str(folder), details=type(error).__name__)
