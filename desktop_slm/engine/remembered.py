"""States of sequences that had to make room, kept in memory as long as that pays.

A state is worth keeping where setting it back takes less time than reading its tokens again; both
are measured here.
"""

from __future__ import annotations

import time
from array import array
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from desktop_slm.engine.llama import State
from desktop_slm.engine.tokens import common_prefix

_FIRST_GUESS_BYTES_PER_S = 1e9
_WEIGHT = 0.3


@dataclass(slots=True)
class Remembered:
    """A sequence's tokens and its state after them."""

    tokens: array[int]
    state: State
    checkpoints: dict[int, State] = field(default_factory=dict)

    @property
    def size_bytes(self) -> int:
        """The memory that it takes."""
        return len(self.state) + sum(map(len, self.checkpoints.values()))


class RememberedStates:
    """Keeps the states used last within `limit_bytes`."""

    def __init__(self, limit_bytes: int) -> None:
        self._limit = limit_bytes
        self._bytes_per_s = _FIRST_GUESS_BYTES_PER_S
        self._kept: OrderedDict[int, Remembered] = OrderedDict()
        self._numbers = 0

    @property
    def size_bytes(self) -> int:
        """The memory that all kept states take."""
        return sum(each.size_bytes for each in self._kept.values())

    def pays(self, size_bytes: int, tokens: int, token_s: float) -> bool:
        """Says whether a state of so many bytes is set back faster than its tokens are read."""
        if size_bytes > self._limit or not token_s:
            return False
        # Saving and setting back each move the bytes once.
        return 2 * size_bytes / self._bytes_per_s < tokens * token_s

    def keep(self, remembered: Remembered) -> None:
        """Keeps a state; those used longest ago make room for it."""
        for number, other in list(self._kept.items()):
            if common_prefix(other.tokens, remembered.tokens) == len(other.tokens):
                del self._kept[number]  # the new one holds all of it
        self._numbers += 1
        self._kept[self._numbers] = remembered
        while self.size_bytes > self._limit and self._kept:
            self._kept.popitem(last=False)

    def best(self, prompt: array[int]) -> tuple[int, Remembered] | None:
        """Returns the state that shares the most leading tokens with a prompt, and how many."""
        found = [
            (common_prefix(each.tokens, prompt), number) for number, each in self._kept.items()
        ]
        shared, number = max(found, default=(0, 0))
        if not shared:
            return None
        self._kept.move_to_end(number)
        return shared, self._kept[number]

    def forget_all(self) -> None:
        """Drops everything, as when other adapters are used."""
        self._kept.clear()

    def measured(self, size_bytes: int, move: Callable[[], bool]) -> bool:
        """Runs `move`, which moves so many bytes, and learns from the time it takes."""
        started = time.perf_counter()
        done = move()
        seconds = time.perf_counter() - started
        if size_bytes and seconds > 0:
            speed = size_bytes / seconds
            self._bytes_per_s += _WEIGHT * (speed - self._bytes_per_s)
        return done
