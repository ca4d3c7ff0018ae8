"""Content that a fake hub serves: given bytes, or as many as wanted, made when asked for."""

from __future__ import annotations

import hashlib
import random
import struct
from functools import cached_property
from typing import Protocol

_BLOCK_BYTES = 1 << 20
_U32, _STRING = 4, 8


_SMALL: dict[str, int | str] = {
    "general.architecture": "llama",
    "llama.block_count": 2,
    "llama.context_length": 2048,
    "llama.embedding_length": 64,
    "llama.attention.head_count": 4,
}


def header_of_keys(keys: dict[str, int | str]) -> bytes:
    """Returns a GGUF header of these keys and no tensors."""
    parts = [b"GGUF", struct.pack("<IQQ", 3, 0, len(keys))]
    for key, value in keys.items():
        parts.append(_string(key))
        if isinstance(value, str):
            parts += [struct.pack("<I", _STRING), _string(value)]
        else:
            parts.append(struct.pack("<II", _U32, value))
    return b"".join(parts)


def _string(text: str) -> bytes:
    data = text.encode()
    return struct.pack("<Q", len(data)) + data


class Content(Protocol):
    """Bytes that can be read from anywhere."""

    @property
    def size(self) -> int: ...
    @property
    def sha256(self) -> str: ...
    def read(self, start: int, size: int) -> bytes: ...


class Bytes:
    """Content that is there."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.size = len(data)
        self.sha256 = hashlib.sha256(data).hexdigest()

    def read(self, start: int, size: int) -> bytes:
        return self._data[start : start + size]


class Generated:
    """Much content that is not stored: blocks of the same random bytes, each turned differently.

    Before them stands `header`, else the keys of a small model: it looks like one from outside.
    """

    def __init__(self, size: int, seed: int = 1, header: bytes | None = None) -> None:
        self.size = size
        base = random.Random(seed).randbytes(_BLOCK_BYTES)
        self._twice = base + base
        self._header = header_of_keys(_SMALL) if header is None else header

    @cached_property
    def sha256(self) -> str:
        digest = hashlib.sha256()
        for start in range(0, self.size, _BLOCK_BYTES):
            digest.update(self.read(start, _BLOCK_BYTES))
        return digest.hexdigest()

    def read(self, start: int, size: int) -> bytes:
        parts, end = [], min(start + size, self.size)
        while start < end:
            block, inside = divmod(start, _BLOCK_BYTES)
            turn = block * 4099 % _BLOCK_BYTES
            length = min(_BLOCK_BYTES - inside, end - start)
            part = self._twice[turn + inside : turn + inside + length]
            head = self._header[start : start + length]
            parts.append(head + part[len(head) :])
            start += length
        return parts[0] if len(parts) == 1 else b"".join(parts)


class Vast:
    """A header and as many zeros as wanted: for files of which nobody fetches more than a piece.

    Its fingerprint is none: to compute one would take longer than a test may.
    """

    def __init__(self, header: bytes, size: int) -> None:
        self.size = size
        self.sha256 = hashlib.sha256(header + str(size).encode()).hexdigest()
        self._header = header

    def read(self, start: int, size: int) -> bytes:
        size = min(size, self.size - start)
        head = self._header[start : start + size]
        return head + bytes(size - len(head))
