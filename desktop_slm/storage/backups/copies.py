"""Whole copies of the database under its own key: written beside their name, checked, then named.

A copy is opened and read through before it gets its name: what has a name is whole. SQLite gives
an attached file without a key the key of the main database, so that no key is needed here.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import apsw

from desktop_slm.errors import DatabaseDamaged, NoRoomForBackup
from desktop_slm.files import sync_folder
from desktop_slm.storage.private_files import make_private_folder, sync_file

UNCHECKED = ".part"
_ROOM_LEFT_BYTES = 64 << 20  # a backup is not to be what fills the disk


def write_copy(
    connection: apsw.Connection, target: Path, at_least: int, source: str = "main"
) -> None:
    """Writes a copy of `source`, a database of this connection, under the main one's key.

    `at_least` is how many steps its schema has taken. Raises NoRoomForBackup before anything is
    written, and DatabaseDamaged for a copy that is not sound.
    """
    make_private_folder(target.parent)
    _refuse_full_disk(connection, target.parent, source)
    unchecked = target.with_name(target.name + UNCHECKED)
    unchecked.unlink(missing_ok=True)
    try:
        connection.execute(f"VACUUM {source} INTO ?", (str(unchecked),))
        check_copy(connection, unchecked, at_least)
        put_in_place(unchecked, target)
    except BaseException:
        unchecked.unlink(missing_ok=True)
        raise


def put_in_place(unchecked: Path, target: Path) -> None:
    """Gives a finished file its name, on the disk before this returns."""
    unchecked.chmod(0o600)
    sync_file(unchecked)
    unchecked.replace(target)
    sync_folder(target.parent)


def check_copy(connection: apsw.Connection, copy: Path, at_least: int) -> None:
    """Opens a copy and reads all of it. Raises DatabaseDamaged."""
    with attached(connection, copy) as name:
        is_sound = connection.execute(f"PRAGMA {name}.integrity_check(1)").fetchall() == [("ok",)]
        taken = int(connection.pragma("user_version", schema=name))
    if not is_sound or taken < at_least:
        raise DatabaseDamaged(path=str(copy))


@contextlib.contextmanager
def attached(
    connection: apsw.Connection, path: Path, key: str | None = None, name: str = "copy"
) -> Iterator[str]:
    """Opens a file beside the main database and yields the name by which SQL knows it."""
    if key is None:
        connection.execute(f"ATTACH ? AS {name}", (str(path),))
    else:
        connection.execute(f"ATTACH ? AS {name} KEY ?", (str(path), key))
    try:
        yield name
    finally:
        with contextlib.suppress(apsw.Error):  # the first error is the one to tell
            connection.execute(f"DETACH {name}")


def _refuse_full_disk(connection: apsw.Connection, folder: Path, source: str) -> None:
    pages = int(connection.pragma("page_count", schema=source))
    needed = pages * int(connection.pragma("page_size", schema=source)) + _ROOM_LEFT_BYTES
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise NoRoomForBackup(needed_mb=(needed - free >> 20) + 1)
