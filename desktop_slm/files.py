"""Writes a file in one step: whoever reads it finds the old content or the new, never a part."""

from __future__ import annotations

import os
from pathlib import Path


def replace_content(path: Path, content: bytes) -> None:
    """Replaces the file's content, on the disk before this returns, for its owner's eyes alone.

    Raises OSError; the old file is then as it was.
    """
    beside = path.with_name(f".{path.name}-{os.urandom(4).hex()}")
    try:
        with open(beside, "xb", opener=_open_private) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes a new or renamed entry of the folder survive a power cut; Windows has no such call."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
