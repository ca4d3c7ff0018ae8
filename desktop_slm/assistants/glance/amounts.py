"""Sums of money, percentages and quantities as they stand in a text, with what makes them equal.

Only what is said with a unit, a currency or a scale counts, and large numbers with grouped digits:
a bare "7" says nothing without its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_slm.assistants.evidence.languages import Language
from desktop_slm.assistants.evidence.number_words import ARTICLES, SCALES, value_of
from desktop_slm.assistants.evidence.numbers import readings
from desktop_slm.assistants.evidence.units import LONGEST_UNIT_WORDS, MONEY, UNITS
from desktop_slm.assistants.terms import fold

_GAP = "[ \u00a0\u202f\u2009]"
_NUMBER = re.compile(
    rf"(?<![0-9A-Za-z_À-ɏ.,/§#-])(?:\d{{1,3}}(?:{_GAP}\d{{3}})+(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*)(?![.,/]?\d)"
)
_SIGN_BEFORE = re.compile(
    rf"(?:(?P<sign>[€$£¥￥])|(?P<code>\b[A-Z]{{3}}\b|US\$|Fr\.|CHF)){_GAP}?[-−–]?$"
)
_WORD = re.compile(rf"(?:{_GAP}|-)?(?P<word>°?[^\W\d_]+[²³]?\.?|[%‰€$£¥])")
_WIDE = re.compile(
    r"(?P<scale>[百千万億亿兆萬]*)(?P<unit>元|円|日元|美元|欧元|人民币|％|パーセント|个月|か月|ヶ月|年間|日間|天|公里)"
)
_PLAIN_WORDS = re.compile(r"[^\W\d_]+")
_GROUPED = re.compile(rf"\d{{1,3}}(?:[.,'’]\d{{3}})+|\d{{1,3}}(?:{_GAP}\d{{3}})+")
_SIGNS = {"€": "eur", "$": "usd", "£": "gbp", "¥": "jpy", "￥": "jpy"}
_CODES = frozenset(
    "EUR USD GBP CHF JPY CNY CAD AUD SEK NOK DKK PLN CZK HUF INR BRL MXN ZAR KRW SGD HKD NZD"
    "".split()
)
_CURRENCY_DIMENSIONS = MONEY | {"money"}
_PERCENT_DIMENSIONS = frozenset({"percent", "points"})
_LEFT_OUT = frozenset({"times", "share"})
_DURATIONS = frozenset({"time", "months"})
# Units that are words of another language, and what that language is.
_ONLY_IN = {"an": Language.FRENCH, "ans": Language.FRENCH, "tag": Language.GERMAN}
_TELLING_SCALE = 1000


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in a text; those with the same `key` are the same amount."""

    start: int
    end: int
    key: tuple[str, float]

    @property
    def rank(self) -> int:
        """Money first, then percentages, then quantities."""
        dimension = self.key[0]
        return (
            0
            if dimension in _CURRENCY_DIMENSIONS or dimension.upper() in _CODES
            else (1 if dimension in _PERCENT_DIMENSIONS else 2)
        )


def amounts_in(text: str, language: Language) -> list[Amount]:
    """Returns the amounts of a text in order."""
    found = [
        amount for match in _NUMBER.finditer(text) if (amount := _written(text, match, language))
    ]
    found += _worded(text, language)
    return sorted(found, key=lambda amount: amount.start)


def _written(text: str, number: re.Match[str], language: Language) -> Amount | None:
    try:
        value = readings(number[0], language)[0]
    except ValueError:  # "1.2,3": no number that anybody would write
        return None
    before = _money_before(text, number.start())
    scale, after = _scale(text, number.end(), is_money=before is not None)
    if before is not None:
        return Amount(before[1], after, (before[0], round(value * scale, 6)))
    unit = _unit(text, after, language)
    if unit is not None:
        dimension, factor, end = unit
        return Amount(number.start(), end, (dimension, round(value * scale * factor, 6)))
    wide = _WIDE.match(text, number.end())
    if wide is not None:
        return Amount(number.start(), wide.end(), (wide["scale"] + wide["unit"], value))
    if scale >= _TELLING_SCALE or (value >= _TELLING_SCALE and _is_grouped(number[0], language)):
        return Amount(number.start(), after, ("", round(value * scale, 6)))
    return None


def _is_grouped(number: str, language: Language) -> bool:
    """Whether the digits stand in groups; two numbers side by side in a table do not."""
    return _GROUPED.fullmatch(number) is not None and (
        " " not in number or language is Language.FRENCH
    )


def _scale(text: str, at: int, *, is_money: bool) -> tuple[float, int]:
    """Returns by how much the words after a number multiply it, and where they end."""
    scale = 1.0
    while (match := _WORD.match(text, at)) is not None:
        word = fold(match["word"].rstrip("."))
        if word not in SCALES or (len(word) == 1 and (not is_money or text[at] in " -")):
            break
        scale *= SCALES[word]
        is_short = match["word"].endswith(".") and text[match.end() : match.end() + 1] == " "
        at = match.end() if is_short else match.end() - match["word"].count(".")
    return scale, at


def _unit(text: str, at: int, language: Language) -> tuple[str, float, int] | None:
    """Returns dimension, factor and end of the unit that follows a number."""
    words: list[tuple[str, int]] = []
    where = at
    while len(words) < LONGEST_UNIT_WORDS and (match := _WORD.match(text, where)) is not None:
        bare = match["word"].rstrip(".")
        words.append((fold(bare), match.end() - len(match["word"]) + len(bare)))
        where = words[-1][1]
    for count in range(len(words), 0, -1):
        name = " ".join(word for word, _ in words[:count])
        if name in UNITS and _is_meant(text, at, name, language):
            dimension, factor = UNITS[name]
            return (dimension, factor, words[count - 1][1]) if dimension not in _LEFT_OUT else None
    return None


def _is_meant(text: str, at: int, name: str, language: Language) -> bool:
    if name in _SIGNS and text[at:].lstrip()[1:2].isdigit():
        return False  # the sign of the next amount: "48 $12.00"
    if name.isalpha() and len(name) == 1 and (not text[at].isspace() or text[at + 1].isupper()):
        return False  # "1g", "4 A"
    return _ONLY_IN.get(name, language) is language


def _money_before(text: str, at: int) -> tuple[str, int] | None:
    """Returns the currency that stands before a number, and where its sign begins."""
    found = _SIGN_BEFORE.search(text, max(0, at - 6), at)
    if found is None:
        return None
    if found["sign"]:
        return _SIGNS[found["sign"]], found.start()
    code = found["code"]
    if code in _CODES:
        return UNITS.get(fold(code), (code.lower(), 1.0))[0], found.start()
    return ("usd", found.start()) if code == "US$" else None


def _worded(text: str, language: Language) -> Iterator[Amount]:
    """Yields times that are written out: "six months", "dreißig Tage", "trois mois"."""
    before: re.Match[str] | None = None
    for match in _PLAIN_WORDS.finditer(text):
        unit = UNITS.get(fold(match[0]))
        if before is not None and unit is not None and unit[0] in _DURATIONS | _PERCENT_DIMENSIONS:
            plain = fold(before[0])
            value = value_of(plain)
            is_joined = text[before.end() : match.start()] in (" ", "-", "\u00a0")
            if (
                value
                and plain not in ARTICLES
                and is_joined
                and _ONLY_IN.get(fold(match[0]), language) is language
            ):
                yield Amount(before.start(), match.end(), (unit[0], round(value * unit[1], 6)))
        before = match
