"""Takes what was erased for good out of the backups too.

Triggers note each chat, summary, question and trial that is erased (see `schema`). Every backup
that still holds one is copied, the copy is cleared of it with `secure_delete`, checked, and put in
the backup's place; only then the note goes. A kill in between leaves the note, so it is done again.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import apsw

from desktop_slm.errors import DatabaseDamaged, StorageError
from desktop_slm.storage.backups.backups import Backups
from desktop_slm.storage.backups.copies import UNCHECKED, attached, put_in_place
from desktop_slm.storage.database import Database
from desktop_slm.storage.failures import database_errors_named, os_errors_named

_SOURCES = ("chats", "summaries", "questions", "trials", "folders")
_ARE_FORGOTTEN = "(id, created) IN (SELECT id, created FROM main.forgotten WHERE source = ?)"
# What nothing refers to any more goes too, in this order. A schema from before has not all tables.
_UNUSED = (
    (
        "questions",
        "id IN (SELECT question_id FROM {name}.question_documents"
        " WHERE document_id NOT IN (SELECT document_id FROM {name}.summary_documents))",
    ),
    ("documents", "id NOT IN (SELECT document_id FROM {name}.summary_documents)"),
    ("contents", "id NOT IN (SELECT content_id FROM {name}.documents)"),
)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many backups were rewritten, and those that could not be: damaged, or no room."""

    rewritten: int = 0
    failed: tuple[Path, ...] = ()


def forget_in_backups(database: Database, backups: Backups) -> Forgotten:
    """Rewrites the backups that hold what was erased; blocks for about a second per 100 MB."""
    noted = database.rows("SELECT source, id, created FROM forgotten")
    if not noted:
        return Forgotten()
    rewritten, failed = 0, []
    with backups.alone(), database.beside() as connection:
        for backup in backups.all():
            try:
                with database_errors_named(backup.path):
                    rewritten += _rewrite(connection, backup.path)
            except StorageError:  # one that cannot be read keeps none of the others
                failed.append(backup.path)
    if not failed:
        _settle(database, noted)
    return Forgotten(rewritten, tuple(failed))


def _rewrite(connection: apsw.Connection, backup: Path) -> bool:
    """Rewrites one backup where it holds anything of what was erased; says whether it did."""
    with attached(connection, backup) as name:
        sources = [table for table in _SOURCES if _has_table(connection, name, table)]
        holds = any(
            connection.execute(
                f"SELECT 1 FROM {name}.{table} WHERE {_ARE_FORGOTTEN} LIMIT 1", (table,)
            ).fetchall()
            for table in sources
        )
    if not holds:
        return False
    if backup.with_name(backup.name + "-wal").exists():
        raise DatabaseDamaged(path=str(backup))  # kept aside as it was found, damaged
    unchecked = backup.with_name(backup.name + UNCHECKED)
    with os_errors_named(backup.parent):
        shutil.copyfile(backup, unchecked)
    try:
        with attached(connection, unchecked) as name:
            _erase(connection, name, sources)
        put_in_place(unchecked, backup)
    except BaseException:
        unchecked.unlink(missing_ok=True)
        raise
    return True


def _erase(connection: apsw.Connection, name: str, sources: Sequence[str]) -> None:
    connection.pragma("secure_delete", "ON", schema=name)
    # Each statement by itself: what is cut off in between is thrown away as a whole.
    for table in sources:
        connection.execute(f"DELETE FROM {name}.{table} WHERE {_ARE_FORGOTTEN}", (table,))
    for table, condition in _UNUSED:
        if table != "questions" or table in sources:
            where = condition.format(name=name)
            connection.execute(f"DELETE FROM {name}.{table} WHERE {where}")
    used = f"SELECT step_id FROM {name}.step_uses"
    if "questions" in sources:
        used += f" UNION SELECT step_id FROM {name}.question_steps"
    connection.execute(f"DELETE FROM {name}.steps WHERE id NOT IN ({used})")
    connection.execute(f"PRAGMA {name}.incremental_vacuum").fetchall()
    if connection.execute(f"PRAGMA {name}.integrity_check(1)").fetchall() != [("ok",)]:
        raise DatabaseDamaged(path="")


def _settle(database: Database, noted: Sequence[tuple[object, ...]]) -> None:
    with database.transaction():
        for row in noted:
            database.execute(
                "DELETE FROM forgotten WHERE source = ? AND id = ? AND created = ?", row
            )


def _has_table(connection: apsw.Connection, name: str, table: str) -> bool:
    found = connection.execute(
        f"SELECT 1 FROM {name}.sqlite_schema WHERE type = 'table' AND name = ?", (table,)
    )
    return bool(found.fetchall())  # an open statement would keep the file attached
