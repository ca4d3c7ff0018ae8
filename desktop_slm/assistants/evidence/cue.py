"""What a small word or phrase says about the claim that it stands in."""

from __future__ import annotations

from enum import StrEnum


class Cue(StrEnum):
    """What a phrase says about the claim that it stands in."""

    NOT = "not"
    NEGATIVE = "negative"  # a word that denies without a "not"
    MUST = "must"
    MAY = "may"
    CONDITION = "condition"
    EXCEPTION = "exception"
    SAID = "said"  # someone claims it
    SUSPECTED = "suspected"
    FOUND = "found"
    RULED_OUT = "ruled out"
    FUTURE = "future"
    PAST = "past"
    ALL = "all"
    SOME = "some"
    UNCONDITIONAL = "unconditional"
    CLEAR_CONDITION = "clear condition"
    CLEARLY_SAID = "clearly said"
    CLEAR_FUTURE = "clear future"
    CLEAR_PAST = "clear past"
    FAMILY = "family"
