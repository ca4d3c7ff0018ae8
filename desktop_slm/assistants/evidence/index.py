"""The sentences of one document by the words and numbers in them, so that few need to be read."""

from __future__ import annotations

import heapq
import math
import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from desktop_slm.assistants.evidence import aliases
from desktop_slm.assistants.evidence.check import check
from desktop_slm.assistants.evidence.identifiers import identifiers
from desktop_slm.assistants.evidence.languages import ALL_STOP_WORDS, Language, language_of
from desktop_slm.assistants.evidence.lexicon import lexicon
from desktop_slm.assistants.evidence.number_words import ORDINALS, value_of
from desktop_slm.assistants.evidence.reading import Reading, read
from desktop_slm.assistants.evidence.scene import Scene
from desktop_slm.assistants.evidence.stems import stem
from desktop_slm.assistants.evidence.values import Evidence, Finding, Place
from desktop_slm.assistants.terms import fold, has_ideographs, pairs

_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,'’\u00a0\u202f\u2009 ]\d+)*")
_NOT_DIGIT = re.compile(r"\D")
# Words are kept by so many letters of their stem: derivations meet, and the check looks closer.
_KEY_LETTERS = 6
_KEPT_READINGS = 4096
# What one sentence may cost: postings that are counted, places that are read.
_POSTINGS_BUDGET = 4_000
_BEST_PLACES = 5
_WITH_NEIGHBOURS = 2
_FEW_SENTENCES = 12
_LOOKED_FOR = 40
_MOST_IN_WORDS = 100

IsUncertain = Callable[[int, int, int], bool]


class EvidenceIndex:
    """Answers what of a document supports a sentence."""

    def __init__(
        self,
        sentences: Iterable[tuple[Place, str]],
        is_uncertain: IsUncertain = lambda page, start, end: False,
    ) -> None:
        """Takes every sentence with its place, in reading order.

        `is_uncertain` tells of a stretch of a page whether it was recognised with doubt.
        """
        self._is_uncertain = is_uncertain
        self._places: list[Place] = []
        self._quotes: list[str] = []
        self._postings: dict[str, array[int]] = {}
        self._lower: set[str] = set()
        self._vocabulary: set[str] = set()
        sentences = list(sentences)
        sample = " ".join(text for _, text in sentences[:40])
        self._language = language_of(sample)
        for place, text in sentences:
            self._add(place, text)
        self._aliases = aliases.of(self._quotes)
        self._read = lru_cache(maxsize=_KEPT_READINGS)(self._reading)

    def _add(self, place: Place, text: str) -> None:
        number = len(self._places)
        self._places.append(place)
        self._quotes.append(text)
        keys: set[str] = set()
        for token in _TOKEN.findall(text):
            if token[0].isdigit():
                keys.update(_digit_keys(token))
                continue
            plain = fold(token)
            if plain not in self._vocabulary or token[0].islower():
                self._vocabulary.add(plain)
                if token[0].islower():
                    self._lower.add(plain)
            keys.update(_word_keys(plain, self._language))
        for _, _, plain in identifiers(text):
            self._vocabulary.add(plain)
            keys.add(plain)
        for key in keys:
            found = self._postings.get(key)
            if found is None:
                found = self._postings[key] = array("I")
            found.append(number)

    def find(self, sentence: str) -> Finding:
        """Returns what supports a sentence, the best place first."""
        return check(self.scene(sentence), self)

    def scene(self, sentence: str) -> Scene:
        """Returns a sentence beside the places that may support it."""
        language = language_of(sentence, self._language)
        reading = read(sentence, language, self._lower)
        candidates = self._candidates(reading)
        numbers = self._with_neighbours(candidates)
        lines = [self._read(number) for number in numbers]
        return Scene(reading, numbers, lines, self._aliases)

    def evidence(self, number: int, score: float) -> Evidence:
        """Returns a sentence of the document as evidence."""
        place = self._places[number]
        return Evidence(
            place.page, place.start, place.end, self._quotes[number], round(min(score, 1.0), 3)
        )

    def is_uncertain(self, number: int, start: int, end: int) -> bool:
        """Whether a stretch of a sentence was recognised in a picture, and with doubt."""
        place = self._places[number]
        return self._is_uncertain(place.page, place.start + start, place.start + end)

    def has_word(self, plain: str) -> bool:
        """Whether the document has a word in any form of it."""
        return plain in self._vocabulary or any(
            form in self._vocabulary for form in _genitives(plain)
        )

    def may_contain(self, key_text: str) -> Iterator[Reading]:
        """Yields the sentences that may hold a number or date of these words, read."""
        keys: set[str] = set()
        for token in _TOKEN.findall(key_text):
            keys.update(
                _digit_keys(token)
                if token[0].isdigit()
                else _word_keys(fold(token), self._language)
            )
        yield from self._by_keys(key for key in keys if key.startswith("#"))

    def may_contain_value(self, value: float) -> Iterator[Reading]:
        """Yields the sentences that may hold a value, in digits or as a word."""
        keys = ["#" + _significant(f"{value:.6f}")]
        yield from self._by_keys([*keys, "#words"] if value <= _MOST_IN_WORDS else keys)

    def _by_keys(self, keys: Iterable[str]) -> Iterator[Reading]:
        for key in keys:
            for number in self._postings.get(key, ())[:_LOOKED_FOR]:
                yield self._read(number)

    def _reading(self, number: int) -> Reading:
        return read(self._quotes[number], self._language, self._lower)

    def _candidates(self, reading: Reading) -> list[int]:
        """Returns the sentences that share the most with this one, what is rare counting more."""
        if len(self._places) <= _FEW_SENTENCES:
            return list(range(len(self._places)))
        wanted = self._wanted(reading)
        scores: defaultdict[int, float] = defaultdict(float)
        budget = _POSTINGS_BUDGET
        for weight, key in wanted:
            found = self._postings[key]
            if len(found) > budget:
                break
            budget -= len(found)
            for number in found:
                scores[number] += weight
        return heapq.nlargest(_BEST_PLACES, scores, key=scores.__getitem__)

    def _wanted(self, reading: Reading) -> list[tuple[float, str]]:
        known = lexicon(reading.language)
        keys: dict[str, float] = {}
        for word in reading.content:
            for key in _word_keys(word.plain, self._language):
                keys[key] = 1.0
            for synonym in known.synonyms(word.stem):
                keys.setdefault(synonym[:_KEY_LETTERS], 0.5)
        keys.update((plain, 1.0) for _, _, plain in identifiers(reading.text))
        for token in _TOKEN.findall(reading.text):
            if token[0].isdigit():
                keys.update(dict.fromkeys(_digit_keys(token), 1.0))
        weighed = [
            (share * self._rarity(len(self._postings[key])), key)
            for key, share in keys.items()
            if key in self._postings
        ]
        return sorted(weighed, key=lambda item: len(self._postings[item[1]]))

    def _rarity(self, frequency: int) -> float:
        return math.log(1 + len(self._places) / (frequency + 0.5))

    def _with_neighbours(self, candidates: Sequence[int]) -> list[int]:
        """Returns the places, and what stands before and after the best of them, in order."""
        near = set(candidates)
        for candidate in candidates[:_WITH_NEIGHBOURS]:
            near.update((max(candidate - 1, 0), min(candidate + 1, len(self._places) - 1)))
        return sorted(near)


def support_in(sentence: str, passage: Iterable[str]) -> Finding:
    """Returns what the sentences of one passage alone support of a sentence: for calibration."""
    offset = 0
    placed = []
    for text in passage:
        placed.append((Place(1, offset, offset + len(text)), text))
        offset += len(text) + 1
    return EvidenceIndex(placed).find(sentence)


@lru_cache(maxsize=262144)
def _word_keys(plain: str, language: Language) -> tuple[str, ...]:
    if has_ideographs(plain):
        return tuple(pairs(plain))
    is_number = value_of(plain) is not None or plain in ORDINALS
    words = (
        () if len(plain) < 2 or plain in ALL_STOP_WORDS else (stem(plain, language)[:_KEY_LETTERS],)
    )
    return (*words, "#words") if is_number else words


def _digit_keys(token: str) -> tuple[str, ...]:
    return ("#" + _significant(token),)


def _significant(token: str) -> str:
    """Returns the digits of a number without what its form and scale change: 1.2 as 1,200,000."""
    return _NOT_DIGIT.sub("", token).strip("0")


def _genitives(plain: str) -> tuple[str, ...]:
    return (plain + "s", plain.removesuffix("s"), plain + "es", plain + "n")


__all__ = ["EvidenceIndex", "Language", "support_in"]
