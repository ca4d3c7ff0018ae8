"""Which model files were read to their last byte, when, and with which fingerprint.

The practice model is compared with the fingerprint that is known of it, every other file with the
one that was noted when it was first verified: a change on the disk shows at the next time.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop_slm.errors import FileDiffers, FileMissing
from desktop_slm.gguf.parts import parts_of
from desktop_slm.models.fingerprint import sha256
from desktop_slm.models.json_file import JsonFile
from desktop_slm.models.library import PRACTICE_SHA256, InstalledModel, Place, rebased
from desktop_slm.paths import Paths

_lock = threading.Lock()  # every `Verifications` of this process writes to the one file


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

    def is_of(self, state: tuple[int, int]) -> bool:
        """Whether a file of this size and time of change is, from outside, the one of then."""
        return (self.size_bytes, self.modified_ns) == state


class Verifications:
    """Verifies files and remembers it in a small clear file beside the list of models."""

    def __init__(self, paths: Paths, now: Callable[[], datetime]) -> None:
        self._file = JsonFile(paths.data / "verified.json")
        self._now = now

    def last(self, model: InstalledModel) -> Verified | None:
        """Returns the last verification, or None where the file has changed since."""
        found = self._load().get(str(model.path))
        return found if found is not None and found.is_of(_state(model)) else None

    def changed_since(self, model: InstalledModel) -> Verified | None:
        """Returns the last verification where the file has changed since, else None."""
        found = self._load().get(str(model.path))
        return found if found is not None and not found.is_of(_state(model)) else None

    def same_as(
        self, model: InstalledModel, others: Iterable[InstalledModel]
    ) -> InstalledModel | None:
        """Returns another model with the same fingerprint, as far as fingerprints are known.

        A file that is reached by two ways is no second file.
        """
        verified = self.last(model)
        if verified is None:
            return None
        for other in others:
            with contextlib.suppress(OSError, FileMissing):
                if other.path == model.path or other.path.samefile(model.path):
                    continue
                known = self.last(other)
                if known is not None and known.sha256 == verified.sha256:
                    return other
        return None

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
        wanted = self._wanted(model, known)
        if wanted and found != wanted:
            raise FileDiffers(name=model.path.name, details=f"SHA-256 {found}\nexpected {wanted}")
        verified = Verified(found, self._now(), *state, is_compared=bool(wanted))
        self._change({str(model.path): _wire(verified)})
        return verified

    def note(self, model: InstalledModel, sha256: str, *, is_compared: bool = True) -> None:
        """Notes a fingerprint that was computed, and compared, while the file came in."""
        verified = Verified(sha256, self._now(), *_state(model), is_compared=is_compared)
        self._change({str(model.path): _wire(verified)})

    def expect(self, model: InstalledModel, sha256: str) -> None:
        """Notes what another app says that the fingerprint is; the first reading compares it."""
        if str(model.path) not in self._load():
            self._change({str(model.path): {"expected": sha256}})

    def forget(self, model: InstalledModel) -> None:
        """Drops what was noted of a file."""
        self._change({str(model.path): None})

    def moved(self, source: Path, target: Path) -> None:
        """Moves what is noted of the files of one folder to another."""
        with _lock:
            stored = self._stored()
            self._file.store(
                {str(rebased(Path(path), source, target)): each for path, each in stored.items()}
            )

    def _wanted(self, model: InstalledModel, known: Verified | None) -> str:
        """Returns what the fingerprint has to be, or "" where nobody has said."""
        if model.place is Place.PRACTICE:
            return PRACTICE_SHA256
        if known is not None:
            return known.sha256
        entry = self._stored().get(str(model.path))
        expected = entry.get("expected") if isinstance(entry, dict) else None
        return expected if isinstance(expected, str) else ""

    def _load(self) -> dict[str, Verified]:
        return {path: found for path, each in self._stored().items() if (found := _parse(each))}

    def _stored(self) -> Mapping[str, Any]:
        stored = self._file.load()
        return stored if isinstance(stored, dict) else {}

    def _change(self, changes: Mapping[str, Mapping[str, object] | None]) -> None:
        with _lock:
            entries = {**self._stored(), **changes}
            self._file.store({path: each for path, each in entries.items() if each is not None})


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


def _wire(verified: Verified) -> dict[str, object]:
    return {**asdict(verified), "at": verified.at.isoformat()}


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
