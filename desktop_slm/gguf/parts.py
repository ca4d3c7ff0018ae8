"""Models that are divided into several files, by their names: `x-00001-of-00003.gguf` and so on."""

from __future__ import annotations

import re
from pathlib import Path

_PART = re.compile(r"(?P<stem>.+)-(?P<part>\d{5})-of-(?P<parts>\d{5})$")
_MOST_PARTS = 1000


def part_of(path: Path) -> tuple[int, int]:
    """Returns which part of how many a file's name says that it is; (1, 1) for a whole model."""
    match = _PART.match(path.stem)
    part, parts = (int(match["part"]), int(match["parts"])) if match else (1, 1)
    return (part, parts) if 1 <= part <= parts <= _MOST_PARTS else (1, 1)


def parts_of(path: Path) -> tuple[Path, ...]:
    """Returns all files of the model whose first is `path`, whether or not they are there."""
    match, (_, parts) = _PART.match(path.stem), part_of(path)
    if match is None or parts == 1:
        return (path,)
    names = (f"{match['stem']}-{n:05}-of-{parts:05}{path.suffix}" for n in range(1, parts + 1))
    return tuple(path.with_name(name) for name in names)


def stem_of(path: Path) -> str:
    """Returns the file's name without its suffix and without which part it is."""
    match = _PART.match(path.stem)
    return match["stem"] if match else path.stem
