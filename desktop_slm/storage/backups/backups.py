"""The backups of one database: which there are, one a day, and what is kept of them.

They lie encrypted under the database's own key in `backups/` beside it: one for each of the last
days on which the app was open, some from before migrations, and what a restore has put aside,
which goes only where a person says so.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path

from desktop_slm.errors import DatabaseBusy
from desktop_slm.storage.backups.copies import UNCHECKED, write_copy
from desktop_slm.storage.database import Database
from desktop_slm.storage.failures import os_errors_named
from desktop_slm.storage.locks import FileLock
from desktop_slm.storage.private_files import make_private_folder

KEPT_DAYS = 7
_NAME = re.compile(r"(daily|schema-\d+|aside)-(\d{8}-\d{6}-\d{6})\.db")
_STAMP = "%Y%m%d-%H%M%S-%f"


class BackupKind(Enum):
    """Why there is a backup."""

    DAILY = "daily"
    MIGRATION = "schema"  # from before a newer version changed the tables
    ASIDE = "aside"  # what a restored backup took the place of


@dataclass(frozen=True, slots=True)
class Backup:
    """One file of the folder; `made` is in UTC."""

    path: Path
    kind: BackupKind
    made: datetime
    size_bytes: int


class Backups:
    """The folder of backups of the database at `database`. Every method blocks."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self.folder = database.parent / "backups"

    def all(self) -> tuple[Backup, ...]:
        """Returns the backups, the newest first."""
        with os_errors_named(self.folder):
            paths = list(self.folder.iterdir()) if self.folder.is_dir() else []
            found = [backup for path in paths if (backup := _recognized(path))]
        return tuple(sorted(found, key=lambda backup: backup.made, reverse=True))

    def is_due(self, now: datetime) -> bool:
        """Whether there is no backup of this day, as this computer's clock counts days."""
        daily = (backup for backup in self.all() if backup.kind is BackupKind.DAILY)
        return _day(now) not in map(_backup_day, daily)

    def make(self, database: Database, now: datetime) -> Backup:
        """Writes and checks a backup; the one of the same day goes, and the oldest beyond a week.

        Nothing goes before the new one is whole. Raises NoRoomForBackup and DatabaseDamaged.
        """
        target = self.folder / self.name(BackupKind.DAILY, now)
        with self.alone(), database.beside() as connection:
            write_copy(connection, target, int(connection.pragma("user_version")))
            self._thin_out(target)
        return next(backup for backup in self.all() if backup.path == target)

    @staticmethod
    def name(kind: BackupKind, now: datetime) -> str:
        """Returns the name of a backup made now."""
        return f"{kind.value}-{now.astimezone(UTC):{_STAMP}}.db"

    def remove(self, backup: Backup) -> None:
        """Deletes one backup for good."""
        with self.alone(), os_errors_named(self.folder):
            backup.path.unlink(missing_ok=True)

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Keeps other processes from writing here, and clears what one that died has left."""
        make_private_folder(self.folder)
        lock = FileLock(self.folder / "backup.lock")
        with os_errors_named(self.folder):
            if not lock.acquire():
                raise DatabaseBusy
        try:
            for left in self.folder.glob(f"*{UNCHECKED}*"):
                left.unlink(missing_ok=True)
            yield
        finally:
            lock.release(remove=True)

    def _thin_out(self, newest: Path) -> None:
        kept: set[date] = set()
        for backup in self.all():
            if backup.kind is not BackupKind.DAILY or backup.path == newest:
                kept |= {_backup_day(backup)} if backup.path == newest else set()
            elif _backup_day(backup) in kept or len(kept) >= KEPT_DAYS:
                backup.path.unlink(missing_ok=True)
            else:
                kept.add(_backup_day(backup))


def _recognized(path: Path) -> Backup | None:
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    try:
        made = datetime.strptime(found[2], _STAMP).replace(tzinfo=UTC)
        size = path.stat().st_size
    except (ValueError, FileNotFoundError):
        return None
    return Backup(path, BackupKind(found[1].partition("-")[0]), made, size)


def _day(moment: datetime) -> date:
    return moment.astimezone().date()


def _backup_day(backup: Backup) -> date:
    return _day(backup.made)
