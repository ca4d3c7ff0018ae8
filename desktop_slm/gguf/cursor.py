"""Reads the values of a GGUF header one after the other, each within its limit."""

from __future__ import annotations

import mmap
import struct
from dataclasses import dataclass

from desktop_slm.errors import BrokenModel, TruncatedModel

_MAX_STRING_BYTES = 1 << 20
_MAX_ARRAY_LENGTH = 4 << 20
_KEPT_ARRAY_LENGTH = 1024
_STRING, _ARRAY, _BOOL = 8, 9, 7
_KINDS = {
    0: ("u8", "B", 1),
    1: ("i8", "b", 1),
    2: ("u16", "H", 2),
    3: ("i16", "h", 2),
    4: ("u32", "I", 4),
    5: ("i32", "i", 4),
    6: ("f32", "f", 4),
    7: ("bool", "B", 1),
    10: ("u64", "Q", 8),
    11: ("i64", "q", 8),
    12: ("f64", "d", 8),
}


@dataclass(frozen=True, slots=True)
class Array:
    """An array too long to be kept: the type of its elements and how many there are."""

    kind: str
    length: int


Scalar = int | float | bool | str
Value = Scalar | tuple[Scalar, ...] | Array


class Cursor:
    """A position in the header. Whatever breaks a rule raises BrokenModel or TruncatedModel."""

    def __init__(self, data: bytes | mmap.mmap, file_bytes: int, name: str) -> None:
        self.name = name
        self.file_bytes = file_bytes
        self.position = 0
        self._data = data
        self._length = len(data)

    def require(self, holds: bool, what: str) -> None:
        """Refuses the file where a rule does not hold."""
        if not holds:
            raise BrokenModel(name=self.name, why=what)

    def unsigned(self, size: int) -> int:
        """Returns an unsigned number of `size` bytes."""
        start = self._advance(size)
        return int.from_bytes(self._data[start : start + size], "little")

    def string(self, limit_bytes: int = _MAX_STRING_BYTES) -> str:
        """Returns a string; bytes that are no UTF-8 become replacement characters."""
        size = self.unsigned(8)
        self.require(size <= limit_bytes, "a string's length")
        start = self._advance(size)
        return self._data[start : start + size].decode("utf-8", "replace")

    def value(self) -> Value:
        """Returns a typed value."""
        number = self.unsigned(4)
        return self._array() if number == _ARRAY else self._scalar(number)

    def _scalar(self, number: int) -> Scalar:
        if number == _STRING:
            return self.string()
        if number not in _KINDS:
            raise BrokenModel(name=self.name, why=f"value type {number}")
        _, code, size = _KINDS[number]
        start = self._advance(size)
        value: int | float = struct.unpack_from(f"<{code}", self._data, start)[0]
        return bool(value) if number == _BOOL else value

    def _array(self) -> Value:
        number, length = self.unsigned(4), self.unsigned(8)
        self.require(number in _KINDS or number == _STRING, "an array's element type")
        self.require(length <= _MAX_ARRAY_LENGTH, "an array's length")
        if length <= _KEPT_ARRAY_LENGTH:
            return tuple(self._scalar(number) for _ in range(length))
        if number == _STRING:
            self._skip_strings(length)
            return Array("string", length)
        kind, _, size = _KINDS[number]
        self._advance(size * length)
        return Array(kind, length)

    def _skip_strings(self, count: int) -> None:
        """Passes over strings; written for speed: vocabularies have 150,000 and more."""
        unpack, data, position = struct.Struct("<Q").unpack_from, self._data, self.position
        last_start = self._length - 8
        for _ in range(count):
            if position > last_start:
                self._truncated(position + 8)
            (size,) = unpack(data, position)
            if size > _MAX_STRING_BYTES:
                raise BrokenModel(name=self.name, why="a string's length")
            position += 8 + size
        self.position = position
        self._advance(0)

    def _advance(self, size: int) -> int:
        start = self.position
        if start + size > self._length:
            self._truncated(start + size)
        self.position = start + size
        return start

    def _truncated(self, needed: int) -> None:
        raise TruncatedModel(name=self.name, missing_bytes=needed - self._length)
