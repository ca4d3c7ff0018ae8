"""How long a run still takes, measured from the passages that it has read itself."""

from __future__ import annotations

import time
from collections.abc import Callable

_LEAST_PASSAGES = 3
_LEAST_S = 4.0
# A join reads as much as a passage and writes about twice as much as a note.
_JOIN_WEIGHT = 1.5


class Pace:
    """Counts passages against the clock. Notes kept from an earlier run tell nothing."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._started = 0.0
        self._read = 0
        self._seconds_each = 0.0
        self._joins = 0.0

    def begin(self, passages: int, levels: int) -> None:
        """Begins with a plan."""
        self._started, self._read = self._clock(), 0
        branching = passages ** (1 / levels) if levels and passages > 1 else 0.0
        self._joins = sum(passages / branching**level for level in range(1, levels + 1))

    def note_passage(self) -> None:
        """Counts a passage that was read just now."""
        self._read += 1
        self._seconds_each = (self._clock() - self._started) / self._read

    def left_s(self, passages: int, joins_share: float = 0.0) -> float | None:
        """Returns the seconds for so many passages and the joining; None while nobody can tell."""
        elapsed = self._clock() - self._started
        if self._read < _LEAST_PASSAGES or elapsed < _LEAST_S:
            return None
        joins = self._joins * (1 - joins_share) * _JOIN_WEIGHT
        return (passages + joins) * self._seconds_each
