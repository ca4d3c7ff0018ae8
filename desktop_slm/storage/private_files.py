"""Small files and folders that only this account may read, written so that no crash tears them."""

from __future__ import annotations

import os
from pathlib import Path

from desktop_slm import files
from desktop_slm.storage.failures import os_errors_named


def make_private_folder(folder: Path) -> None:
    """Makes the folder for this account alone; one that is there keeps its mode."""
    with os_errors_named(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)


def make_private_file(path: Path) -> None:
    """Makes an empty file with mode 0600, or takes the rights of others off one that is there.

    SQLite gives its -wal and -shm files the mode of the database, so this covers them too.
    """
    with os_errors_named(path.parent):
        os.close(os.open(path, os.O_CREAT | os.O_RDONLY, 0o600))
        if os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(0o600)


def write_private(path: Path, content: bytes) -> None:
    """Writes the whole file in one step, with mode 0600, on the disk before this returns."""
    with os_errors_named(path.parent):
        files.replace_content(path, content)


def sync_file(path: Path) -> None:
    """Flushes a finished file to the disk."""
    with os_errors_named(path.parent), open(path, "rb+") as file:
        os.fsync(file.fileno())
