"""Brings a database from the schema it has to the one this version knows, with a copy before.

`PRAGMA user_version` counts the steps that were taken. A step is one SQL script in one
transaction; a released step is never changed, a new one is added behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import apsw

from desktop_slm.errors import DatabaseNewer
from desktop_slm.storage.backups.copies import write_copy

KEPT = 3  # copies from before migrations


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
    """Writes an encrypted copy under the same key, checks it, and returns its path.

    The oldest of more than `KEPT` such copies goes, once there is a new one.
    """
    now = datetime.now(UTC)  # names a file, is compared with nothing: the real clock will do
    found = version(connection)
    target = folder / f"schema-{found}-{now:%Y%m%d-%H%M%S-%f}.db"
    write_copy(connection, target, found)
    copies = sorted(folder.glob("schema-*.db"), key=lambda path: path.stem[-22:])
    for old in copies[:-KEPT]:
        old.unlink(missing_ok=True)
    return target
