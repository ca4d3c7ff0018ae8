"""What a person asks of a sentence, and by which keys."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Act(Enum):
    """One wish for one sentence."""

    TICK = "checked by me, or no longer"
    KEEP = "checked by me, though nothing supports it"
    EDIT = "edit"
    ADD = "add one below"
    REMOVE = "remove"
    UP = "move up"
    DOWN = "move down"
    NEXT = "go to the next that is not checked"


_KEYS = {
    Qt.Key.Key_Space: Act.TICK,
    Qt.Key.Key_F2: Act.EDIT,
    Qt.Key.Key_Insert: Act.ADD,
    Qt.Key.Key_Delete: Act.REMOVE,
    Qt.Key.Key_N: Act.NEXT,
}
_ALT_KEYS = {Qt.Key.Key_Up: Act.UP, Qt.Key.Key_Down: Act.DOWN}


def act_of(event: QKeyEvent) -> Act | None:
    """Returns what a key asks for, or None."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if held == Qt.KeyboardModifier.AltModifier:
        return _ALT_KEYS.get(key)
    return _KEYS.get(key) if held == Qt.KeyboardModifier.NoModifier else None
