"""The one place where SQLite's and the system's errors become those that a person reads."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from desktop_slm.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseFailed,
    DesktopSlmError,
    DiskFull,
    FolderUnwritable,
    Invariant,
)

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_UNWRITABLE = (
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.ENOTDIR,
    errno.EISDIR,
    errno.EEXIST,
    errno.ENOENT,
)


@contextmanager
def database_errors_named(path: Path | None) -> Iterator[None]:
    """Raises the matching StorageError for an apsw error, and Invariant for a defect of ours."""
    try:
        yield
    except apsw.Error as error:
        raise _named(_first(error), path) from error


def _first(error: apsw.Error) -> apsw.Error:
    """Returns what went wrong first: after damage or a full disk SQLite has rolled back by itself,
    and the rollback that apsw then asks for fails as well."""
    before = error.__context__
    if isinstance(error, apsw.SQLError) and isinstance(before, apsw.Error):
        return before
    return error


def _named(error: apsw.Error, path: Path | None) -> DesktopSlmError:
    shown, folder = (str(path), str(path.parent)) if path else ("", "")
    named: tuple[tuple[tuple[type[apsw.Error], ...], DesktopSlmError], ...] = (
        ((apsw.NotADBError, apsw.CorruptError), DatabaseDamaged(path=shown)),
        ((apsw.FullError, apsw.TooBigError), DiskFull()),
        ((apsw.BusyError, apsw.LockedError), DatabaseBusy()),
        (
            (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError),
            FolderUnwritable(path=folder),
        ),
        ((apsw.NoMemError,), DatabaseFailed(why="not enough memory")),
        ((apsw.InterruptError,), DatabaseFailed(why="the app was closed meanwhile")),
        ((apsw.IOError,), _named_disk_error(error)),
    )
    for kinds, meant in named:
        if isinstance(error, kinds):
            return meant
    # The kind alone: SQLite's message may quote what was to be stored.
    return Invariant(details=type(error).__name__)


def _named_disk_error(error: apsw.Error) -> DesktopSlmError:
    code = getattr(error, "extendedresult", 0)
    # A full disk shows here when the shared-memory file cannot grow.
    if code == apsw.SQLITE_IOERR_SHMSIZE:
        return DiskFull()
    return DatabaseFailed(why="the disk reported an error", details=f"SQLite error {code}")


@contextmanager
def os_errors_named(folder: Path) -> Iterator[None]:
    """Raises DiskFull, FolderUnwritable or DatabaseFailed for an OSError."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull() from error
        if error.errno in _UNWRITABLE:
            raise FolderUnwritable(path=str(folder)) from error
        raise DatabaseFailed(why="the disk reported an error", details=str(error.errno)) from error
