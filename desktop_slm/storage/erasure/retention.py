"""Erases what is older than the organisation lets it become, when the data is opened. Blocks."""

from __future__ import annotations

from desktop_slm import policy
from desktop_slm.storage.database import Database
from desktop_slm.storage.folders import Folders
from desktop_slm.storage.times import Clock


def erase_old(database: Database, clock: Clock) -> int:
    """Erases chats and summaries for good, archived and deleted ones too; returns how many.

    Backups that hold them are rewritten without them as after any erasure.
    """
    days = policy.current().keep_days
    if not days or not database.is_stored:
        return 0
    folders = Folders(database, clock)
    contents = folders.mark_older(days)
    if contents:
        folders.erase_marked()
    return len(contents.chats) + len(contents.summaries)
