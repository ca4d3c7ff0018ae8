"""Copies model files so that what is at the end is what was at the beginning, or nothing.

Under a staging name, hashed while it is read, written to the disk, read back from there and
compared, and only then given its name. A kill at any moment leaves the original, and at most a
staging file, which `sweep` removes.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_slm import files
from desktop_slm.errors import (
    CarriedDiffers,
    CopyDiffers,
    CopyFailed,
    DesktopSlmError,
    FileTooBigForDisk,
    ModelsFolderUnwritable,
    NoRoomForModel,
    SourceChanged,
)

READINGS = 2  # each byte is read twice: from the original, and back from the copy
_CHUNK_BYTES = 4 << 20
_SPARE_BYTES = 64 << 20
_STALE_S = 24 * 3600.0
_STAGING_SUFFIX = ".copying"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of work on files is; `done` and `work` are bytes read, written or not."""

    name: str
    done: int
    work: int

    @property
    def share(self) -> float:
        """0 to 1."""
        return min(self.done / max(self.work, 1), 1.0)


class Meter:
    """Counts bytes over several files and tells how far all of them are. For one thread.

    `on_progress` may raise, as when the person stops; the work then undoes itself.
    """

    def __init__(self, work: int, on_progress: Callable[[Progress], object]) -> None:
        self._work = work
        self._done = 0
        self._name = ""
        self._on_progress = on_progress

    def begin(self, name: str) -> None:
        """Says which file is next."""
        self._name = name
        self.add(0)

    def add(self, size: int) -> None:
        """Counts bytes."""
        self._done += size
        self._on_progress(Progress(self._name, self._done, self._work))


def copy(source: Path, target: Path, meter: Meter, *, wanted: str = "") -> str:
    """Copies a file to a name that is free and returns its SHA-256; time and bytes are the same.

    Raises CarriedDiffers where the SHA-256 is not the `wanted` one; NoRoomForModel,
    FileTooBigForDisk, ModelsFolderUnwritable, SourceChanged, CopyDiffers, CopyFailed. Nothing of
    the copy is left then.
    """
    meter.begin(source.name)
    staging = staging_of(target)
    try:
        with _named_errors(source, target):
            target.parent.mkdir(parents=True, exist_ok=True)
            before = _state(source)
            found = _write(source, staging, meter)
            if _state(source) != before:
                raise SourceChanged(name=source.name)
            if wanted and found != wanted:
                raise CarriedDiffers(name=source.name, found=found, wanted=wanted)
            if _read_back(staging, meter) != found:
                raise CopyDiffers(name=source.name, path=target.parent)
            os.utime(staging, ns=(before[1], before[1]))
            os.replace(staging, target)
            files.sync_folder(target.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            staging.unlink(missing_ok=True)
        raise
    return found


def staging_of(target: Path) -> Path:
    """Returns the name that a file has while it is copied: hidden, and no model's."""
    return target.with_name(f".{target.name}{_STAGING_SUFFIX}")


def require_room(folder: Path, size_bytes: int) -> None:
    """Raises NoRoomForModel where the disk of a folder, which need not be there, has too little."""
    free = free_bytes(folder)
    if free < size_bytes + _SPARE_BYTES:
        needed_mb = -(-(size_bytes + _SPARE_BYTES) // 1_000_000)
        raise NoRoomForModel(needed_mb=needed_mb, free_mb=free // 1_000_000, path=folder)


def free_bytes(folder: Path) -> int:
    """Returns the room on the disk of a folder. Raises ModelsFolderUnwritable."""
    nearest = folder
    while not nearest.is_dir() and nearest != nearest.parent:
        nearest = nearest.parent
    try:
        return shutil.disk_usage(nearest).free
    except OSError as error:
        raise ModelsFolderUnwritable(path=folder, why=error.strerror) from None


def is_same_disk(one: Path, other: Path) -> bool:
    """Whether a file can be renamed from one folder, which is there, to the other."""
    while not other.is_dir() and other != other.parent:
        other = other.parent
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False


def sweep(folder: Path, *, now_s: Callable[[], float] = time.time) -> None:
    """Removes what copies that were killed left in a folder a day ago or longer."""
    for inner, _folders, names in os.walk(folder):
        for name in names:
            if not (name.startswith(".") and name.endswith(_STAGING_SUFFIX)):
                continue
            with contextlib.suppress(OSError):
                path = Path(inner, name)
                if now_s() - path.stat().st_mtime > _STALE_S:
                    path.unlink()


@contextlib.contextmanager
def _named_errors(source: Path, target: Path) -> Iterator[None]:
    """Turns the system's refusals into our errors."""
    try:
        yield
    except OSError as error:
        raise _named(error, source, target) from None


def _named(error: OSError, source: Path, target: Path) -> DesktopSlmError:
    folder = target.parent
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _no_room(source, folder)
    if error.errno == errno.EFBIG:
        return FileTooBigForDisk(name=source.name, path=folder)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS) and source.exists():
        return ModelsFolderUnwritable(path=folder, why=error.strerror)
    return CopyFailed(name=source.name, why=error.strerror or type(error).__name__)


def _no_room(source: Path, folder: Path) -> DesktopSlmError:
    try:
        needed, free = source.stat().st_size, free_bytes(folder)
    except OSError:
        needed, free = 0, 0
    return NoRoomForModel(needed_mb=needed // 1_000_000, free_mb=free // 1_000_000, path=folder)


def _state(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns


def _write(source: Path, staging: Path, meter: Meter) -> str:
    digest = hashlib.sha256()
    buffer = memoryview(bytearray(_CHUNK_BYTES))
    with source.open("rb", buffering=0) as read, staging.open("wb", buffering=0) as write:
        while size := read.readinto(buffer):
            digest.update(buffer[:size])
            _write_all(write.write, buffer[:size])
            meter.add(size)
        os.fsync(write.fileno())
        _drop_from_memory(write.fileno())
    return digest.hexdigest()


def _write_all(write: Callable[[memoryview], int | None], piece: memoryview) -> None:
    """Writes a piece whole: an unbuffered file may take less at once."""
    while piece:
        piece = piece[write(piece) or 0 :]


def _read_back(path: Path, meter: Meter) -> str:
    digest = hashlib.sha256()
    buffer = memoryview(bytearray(_CHUNK_BYTES))
    with path.open("rb", buffering=0) as read:
        while size := read.readinto(buffer):
            digest.update(buffer[:size])
            meter.add(size)
    return digest.hexdigest()


def _drop_from_memory(handle: int) -> None:
    """Has the next reading come from the disk and not from the memory of what was written."""
    if hasattr(os, "posix_fadvise"):
        with contextlib.suppress(OSError):
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
