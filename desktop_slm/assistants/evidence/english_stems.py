"""What an English word shares with its other forms: inflection first, then derivation."""

from __future__ import annotations

import re

_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([b-df-hj-np-tvwxz])\1$")
# "Terminating" and "received" have lost the "e" of "terminate" and "receive".
_WITHOUT_E = re.compile(r"(?:[^aeiou]at|iv|i[sz]|ur|[^sou]us|[^sa]as|[^so]os)$")
_SIBILANT_PLURAL = ("sses", "shes", "ches", "xes", "zes")
_NO_PLURAL = ("ss", "us", "is")
_SHORTEST = 4
# Longest first; each ends up at the same place whichever of the family it was.
_ENDINGS = tuple(
    sorted(
        """
        izational isational ization isation ational ation ator ative ating ated ate ition itive
        ement ment ness ship ance ence ancy ency able ible ability ibility al ical ic ity ety ive
        or er ist ism ant ent ful less ous ious ly ion ure age ery ary ory ise ize ify hood ee y e
        """.split(),
        key=len,
        reverse=True,
    )
)


def inflected(word: str) -> str:
    """Returns a folded word without the ending of its number, tense or person."""
    return _without_tense(_without_plural(word))


def derived(word: str) -> str:
    """Returns what is left without the endings that make a noun of a verb and their like."""
    while True:
        shorter = _shortened(word)
        if shorter == word:
            return _DOUBLED.sub(r"\1", word).removesuffix("e").removesuffix("i")
        word = shorter


def _without_plural(word: str) -> str:
    if len(word) < _SHORTEST or not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > _SHORTEST else word[:-1]
    return word[:-2] if word.endswith(_SIBILANT_PLURAL) else word[:-1]


def _without_tense(word: str) -> str:
    if word.endswith("ied") and len(word) > _SHORTEST:
        return word[:-3] + "y"
    for ending in ("ed", "ing"):
        rest = word.removesuffix(ending)
        if rest == word or len(rest) < 2 or not _VOWEL.search(rest) or rest.endswith("e"):
            continue
        single = _DOUBLED.sub(r"\1", rest)
        return f"{rest}e" if single == rest and _WITHOUT_E.search(rest) else single
    return word


def _shortened(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _least(ending):
            return word[: -len(ending)]
    return word


def _least(ending: str) -> int:
    return 3 if ending in ("e", "y", "ment", "ation") else _SHORTEST
