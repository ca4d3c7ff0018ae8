from __future__ import annotations

import errno
from pathlib import Path

import apsw
import pytest

from desktop_slm.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseFailed,
    DesktopSlmError,
    DiskFull,
    FolderUnwritable,
    Invariant,
)
from desktop_slm.storage.failures import database_errors_named, os_errors_named

PATH = Path("/data/x.db")


@pytest.mark.parametrize(
    ("error", "named"),
    [
        (apsw.NotADBError, DatabaseDamaged),
        (apsw.CorruptError, DatabaseDamaged),
        (apsw.FullError, DiskFull),
        (apsw.BusyError, DatabaseBusy),
        (apsw.LockedError, DatabaseBusy),
        (apsw.ReadOnlyError, FolderUnwritable),
        (apsw.CantOpenError, FolderUnwritable),
        (apsw.PermissionsError, FolderUnwritable),
        (apsw.IOError, DatabaseFailed),
        (apsw.NoMemError, DatabaseFailed),
        (apsw.SQLError, Invariant),
        (apsw.ConstraintError, Invariant),
        (apsw.ConnectionClosedError, Invariant),
    ],
)
def test_each_database_error_has_its_name(
    error: type[apsw.Error], named: type[DesktopSlmError]
) -> None:
    with pytest.raises(DesktopSlmError) as caught, database_errors_named(PATH):
        raise error("what a person wrote")
    assert type(caught.value) is named
    assert "wrote" not in str(caught.value) + caught.value.details


def test_shared_memory_that_cannot_grow_is_a_full_disk() -> None:
    error = apsw.IOError()
    error.extendedresult = apsw.SQLITE_IOERR_SHMSIZE  # type: ignore[attr-defined]
    with pytest.raises(DiskFull), database_errors_named(PATH):
        raise error


@pytest.mark.parametrize(
    ("number", "named"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EACCES, FolderUnwritable),
        (errno.EROFS, FolderUnwritable),
        (errno.EIO, DatabaseFailed),
    ],
)
def test_each_system_error_has_its_name(number: int, named: type[DesktopSlmError]) -> None:
    with pytest.raises(named) as caught, os_errors_named(PATH.parent):
        raise OSError(number, "text", "/data/secret name")
    assert "secret" not in str(caught.value) + caught.value.details
