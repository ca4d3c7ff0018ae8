"""The rows of the history in their order: folders with what is in them, then days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_slm.ui.sidebar.days import Days, first_moments
from desktop_slm.ui.sidebar.entry import Entry


@dataclass(frozen=True, slots=True)
class FolderRow:
    """A folder in the list; `count` is how much of what the list shows is in it."""

    id: int
    name: str
    kept_days: int | None = None
    is_folded: bool = False
    count: int = 0


Row = Entry | Days | FolderRow


def rows_of(
    entries: Sequence[Entry], folders: Iterable[FolderRow], today: date, *, with_empty: bool
) -> list[Row]:
    """Returns the rows for entries that are in order.

    `with_empty` lists folders with nothing in them, too. What a folder that is folded holds has no
    rows, and what is in a folder that is not known (yet) stands under its day.
    """
    known = {folder.id: folder for folder in folders}
    inside: dict[int, list[Entry]] = defaultdict(list)
    loose = []
    for entry in entries:
        if entry.folder in known:
            inside[entry.folder].append(entry)
        else:
            loose.append(entry)
    rows: list[Row] = []
    for folder in in_order(known.values()):
        held = inside[folder.id]
        if held or with_empty:
            rows.append(replace(folder, count=len(held)))
            rows += [] if folder.is_folded else held
    return rows + _under_days(loose, today)


def in_order(folders: Iterable[FolderRow]) -> list[FolderRow]:
    """Returns folders by their names; those of one name as they were made."""
    return sorted(folders, key=lambda folder: (folder.name.casefold(), folder.id))


def identity(row: Row) -> object:
    """Returns what two states of a row have in common."""
    if isinstance(row, FolderRow):
        return "folder", row.id
    return row.key if isinstance(row, Entry) else row


def _under_days(entries: Sequence[Entry], today: date) -> list[Row]:
    rows: list[Row] = []
    heading = None
    starts = first_moments(today)
    for entry in entries:
        if entry.is_pinned:
            days = Days.PINNED
        else:
            days = next((days for start, days in starts if entry.changed >= start), Days.EARLIER)
        if days is not heading:
            heading = days
            rows.append(days)
        rows.append(entry)
    return rows
