"""Erases everything that a person has here for good: data, backups, keys, settings, logs.

The key goes first: from then on nothing that is left can be read. A file says that it was begun, so
that a program that was killed in between finishes it at its next start. Models stay.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterable
from pathlib import Path

from desktop_slm import files
from desktop_slm.errors import DataInUse, KeyringUnavailable
from desktop_slm.paths import Paths
from desktop_slm.storage.failures import os_errors_named
from desktop_slm.storage.keys import key_record
from desktop_slm.storage.keys.os_keyring import Keyring
from desktop_slm.storage.private_files import write_private
from desktop_slm.storage.sessions import Sessions

_MARK = "erasing"
_OF_DATABASE = ("", "-wal", "-shm", "-journal")


def was_begun(paths: Paths) -> bool:
    """Whether an erasure was asked for that has not ended."""
    return (paths.data / _MARK).exists()


def erase_everything(paths: Paths, keyring: Keyring) -> None:
    """Erases all but the models. Raises DataInUse where a process has the data open."""
    if Sessions(paths.data / "sessions").others():
        raise DataInUse
    if not paths.data.is_dir():
        return
    write_private(paths.data / _MARK, b"everything is to be erased\n")
    with os_errors_named(paths.data):
        _erase_key(paths, keyring)
        for path in _files(paths):
            path.unlink(missing_ok=True)
        for folder in _folders(paths):
            if folder.is_dir():
                shutil.rmtree(folder)
        (paths.data / _MARK).unlink(missing_ok=True)


def _erase_key(paths: Paths, keyring: Keyring) -> None:
    record = key_record.load(paths.key_record)
    if record is not None:
        for name in {record.keyring, record.leaving} - {""}:
            with contextlib.suppress(KeyringUnavailable):
                if not Path(name).is_absolute():
                    keyring.delete(name, record.database_id.hex())
        if record.key_file and Path(record.key_file).parent == paths.data:
            files.erase(Path(record.key_file))
    files.erase(paths.key_record)


def _files(paths: Paths) -> Iterable[Path]:
    for end in _OF_DATABASE:
        yield paths.database.with_name(paths.database.name + end)
    yield from paths.data.glob(f"{paths.database.name}.*")  # what a restore has prepared
    yield from (paths.connections, paths.downloads, paths.settings)
    yield paths.settings.with_name(f"{paths.settings.name}.damaged")


def _folders(paths: Paths) -> Iterable[Path]:
    yield from (paths.data / "backups", paths.data / "sessions", paths.logs)
