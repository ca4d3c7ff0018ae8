"""The key sentences: central to the document, told early in their section, none said twice."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence

from desktop_slm.assistants.evidence import Place
from desktop_slm.assistants.glance.centrality import centrality, vectors
from desktop_slm.assistants.glance.fitness import STAND_IN, fitness, priors
from desktop_slm.assistants.glance.novelty import Novelty
from desktop_slm.assistants.glance.sentences import Sentence
from desktop_slm.assistants.terms import terms

_OWN = 0.5  # how much a passage's own words count beside the whole document's
_OVER = 1.1  # a sentence may go so far over the room that is left


class KeySentences:
    """Ranks the sentences of one document; made once, asked as often as one likes."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._starts = [(each.place.page, each.place.start) for each in sentences]
        words = [terms(each.text) for each in sentences]
        self._vectors = vectors(words)
        self._fits = [fitness(*pair) for pair in zip(sentences, map(len, words), strict=True)]
        central = centrality(self._vectors, list(priors(sentences, self._fits)))
        self._scores = [c * f for c, f in zip(central, self._fits, strict=True)]

    def of_document(self, most: int) -> list[Place]:
        """Returns at most so many, in reading order; rows and headings are not among them."""
        novelty, chosen = Novelty(), list[int]()
        fit = [number for number, value in enumerate(self._fits) if value > STAND_IN]
        for number in sorted(fit, key=lambda each: (-self._scores[each], each)):
            if len(chosen) == most:
                break
            if novelty.is_new(self._vectors[number]):
                novelty.add(self._vectors[number])
                chosen.append(number)
        return [self._sentences[number].place for number in sorted(chosen)]

    def of_passage(self, spans: Iterable[Place], share: float) -> list[Place]:
        """Returns key sentences of some stretches, in reading order, of about `share` of them.

        The share is of characters, and each place lies within one of the stretches. There is one
        sentence at least wherever there are words at all; rows of tables and the like stand in
        where the prose is not enough.
        """
        places: dict[int, Place] = {}
        for number, place in (pair for span in spans for pair in self._within(span)):
            # Two stretches may hold a piece each of a sentence too long for one.
            before = places.get(number, place)
            places[number] = Place(place.page, before.start, place.end)
        numbers = list(places)
        own = centrality([self._vectors[n] for n in numbers], [1.0] * len(numbers))
        scores = {
            number: (1 - _OWN) * self._scores[number] + _OWN * value * self._fits[number]
            for number, value in zip(numbers, own, strict=True)
        }
        chosen = self._filled(
            scores, {n: place.end - place.start for n, place in places.items()}, share
        )
        return [places[number] for number in sorted(chosen)]

    def _filled(
        self, scores: Mapping[int, float], lengths: Mapping[int, int], share: float
    ) -> list[int]:
        """Returns the best sentences for which there is room, the repeated ones last."""
        room = share * sum(lengths.values())
        kept: list[int] = []
        for number in self._new_first(sorted(scores, key=lambda each: (-scores[each], each))):
            if kept and room <= 0:
                break
            if not kept or lengths[number] <= room * _OVER:
                kept.append(number)
                room -= lengths[number]
        return kept

    def _new_first(self, ranked: Iterable[int]) -> Iterator[int]:
        novelty, repeated = Novelty(), list[int]()
        for number in ranked:
            if novelty.is_new(self._vectors[number]):
                novelty.add(self._vectors[number])
                yield number
            else:
                repeated.append(number)
        yield from repeated

    def _within(self, span: Place) -> Iterator[tuple[int, Place]]:
        """Yields the sentences of a stretch; one that it cuts, as far as it lies within."""
        first = max(bisect.bisect_right(self._starts, (span.page, span.start)) - 1, 0)
        for number in range(first, len(self._starts)):
            place = self._sentences[number].place
            if (place.page, place.start) >= (span.page, span.end):
                break
            start, end = max(place.start, span.start), min(place.end, span.end)
            if place.page == span.page and start < end:
                yield number, Place(span.page, start, end)
