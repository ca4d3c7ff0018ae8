"""How much two sentences have in common, whatever the order of their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_slm.assistants.evidence.languages import ALL_STOP_WORDS

_SMALL_WORD = 0.35
_OTHER_NUMBER = 0.4  # a number in the place of another


@dataclass(frozen=True, slots=True)
class Bag:
    """The words of a text, numbers apart, each with how often it comes."""

    words: Counter[str]
    numbers: Counter[str]
    weight: float

    @classmethod
    def of(cls, key: str) -> Bag:
        """Returns the words of a unit's key; signs count where there is nothing else."""
        parts = key.casefold().split()
        chosen = [part for part in parts if part[0].isalnum()] or parts
        words = Counter(part for part in chosen if not part[0].isdigit())
        numbers = Counter(part for part in chosen if part[0].isdigit())
        weight = sum(_weight(word) * count for word, count in words.items()) + numbers.total()
        return cls(words, numbers, weight)

    def with_more(self, other: Bag) -> Bag:
        """Returns the words of both."""
        return Bag(
            self.words + other.words, self.numbers + other.numbers, self.weight + other.weight
        )

    def likeness(self, other: Bag) -> float:
        """Returns 1 for the same words, 0 for none in common."""
        common = _common(self.words, other.words)
        same = sum(min(count, other.numbers[each]) for each, count in self.numbers.items())
        rest = min(self.numbers.total(), other.numbers.total()) - same
        whole = self.weight + other.weight
        return 2 * (common + same + _OTHER_NUMBER * rest) / whole if whole else 0.0

    def rarest(self, counts: Counter[str], most: int, ceiling: int) -> list[str]:
        """Returns the words that `counts` has least often, none more often than `ceiling`."""
        known = [word for word in self._all() if 0 < counts[word] <= ceiling]
        return sorted(known, key=lambda word: (counts[word], word))[:most]

    def _all(self) -> Iterable[str]:
        yield from self.words
        yield from self.numbers

    def count_into(self, counts: Counter[str]) -> None:
        """Counts each word once."""
        counts.update(self._all())


def _weight(word: str) -> float:
    return _SMALL_WORD if word in ALL_STOP_WORDS else 1.0


def _common(mine: Counter[str], its: Counter[str]) -> float:
    small, large = (mine, its) if len(mine) < len(its) else (its, mine)
    return sum(
        _weight(word) * min(count, large[word]) for word, count in small.items() if word in large
    )
