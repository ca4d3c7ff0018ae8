"""Prompt lookup: drafts the next tokens from where the last ones stood before.

Every drafted token is checked against the model's own choice, so the distribution of the output
is unchanged. Whether it pays depends on the machine and the text, so a gate measures both ways.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

NGRAM = 3
DRAFT_TOKENS = 4
_TRIAL_STEPS = 6
_GAIN = 0.97
_FIRST_PAUSE, _LONGEST_PAUSE = 128, 4096
_REFRESH_EVERY = 40
_WEIGHT = 0.2


class Lookup:
    """Where each run of three tokens stood last, in the prompt and the answer so far."""

    def __init__(self) -> None:
        self._tokens = array("i")
        self._places: dict[tuple[int, ...], int] = {}
        self._noted = 0

    def extend(self, tokens: Sequence[int]) -> None:
        """Takes the tokens that follow those taken before."""
        self._tokens.extend(tokens)
        # The run at the very end is noted later, or it would find itself.
        end = len(self._tokens) - NGRAM
        for place in range(self._noted, end):
            self._places[tuple(self._tokens[place : place + NGRAM])] = place
        self._noted = max(self._noted, end)

    def draft(self, limit: int = DRAFT_TOKENS) -> array[int]:
        """Returns the tokens that followed the last run of three when it stood before."""
        if len(self._tokens) < NGRAM:
            return array("i")
        place = self._places.get(tuple(self._tokens[-NGRAM:]))
        if place is None:
            return array("i")
        after = place + NGRAM
        return self._tokens[after : after + limit]

    def __len__(self) -> int:
        return len(self._tokens)


class LookupGate:
    """Decides, from measured steps, whether drafting pays here and now."""

    def __init__(self, *, is_open: bool = True) -> None:
        self._is_open = is_open
        self._plain_steps = 0
        self._drafted_steps = 0
        self._plain_s = 0.0
        self._drafted_s = 0.0
        self._pause = 0
        self._next_pause = _FIRST_PAUSE
        self._since_plain = 0

    def wants_draft(self) -> bool:
        """Says whether the next step should draft."""
        if not self._is_open:
            return False
        if self._pause:
            self._pause -= 1
            return False
        if self._plain_steps < _TRIAL_STEPS:
            return False
        self._since_plain += 1
        return self._since_plain % _REFRESH_EVERY != 0

    def note(self, drafted_tokens: int, written_tokens: int, seconds: float) -> None:
        """Takes the measure of a step that wrote tokens for one answer alone."""
        per_token = seconds / max(written_tokens, 1)
        if not drafted_tokens:
            self._plain_s = _mix(self._plain_s, per_token)
            self._plain_steps += 1
            return
        self._drafted_s = _mix(self._drafted_s, per_token)
        self._drafted_steps += 1
        if self._drafted_steps < _TRIAL_STEPS:
            return
        if self._drafted_s > self._plain_s * _GAIN:
            self._pause = self._next_pause
            self._next_pause = min(self._next_pause * 2, _LONGEST_PAUSE)
            self._drafted_steps, self._drafted_s = 0, 0.0
        else:
            self._next_pause = _FIRST_PAUSE


def _mix(old: float, new: float) -> float:
    return new if not old else old + _WEIGHT * (new - old)
