"""What stands around a number and makes of it an amount: its unit, money sign, period, "about"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_slm.assistants.evidence import number_words
from desktop_slm.assistants.evidence.digits import Token
from desktop_slm.assistants.evidence.units import LONGEST_UNIT_WORDS, MONEY, PER, PERIODS, UNITS
from desktop_slm.assistants.terms import fold

_ABOUT = frozenset(
    fold(word)
    for word in """
    about around roughly approximately nearly almost some circa ca close over more above under just
    etwa rund ungefähr knapp fast gut circa beinahe annähernd mehr über unter
    environ presque quelque près autour approximativement plus
    """.split()
)
_NOT_BEFORE_UNIT = PER | number_words.SCALES.keys() | {"und", "and", "et", "of", "de"}
_MORE_THAN = (
    ["more", "than"],
    ["mehr", "als"],
    ["plus", "de"],
    ["plus", "d"],
    ["upwards", "of"],
)
_PART_OF = frozenset({"of", "de", "des", "der"})
_BACK_WORDS = 3
_PERIOD_WORDS = 4
_WORDS_BEFORE = 7
_PERIODIC = re.compile(
    r"(?:ly|lich\w{0,2}|uel(?:le)?s?|annual|um|adaires?|ienne?s?|riel(?:le)?s?)$"
)
_PERIOD_OF = re.compile(r"(jahr|monat|woche)e?n?s(?=[a-z]{4})")
_CLOCK = frozenset(("uhr", "heures", "heure", "h", "oclock", "o"))
_AFTER_NOON = frozenset(
    "abends nachmittags nachts abend evening afternoon night soir apres pm".split()
)
_CLOCK_WORDS = 5
_NO_UNIT = ("", 1.0, 0)


class Surroundings:
    """The tokens from `begin`, where a number begins, to `at`, where it has been read to."""

    def __init__(self, tokens: Sequence[Token], begin: int, at: int) -> None:
        self._tokens = tokens
        self._begin = begin
        self._at = at

    def unit(self) -> tuple[str, float, int]:
        """Returns dimension and factor of the unit after it, and how many tokens that takes."""
        for skipped in (0, 1):
            # "Six further months": one word may stand between.
            for count in range(LONGEST_UNIT_WORDS, 0, -1):
                found = self._unit_at(self._at + skipped, count)
                if found and (not skipped or found[0] in ("time", "months")):
                    return *found, skipped + count
            between = self._token(self._at)
            if between is None or between.kind != "word" or between.plain in _NOT_BEFORE_UNIT:
                break
        return _NO_UNIT

    def _unit_at(self, first: int, count: int) -> tuple[str, float] | None:
        words = self._tokens[first : first + count]
        name = " ".join(word.plain for word in words)
        if len(words) < count or name not in UNITS or any(w.kind != "word" for w in words):
            return None
        if len(name) == 1 and first > self._at:
            return None
        after = self._token(first + count)
        if after is not None:
            is_sign = not words[0].text.islower() and UNITS[name][0] in MONEY
            if is_sign and after.kind == "number":
                return None  # "the first £50": the sign is that of the next number
            if name in ("quarter", "quarters") and after.plain in _PART_OF:
                return None  # "three quarters of the bill" is no time
        return UNITS[name]

    def cents(self, used: int) -> int:
        """Returns the 60 of "3 euros 60"."""
        following = self._token(self._at + used)
        if following is None or re.fullmatch(r"\d\d", following.text) is None:
            return 0
        return int(following.text)

    def money_before(self) -> tuple[str, float]:
        """Returns the currency whose sign stands before it."""
        before = self._token(self._begin - 1)
        dimension, factor = UNITS.get(before.plain, ("", 1.0)) if before else ("", 1.0)
        return (dimension, factor) if dimension in MONEY else ("", 1.0)

    def is_evening_hour(self) -> bool:
        """Whether it is an hour after noon: "10 Uhr abends", "6 pm", "8 heures du soir"."""
        after = [token.plain for token in self._tokens[self._at : self._at + _CLOCK_WORDS]]
        before = [token.plain for token in self._tokens[max(0, self._at - 1) : self._at]]
        if after[:1] == ["pm"] or after[:2] == ["p", "m"]:
            return True
        is_clock = not _CLOCK.isdisjoint({*after[:1], *before})
        return is_clock and not _AFTER_NOON.isdisjoint(after)

    def is_about(self) -> bool:
        """Whether it is said to be rounded."""
        before = self._tokens[max(0, self._begin - _BACK_WORDS) : self._begin]
        return any(token.plain in _ABOUT for token in before)

    def is_least(self) -> bool:
        """Whether it is said to be less than what is meant: "more than 500"."""
        before = self._tokens[max(0, self._begin - _BACK_WORDS) : self._begin]
        words = [token.plain for token in before]
        return (bool(words) and words[-1] in ("over", "uber")) or words[-2:] in _MORE_THAN

    def period(self) -> float:
        """Returns what time an amount is for: "a month" after it, "monthly" before or after."""
        return self._period_before() or self._period_after()

    def _period_before(self) -> float:
        for token in reversed(self._tokens[max(0, self._begin - _WORDS_BEFORE) : self._begin]):
            if token.kind in ("break", "number"):
                break
            if token.plain in PERIODS and _PERIODIC.search(token.plain):
                return PERIODS[token.plain]
            if (compound := _PERIOD_OF.match(token.plain)) is not None:
                return PERIODS[compound[1]]
        return 0.0

    def _period_after(self) -> float:
        after = self._tokens[self._at : self._at + _PERIOD_WORDS]
        for index, token in enumerate(after):
            if token.kind in ("break", "number"):
                break
            if token.plain in PERIODS and (
                _PERIODIC.search(token.plain) or (index and after[index - 1].plain in PER)
            ):
                return PERIODS[token.plain]
        return 0.0

    def _token(self, index: int) -> Token | None:
        return self._tokens[index] if 0 <= index < len(self._tokens) else None
