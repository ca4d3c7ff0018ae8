"""A disk that fails at the n-th write or sync: SQLite's file layer, below the encryption."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import apsw

NAME = "faulty"
ENCRYPTED_NAME = f"multipleciphers-{NAME}"


def io_error(write: Callable[[int], None]) -> None:
    """The disk does not take it."""
    raise apsw.IOError


def full(write: Callable[[int], None]) -> None:
    """The disk is full."""
    raise apsw.FullError


def torn(write: Callable[[int], None]) -> None:
    """The disk takes the first half."""
    write(2)
    raise apsw.IOError


class FaultyVfs(apsw.VFS):
    """Counts writes and syncs; from number `fail_at` on, `times` of them fail with `fault`."""

    def __init__(self) -> None:
        super().__init__(NAME, "unix")
        self.heal()

    def heal(self) -> None:
        """Lets everything succeed and begins to count anew."""
        self.break_at(0, io_error, times=0)

    def break_at(self, number: int, fault: Callable[[Any], None], *, times: int = 1) -> None:
        """Says which operation is to fail, counted from 1."""
        self.count = 0
        self._bad = range(number, number + times)
        self._fault = fault

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        return _FaultyFile(self, name, flags)

    def pass_or_fail(self, write: Callable[[int], None]) -> None:
        """Counts one operation and lets it fail where its turn has come."""
        self.count += 1
        if self.count in self._bad:
            self._fault(write)

    def excepthook(self, *error: object) -> bool:
        """SQLite has the error already; Python need not print it."""
        return True


class _FaultyFile(apsw.VFSFile):
    def __init__(self, vfs: FaultyVfs, name: Any, flags: list[int]) -> None:
        self._vfs = vfs
        super().__init__("unix", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        write = super().xWrite
        self._vfs.pass_or_fail(lambda part: write(data[: len(data) // part], offset))
        write(data, offset)

    def xSync(self, flags: int) -> None:  # noqa: N802
        """Nothing is really flushed: these tests pull no plug, and have hundreds of runs."""
        self._vfs.pass_or_fail(lambda part: None)

    def excepthook(self, *error: object) -> bool:
        """As above."""
        return True
