"""In which way a chat goes to the model: whole, or with its oldest messages made shorter."""

from __future__ import annotations

from enum import Enum, auto


class Way(Enum):
    """What a person chose; nothing is left out where they chose nothing."""

    WHOLE = auto()
    SUMMARIZE_EARLIER = auto()
    LEAVE_OUT_OLDEST = auto()
