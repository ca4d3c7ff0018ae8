"""Numbers that are written as words in English, German and French."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from desktop_slm.assistants.terms import fold

Value = TypeVar("Value", int, float)


def _by_word(words: Mapping[Value, str]) -> dict[str, Value]:
    return {fold(word): value for value, names in words.items() for word in names.split()}


_SMALL = _by_word(
    {
        0: "zero null zéro",
        1: "one eins un une ein eine einen einem einer eines",
        2: "two zwei deux both beide beiden",
        3: "three drei trois",
        4: "four vier quatre",
        5: "five fünf cinq",
        6: "six sechs",
        7: "seven sieben sept",
        8: "eight acht huit",
        9: "nine neun neuf",
        10: "ten zehn dix",
        11: "eleven elf onze",
        12: "twelve zwölf douze",
        13: "thirteen dreizehn treize",
        14: "fourteen vierzehn quatorze",
        15: "fifteen fünfzehn quinze",
        16: "sixteen sechzehn seize",
        17: "seventeen siebzehn",
        18: "eighteen achtzehn",
        19: "nineteen neunzehn",
        20: "twenty zwanzig vingt vingts",
        30: "thirty dreißig trente",
        40: "forty vierzig quarante",
        50: "fifty fünfzig cinquante",
        60: "sixty sechzig soixante",
        70: "seventy siebzig septante",
        80: "eighty achtzig huitante octante",
        90: "ninety neunzig nonante",
    }
)
# Words that are an article as often as a number, so a text may have them without counting.
ARTICLES = frozenset("un une ein eine einen einem einer eines both beide beiden one".split())
SCALES = _by_word(
    {
        100: "hundred hundert cent cents hundreds",
        1_000: "thousand thousands tausend tsd mille k",
        1_000_000: "million millions millionen mio mn mln",
        1_000_000_000: "billion billions bn milliarde milliarden mrd milliard milliards md mds",
        1_000_000_000_000: "trillion trillions",
    }
)
ORDINALS = _by_word(
    {
        1: "first erste ersten erster erstes erstem premier première premiers premières",
        2: "zweite zweiten zweiter zweites deuxième deuxièmes second seconde",
        3: "third dritte dritten dritter drittes troisième",
        4: "fourth vierte vierten vierter viertes quatrième",
        5: "fifth fünfte fünften fünfter fünftes cinquième",
        6: "sixth sechste sechsten sechster sechstes sixième",
        7: "seventh siebte siebten siebter siebtes septième",
        8: "eighth achte achten achter achtes huitième",
        9: "ninth neunte neunten neunter neuntes neuvième",
        10: "tenth zehnte zehnten zehnter zehntes dixième",
        11: "eleventh elfte elften onzième",
        12: "twelfth zwölfte zwölften douzième",
        15: "fifteenth fünfzehnte fünfzehnten quinzième",
        20: "twentieth zwanzigste zwanzigsten vingtième",
        30: "thirtieth dreißigste dreißigsten trentième",
    }
)
FRACTIONS = _by_word(
    {
        1 / 2: "half halved hälfte halbe halben halbes halber halb moitié demi demie",
        1 / 3: "drittel tiers thirds",
        2 / 3: "zweidrittel",
        1 / 4: "viertel quart quarts quarter quarters",
        3 / 4: "dreiviertel",
        1 / 5: "fünftel fifths cinquièmes",
        1 / 6: "sechstel sixths sixièmes",
        1 / 8: "achtel eighths huitièmes",
        1 / 10: "zehntel tenths dixièmes",
    }
)
MULTIPLES = _by_word(
    {
        2: "double doubled doubling twice doppelt doppelte doppelten verdoppelt verdoppelte "
        "verdoppeln zweimal zweifach doublé doubler doublement",
        3: "triple tripled thrice dreimal dreifach verdreifacht triplé tripler",
        4: "viermal vierfach vervierfacht",
    }
)


@lru_cache(maxsize=16384)
def value_of(plain: str) -> int | None:
    """Returns the value of a folded number word, German compounds included, else None."""
    if plain in _SMALL:
        return _SMALL[plain]
    return _german(plain) if len(plain) > 6 else None


def _german(plain: str) -> int | None:
    for name, scale in (("tausend", 1000), ("hundert", 100)):
        before, found, after = plain.partition(name)
        if found:
            factor = 1 if not before else value_of(before)
            rest = 0 if not after else value_of(after.removeprefix("und"))
            return None if factor is None or rest is None else factor * scale + rest
    for index in range(2, len(plain) - 5):
        if plain.startswith("und", index):
            unit, ten = _SMALL.get(plain[:index]), _SMALL.get(plain[index + 3 :])
            if unit is not None and ten is not None and unit < 10 and ten % 10 == 0 and ten:
                return ten + unit
    return None
