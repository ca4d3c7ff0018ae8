"""A chat's title from the first words that a person wrote."""

from __future__ import annotations

import re

_MOST_CHARACTERS = 48
_MARKS = re.compile(r"^[\s#>*`_~\-+=|]+|[\s*`_~#]+$")
_SPACES = re.compile(r"\s+")


def title_of(text: str) -> str:
    """Returns the first line with words in it, cut between two words, or ""."""
    for line in text.splitlines():
        words = _SPACES.sub(" ", _MARKS.sub("", line))
        if any(letter.isalnum() for letter in words):
            return _cut(words)
    return ""


def _cut(words: str) -> str:
    if len(words) <= _MOST_CHARACTERS:
        return words.rstrip(" ,;:.")
    start, space, _ = words[: _MOST_CHARACTERS + 1].rpartition(" ")
    kept = start if space and len(start) > _MOST_CHARACTERS // 2 else words[:_MOST_CHARACTERS]
    return f"{kept.rstrip(' ,;:.')}…"
