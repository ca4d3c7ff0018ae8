"""The record of every connection that was made: when, to which host, what for, how many bytes.

Written by the parent, never by the process that has the network. A plain file of bounded size; it
holds no address, no search word and no token.
"""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from desktop_slm import files

_MOST_BYTES = 256 << 10


class Purpose(StrEnum):
    """What a connection was for."""

    SEARCH = "search"
    LIST = "list of files"
    FACTS = "facts of a file"
    DOWNLOAD = "download"
    VERSION = "newest version"


@dataclass(frozen=True, slots=True)
class Connection:
    """One line of the record."""

    at: datetime
    host: str
    purpose: str
    size_bytes: int


class ConnectionLog:
    """Appends to the record and reads its end. Any thread may call."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self._path = path
        self._now = now
        self._lock = threading.Lock()

    def note(self, purpose: Purpose, traffic: Mapping[str, int]) -> None:
        """Adds a line for each host; a record that cannot be written stops nothing."""
        at = self._now().astimezone(UTC).isoformat(timespec="seconds")
        lines = "".join(
            json.dumps({"at": at, "host": host, "purpose": purpose.value, "bytes": size}) + "\n"
            for host, size in traffic.items()
        )
        with self._lock, contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(lines)
            self._path.chmod(0o600)
            if self._path.stat().st_size > _MOST_BYTES:
                self._shorten()

    def latest(self, count: int = 200) -> tuple[Connection, ...]:
        """Returns the last connections, the newest first."""
        try:
            lines = self._path.read_text(encoding="utf-8").splitlines()
        except OSError:
            return ()
        found = (_parse(line) for line in reversed(lines[-count:]))
        return tuple(each for each in found if each is not None)

    def _shorten(self) -> None:
        """Keeps the newer half."""
        content = self._path.read_bytes()
        middle = content.find(b"\n", len(content) // 2) + 1
        files.replace_content(self._path, content[middle:])


def _parse(line: str) -> Connection | None:
    try:
        fields = json.loads(line)
        at = datetime.fromisoformat(fields["at"])
        return Connection(at, str(fields["host"]), str(fields["purpose"]), int(fields["bytes"]))
    except (ValueError, KeyError, TypeError):
        return None
