"""Puts a backup in the database's place, and what was there aside; at no moment is there nothing.

In two parts: `prepare` writes and checks the new file beside the database, while that may be open;
`put_in_place` needs it closed everywhere, keeps it under a name among the backups, and takes one
rename. The key stays the one in use: a backup under another key is written anew under this one.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import apsw

from desktop_slm.errors import (
    BackupLocked,
    BackupUnreadable,
    CodeMistyped,
    DatabaseDamaged,
    DatabaseNewer,
    DataInUse,
    NoCode,
)
from desktop_slm.files import sync_folder
from desktop_slm.storage.backups.backups import BackupKind, Backups
from desktop_slm.storage.backups.copies import UNCHECKED, attached, write_copy
from desktop_slm.storage.backups.portable import PortableBackup, read_portable, unpack_database
from desktop_slm.storage.database import Database, connect, read_id
from desktop_slm.storage.failures import database_errors_named, os_errors_named
from desktop_slm.storage.keys.data_key import DataKey
from desktop_slm.storage.keys.keys import open_record
from desktop_slm.storage.private_files import make_private_file, make_private_folder
from desktop_slm.storage.schema import CONNECTIONS, STEPS
from desktop_slm.storage.sessions import Sessions

_READY = ".restored"
_CHECKED_BYTES = 4  # a ZIP begins with these
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Ready:
    """A checked file that waits beside the database."""

    path: Path


def is_portable(path: Path) -> bool:
    """Whether the file is one of `portable`'s. Raises BackupUnreadable."""
    try:
        with open(path, "rb") as file:
            return file.read(_CHECKED_BYTES) == _ZIP
    except OSError:
        raise BackupUnreadable(path=path.name) from None


def needs_words(path: Path, database_id: bytes) -> bool:
    """Whether a recovery code or passphrase of another computer has to be given for this file."""
    return is_portable(path) and read_portable(path).record.database_id != database_id


def prepare(path: Path, opened: Database, words: str = "") -> Ready:
    """Checks a backup and writes it beside the open database, under that one's key.

    `words` are the recovery code or passphrase of a backup under another key. Raises
    BackupUnreadable, BackupLocked, WrongKey, DatabaseNewer and DiskFull; nothing is changed then.
    """
    with opened.beside() as connection:
        ready = _prepare(path, opened.path, connection, read_id(opened.path), words)
        _keep_connections(connection, ready.path)
        return ready


def prepare_with_key(path: Path, database: Path, key: DataKey, words: str = "") -> Ready:
    """Does the same where the database cannot be opened, or is not there."""
    make_private_folder(database.parent)
    scratch = database.with_name(f"{database.name}{_READY}-key{UNCHECKED}")
    scratch.unlink(missing_ok=True)
    make_private_file(scratch)
    try:
        with database_errors_named(scratch), contextlib.closing(connect(scratch, key)) as main:
            main.pragma("user_version", 1)  # from here on there is a file with this key
            return _prepare(path, database, main, key.database_id, words)
    finally:
        scratch.unlink(missing_ok=True)


def put_in_place(ready: Ready, database: Path, now: datetime) -> Path | None:
    """Keeps the present file aside and puts the new one in its place; returns where it is kept.

    Raises DataInUse where a process has the database open. None: there was no file to keep.
    """
    if Sessions(database.parent / "sessions").others():
        raise DataInUse
    backups = Backups(database)
    with backups.alone(), os_errors_named(database.parent):
        aside = _keep_aside(database, backups.folder / backups.name(BackupKind.ASIDE, now))
        # A -wal file that is still there belongs to the file that goes: SQLite would write it
        # into the new one. It is kept with the old one, and gone before the new one comes.
        for name in ("-wal", "-shm"):
            database.with_name(database.name + name).unlink(missing_ok=True)
        sync_folder(database.parent)
        os.replace(ready.path, database)
        sync_folder(database.parent)
    return aside


def _keep_connections(connection: apsw.Connection, target: Path) -> None:
    """Gives the new file the record of connections: those made since the backup stay on it."""
    columns = "at, host, purpose, size_bytes"
    with database_errors_named(target), attached(connection, target) as name, connection:
        connection.execute(CONNECTIONS.replace("EXISTS ", f"EXISTS {name}."))
        connection.execute(
            f"INSERT INTO {name}.connections ({columns}) SELECT {columns} FROM main.connections"
            f" WHERE ({columns}) NOT IN (SELECT {columns} FROM {name}.connections)"
        )


def discard(ready: Ready) -> None:
    """Deletes a prepared file that is not wanted after all."""
    ready.path.unlink(missing_ok=True)


def _keep_aside(database: Path, aside: Path) -> Path | None:
    if not database.exists() or not database.stat().st_size:
        return None
    try:
        os.link(database, aside)
    except OSError:  # no hard links here: a copy does as well
        unchecked = aside.with_name(aside.name + UNCHECKED)
        shutil.copyfile(database, unchecked)
        os.replace(unchecked, aside)
    wal = database.with_name(database.name + "-wal")
    if wal.exists() and wal.stat().st_size:
        shutil.copyfile(wal, aside.with_name(aside.name + "-wal"))
    sync_folder(aside.parent)
    return aside


def _unlocked(backup: PortableBackup, words: str) -> DataKey:
    """Returns the key of a backup from elsewhere."""
    if not words:
        raise BackupLocked
    with contextlib.suppress(CodeMistyped, NoCode):
        return open_record(backup.record, code=words)
    if backup.record.wrapped is None:
        raise BackupLocked
    return open_record(backup.record, passphrase=words)


def _prepare(
    path: Path, database: Path, connection: apsw.Connection, own_id: bytes, words: str
) -> Ready:
    target = database.with_name(database.name + _READY)
    target.unlink(missing_ok=True)
    if not is_portable(path):
        if read_id(path) != own_id:
            raise BackupLocked
        _write(connection, path, None, target, path)
        return Ready(target)
    portable = read_portable(path)
    source = database.with_name(f"{database.name}{_READY}-source{UNCHECKED}")
    source.unlink(missing_ok=True)
    try:
        unpack_database(portable, source)
        if portable.record.database_id == own_id:
            _write(connection, source, None, target, path)
        else:
            with _unlocked(portable, words) as key:
                _write(connection, source, key, target, path)
    finally:
        source.unlink(missing_ok=True)
    return Ready(target)


def _write(
    connection: apsw.Connection, source: Path, key: DataKey | None, target: Path, named: Path
) -> None:
    """Writes the source anew under the connection's own key, page by page, and checks it."""
    raw = f"raw:{key.as_hex_with_id()}" if key else None
    try:
        with database_errors_named(source), attached(connection, source, raw, "given") as name:
            taken = int(connection.pragma("user_version", schema=name))
            if taken > len(STEPS):
                raise DatabaseNewer(found=taken, known=len(STEPS))
            write_copy(connection, target, max(taken, 1), name)
    except DatabaseDamaged as error:
        raise BackupUnreadable(path=named.name) from error
