"""A backup to take elsewhere: one ZIP file with the encrypted database and `key.json`.

It opens where its key is in use; everywhere else with the recovery code or the passphrase under
which `key.json` holds that key. Nothing in it is readable without one of them.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_slm.errors import BackupUnreadable, DiskFull, OutputUnwritable, StorageError
from desktop_slm.files import sync_folder
from desktop_slm.storage.backups.backups import Backups
from desktop_slm.storage.backups.copies import UNCHECKED, write_copy
from desktop_slm.storage.database import Database
from desktop_slm.storage.failures import os_errors_named
from desktop_slm.storage.keys import key_record
from desktop_slm.storage.keys.key_record import KeyRecord

SUFFIX = ".desktop-slm-backup"
_DATABASE, _RECORD = "desktop-slm.db", "key.json"
_MOST_RECORD_BYTES = 65_536
_PIECE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class PortableBackup:
    """What a file holds: the record of its key, and how large the database is."""

    path: Path
    record: KeyRecord
    size_bytes: int

    @property
    def can_travel(self) -> bool:
        """Whether something that a person knows opens it."""
        return self.record.recovery is not None or self.record.wrapped is not None


def write_portable(database: Database, record: Path, target: Path) -> PortableBackup:
    """Writes the whole database into one file; there is never half of one under its name.

    Raises OutputUnwritable, DiskFull and NoRoomForBackup; a file that was there is then unchanged.
    """
    copy = database.path.parent / "backups" / f"to-go-{os.urandom(4).hex()}.db{UNCHECKED}"
    unfinished = target.with_name(f".{target.name}-{os.urandom(4).hex()}")
    try:
        with Backups(database.path).alone():  # nobody else clears what is unfinished meanwhile
            with database.beside() as connection:
                write_copy(connection, copy, int(connection.pragma("user_version")))
            with _output_errors_named(target):
                _pack(copy, record, unfinished)
                os.replace(unfinished, target)
                sync_folder(target.parent)
    finally:
        copy.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return read_portable(target)


def read_portable(path: Path) -> PortableBackup:
    """Looks into a file and unpacks nothing. Raises BackupUnreadable."""
    with _unreadable_named(path), zipfile.ZipFile(path) as packed:
        described = packed.getinfo(_RECORD)
        if described.file_size > _MOST_RECORD_BYTES:
            raise BackupUnreadable(path=path.name)
        record = key_record.parse(packed.read(described).decode("ascii"))
        size = packed.getinfo(_DATABASE).file_size
    if record is None:
        raise BackupUnreadable(path=path.name)
    return PortableBackup(path, record, size)


def unpack_database(backup: PortableBackup, target: Path) -> None:
    """Writes the database to `target`, encrypted as it is. Raises BackupUnreadable, DiskFull."""
    with (
        _unreadable_named(backup.path),
        zipfile.ZipFile(backup.path) as packed,
        packed.open(_DATABASE) as source,
        os_errors_named(target.parent),
        open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file,
    ):
        shutil.copyfileobj(source, file, _PIECE_BYTES)
        file.flush()
        os.fsync(file.fileno())


def _pack(copy: Path, record: Path, target: Path) -> None:
    with (
        open(os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file,
        zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True) as packed,
    ):
        packed.write(record, _RECORD)
        packed.write(copy, _DATABASE)
        packed.close()
        file.flush()
        os.fsync(file.fileno())


@contextlib.contextmanager
def _output_errors_named(target: Path) -> Iterator[None]:
    try:
        with os_errors_named(target.parent):
            yield
    except DiskFull:
        raise
    except StorageError as error:
        cause = error.__cause__
        why = os.strerror(cause.errno or 0) if isinstance(cause, OSError) else "no answer"
        raise OutputUnwritable(path=target, why=why) from error


@contextlib.contextmanager
def _unreadable_named(path: Path) -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, KeyError, EOFError, ValueError, NotImplementedError) as error:
        raise BackupUnreadable(path=path.name) from error
    except OSError as error:
        raise BackupUnreadable(path=path.name, details=str(error.errno)) from error
