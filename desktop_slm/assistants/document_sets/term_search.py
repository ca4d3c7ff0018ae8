"""Which passages have the words of a question: BM25 over comparable terms.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable

from desktop_slm.assistants.terms import terms

# Saturation of repeats and weight of length, at the values that the literature settled on.
_K1, _B = 1.2, 0.75


class TermSearch:
    """Ranks passages; they are counted in the order in which they were given."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._postings: dict[str, list[tuple[int, int]]] = {}
        self._lengths: list[int] = []
        for text in texts:
            self._add(text)
        self._mean = sum(self._lengths) / len(self._lengths) if self._lengths else 0.0

    def _add(self, text: str) -> None:
        number = len(self._lengths)
        found = terms(text)
        self._lengths.append(len(found))
        for term, count in Counter(found).items():
            self._postings.setdefault(term, []).append((number, count))

    def rank(self, question: str, most: int) -> list[tuple[int, float]]:
        """Returns the best passages with their scores, best first; none without a word of it."""
        scores: dict[int, float] = {}
        for term in dict.fromkeys(terms(question)):
            postings = self._postings.get(term, ())
            rarity = self._rarity(len(postings))
            for number, count in postings:
                share = self._lengths[number] / self._mean
                weight = count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * share))
                scores[number] = scores.get(number, 0.0) + rarity * weight
        best = heapq.nsmallest(most, scores, key=lambda number: (-scores[number], number))
        return [(number, scores[number]) for number in best]

    def _rarity(self, frequency: int) -> float:
        return math.log(1 + (len(self._lengths) - frequency + 0.5) / (frequency + 0.5))
