"""The downloads that were asked for and are not done with: a small file that survives a restart.

It holds repository, revision, files with sizes and fingerprints, license and state; no token. How
much has come is not in it: the part file itself says that.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from desktop_slm.errors import DesktopSlmError
from desktop_slm.models.json_file import JsonFile
from desktop_slm.models.wanted import Wanted
from desktop_slm.workers.process import describe_error, rebuild_error

_MOST = 100


class State(StrEnum):
    """Where a download is in its life."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    FAILED = "failed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Listed:
    """A download as it is remembered."""

    wanted: Wanted
    state: State
    added_at: datetime
    error: DesktopSlmError | None = None

    @property
    def key(self) -> str:
        """What makes it the same download as another."""
        return self.wanted.key


class DownloadList:
    """Reads and writes the list; the file is read again before each change.

    So a window and a terminal may both have one. Any thread may call. Raises DiskFull,
    FolderUnwritable.
    """

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self._file = JsonFile(path)
        self._now = now
        self._lock = threading.Lock()

    def load(self) -> tuple[Listed, ...]:
        """Returns the downloads in the order in which they were asked for."""
        stored = self._file.load()
        entries = stored.get("downloads") if isinstance(stored, dict) else None
        if not isinstance(entries, list):
            return ()
        found = (_parse(entry) for entry in entries[:_MOST])
        return tuple(each for each in found if each is not None)

    def put(self, wanted: Wanted, state: State, error: DesktopSlmError | None = None) -> Listed:
        """Adds a download, or changes the one of the same file."""
        with self._lock:
            known = {listed.key: listed for listed in self.load()}
            before = known.get(wanted.key)
            listed = (
                replace(before, wanted=wanted, state=state, error=error)
                if before
                else Listed(wanted, state, self._now(), error)
            )
            known[wanted.key] = listed
            self._store(known)
            return listed

    def remove(self, key: str) -> None:
        """Forgets a download."""
        with self._lock:
            known = {listed.key: listed for listed in self.load()}
            if known.pop(key, None) is not None:
                self._store(known)

    def _store(self, known: dict[str, Listed]) -> None:
        entries = [
            {
                "wanted": listed.wanted.to_json(),
                "state": listed.state.value,
                "added_at": listed.added_at.isoformat(),
                "error": describe_error(listed.error) if listed.error else None,
            }
            for listed in list(known.values())[-_MOST:]
        ]
        self._file.store({"downloads": entries})


def _parse(entry: Any) -> Listed | None:
    try:
        at = datetime.fromisoformat(entry["added_at"])
        return Listed(
            Wanted.from_json(entry["wanted"]),
            State(entry["state"]),
            at if at.tzinfo else at.replace(tzinfo=UTC),
            _parse_error(entry.get("error")),
        )
    except (LookupError, TypeError, ValueError, AttributeError):
        return None


def _parse_error(stored: Any) -> DesktopSlmError | None:
    if not isinstance(stored, dict):
        return None
    error = rebuild_error(stored)
    try:
        str(error)  # a sentence that lacks its fields cannot be shown
    except LookupError:
        return None
    return error
