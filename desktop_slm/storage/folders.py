"""Folders: what belongs together, how long it is kept, and its end as one.

A chat or a summary is in one folder or in none. What is erased with a folder, or because its days
are over, is first marked so in one transaction: `erase_marked` then takes it out for good, and the
purge at the next opening does where the program was killed in between.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from desktop_slm.errors import Invariant
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import storable
from desktop_slm.storage.database import Database, Row
from desktop_slm.storage.summaries import Summaries
from desktop_slm.storage.times import Clock, to_stored

# The moment of a deletion that cannot be undone: before any that can.
_AT_ONCE = 0
_COLUMNS = "id, name, kept_days, is_folded"
_TABLES = ("chats", "summaries")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder; `kept_days` of None keeps for good what is in it."""

    id: int
    name: str
    kept_days: int | None = None
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The ids of chats and summaries, newest first."""

    chats: tuple[int, ...] = ()
    summaries: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.chats or self.summaries)


@dataclass(frozen=True, slots=True)
class Expired:
    """What was marked because the days of its folder were over."""

    folder: Folder
    contents: Contents


class Folders:
    """All folders of one database. May be used from any thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def create(self, name: str) -> Folder:
        """Makes an empty folder."""
        number = self._database.insert(
            "INSERT INTO folders (name, created) VALUES (?, ?)", (storable(name), self._now())
        )
        return self.folder(number)

    def folder(self, folder_id: int) -> Folder:
        """Returns one folder; raises Invariant where there is none."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM folders WHERE id = ?", (folder_id,))
        if row is None:
            raise Invariant(details="no such folder")
        return _folder_from(row)

    def all(self) -> tuple[Folder, ...]:
        """Returns them in the order in which they were made."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM folders ORDER BY id")
        return tuple(map(_folder_from, rows))

    def rename(self, folder_id: int, name: str) -> None:
        """Gives a folder another name."""
        self._change(folder_id, "name", storable(name))

    def fold(self, folder_id: int, *, folded: bool) -> None:
        """Remembers whether the list shows what is in a folder."""
        self._change(folder_id, "is_folded", folded)

    def keep_for(self, folder_id: int, days: int | None) -> None:
        """Says for how many days after its last change a thing is kept; None: for good."""
        if days is not None and days < 1:
            raise Invariant(details="kept for less than a day")
        self._change(folder_id, "kept_days", days)

    def draft(self, folder_id: int) -> str:
        """Returns what was typed for a new chat in a folder and not sent."""
        row = self._database.row("SELECT draft FROM folders WHERE id = ?", (folder_id,))
        return str(row[0]) if row else ""

    def save_draft(self, folder_id: int, text: str) -> None:
        """Keeps it; a folder that is gone keeps nothing."""
        self._change(folder_id, "draft", storable(text))

    # What is in them

    def contents(self, folder_id: int) -> Contents:
        """Returns what is in a folder and not deleted, archived things too."""
        return self._found("folder_id = ? AND deleted IS NULL", (folder_id,))

    def older_than(self, folder_id: int, days: int) -> Contents:
        """Returns what would be erased now if things were kept for so many days."""
        before = to_stored(self._clock() - timedelta(days=days))
        return self._found(
            "folder_id = ? AND deleted IS NULL AND max(changed, ifnull(filed, 0)) < ?",
            (folder_id, before),
        )

    def join_sources(self, summary_id: int, versions: Sequence[int]) -> None:
        """Puts a digest into the folder of the summaries that it is made of, if that is one."""
        marks = ", ".join("?" * len(versions))
        rows = self._database.rows(
            "SELECT DISTINCT folder_id FROM summaries JOIN versions ON summary_id = summaries.id"
            f" WHERE versions.id IN ({marks})",
            tuple(versions),
        )
        if len(rows) == 1 and rows[0][0] is not None:
            Summaries(self._database, self._clock).move(summary_id, rows[0][0])

    # Its end

    def dissolve(self, folder_id: int) -> None:
        """Removes a folder and keeps what is in it."""
        self._database.execute("DELETE FROM folders WHERE id = ?", (folder_id,))
        self._database.settle_erasure()

    def mark(self, folder_id: int) -> Contents:
        """Removes a folder and marks all that is in it, deleted things too, to be erased."""
        with self._database.transaction():
            contents = self._found("folder_id = ?", (folder_id,))
            self._mark(contents)
            self._database.execute("DELETE FROM folders WHERE id = ?", (folder_id,))
        return contents

    def mark_expired(self) -> tuple[Expired, ...]:
        """Marks what is older than its folder keeps things; returns what that is."""
        expired = []
        with self._database.transaction():
            for folder in self.all():
                if folder.kept_days is None:
                    continue
                contents = self.older_than(folder.id, folder.kept_days)
                if contents:
                    self._mark(contents)
                    expired.append(Expired(folder, contents))
        return tuple(expired)

    def mark_older(self, days: int) -> Contents:
        """Marks all that was last changed before so many days, wherever it is."""
        before = to_stored(self._clock() - timedelta(days=days))
        with self._database.transaction():
            contents = self._found("changed < ?", (before,))
            self._mark(contents)
        return contents

    def erase_marked(self) -> None:
        """Erases for good what was marked, and nothing else that was deleted."""
        until = datetime.fromtimestamp(_AT_ONCE, UTC)
        Conversations(self._database, self._clock).purge_deleted(until)
        Summaries(self._database, self._clock).purge_deleted(until)
        self._database.settle_erasure()  # the folder's name, where nothing was in it

    # Rows

    def _found(self, condition: str, values: tuple[int, ...]) -> Contents:
        chats, summaries = (
            tuple(
                int(row[0])
                for row in self._database.rows(
                    f"SELECT id FROM {table} WHERE {condition} ORDER BY changed DESC, id DESC",
                    values,
                )
            )
            for table in _TABLES
        )
        return Contents(chats, summaries)

    def _mark(self, contents: Contents) -> None:
        for table, numbers in zip(_TABLES, (contents.chats, contents.summaries), strict=True):
            for number in numbers:
                self._database.execute(
                    f"UPDATE {table} SET deleted = ? WHERE id = ?", (_AT_ONCE, number)
                )

    def _change(self, folder_id: int, column: str, value: str | int | None) -> None:
        self._database.execute(f"UPDATE folders SET {column} = ? WHERE id = ?", (value, folder_id))

    def _now(self) -> int:
        return to_stored(self._clock())


def _folder_from(row: Row) -> Folder:
    number, name, kept_days, is_folded = row
    return Folder(number, name, kept_days, bool(is_folded))
