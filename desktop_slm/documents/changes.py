"""Which side of tracked changes is read."""

from __future__ import annotations

from enum import StrEnum


class Changes(StrEnum):
    """How a document with insertions, deletions and comments is read."""

    ACCEPTED = "accepted"  # insertions stay, deletions and comments go
    ORIGINAL = "original"  # deletions stay, insertions and comments go
    SHOWN = "shown"  # all of them stand in the text, with who and when
