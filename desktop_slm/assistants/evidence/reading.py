"""A sentence as the check sees it: its words, numbers, dates, names, and where clauses part."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property

from desktop_slm.assistants.evidence.cues import Cues
from desktop_slm.assistants.evidence.dates import Date, dates
from desktop_slm.assistants.evidence.identifiers import identifiers
from desktop_slm.assistants.evidence.languages import Language
from desktop_slm.assistants.evidence.lexicon import lexicon
from desktop_slm.assistants.evidence.names import Name, names
from desktop_slm.assistants.evidence.numbers import Quantity, quantities
from desktop_slm.assistants.evidence.verbs import joined
from desktop_slm.assistants.evidence.words import Word, words_of

_PARTING = re.compile(r"[,;:–—()]|\s-\s")
# How far apart two words are is counted in words; a sign between them adds to it.
_CHARACTERS_A_WORD = 6.0
_COMMA_WORDS, _STOP_WORDS = 2.0, 4.0


@dataclass(frozen=True)
class Reading:
    """One sentence, read once; what only the check needs is read when it is asked for."""

    text: str
    language: Language
    words: tuple[Word, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[Date, ...]
    names: tuple[Name, ...]

    @cached_property
    def cues(self) -> Cues:
        """What turns its claims."""
        return Cues([self.text], self.language)

    @cached_property
    def _partings(self) -> tuple[list[int], list[float]]:
        starts, sums, total = [], [], 0.0
        for match in _PARTING.finditer(self.text):
            total += _COMMA_WORDS if match[0] == "," else _STOP_WORDS
            starts.append(match.start())
            sums.append(total)
        return starts, sums

    def position(self, offset: int) -> float:
        """Returns how many words in an offset is, signs that part clauses counted in."""
        starts, sums = self._partings
        index = bisect_left(starts, offset)
        return offset / _CHARACTERS_A_WORD + (sums[index - 1] if index else 0.0)

    @cached_property
    def content(self) -> tuple[Word, ...]:
        """Its content words that are no part of a number or date."""
        taken = [(item.start, item.end) for item in self.quantities]
        taken += [(item.start, item.end) for item in self.dates]
        return tuple(
            word
            for word in self.words
            if word.is_content and not any(a <= word.start < b for a, b in taken)
        )

    @cached_property
    def telling(self) -> tuple[Word, ...]:
        """The small words in it that the lexicon knows: "must" may stand for "is required to"."""
        groups = lexicon(self.language).groups
        return tuple(word for word in self.words if not word.is_content and word.stem in groups)


def read(text: str, language: Language, common: Set[str]) -> Reading:
    """Reads a sentence; `common` are the words that the document has in lower case."""
    words = joined(text, tuple(words_of(text, language)), language)
    days = dates(text, language)
    taken = [(date.start, date.end) for date in days]
    taken += [(start, end) for start, end, _ in identifiers(text)]
    numbers = quantities(text, language, taken)
    named = names(text, words, language, common)
    return Reading(text, language, words, tuple(numbers), tuple(days), tuple(named))
