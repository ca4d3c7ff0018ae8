"""The record of every connection that was made: when, to which host, what for, how many bytes.

Written by the parent, never by the process that has the network; it holds no address, no search
word and no token. It lies in the encrypted database, and a connection is on it before the fetch
child may make it: while that database is not open nothing is asked of the network at all, so that
no connection is ever lost, or waits for its place in clear.
"""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol

from desktop_slm import files
from desktop_slm.errors import FolderUnwritable, RecordNotOpen, StorageError

_WRITTEN_AFTER = timedelta(seconds=10)
_Row = tuple[datetime, str, str, int]


class Purpose(StrEnum):
    """What a connection was for."""

    SEARCH = "search"
    LIST = "list of files"
    FACTS = "facts of a file"
    DOWNLOAD = "download"
    VERSION = "newest version"


class Connection(NamedTuple):
    """One line of the record."""

    at: datetime
    host: str
    purpose: str
    size_bytes: int


class Records(Protocol):
    """Where the record is kept; `storage.connections` does it. Each method may raise StorageError.

    `is_stored` says whether it outlives this process.
    """

    @property
    def is_stored(self) -> bool: ...

    def add(self, made: Sequence[_Row]) -> tuple[int, ...]: ...

    def replace(self, numbers: Sequence[int], made: Sequence[_Row]) -> tuple[int, ...]: ...

    def add_missing(self, made: Sequence[_Row]) -> None: ...

    def latest(self, count: int) -> list[_Row]: ...


class ConnectionLog:
    """Writes to the record and reads its end. Any thread may call."""

    def __init__(self, now: Callable[[], datetime], records: Records | None = None) -> None:
        self.now = now
        self._records = records
        self._lock = threading.Lock()
        self._unwritten: list[Entry] = []

    def keep_in(self, records: Records) -> None:
        """Opens the record."""
        self._records = records

    def require_open(self) -> Records:
        """Returns where the record is kept. Raises RecordNotOpen."""
        if self._records is None:
            raise RecordNotOpen
        return self._records

    def begin(self, purpose: Purpose, host: str) -> Entry:
        """Puts a connection on the record, which is then made. Raises RecordNotOpen, StorageError.

        What could not be written before is written now.
        """
        entry = Entry(self, purpose, host)
        with self._lock:
            records = self.require_open()
            while self._unwritten:
                self._unwritten[0].write_to(records)
                del self._unwritten[0]
            entry.write_to(records)
        return entry

    def update(self, entry: Entry) -> None:
        """Writes what an entry has come to; where that fails, it is tried again with the next."""
        with self._lock:
            try:
                entry.write_to(self.require_open())
            except StorageError:
                if entry not in self._unwritten:
                    self._unwritten.append(entry)
                return
            with contextlib.suppress(ValueError):
                self._unwritten.remove(entry)

    def latest(self, count: int = 200) -> tuple[Connection, ...]:
        """Returns the last connections, the newest first. Raises RecordNotOpen, StorageError."""
        return tuple(Connection(*row) for row in self.require_open().latest(count))

    def take_over(self, file: Path) -> None:
        """Takes over the clear file in which earlier versions kept the record, and erases it.

        Killed in between, it is done again: lines that were taken over stay single.
        Raises StorageError.
        """
        records = self.require_open()
        try:
            lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
            records.add_missing([each for each in map(_parse, lines) if each is not None])
            if records.is_stored:
                files.erase(file)
        except FileNotFoundError:
            return
        except OSError:
            raise FolderUnwritable(path=str(file.parent)) from None


class Entry:
    """A connection that is being made; its hosts and bytes become known while it goes on."""

    def __init__(self, log: ConnectionLog, purpose: Purpose, host: str) -> None:
        self._log = log
        self._purpose = purpose
        self._at = self._written = log.now().astimezone(UTC)
        self._traffic: dict[str, int] = {host: 0}
        self._is_known = False  # whether the traffic was told, and is no guess
        self._numbers: tuple[int, ...] = ()

    def tell(self, traffic: Mapping[str, int]) -> None:
        """Notes what has come from each host so far; a new host is on the record at once."""
        if not traffic:
            return
        before = set(self._traffic)
        self._traffic = {**self._traffic, **traffic} if self._is_known else dict(traffic)
        self._is_known = True
        now = self._log.now().astimezone(UTC)
        if set(self._traffic) != before or now - self._written >= _WRITTEN_AFTER:
            self._written = now
            self._log.update(self)

    def end(self) -> None:
        """Writes the last figures; an entry that cannot be written stops nothing."""
        self._log.update(self)

    def write_to(self, records: Records) -> None:
        """Writes the entry in the place of what was written of it before."""
        made = [
            Connection(self._at, host, self._purpose.value, size)
            for host, size in self._traffic.items()
        ]
        if self._numbers:
            self._numbers = records.replace(self._numbers, made)
        else:
            self._numbers = records.add(made)


def _parse(line: str) -> Connection | None:
    try:
        fields = json.loads(line)
        at = datetime.fromisoformat(fields["at"]).astimezone(UTC)
        return Connection(at, str(fields["host"]), str(fields["purpose"]), int(fields["bytes"]))
    except (ValueError, KeyError, TypeError, RecursionError, OverflowError):
        return None
