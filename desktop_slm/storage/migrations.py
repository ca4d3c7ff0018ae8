"""Brings a database from the schema it has to the one this version knows, with a copy before.

`PRAGMA user_version` counts the steps that were taken. A step is one SQL script in one
transaction; a released step is never changed, a new one is added behind it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import apsw

from desktop_slm.errors import DatabaseDamaged, DatabaseNewer
from desktop_slm.files import sync_folder
from desktop_slm.storage.private_files import make_private_folder, sync_file


def version(connection: apsw.Connection) -> int:
    """Returns how many steps the database has taken; 0 for a new one."""
    return int(connection.pragma("user_version"))


def refuse_newer(connection: apsw.Connection, steps: Sequence[str]) -> None:
    """Raises DatabaseNewer where a later version of the app wrote the database."""
    found = version(connection)
    if found > len(steps):
        raise DatabaseNewer(found=found, known=len(steps))


def bring_up_to_date(connection: apsw.Connection, path: Path | None, steps: Sequence[str]) -> None:
    """Takes the missing steps, each in one transaction; raises what SQLite raises.

    A database that has taken a step before is copied to `backups/` first, and the copy is opened
    and checked: without a sound copy nothing is changed.
    """
    found = version(connection)
    if found and path is not None and found < len(steps):
        back_up(connection, path.parent / "backups")
    for number, script in enumerate(steps[found:], found + 1):
        with connection:
            # Another process may have been faster while this one waited for its turn.
            if version(connection) < number:
                connection.execute(script)
                connection.pragma("user_version", number)


def back_up(connection: apsw.Connection, folder: Path) -> Path:
    """Writes an encrypted copy under the same key, checks it, and returns its path."""
    make_private_folder(folder)
    now = datetime.now(UTC)  # names a file, is compared with nothing: the real clock will do
    found = version(connection)
    name = f"schema-{found}-{now:%Y%m%d-%H%M%S-%f}.db"
    unchecked = folder / f"{name}.part"
    try:
        connection.execute("VACUUM INTO ?", (str(unchecked),))
        _check_copy(connection, unchecked, found)
        unchecked.chmod(0o600)
        sync_file(unchecked)
        unchecked.rename(folder / name)
        sync_folder(folder)
    except BaseException:
        unchecked.unlink(missing_ok=True)
        raise
    return folder / name


def _check_copy(connection: apsw.Connection, copy: Path, at_least: int) -> None:
    # ATTACH without a key opens with the key of the main database.
    connection.execute("ATTACH ? AS copy", (str(copy),))
    try:
        is_sound = connection.execute("PRAGMA copy.quick_check(1)").fetchall() == [("ok",)]
        taken = int(connection.pragma("user_version", schema="copy"))
    finally:
        with contextlib.suppress(apsw.Error):  # the first error is the one to tell
            connection.execute("DETACH copy")
    if not is_sound or taken < at_least:
        raise DatabaseDamaged(path=str(copy))
