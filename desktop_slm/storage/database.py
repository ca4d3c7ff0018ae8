"""The one encrypted file: opening and closing it, its settings, statements and transactions.

What the rows mean is the business of `conversations` and `summaries`; how tables come to be, of
`migrations`.

Threads: one connection behind one re-entrant lock. Any thread may call; a transaction keeps the
others out until it ends, so keep transactions short and compute outside of them. A second
connection for reading would only save readers the wait for a disk flush (under a millisecond on
an SSD), and would show them a state older than the write that they have just seen succeed. There
is one beside it for what reads the whole file: backups and checks take seconds and hold nobody up.

Processes: a window and terminal verbs have the file open at once, through SQLite's WAL; a writer
waits up to five seconds for another.

Encryption: ChaCha20-Poly1305 a page through SQLite3 Multiple Ciphers, with a raw 32-byte key. The
first 16 bytes of the file are its salt and stay readable: they are the database's id, so that a
key that belongs to another file is told from damage.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from desktop_slm.errors import (
    DatabaseDamaged,
    DatabaseMissing,
    DatabaseNewer,
    Invariant,
    KeyDoesNotFit,
    WrongKey,
)
from desktop_slm.storage import migrations
from desktop_slm.storage.failures import database_errors_named
from desktop_slm.storage.finding import search_schema
from desktop_slm.storage.keys.data_key import ID_BYTES, DataKey
from desktop_slm.storage.private_files import make_private_file
from desktop_slm.storage.schema import STEPS
from desktop_slm.storage.sessions import Sessions

_CIPHER = "chacha20"
_CLEAR_HEADER = b"SQLite format 3\0"
_BUSY_TIMEOUT_MS = 5_000

Row = tuple[Any, ...]
Values = Sequence[Any]


class Database:
    """An open database. Made by `open` or `in_memory`; `close` it, or use it in a `with`."""

    def __init__(
        self,
        connection: apsw.Connection,
        path: Path | None,
        sessions: Sessions,
        beside: apsw.Connection | None = None,
    ) -> None:
        self._connection = connection
        self._beside = beside
        self._beside_lock = threading.RLock()
        self.is_open = True
        self._path = path
        self._sessions = sessions
        self._lock = threading.RLock()
        self._version = migrations.version(connection)

    @classmethod
    def open(
        cls, path: Path, key: DataKey, *, vfs: str | None = None, steps: Sequence[str] = STEPS
    ) -> Database:
        """Opens the file; an empty one, as `Keys.create` leaves it, gets its tables.

        Brings an older schema up to date, with a backup before. After a session that ended
        without closing, the whole file is checked first (0.1 to 1 s per 100 MB). `vfs` and
        `steps` are seams for tests. Raises a StorageError; the file is then as it was.
        """
        sessions = Sessions(path.parent / "sessions")
        _refuse_lost(path, had_sessions=sessions.were_there())
        make_private_file(path)
        with database_errors_named(path):
            connection = connect(path, key, vfs)
            try:
                migrations.refuse_newer(connection, steps)
                _set_up(connection)
                _use_wal(connection)
                if not migrations.version(connection):
                    migrations.bring_up_to_date(connection, path, steps)
                if sessions.begin():  # after the first tables: see `_refuse_lost`
                    _check(connection, path)
                migrations.bring_up_to_date(connection, path, steps)
                _assert_encrypted(path)
                database = cls(connection, path, sessions, _connect_beside(path, key, vfs))
            except BaseException:
                connection.close()
                sessions.end(properly=False)  # whoever opens next checks the file again
                raise
            # Only now: a file that was refused is to stay as it was, its -wal too.
            connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)
            return database

    @classmethod
    def in_memory(cls) -> Database:
        """A database that is gone when it is closed, for verbs that are to store nothing."""
        connection = apsw.Connection(":memory:")
        _set_up(connection)
        migrations.bring_up_to_date(connection, None, STEPS)
        return cls(connection, None, Sessions(None))

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_ended: object) -> None:
        self.close()

    @property
    def is_stored(self) -> bool:
        """Whether anything outlives this process."""
        return self._path is not None

    @property
    def path(self) -> Path:
        """The file; only where `is_stored`."""
        if self._path is None:
            raise Invariant(details="a database in memory has no file")
        return self._path

    @contextmanager
    def beside(self) -> Iterator[apsw.Connection]:
        """A second connection for what takes long: one user at a time, and no statement holds
        others up but a writing one. Closing the database interrupts it."""
        with self._beside_lock, database_errors_named(self._path):
            if self._beside is None:
                raise Invariant(details="a database in memory has one connection")
            yield self._beside

    def other_sessions(self) -> bool:
        """Whether another process has the database open."""
        return self._sessions.others()

    @property
    def session(self) -> str:
        """The id of this opening, kept with what is being written."""
        return self._sessions.id

    def is_alive(self, session: str) -> bool:
        """Whether the process of that session still has the database open."""
        return self._sessions.is_alive(session)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All statements inside are kept together or not at all; may be nested (savepoints)."""
        with self._lock, database_errors_named(self._path):
            is_outermost = not self._connection.in_transaction
            with self._connection:
                if is_outermost:
                    self._refuse_changed_schema()
                yield

    def execute(self, sql: str, values: Values = ()) -> int:
        """Runs one writing statement and returns how many rows it changed."""
        with self._writing():
            self._connection.execute(sql, values)
            return self._connection.changes()

    def insert(self, sql: str, values: Values = ()) -> int:
        """Runs one INSERT and returns the new row's id."""
        with self._writing():
            self._connection.execute(sql, values)
            return self._connection.last_insert_rowid()

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """Returns all rows of a query."""
        with self._lock, database_errors_named(self._path):
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """Returns the first row of a query."""
        with self._lock, database_errors_named(self._path):
            return self._connection.execute(sql, values).fetchone()

    def check(self) -> None:
        """Reads the whole file and raises DatabaseDamaged where a page is not as it was written."""
        with self._lock, database_errors_named(self._path):
            _check(self._connection, self._path)

    def settle_erasure(self) -> None:
        """Takes what was just deleted out of the -wal file too, and gives its room back.

        `secure_delete` has overwritten it in the database. Where another process is reading,
        the -wal file is emptied when that one is done.
        """
        with self._lock, database_errors_named(self._path):
            self._connection.execute("PRAGMA incremental_vacuum").fetchall()
            if self.is_stored:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Writes everything into the one file and closes it; a second call does nothing."""
        self._close_beside()
        with self._lock, database_errors_named(self._path):
            self._optimize()
            self.is_open = False
            self._connection.close()  # the last one to close empties and removes the -wal
            self._sessions.end()

    def _close_beside(self) -> None:
        if self._beside is None:
            return
        with contextlib.suppress(apsw.ConnectionClosedError):
            self._beside.interrupt()
        with self._beside_lock, database_errors_named(self._path):
            self._beside.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """The transaction that this thread has begun, or one for this statement alone."""
        with self._lock, database_errors_named(self._path):
            if self._connection.in_transaction:
                yield
                return
            with self.transaction():
                yield

    def _optimize(self) -> None:
        # Statistics only make queries faster: never a reason to fail a close, or to wait.
        with contextlib.suppress(apsw.Error):
            self._connection.set_busy_timeout(0)
            self._connection.execute("PRAGMA optimize").fetchall()

    def _refuse_changed_schema(self) -> None:
        # A newer version may have migrated the file while this one had it open.
        found = migrations.version(self._connection)
        if found != self._version:
            raise DatabaseNewer(found=found, known=self._version)


def _refuse_lost(path: Path, *, had_sessions: bool) -> None:
    """Raises where there was a database and is none: making one in its place would hide that.

    `had_sessions` has to be looked up first: another process may be making the database now.
    """
    size = path.stat().st_size if path.exists() else None
    if size is None or (size == 0 and had_sessions):
        raise DatabaseMissing(path=path)
    if 0 < size < ID_BYTES:  # SQLite takes a file of one byte for a new one
        raise DatabaseDamaged(path=str(path))


def _check(connection: apsw.Connection, path: Path | None) -> None:
    """Raises DatabaseDamaged where a page or an index is not sound."""
    if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
        raise DatabaseDamaged(path=str(path))


def connect(path: Path, key: DataKey, vfs: str | None = None) -> apsw.Connection:
    """Opens the file and proves with one read that the key is the right one."""
    if not getattr(apsw, "mc_version", ""):
        # SQLite without ciphers ignores the key and would write clear text.
        raise Invariant(details="this SQLite cannot encrypt")
    header = read_id(path)
    connection = apsw.Connection(str(path), vfs=vfs) if vfs else apsw.Connection(str(path))
    try:
        connection.set_busy_timeout(_BUSY_TIMEOUT_MS)
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, int(_has_wal(path)))
        # Order matters: the cipher first, then the key, then the first access. `key` with `raw:`
        # takes the bytes as they are (`hexkey` would be a passphrase: another key, and slow).
        for pragma, value in (("cipher", _CIPHER), ("key", f"raw:{key.as_hex_with_id()}")):
            if connection.pragma(pragma, value) != {"cipher": _CIPHER, "key": "ok"}[pragma]:
                raise Invariant(details=f"PRAGMA {pragma} had no effect")
        connection.pragma("user_version")
    except apsw.NotADBError:
        connection.close()
        raise _reason(path, header, key) from None
    except BaseException:
        connection.close()
        raise
    return connection


def _connect_beside(path: Path, key: DataKey, vfs: str | None) -> apsw.Connection:
    connection = connect(path, key, vfs)
    try:
        _set_up(connection)
        # Its transactions write to attached copies alone: they are not to wait for a writer here.
        connection.transaction_mode = "DEFERRED"
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)
    except BaseException:
        connection.close()
        raise
    return connection


def _has_wal(path: Path) -> bool:
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0


def _reason(path: Path, header: bytes, key: DataKey) -> DatabaseDamaged | WrongKey:
    """Returns why the first page cannot be read: damage, or the key of something else."""
    if not key.is_verified:
        return WrongKey()
    same = sum(a == b for a, b in zip(header, key.database_id, strict=False))
    if header == _CLEAR_HEADER or same < ID_BYTES // 2:
        return KeyDoesNotFit(place=path.parent)
    return DatabaseDamaged(path=str(path))


def _use_wal(connection: apsw.Connection) -> None:
    if connection.pragma("journal_mode", "wal") != "wal":
        raise Invariant(details="no WAL here")


def _set_up(connection: apsw.Connection) -> None:
    connection.transaction_mode = "IMMEDIATE"  # waits for its turn, where DEFERRED would fail
    if not migrations.version(connection):
        connection.pragma("auto_vacuum", "INCREMENTAL")  # has to come before the first table
    for pragma, value in (
        ("synchronous", "FULL"),
        ("fullfsync", "ON"),  # macOS keeps data in the drive's cache without it
        ("secure_delete", "ON"),
        ("temp_store", "MEMORY"),
        ("foreign_keys", "ON"),
        ("mmap_size", 0),
    ):
        connection.pragma(pragma, value)
    search_schema.register(connection)


def _assert_encrypted(path: Path) -> None:
    if read_id(path) in (b"", _CLEAR_HEADER):
        raise Invariant(details="the file is not encrypted")


def read_id(path: Path) -> bytes:
    """Returns the first 16 bytes of a database file, its id; nothing where it is shorter.

    Read through SQLite's own file layer: opening and closing the file past it would let go of the
    locks that this process holds on it (sqlite.org/howtocorrupt.html, section 2.2).
    """
    plain_vfs = apsw.vfs_names()[0].removeprefix("multipleciphers-")
    flags = [apsw.SQLITE_OPEN_MAIN_DB | apsw.SQLITE_OPEN_READONLY, 0]
    file = apsw.VFSFile(plain_vfs, str(path), flags)
    try:
        return bytes(file.xRead(ID_BYTES, 0)) if file.xFileSize() >= ID_BYTES else b""
    finally:
        file.xClose()
