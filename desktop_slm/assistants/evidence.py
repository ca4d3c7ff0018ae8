"""Finds, for a sentence of a summary, the places of the document whose words it rests on.

The model is not asked: candidates come from the words that sentence and document share, weighted
by how rare they are in the document. A link means that the words were found there, and with them
every number of the sentence.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop_slm.assistants.terms import terms

# Below this share of a sentence's weighted words, a place is not offered as its source.
LEAST_SCORE = 0.4
_BEST_PLACES = 3
# A further place has to come this near to the best one.
_NEAR_BEST = 0.75
# The least share of one that is added because it holds a number.
_LEAST_PART = 0.25


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a page, in characters of its text."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that carries the words of a sentence; `quote` is exactly the text there."""

    page: int
    start: int
    end: int
    quote: str
    score: float


class EvidenceIndex:
    """The sentences of one document by the words in them."""

    def __init__(self, sentences: Iterable[tuple[Place, str]]) -> None:
        """Takes every sentence with its place, in reading order."""
        self._places: list[Place] = []
        self._quotes: list[str] = []
        self._postings: dict[str, list[int]] = defaultdict(list)
        for place, text in sentences:
            number = len(self._places)
            self._places.append(place)
            self._quotes.append(text)
            for term in set(terms(text)):
                self._postings[term].append(number)

    def find(self, sentence: str) -> tuple[Evidence, ...]:
        """Returns the best places for a sentence, the best first; none where nothing fits."""
        wanted = set(terms(sentence))
        if not wanted:
            return ()
        weights = {term: self._weight(term) for term in wanted}
        total = sum(weights.values())
        scores: Counter[int] = Counter()
        for term in wanted:
            for number in self._postings.get(term, ()):
                scores[number] += weights[term]  # type: ignore[assignment]
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        shares = {number: score / total for number, score in ranked}
        best = [number for number, _ in ranked[:_BEST_PLACES]]
        chosen = [
            number
            for number in best
            if shares[number] >= LEAST_SCORE and shares[number] >= shares[best[0]] * _NEAR_BEST
        ]
        chosen = self._with_all_numbers(chosen, shares, wanted) if chosen else []
        return tuple(self._evidence(number, shares[number]) for number in chosen)

    def _with_all_numbers(
        self, chosen: list[int], shares: Mapping[int, float], wanted: Iterable[str]
    ) -> list[int]:
        """Returns the places with those that hold the numbers which they lack.

        A sentence may join two of the document; a number that no place of it names was invented,
        and then there is no source at all.
        """
        for term in wanted:
            if not any(map(str.isdigit, term)):
                continue
            holders = self._postings.get(term, ())
            if any(number in holders for number in chosen):
                continue
            best = max(holders, key=lambda number: shares[number], default=None)
            if best is None or shares[best] < _LEAST_PART:
                return []
            chosen = [*chosen, best]
        return chosen

    def _weight(self, term: str) -> float:
        """Returns how telling a word is; one that the document lacks weighs most."""
        frequency = len(self._postings.get(term, ()))
        return math.log(1 + (len(self._places) + 1) / (frequency + 0.5))

    def _evidence(self, number: int, score: float) -> Evidence:
        place = self._places[number]
        return Evidence(
            place.page, place.start, place.end, self._quotes[number], round(min(score, 1.0), 3)
        )


def pages_of(evidence: Sequence[Evidence]) -> tuple[int, ...]:
    """Returns the pages of some evidence, each once, in order."""
    return tuple(sorted({item.page for item in evidence}))
