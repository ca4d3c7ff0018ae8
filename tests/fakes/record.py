"""A record of connections over a real database in memory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from desktop_slm.models.connections import ConnectionLog
from desktop_slm.storage.connections import StoredConnections
from desktop_slm.storage.database import Database


def open_record(now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> ConnectionLog:
    """Returns a record that is open."""
    return ConnectionLog(now, StoredConnections(Database.in_memory()))
