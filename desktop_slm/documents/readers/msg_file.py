"""The container of an Outlook message (OLE compound file): storages and streams, within limits.

Source: [MS-CFB]. Nothing in it is believed: chains loop, sizes lie, the tree has rings.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

_HEADER_BYTES = 512
_ENTRY_BYTES = 128
_END, _FREE = 0xFFFFFFFE, 0xFFFFFFFF
_LAST_SECTOR = 0xFFFFFFFA
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_MAX_ENTRIES = 200_000
_MAX_DEPTH = 40


class Broken(Exception):
    """The container cannot be read."""


@dataclass(slots=True)
class Storage:
    """A folder in the container: streams and storages by name."""

    streams: dict[str, Stream] = field(default_factory=dict)
    storages: dict[str, Storage] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stream:
    """Where a stream's bytes are."""

    container: Container
    start: int
    size: int

    def read(self) -> bytes:
        """Returns the bytes; fewer than promised where the file is cut."""
        return self.container.read(self.start, self.size)


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Container:
    """An open compound file. Raises Broken where it is none."""

    def __init__(self, data: mmap.mmap | bytes) -> None:
        self._data = data
        if len(data) < _HEADER_BYTES:
            raise Broken
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise Broken
        self._sector_bytes, self._mini_bytes = 1 << shift, 1 << mini_shift
        self._sectors = len(data) // self._sector_bytes
        directory, self._mini_cutoff, mini_fat = struct.unpack_from("<I4xII", data, 48)
        self._next = self._table(self._fat_sectors())
        self._entries = list(self._read_entries(directory))
        if not self._entries or self._entries[0].kind != _ROOT:
            raise Broken
        root = self._entries[0]
        self._mini_next = self._table(self._chain(mini_fat, self._next))
        self._mini_data = self._read_chain(root.start, root.size)

    def root(self) -> Storage:
        """Returns the folder that holds everything."""
        return self._storage(self._entries[0].child, set(), 0)

    def read(self, start: int, size: int) -> bytes:
        """Returns a stream's bytes."""
        if size >= self._mini_cutoff:
            return self._read_chain(start, size)
        wanted = -(-size // self._mini_bytes)
        pieces: list[bytes] = []
        for number in self._chain(start, self._mini_next):
            if len(pieces) >= wanted:
                break
            place = number * self._mini_bytes
            pieces.append(self._mini_data[place : place + self._mini_bytes])
        return b"".join(pieces)[:size]

    def _sector(self, number: int) -> bytes:
        place = (number + 1) * self._sector_bytes
        return self._data[place : place + self._sector_bytes]

    def _fat_sectors(self) -> Iterator[int]:
        """Yields the sectors of the table of chains, of which the header names the first 109."""
        yield from _numbers(self._data[76:_HEADER_BYTES])
        following, count = struct.unpack_from("<II", self._data, 68)
        for _ in range(min(count, self._sectors)):
            if following > _LAST_SECTOR:
                return
            numbers = _numbers(self._sector(following))
            yield from numbers[:-1]
            following = numbers[-1] if numbers else _END

    def _table(self, sectors: Iterator[int]) -> list[int]:
        table: list[int] = []
        for count, number in enumerate(sectors):
            if number > _LAST_SECTOR or count > self._sectors:
                break
            table.extend(_numbers(self._sector(number)))
        return table

    def _chain(self, start: int, following: list[int]) -> Iterator[int]:
        """Yields a chain's sectors; one that is longer than the table has looped."""
        for _ in range(len(following)):
            if start >= len(following):
                return
            yield start
            start = following[start]
        if following:
            raise Broken

    def _read_chain(self, start: int, size: int) -> bytes:
        wanted = -(-min(size, len(self._data)) // self._sector_bytes)
        pieces: list[bytes] = []
        for number in self._chain(start, self._next):
            if len(pieces) >= wanted:
                break
            pieces.append(self._sector(number))
        return b"".join(pieces)[:size]

    def _read_entries(self, start: int) -> Iterator[_Entry]:
        count = 0
        for number in self._chain(start, self._next):
            sector = self._sector(number)
            for place in range(0, len(sector) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
                count += 1
                if count > _MAX_ENTRIES:
                    raise Broken
                yield _entry(sector[place : place + _ENTRY_BYTES])

    def _storage(self, child: int, seen: set[int], depth: int) -> Storage:
        found = Storage()
        waiting = [child]
        while waiting:
            number = waiting.pop()
            if number >= len(self._entries) or number in seen:
                continue
            seen.add(number)
            entry = self._entries[number]
            waiting += [entry.left, entry.right]
            if entry.kind == _STREAM:
                found.streams[entry.name] = Stream(self, entry.start, entry.size)
            elif entry.kind == _STORAGE and depth < _MAX_DEPTH:
                found.storages[entry.name] = self._storage(entry.child, seen, depth + 1)
        return found


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _entry(data: bytes) -> _Entry:
    length, kind = struct.unpack_from("<HB", data, 64)
    left, right, child = struct.unpack_from("<III", data, 68)
    start, size = struct.unpack_from("<IQ", data, 116)
    name = data[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    return _Entry(name, kind, left, right, child, start, size & 0xFFFFFFFF)
