"""The pace of a transfer: its speed just now, its limit, and whether it stands still."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

_WINDOW_S = 5.0
_LEAST_PIECE_S = 0.05
_LEAST_MEASURED_S = 0.2  # the first bytes come all at once, and say nothing


class Pace:
    """Counts bytes as they come. The clock and the way to wait are seams for tests."""

    def __init__(
        self,
        limit_bytes_per_s: int = 0,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._limit = limit_bytes_per_s
        self._clock = clock
        self._sleep = sleep
        self._samples: deque[tuple[float, int]] = deque([(clock(), 0)])
        self._count = 0
        self._allowed_at = clock()

    def add(self, size: int) -> None:
        """Counts bytes, and waits where they came faster than the limit."""
        self._count += size
        now = self._clock()
        if now - self._samples[-1][0] >= _LEAST_PIECE_S:
            self._samples.append((now, self._count))
            while len(self._samples) > 2 and now - self._samples[1][0] > _WINDOW_S:
                self._samples.popleft()
        if self._limit:
            self._allowed_at = max(self._allowed_at, now - _LEAST_PIECE_S) + size / self._limit
            if self._allowed_at > now:
                self._sleep(self._allowed_at - now)

    @property
    def bytes_per_s(self) -> float:
        """The speed of the last seconds; 0 while nobody can tell."""
        since, before = self._samples[0]
        passed = self._clock() - since
        return (self._count - before) / passed if passed >= _LEAST_MEASURED_S else 0.0


class Stall:
    """Says when a connection brought too little for too long: a drip keeps every timeout quiet."""

    def __init__(
        self, stall_s: float, least_bytes_per_s: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stall_s = stall_s
        self._least_bytes = stall_s * least_bytes_per_s
        self._clock = clock
        self._since = clock()
        self._count = 0

    def is_stalled(self, size: int) -> bool:
        """Counts bytes; True where the last `stall_s` brought too few."""
        self._count += size
        now = self._clock()
        if now - self._since < self._stall_s:
            return False
        is_stalled = self._count < self._least_bytes
        self._since, self._count = now, 0
        return is_stalled
