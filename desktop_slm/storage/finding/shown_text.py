"""About what a reader sees of Markdown that is not laid out: to quote from it, and to count."""

from __future__ import annotations

import re

_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_EMPHASIS = re.compile(r"(?<!\\)(\*{1,3}|~~|`+|(?<!\w)_{1,3}|_{1,3}(?!\w))")
_LINE_START = re.compile(r"^ {0,3}(?:#{1,6} |> ?)+", re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(```|~~~)[^\n]*$", re.MULTILINE)


def shown_text(source: str) -> str:
    """Returns the source without what only shapes it; code keeps its letters, nearly always."""
    text = _FENCE.sub("", source)
    return _EMPHASIS.sub("", _LINE_START.sub("", _LINK.sub(r"\1", text)))
