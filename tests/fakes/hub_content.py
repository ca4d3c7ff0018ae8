"""Content that a fake hub serves: given bytes, or as many as wanted, made when asked for."""

from __future__ import annotations

import hashlib
import random
from functools import cached_property
from typing import Protocol

_BLOCK_BYTES = 1 << 20


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
    """Much content that is not stored: blocks of the same random bytes, each turned differently."""

    def __init__(self, size: int, seed: int = 1) -> None:
        self.size = size
        base = random.Random(seed).randbytes(_BLOCK_BYTES)
        self._twice = base + base

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
            parts.append(b"GGUF" + part[4:] if start == 0 else part)
            start += length
        return parts[0] if len(parts) == 1 else b"".join(parts)
