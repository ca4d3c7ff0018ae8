"""What a person asks of a message; the transcript passes it on, the page does it."""

from __future__ import annotations

from enum import Enum, auto


class Wish(Enum):
    """Sent with the id of the message that it is about."""

    ANSWER_AGAIN = auto()  # another answer to the same words
    CONTINUE = auto()  # go on behind what is there
    TRY_AGAIN = auto()  # after an error
    LEAVE_OUT_OLDEST = auto()
    SUMMARIZE_EARLIER = auto()  # what is left out goes to the model as a summary
    MAKE_ROOM = auto()  # ask which of the ways to make room
    USE_OTHER_MODEL = auto()
    EDIT = auto()  # another wording of a message, the person's or the model's
    ANSWER = auto()  # about a message of the person's that has no answer
    DELETE = auto()  # with all that hangs on it
    FORK = auto()  # a new chat of all down to it
    COPY_CHAT = auto()
    CHECK_AGAIN = auto()  # look for its sentences in the documents once more
    LIKE = auto()
    DISLIKE = auto()
    UNRATE = auto()  # takes either back
    SHOW = auto()  # another branch: the message to show


RATINGS = {Wish.LIKE: 1, Wish.DISLIKE: -1, Wish.UNRATE: 0}
