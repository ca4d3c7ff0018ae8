"""Where a chat or a summary stands in the list: pinned to its top, archived, in a folder."""

from __future__ import annotations

from desktop_slm.storage.database import Database


def keep_on_top(database: Database, table: str, number: int, moment: int | None) -> None:
    """Notes when a row was pinned, which brings it back from the archive; None: it is not."""
    change = ", archived = NULL" if moment is not None else ""
    database.execute(f"UPDATE {table} SET pinned = ?{change} WHERE id = ?", (moment, number))


def put_away(database: Database, table: str, number: int, moment: int | None) -> None:
    """Notes when a row was archived, which ends its being pinned; None: it is not."""
    change = ", pinned = NULL" if moment is not None else ""
    database.execute(f"UPDATE {table} SET archived = ?{change} WHERE id = ?", (moment, number))


def file_in(
    database: Database, table: str, number: int, folder_id: int | None, moment: int
) -> None:
    """Puts a row into a folder, or out of any: None, or one that is gone. `moment` is now."""
    database.execute(
        f"UPDATE {table} SET folder_id = (SELECT id FROM folders WHERE id = ?), filed = ?"
        " WHERE id = ?",
        (folder_id, moment, number),
    )
