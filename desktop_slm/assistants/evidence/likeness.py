"""How far one word stands for another: the same stem, a part of a compound, a synonym."""

from __future__ import annotations

from functools import lru_cache

from desktop_slm.assistants.evidence.lexicon import Lexicon
from desktop_slm.assistants.evidence.words import Word

_SYNONYM = 0.85
_DERIVED = 0.9
_PART = 0.8
_RELATED_PART = 0.7
_SHORTEST_SHARED = 4
_SHORTEST_PART = 5


def likeness(mine: Word, its: Word, known: Lexicon) -> float:
    """Returns 1 for the same word, less for what only may stand for it, 0 for another."""
    if mine.stem == its.stem:
        return 1.0
    if known.are_synonyms(mine.stem, its.stem):
        return _SYNONYM
    if mine.joined or its.joined:
        left, right = mine.joined or mine.stem, its.joined or its.stem
        if left == right or known.are_synonyms(left, right):
            return _SYNONYM
    found = _likeness(mine.plain, mine.stem, its.plain, its.stem)
    return found or _by_parts(mine, its, known)


def _by_parts(mine: Word, its: Word, known: Lexicon) -> float:
    """A part of one is the other or a part of it, or may stand for it: "Feuer", "Brandschaden"."""
    my_parts, its_parts = mine.parts or (mine.stem,), its.parts or (its.stem,)
    if len(my_parts) == len(its_parts) == 1:
        return 0.0
    pairs = [(left, right) for left in my_parts for right in its_parts]
    if any(left == right for left, right in pairs):
        return _PART
    return _RELATED_PART if any(known.are_synonyms(*pair) for pair in pairs) else 0.0


@lru_cache(maxsize=262144)
def _likeness(mine: str, my_stem: str, its: str, its_stem: str) -> float:
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
