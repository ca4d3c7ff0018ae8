"""An export as JSON: the data itself; `exported.py` says what is in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from desktop_slm.assistants.exports.exported import ExportedSummary
from desktop_slm.assistants.exports.parts import DATA
from desktop_slm.assistants.exports.written import Written


def written(_exported: ExportedSummary, sealed: dict[str, Any]) -> Iterator[Written]:
    """Yields the lines of the file: ASCII, so that no text in it can do anything on a terminal."""
    for line in json.dumps(sealed, indent=1).split("\n"):
        yield Written(DATA, line)
