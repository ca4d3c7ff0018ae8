"""The SHA-256 of a file: the whole file is read, and nothing in it is interpreted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from desktop_slm.errors import FileMissing, FileUnreadable

_CHUNK_BYTES = 4 << 20


def sha256(path: Path, on_read: Callable[[int], object] = lambda size: None) -> str:
    """Returns the fingerprint; `on_read` gets the size of every piece and may raise to end it.

    Raises FileMissing, FileUnreadable.
    """
    digest = hashlib.sha256()
    buffer = memoryview(bytearray(_CHUNK_BYTES))
    try:
        with path.open("rb", buffering=0) as file:
            while size := file.readinto(buffer):
                digest.update(buffer[:size])
                on_read(size)
    except PermissionError:
        raise FileUnreadable(name=path.name) from None
    except OSError:
        raise FileMissing(name=path.name) from None
    return digest.hexdigest()
