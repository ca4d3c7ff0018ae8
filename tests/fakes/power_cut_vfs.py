"""A disk that loses power: what was not synced is lost, torn or written in another order."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

NAME = "powercut"
ENCRYPTED_NAME = f"multipleciphers-{NAME}"
_SECTOR_BYTES = 512


@dataclass
class _OnDisk:
    """What a file surely holds, and what was written to it since the last sync."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)  # None: cut off here

    def apply(self, change: tuple[int, bytes | None]) -> None:
        place, data = change
        if data is None:
            del self.durable[place:]
            return
        if len(self.durable) < place:
            self.durable.extend(bytes(place - len(self.durable)))
        self.durable[place : place + len(data)] = data


class PowerCutVfs(apsw.VFS):
    """Writes to real files, and remembers what each of them would hold without power."""

    def __init__(self) -> None:
        super().__init__(NAME, "unix")
        self.forget()

    def forget(self) -> None:
        """Begins with an empty disk that keeps its power."""
        self._files: dict[str, _OnDisk] = {}
        self.cut_at(0, lambda: None)

    def cut_at(self, number: int, on_cut: Callable[[], object]) -> None:
        """Calls `on_cut` at the write or before the sync of that number, counted from 1."""
        self.count, self._number, self._on_cut = 0, number, on_cut

    def passed(self) -> None:
        """Counts one write or sync."""
        self.count += 1
        if self.count == self._number:
            self._on_cut()

    def on_disk(self, name: str) -> _OnDisk:
        """Returns what is known of a file; what was there before is on the disk."""
        if name not in self._files:
            path = Path(name)
            self._files[name] = _OnDisk(bytearray(path.read_bytes() if path.exists() else b""))
        return self._files[name]

    def cut(self, folder: Path, chance: random.Random) -> int:
        """Writes into `folder` what a disk may hold after a cut now; returns the writes at risk."""
        at_risk = 0
        for name, kept in self._files.items():
            disk = _OnDisk(bytearray(kept.durable))
            at_risk += len(kept.pending)
            for change in _survivors(kept.pending, chance):
                disk.apply(change)
            (folder / Path(name).name).write_bytes(disk.durable)
        return at_risk

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        path = name.filename() if hasattr(name, "filename") else name
        return _File(self, self.on_disk(path) if path else _OnDisk(), name, flags)

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802
        """A file that was deleted is gone: the folder is taken to be synced."""
        self._files.pop(name, None)
        super().xDelete(name, sync)

    def excepthook(self, *error: object) -> bool:
        """SQLite has the error already; Python need not print it."""
        return True


def _survivors(
    pending: list[tuple[int, bytes | None]], chance: random.Random
) -> list[tuple[int, bytes | None]]:
    """Returns some of the writes in some order, the odd one torn at a sector of the disk."""
    how = chance.random()
    if how < 0.2:
        return []
    kept = [change for change in pending if chance.random() < (0.5 if how < 0.8 else 0.9)]
    if how < 0.6:
        chance.shuffle(kept)
    return [_torn(change, chance) if chance.random() < 0.2 else change for change in kept]


def _torn(change: tuple[int, bytes | None], chance: random.Random) -> tuple[int, bytes | None]:
    place, data = change
    if data is None or len(data) <= _SECTOR_BYTES:
        return change
    return place, data[: _SECTOR_BYTES * chance.randrange(1, len(data) // _SECTOR_BYTES + 1)]


class _File(apsw.VFSFile):
    def __init__(self, vfs: PowerCutVfs, disk: _OnDisk, name: Any, flags: list[int]) -> None:
        self._vfs, self._disk = vfs, disk
        super().__init__("unix", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._disk.pending.append((offset, bytes(data)))
        self._vfs.passed()
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self._disk.pending.append((size, None))
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self._vfs.passed()
        for change in self._disk.pending:
            self._disk.apply(change)
        self._disk.pending.clear()

    def excepthook(self, *error: object) -> bool:
        """As above."""
        return True
