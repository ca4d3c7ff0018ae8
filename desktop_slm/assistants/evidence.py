"""Finds, for a sentence of a summary, the places of the document whose words it rests on.

The model is not asked: candidates come from the words that sentence and document share, weighted
by how rare they are in the document. A link means that the words were found there, and with them
every number of the sentence.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_slm.assistants.terms import terms

# Below this share of a sentence's weighted words, a place is not offered as its source.
LEAST_SCORE = 0.4
_BEST_PLACES = 3
# A further place has to come this near to the best one.
_NEAR_BEST = 0.75


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
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:_BEST_PLACES]
        found = tuple(
            self._evidence(number, score / total)
            for number, score in ranked
            if score / total >= LEAST_SCORE and score >= ranked[0][1] * _NEAR_BEST
        )
        return found if _hold_numbers(found, wanted) else ()

    def _weight(self, term: str) -> float:
        """Returns how telling a word is; one that the document lacks weighs most."""
        frequency = len(self._postings.get(term, ()))
        return math.log(1 + (len(self._places) + 1) / (frequency + 0.5))

    def _evidence(self, number: int, score: float) -> Evidence:
        place = self._places[number]
        return Evidence(
            place.page, place.start, place.end, self._quotes[number], round(min(score, 1.0), 3)
        )


def _hold_numbers(found: Sequence[Evidence], wanted: Iterable[str]) -> bool:
    """Says whether the places name every number of the sentence: small models invent these."""
    present = {term for evidence in found for term in terms(evidence.quote)}
    return all(term in present for term in wanted if any(map(str.isdigit, term)))


def pages_of(evidence: Sequence[Evidence]) -> tuple[int, ...]:
    """Returns the pages of some evidence, each once, in order."""
    return tuple(sorted({item.page for item in evidence}))
