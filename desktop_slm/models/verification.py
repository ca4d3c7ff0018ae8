"""Which model files were read to their last byte, when, and with which fingerprint.

The practice model is compared with the fingerprint that is known of it, every other file with the
one that was noted when it was first verified: a change on the disk shows at the next time.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from desktop_slm.errors import FileDiffers, FileMissing
from desktop_slm.gguf.parts import parts_of
from desktop_slm.models.fingerprint import sha256
from desktop_slm.models.json_file import JsonFile
from desktop_slm.models.library import PRACTICE_SHA256, InstalledModel, Place
from desktop_slm.paths import Paths


@dataclass(frozen=True, slots=True)
class Verified:
    """A file's fingerprint, when it was last read, and its size and time then.

    `is_compared` says whether there was a fingerprint to compare with, and it was the same.
    """

    sha256: str
    at: datetime
    size_bytes: int
    modified_ns: int
    is_compared: bool


class Verifications:
    """Verifies files and remembers it in a small clear file beside the list of models."""

    def __init__(self, paths: Paths, now: Callable[[], datetime]) -> None:
        self._file = JsonFile(paths.data / "verified.json")
        self._now = now
        self._lock = threading.Lock()

    def last(self, model: InstalledModel) -> Verified | None:
        """Returns the last verification, or None where the file has changed since."""
        found = self._load().get(str(model.path))
        if found is None or (found.size_bytes, found.modified_ns) != _state(model):
            return None
        return found

    def verify(
        self, model: InstalledModel, on_progress: Callable[[float], object] = lambda share: None
    ) -> Verified:
        """Reads the whole model and returns what was noted; `on_progress` may raise to end it.

        Raises FileDiffers where the fingerprint is another than it has to be; FileMissing,
        FileUnreadable.
        """
        state = _state(model)
        found = _fingerprint(model, on_progress)
        known = self._load().get(str(model.path))
        wanted = PRACTICE_SHA256 if model.place is Place.PRACTICE else known.sha256 if known else ""
        if wanted and found != wanted:
            raise FileDiffers(name=model.path.name, details=f"SHA-256 {found}\nexpected {wanted}")
        verified = Verified(found, self._now(), *state, is_compared=bool(wanted))
        self._store({str(model.path): verified})
        return verified

    def note(self, model: InstalledModel, sha256: str) -> None:
        """Notes a fingerprint that was compared while the file came in."""
        verified = Verified(sha256, self._now(), *_state(model), is_compared=True)
        self._store({str(model.path): verified})

    def forget(self, model: InstalledModel) -> None:
        """Drops what was noted of a file."""
        self._store({str(model.path): None})

    def _load(self) -> dict[str, Verified]:
        stored = self._file.load()
        entries = stored.items() if isinstance(stored, dict) else ()
        return {path: found for path, each in entries if (found := _parse(each))}

    def _store(self, changes: Mapping[str, Verified | None]) -> None:
        with self._lock:
            entries: dict[str, Verified | None] = {**self._load(), **changes}
            known = {
                path: {**asdict(each), "at": each.at.isoformat()}
                for path, each in entries.items()
                if each is not None
            }
            self._file.store(known)


def _fingerprint(model: InstalledModel, on_progress: Callable[[float], object]) -> str:
    """Returns the fingerprint of the file; of a divided model, those of its files in order."""
    read = 0

    def on_read(size: int) -> None:
        nonlocal read
        read += size
        on_progress(min(read / max(model.size_bytes, 1), 1.0))

    return " ".join(sha256(path, on_read) for path in parts_of(model.path))


def _state(model: InstalledModel) -> tuple[int, int]:
    """Returns the size of all files and the time of the latest change."""
    try:
        found = [path.stat() for path in parts_of(model.path)]
    except OSError:
        raise FileMissing(name=model.path.name) from None
    return sum(each.st_size for each in found), max(each.st_mtime_ns for each in found)


def _parse(stored: Any) -> Verified | None:
    try:
        at = datetime.fromisoformat(stored["at"])
        found = Verified(
            sha256=str(stored["sha256"]),
            at=at if at.tzinfo else at.replace(tzinfo=UTC),
            size_bytes=int(stored["size_bytes"]),
            modified_ns=int(stored["modified_ns"]),
            is_compared=stored["is_compared"] is True,
        )
    except (TypeError, ValueError, KeyError):
        return None
    return found
