"""Which words may stand for each other and which say the opposite: `resources/lexicon`, read once.

A language's words are asked for by their stem; of a language that we do not know there are none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from desktop_slm.assistants.evidence.languages import Language
from desktop_slm.assistants.evidence.stems import stem
from desktop_slm.assistants.terms import fold

_OPPOSITE = "<>"
_LIGHT = "~"
_NONE: frozenset[int] = frozenset()
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The groups of one language by the stems of their words."""

    groups: Mapping[str, frozenset[int]]
    words: tuple[frozenset[str], ...]  # of each group, as stems
    opposites: Mapping[str, frozenset[str]]
    phrase_beginnings: frozenset[str]  # stems of the first words of verbs of two words
    light: frozenset[str]  # stems of words that say little by themselves
    forms: frozenset[str]  # every word as it is written, folded

    def groups_of(self, stem_: str) -> frozenset[int]:
        """Returns the groups that a stem is in."""
        return self.groups.get(stem_, _NONE)

    def are_synonyms(self, mine: str, its: str) -> bool:
        """Whether two stems are in one group, and do not say the opposite all the same."""
        if self.groups_of(mine).isdisjoint(self.groups_of(its)):
            return False
        return its not in self.opposites_of(mine)

    def synonyms(self, stem_: str) -> frozenset[str]:
        """Returns the stems of the words that may stand for a word, its own left out."""
        found = _NOTHING.union(*(self.words[group] for group in self.groups_of(stem_)))
        return found - {stem_}

    def opposites_of(self, stem_: str) -> frozenset[str]:
        """Returns the stems of the words that say the opposite."""
        return self.opposites.get(stem_, _NOTHING)


@cache
def lexicon(language: Language) -> Lexicon:
    """Returns the lexicon of a language."""
    if language is Language.OTHER:
        return Lexicon({}, (), {}, frozenset(), frozenset(), frozenset())
    return parsed(_lines(language), language)


def _lines(language: Language) -> list[str]:
    folder = resources.files("desktop_slm.resources") / "lexicon"
    names = (f"{language.value}.txt", f"{language.value}_thesaurus.txt")
    lines = [line for name in names for line in _read(folder / name)]
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _read(file: Traversable) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def parsed(lines: Sequence[str], language: Language) -> Lexicon:
    """Returns the lexicon that the lines of a resource describe."""
    words: list[frozenset[str]] = []
    opposites: dict[str, frozenset[str]] = {}
    light: set[str] = set()
    for line in lines:
        if line.startswith(_LIGHT):
            light |= _stems(line.removeprefix(_LIGHT), language)
            continue
        if _OPPOSITE not in line:
            words.append(_stems(line, language))
            continue
        left, right = (_stems(side, language) for side in line.split(_OPPOSITE))
        for mine, its in ((left, right), (right, left)):
            for key in mine:
                opposites[key] = opposites.get(key, _NOTHING) | its
    groups: dict[str, frozenset[int]] = {}
    for number, group in enumerate(words):
        for key in group:
            groups[key] = groups.get(key, _NONE) | {number}
    beginnings = frozenset(key.partition("_")[0] for key in groups if "_" in key)
    forms = frozenset(fold(word) for line in lines for word in line.split())
    return Lexicon(groups, tuple(words), opposites, beginnings, frozenset(light), forms)


def _stems(words: str, language: Language) -> frozenset[str]:
    return frozenset(_key(fold(word), language) for word in words.split())


def _key(word: str, language: Language) -> str:
    first, mark, rest = word.partition("_")
    return f"{stem(first, language)}{mark}{rest}"
