"""A question as it was asked, and how the documents are read for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_slm.assistants.asking.need import Need


class Approach(StrEnum):
    """What of the documents is read."""

    WHOLE = "whole"
    PASSAGES = "passages"  # those that a search finds best


class Reason(StrEnum):
    """Why it is read so."""

    ASKED = "asked"  # the person chose
    NEED = "need"  # a passage that is not read could change the answer
    SHORT = "short"  # all of it is no more than the best passages
    NO_WORDS = "no words"  # no passage has a word of the question
    FOUND = "found"  # the search found passages


@dataclass(frozen=True, slots=True)
class Question:
    """A question; `approach` of None lets the app choose."""

    text: str
    approach: Approach | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """How the documents are read, and why."""

    need: Need
    approach: Approach
    reason: Reason
