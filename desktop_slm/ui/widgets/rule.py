"""A thin line between parts."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame


def rule(*, vertical: bool = False) -> QFrame:
    """Returns a line of one pixel, as long as its place."""
    line = QFrame()
    line.setProperty("separator", True)
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
