"""How long a summary is asked to be."""

from __future__ import annotations

from enum import StrEnum


class Length(StrEnum):
    """The three lengths that the window and the terminal offer."""

    BRIEF = "brief"
    STANDARD = "standard"
    DETAILED = "detailed"
