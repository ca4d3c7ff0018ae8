"""Tells whether a sentence says again what a chosen one has said."""

from __future__ import annotations

from collections import defaultdict

from desktop_slm.assistants.glance.centrality import Vector, similarity

_TOO_ALIKE = 0.55  # the cosine from which two sentences say the same
_TELLING = 4  # the weightiest words of a sentence: those alike share one of them


class Novelty:
    """The sentences chosen so far, found by their weightiest words, so that many cost little."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Vector]] = defaultdict(list)

    def is_new(self, vector: Vector) -> bool:
        """Whether no chosen sentence is too much like this one."""
        return all(
            similarity(vector, other) <= _TOO_ALIKE
            for word in _telling(vector)
            for other in self._by_word.get(word, ())
        )

    def add(self, vector: Vector) -> None:
        """Counts a sentence among the chosen."""
        for word in _telling(vector):
            self._by_word[word].append(vector)


def _telling(vector: Vector) -> list[str]:
    return sorted(vector, key=lambda word: (-vector[word], word))[:_TELLING]
