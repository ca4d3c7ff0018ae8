"""Looks through the database and its newest backup: pages, indexes, what refers to nothing.

Changes nothing. What is found is a list of plain findings; none means that all is well.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import apsw

from desktop_slm.errors import StorageError
from desktop_slm.storage.backups.backups import Backup, Backups
from desktop_slm.storage.backups.copies import UNCHECKED, attached
from desktop_slm.storage.database import Database
from desktop_slm.storage.failures import database_errors_named

_MOST_FAULTS = 20
# What is kept for something that is gone: the table, and what tells such a row.
_ORPHANS = (
    ("documents", "id NOT IN (SELECT document_id FROM summary_documents)"),
    ("contents", "id NOT IN (SELECT content_id FROM documents)"),
    (
        "steps",
        "id NOT IN (SELECT step_id FROM step_uses)"
        " AND id NOT IN (SELECT step_id FROM question_steps)",
    ),
    ("chats", "leaf_id IS NULL AND id IN (SELECT chat_id FROM messages)"),
)


class Part(Enum):
    """What was looked at."""

    DATABASE = "database"
    REFERENCES = "references"
    SEARCH = "search index"
    ORPHANS = "left-over rows"
    BACKUP = "newest backup"
    FILES = "left-over files"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be; `is_harmful` where data may be lost by it."""

    part: Part
    what: str
    is_harmful: bool = True


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome; `backup` is the one that was looked at, None where there is none."""

    findings: tuple[Finding, ...]
    backup: Backup | None
    backups: int

    @property
    def is_sound(self) -> bool:
        """Whether nothing harmful was found."""
        return not any(finding.is_harmful for finding in self.findings)


def check(database: Database, backups: Backups) -> Checked:
    """Reads the whole database and the newest backup; blocks for seconds, holds nobody up."""
    found: list[Finding] = []
    kept = backups.all()
    with database.beside() as connection:
        found += _check_pages(connection, "main", Part.DATABASE)
        if not found:
            found += _check_references(connection)
            found += _check_orphans(connection)
        if kept:
            found += _check_backup(connection, kept[0].path)
    found += _check_files(backups.folder)
    return Checked(tuple(found), kept[0] if kept else None, len(kept))


def _check_pages(connection: apsw.Connection, name: str, part: Part) -> list[Finding]:
    try:
        rows = connection.execute(f"PRAGMA {name}.integrity_check({_MOST_FAULTS})").fetchall()
    except (apsw.CorruptError, apsw.NotADBError):
        return [Finding(part, "a page is not as it was written")]
    # SQLite's lines name tables and pages, never what is stored in them. It looks into the search
    # index as well, which can be made anew from what is stored.
    lines = [str(line) for (line,) in rows if line != "ok"]
    return [Finding(Part.SEARCH if "fts5" in line.lower() else part, line) for line in lines]


def _check_references(connection: apsw.Connection) -> list[Finding]:
    rows = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [
        Finding(Part.REFERENCES, f"a row of {table} refers to one of {parent} that is gone")
        for table, _, parent, _ in rows[:_MOST_FAULTS]
    ]


def _check_orphans(connection: apsw.Connection) -> list[Finding]:
    found = []
    for table, condition in _ORPHANS:
        query = f"SELECT count(*) FROM {table} WHERE {condition}"
        [(count,)] = connection.execute(query).fetchall()
        if count:
            what = f"{count} rows of {table} belong to nothing"
            found.append(Finding(Part.ORPHANS, what, is_harmful=False))
    return found


def _check_backup(connection: apsw.Connection, path: Path) -> list[Finding]:
    try:
        with database_errors_named(path), attached(connection, path) as name:
            return _check_pages(connection, name, Part.BACKUP)
    except StorageError:
        return [Finding(Part.BACKUP, f"{path.name} cannot be opened")]


def _check_files(folder: Path) -> list[Finding]:
    left = list(folder.glob(f"*{UNCHECKED}*")) if folder.is_dir() else []
    what = f"{len(left)} unfinished backups of a program that died"
    return [Finding(Part.FILES, what, is_harmful=False)] if left else []
