"""A text file line by line, each with the part of the export that it holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from desktop_slm.assistants.exports.parts import FRAME, Part


class Written(NamedTuple):
    """One line of a file, without its end."""

    part: Part
    text: str


BLANK = Written(FRAME, "")


def joined(lines: Iterable[Written]) -> bytes:
    """Returns the file."""
    return "".join(f"{line.text}\n" for line in lines).encode()
