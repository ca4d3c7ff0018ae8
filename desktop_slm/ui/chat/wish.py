"""What a person asks of a message; the transcript passes it on, the page does it."""

from __future__ import annotations

from enum import Enum, auto


class Wish(Enum):
    """Sent with the id of the message that it is about."""

    ANSWER_AGAIN = auto()  # another answer to the same words
    CONTINUE = auto()  # go on behind what is there
    TRY_AGAIN = auto()  # after an error
    LEAVE_OUT_OLDEST = auto()
    USE_ALL_ROOM = auto()  # undo a limit of the context that was set by hand
    USE_OTHER_MODEL = auto()
    EDIT = auto()  # about the person's own message
    SHOW = auto()  # another branch: the message to show
