"""How far a run of a model over documents has come, and what becomes of runs without a process."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from desktop_slm.storage.database import Database


class RunState(Enum):
    """How far a version of a summary, or the answer to a question, has come."""

    RUNNING = "running"
    COMPLETE = "complete"
    STOPPED = "stopped"  # by the person
    INTERRUPTED = "interrupted"  # its process died
    FAILED = "failed"


def mark_interrupted(database: Database, table: str, mark: Callable[[int], None]) -> int:
    """Marks the running rows of a table whose process is gone; returns how many."""
    with database.transaction():
        rows = database.rows(f"SELECT id, writer FROM {table} WHERE state = 'running'")
        dead = [number for number, writer in rows if not database.is_alive(writer)]
        for number in dead:
            mark(number)
    return len(dead)
