"""Writes a file in one step, so that whoever reads it finds the old content or the new, never a
part; reads a stranger's up to a limit; and erases a small one.
"""

from __future__ import annotations

import os
from pathlib import Path

from desktop_slm.errors import FileUnreadable


def content_up_to(path: Path, most_bytes: int) -> bytes | None:
    """Returns a file's whole content, None where that is longer; no more of it is read.

    Raises FileUnreadable, also for what is no file: a pipe would keep us waiting for ever.
    """
    try:
        if not path.is_file():
            raise FileUnreadable(name=path.name)
        with path.open("rb") as file:
            content = file.read(most_bytes + 1)
    except OSError:
        raise FileUnreadable(name=path.name) from None
    return None if len(content) > most_bytes else content


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


def erase(path: Path) -> None:
    """Writes zeros over a small file before it goes; what an SSD keeps of it is beyond reach.

    A file that is not there is no error. Raises OSError.
    """
    try:
        with open(path, "r+b") as file:
            file.write(bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
    except FileNotFoundError:
        return
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
