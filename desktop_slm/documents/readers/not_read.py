"""Words for what was seen and not read."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_slm.documents.readers.clean import clean_line

_MAX_NAMED = 20
_MAX_NAME = 200


def listed(names: Sequence[str]) -> str:
    """Returns names as one text, however many there are."""
    shown = "; ".join(clean_line(name)[:_MAX_NAME] for name in names[:_MAX_NAMED])
    more = len(names) - _MAX_NAMED
    return f"{shown}; and {more:,} more" if more > 0 else shown


def size_text(size_bytes: int) -> str:
    """Returns a size as people read it."""
    if size_bytes < 1_000:
        return f"{size_bytes} bytes"
    if size_bytes < 1_000_000:
        return f"{size_bytes / 1_000:.0f} KB"
    return f"{size_bytes / 1_000_000:.1f} MB"
