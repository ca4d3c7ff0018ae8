"""What the terminal says: results, one-line progress, one-line errors."""

from __future__ import annotations

import json
import sys
from typing import Any

from desktop_slm.errors import DesktopSlmError

_CLEAR_LINE = "\r\x1b[K"


def error(problem: DesktopSlmError) -> None:
    """Prints the sentence of an error."""
    note(f"desktop-slm: {problem}")


def note(text: str) -> None:
    """Prints a line for the person, beside the result."""
    print(one_line(text), file=sys.stderr, flush=True)


def note_on_terminal(text: str) -> None:
    """Prints a line where a person looks on; scripts are spared it."""
    if sys.stderr.isatty():
        note(text)


def result(value: Any) -> None:
    """Prints one JSON value."""
    print(json.dumps(value, ensure_ascii=False, indent=1), flush=True)


def one_line(text: str) -> str:
    """Returns a text without line breaks and control characters: file names may hold them."""
    return "".join(c if c.isprintable() else " " for c in text)


def duration(seconds: float) -> str:
    """Returns "about 4 min"."""
    if seconds < 60:
        return f"about {max(round(seconds), 1)} s"
    if seconds < 5400:
        return f"about {round(seconds / 60)} min"
    return f"about {seconds / 3600:.1f} h"


class Progress:
    """One line on standard error that is written over; silent where that is no terminal."""

    def __init__(self) -> None:
        self._shows = sys.stderr.isatty()
        self._is_shown = False

    def show(self, text: str) -> None:
        """Replaces the line."""
        if self._shows:
            sys.stderr.write(f"{_CLEAR_LINE}{one_line(text)[:100]}")
            sys.stderr.flush()
            self._is_shown = True

    def clear(self) -> None:
        """Takes the line away."""
        if self._is_shown:
            sys.stderr.write(_CLEAR_LINE)
            sys.stderr.flush()
            self._is_shown = False
