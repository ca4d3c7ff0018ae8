"""How far one word stands for another: the same stem, a part of a compound, a synonym."""

from __future__ import annotations

from functools import lru_cache

from desktop_slm.assistants.evidence.lexicon import GROUPS, OPPOSITES
from desktop_slm.assistants.evidence.words import Word, stem

_SYNONYM = 0.85
_DERIVED = 0.9
_PART = 0.8
_SHORTEST_SHARED = 4
_SHORTEST_PART = 5

_GROUPS: dict[str, frozenset[int]] = {}
for _number, _words in enumerate(GROUPS):
    for _word in _words:
        _key = stem(_word)
        _GROUPS[_key] = _GROUPS.get(_key, frozenset()) | {_number}


def likeness(mine: Word, its: Word) -> float:
    """Returns 1 for the same word, less for what only may stand for it, 0 for another."""
    if mine.stem == its.stem:
        return 1.0
    return _likeness(mine.plain, mine.stem, its.plain, its.stem)


@lru_cache(maxsize=262144)
def _likeness(mine: str, my_stem: str, its: str, its_stem: str) -> float:
    if _GROUPS.get(my_stem, frozenset()) & _GROUPS.get(its_stem, frozenset()):
        return _SYNONYM
    shared = _shared_beginning(mine, its)
    shorter = min(len(my_stem), len(its_stem))
    if (
        shared >= _SHORTEST_SHARED
        and shared >= shorter
        and shared >= 0.6 * max(len(my_stem), len(its_stem))
    ):
        return _DERIVED
    if shared >= 6 and shared >= 0.65 * max(len(mine), len(its)):
        return _DERIVED
    return _compound(mine, my_stem, its, its_stem)


def _shared_beginning(mine: str, its: str) -> int:
    count = 0
    for left, right in zip(mine, its, strict=False):
        if left != right:
            break
        count += 1
    return count


def _compound(mine: str, my_stem: str, its: str, its_stem: str) -> float:
    """A compound holds its parts: "Mietvertrag" and "Vertrag", "Jahresmiete" and "Miete"."""
    short_plain, short, long = (
        (mine, my_stem, its) if len(mine) < len(its) else (its, its_stem, mine)
    )
    if len(short) >= 4 and len(long) >= len(short) + 3:
        if long.startswith(short) or long.endswith((short_plain, short)):
            return _PART
        if len(short) >= _SHORTEST_PART and short in long:
            return _PART
    for cut in range(len(mine) - _SHORTEST_PART + 1, _SHORTEST_PART - 1, -1):
        if its.endswith(mine[-cut:]) and len(mine) - cut >= 3 and len(its) - cut >= 3:
            return _PART if cut >= 6 else 0.0
    return 0.0


def groups_of(word: Word) -> frozenset[int]:
    """Returns the groups of synonyms that a word is in."""
    return _GROUPS.get(word.stem, frozenset())


_KEYS: dict[int, frozenset[str]] = {
    number: frozenset(stem(word) for word in words) for number, words in enumerate(GROUPS)
}


def synonym_keys(word: Word, letters: int) -> set[str]:
    """Returns the beginnings of the stems of the words that may stand for a word."""
    return {key[:letters] for group in groups_of(word) for key in _KEYS[group] if key != word.stem}


_OPPOSITES: dict[str, frozenset[str]] = {}
for _left, _right in OPPOSITES:
    for _mine, _its in ((_left, _right), (_right, _left)):
        for _word in _mine:
            _key = stem(_word)
            _OPPOSITES[_key] = _OPPOSITES.get(_key, frozenset()) | {stem(each) for each in _its}


def opposites_of(word: Word) -> frozenset[str]:
    """Returns the stems of the words that say the opposite."""
    return _OPPOSITES.get(word.stem, frozenset())
