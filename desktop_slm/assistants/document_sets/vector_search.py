"""Which passages are near a question by an embedding model's vectors; and two ranks as one."""

from __future__ import annotations

import heapq
import operator
from array import array
from collections.abc import Iterable, Sequence

# Reciprocal rank fusion: Cormack, Clarke and Buettcher (2009), with their constant.
_FUSION = 60


class VectorSearch:
    """Ranks passages by their vectors, all of length 1 and of one size."""

    def __init__(self, vectors: Sequence[Sequence[float]]) -> None:
        self._vectors = vectors

    def rank(self, vector: Sequence[float], most: int) -> list[int]:
        """Returns the nearest passages, nearest first."""
        near = [sum(map(operator.mul, vector, each)) for each in self._vectors]
        return heapq.nlargest(most, range(len(near)), key=lambda number: (near[number], -number))


def divided(values: bytes, size: int) -> list[array[float]]:
    """Returns the vectors of so many numbers that stand one after the other."""
    numbers = array("f")
    numbers.frombytes(values)
    return [numbers[start : start + size] for start in range(0, len(numbers), size)]


def fused(rankings: Iterable[Sequence[int]], most: int) -> list[tuple[int, float]]:
    """Returns what several rankings agree on: whatever is high in any of them comes first."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for place, number in enumerate(ranking, 1):
            scores[number] = scores.get(number, 0.0) + 1 / (_FUSION + place)
    best = heapq.nsmallest(most, scores, key=lambda number: (-scores[number], number))
    return [(number, scores[number]) for number in best]
