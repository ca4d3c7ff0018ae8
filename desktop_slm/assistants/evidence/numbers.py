"""The numbers of a text with their values and units, however they are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_slm.assistants.evidence import number_words
from desktop_slm.assistants.evidence.languages import Language
from desktop_slm.assistants.evidence.units import LONGEST_UNIT_WORDS, MONEY, PER, PERIODS, UNITS
from desktop_slm.assistants.terms import fold

_TOKEN = re.compile(
    r"(?P<number>(?<![\w.,])\d+(?:[.,'’]\d+|[\u00a0\u202f\u2009 ]\d{3}(?![\d\w]))*|\d+(?:[.,]\d+)*)"
    r"(?P<ordinal>(?:st|nd|rd|th|er|ère|e|ème)\b)?"
    r"|(?P<word>°?[^\W\d_]+[²³]?|[%‰€$£¥/])"
    r"|(?P<break>[.,;:!?()\n])"
)
_SEPARATOR = re.compile(r"[.,'’\u00a0\u202f\u2009 ]")
_GROUPED = re.compile(r"\d{1,3}(?:[.,'’\u00a0\u202f\u2009 ]\d{3})+")
_ABOUT = frozenset(
    fold(word)
    for word in """
    about around roughly approximately nearly almost some circa ca close over more above under just
    etwa rund ungefähr knapp fast gut circa beinahe annähernd mehr über unter
    environ presque quelque près autour approximativement plus
    """.split()
)
_JOINTS = frozenset("to and or bis und oder a et ou auf von from".split())
_SHORT_SCALES = {"M": 1e6, "k": 1e3, "K": 1e3, "Md": 1e9}
_ADJECTIVE = re.compile(
    r"(?P<count>\w+?)(?P<unit>jahrig|monatig|wochig|tagig|stundig|minutig)\w{0,2}"
)
_ADJECTIVE_UNITS = {
    "jahrig": "jahr",
    "monatig": "monat",
    "wochig": "woche",
    "tagig": "tag",
    "stundig": "stunde",
    "minutig": "minute",
}
_NEAR_CHARACTERS = 20
_NOT_BEFORE_UNIT = PER | number_words.SCALES.keys() | {"und", "and", "et", "of", "de"}
_BEFORE_WHOLE = frozenset("a an of the de d einer eines einem".split())
_SURE_FRACTIONS = frozenset("drittel tiers viertel zweidrittel dreiviertel funftel zehntel".split())
_BACK_WORDS = 3
_DAY_S = 86400
_PERIOD_WORDS = 4
_WORDS_BEFORE = 7
_PERIODIC = re.compile(
    r"(?:ly|lich\w{0,2}|uel(?:le)?s?|annual|um|adaires?|ienne?s?|riel(?:le)?s?)$"
)
_PERIOD_OF = re.compile(r"(jahr|monat|woche)e?n?s(?=[a-z]{4})")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it stands in a text; `values` are its readings, in the base of its unit."""

    start: int
    end: int
    values: tuple[float, ...]
    dimension: str = ""
    period: float = 0.0
    is_ordinal: bool = False
    is_weak: bool = False
    is_about: bool = False
    digits: int = 3  # significant ones, as written
    scale: float = 1.0  # of the word after it: a million
    factor: float = 1.0  # of its unit to the base

    def equals(self, other: Quantity) -> bool:
        """Whether this number of a sentence is that of a text."""
        if self.period and other.period and self.period != other.period:
            return False
        if {self.dimension, other.dimension} == {"time", "months"}:
            return _is_as_long(self, other) or _is_as_long(other, self)
        if not _are_comparable(self.dimension, other.dimension):
            return False
        mine = self.values if other.dimension else self.bare()
        its = other.values if self.dimension else (*other.values, *other.bare())
        return any(self._is_near(left, right) for left in mine for right in its)

    def bare(self) -> tuple[float, ...]:
        """Returns its readings without the unit."""
        return tuple(value / self.factor for value in self.values)

    def _is_near(self, mine: float, its: float) -> bool:
        if abs(mine - its) <= 1e-6 * max(abs(mine), abs(its)):
            return True
        return self.is_about and its != 0 and abs(mine / its - 1) <= _tolerance(self.digits)


def _is_as_long(months: Quantity, time: Quantity) -> bool:
    """Whether so many days are so many months: 28 to 31 each."""
    if months.dimension != "months":
        return False
    return any(
        28 * _DAY_S <= seconds / count <= 31 * _DAY_S
        for count in months.values
        if count > 0
        for seconds in time.values
    )


def _tolerance(digits: int) -> float:
    return 0.1 if digits <= 1 else 0.05 if digits == 2 else 0.005


def _are_comparable(mine: str, its: str) -> bool:
    if mine == its or not mine or not its:
        return True
    pair = {mine, its}
    return pair <= {"share", "percent"} or pair <= {"usd", "money"}


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int
    is_ordinal: bool = False

    @property
    def plain(self) -> str:
        return fold(self.text)


def quantities(
    text: str, language: Language, taken: Sequence[tuple[int, int]] = ()
) -> list[Quantity]:
    """Returns the numbers of a text in order; `taken` are the places of its dates."""
    tokens = [
        token
        for token in _tokens(text)
        if not any(start <= token.start < end for start, end in taken)
    ]
    return _Reader(tokens, language).read()


def _tokens(text: str) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind == "ordinal":
            found.append(_Token("number", match["number"], *match.span(), is_ordinal=True))
        else:
            found.append(_Token(kind, match[0], *match.span()))
    return found


class _Reader:
    """Walks over tokens and makes numbers of them."""

    def __init__(self, tokens: Sequence[_Token], language: Language) -> None:
        self._tokens = tokens
        self._language = language
        self._at = 0

    def read(self) -> list[Quantity]:
        found: list[Quantity] = []
        while self._at < len(self._tokens):
            begin = self._at
            quantity = self._quantity()
            if quantity is None:
                self._at = max(self._at, begin) + (1 if self._at == begin else 0)
                continue
            while found and quantity.start <= found[-1].start:
                found.pop()  # "three quarters": the three was read on its own
            found.append(quantity)
        return _with_shared_units(found, self._tokens)

    def _token(self, ahead: int = 0) -> _Token | None:
        index = self._at + ahead
        return self._tokens[index] if 0 <= index < len(self._tokens) else None

    def _quantity(self) -> Quantity | None:
        begin = self._at
        token = self._tokens[begin]
        if token.kind == "number":
            quantity: Quantity | None = self._written()
        elif token.kind == "word":
            quantity = self._worded()
        else:
            return None
        if quantity is None:
            return None
        return self._with_context(quantity, begin)

    def _written(self) -> Quantity:
        token = self._tokens[self._at]
        self._at += 1
        values = readings(token.text, self._language)
        digits = len(_SEPARATOR.sub("", token.text).strip("0")) or 1
        is_ordinal = token.is_ordinal
        scale = self._scale()
        return Quantity(
            token.start,
            self._tokens[self._at - 1].end,
            tuple(value * scale for value in values),
            is_ordinal=is_ordinal,
            digits=digits,
            scale=scale,
        )

    def _scale(self) -> float:
        scale = 1.0
        sign, money = self._token(), self._token(1)
        if sign and money and sign.text in _SHORT_SCALES and money.text in "€$£":
            self._at += 1
            return _SHORT_SCALES[sign.text]
        while (token := self._token()) is not None and token.plain in number_words.SCALES:
            scale *= number_words.SCALES[token.plain]
            self._at += 1
            if (stop := self._token()) is not None and stop.text == "." and stop.start == token.end:
                self._at += 1
        return scale

    def _worded(self) -> Quantity | None:
        begin = self._tokens[self._at]
        plain = begin.plain
        if plain in number_words.FRACTIONS:
            return self._fraction(begin)
        if (adjective := _ADJECTIVE.fullmatch(plain)) is not None:
            return self._adjective(begin, adjective)
        if plain in number_words.MULTIPLES:
            self._at += 1
            value = float(number_words.MULTIPLES[plain])
            return Quantity(begin.start, begin.end, (value,), "times", is_weak=True, digits=1)
        if plain in number_words.ORDINALS:
            return self._ordinal(begin)
        return self._cardinal(begin)

    def _adjective(self, begin: _Token, adjective: re.Match[str]) -> Quantity | None:
        value = number_words.value_of(adjective["count"])
        if value is None:
            return None
        self._at += 1
        dimension, factor = UNITS[_ADJECTIVE_UNITS[adjective["unit"]]]
        return Quantity(begin.start, begin.end, (value * factor,), dimension, factor=factor)

    def _ordinal(self, begin: _Token) -> Quantity:
        self._at += 1
        value = number_words.ORDINALS[begin.plain]
        before = self._token(-2)
        values: tuple[float, ...] = (float(value),)
        following = self._token()
        is_part = following is not None and following.plain in ("of", "de", "des", "der")
        if before is not None and before.plain in ("a", "one") and value > 2:
            # "A third of" is a share, and "about a third" too.
            return Quantity(
                begin.start, begin.end, (100 / value,), "share", digits=1, is_about=True
            )
        if is_part and before is not None and (count := number_words.value_of(before.plain)):
            return Quantity(before.start, begin.end, (100 * count / value,), "share", digits=1)
        return Quantity(begin.start, begin.end, values, is_ordinal=True, is_weak=value <= 2)

    def _fraction(self, begin: _Token) -> Quantity:
        """Reads "half", "three quarters of an hour", "ein Viertel"."""
        count = self._token(-1)
        times = number_words.value_of(count.plain) if count is not None else None
        value = number_words.FRACTIONS[begin.plain] * (times or 1)
        start = count.start if count is not None and times else begin.start
        self._at += 1
        skipped = 0
        while (token := self._token(skipped)) is not None and token.plain in _BEFORE_WHOLE:
            skipped += 1
        whole = self._token(skipped)
        dimension, factor = UNITS.get(whole.plain, ("", 1.0)) if whole is not None else ("", 1.0)
        if whole is not None and dimension in ("time", "months") and factor > 1:
            self._at += skipped + 1
            return Quantity(start, whole.end, (factor * value,), dimension, digits=1)
        is_weak = begin.plain not in _SURE_FRACTIONS
        return Quantity(start, begin.end, (100 * value,), "share", digits=1, is_weak=is_weak)

    def _cardinal(self, begin: _Token) -> Quantity | None:
        total, current, count, last = 0.0, 0.0, 0, begin
        while (token := self._token()) is not None and token.kind == "word":
            plain = token.plain
            value = number_words.value_of(plain)
            if (
                value is None
                and plain in number_words.SCALES
                and (count or plain not in ("k", "md"))
            ):
                scale = number_words.SCALES[plain]
                if scale == 100:
                    current = max(current, 1) * 100
                else:
                    total += max(current, 1) * scale
                    current = 0
            elif value is not None and not (
                count and plain in number_words.ARTICLES and current < 20
            ):
                is_eighty = value == 20 and current % 10 == 4 and last.plain == "quatre"
                current += 76 if is_eighty else value
            elif not (plain in ("and", "et", "und") and count and self._goes_on(current)):
                break
            last, count = token, count + 1
            self._at += 1
        if not count:
            return None
        is_weak = count == 1 and begin.plain in number_words.ARTICLES
        return Quantity(begin.start, last.end, (total + current,), is_weak=is_weak, digits=2)

    def _goes_on(self, current: float) -> bool:
        following = self._token(1)
        if following is None or following.kind != "word":
            return False
        value = number_words.value_of(following.plain)
        return value is not None and current >= 20 and value < current and current % 10 == 0

    def _with_context(self, quantity: Quantity, begin: int) -> Quantity:
        dimension, factor, used = self._unit_after()
        if not dimension:
            dimension, factor = self._money_before(begin)
        if used and dimension in MONEY and (cents := self._cents(used)):
            values = tuple(value + cents / 100 for value in quantity.values)
            quantity, used = replace(quantity, values=values), used + 1
        if used:
            quantity = replace(quantity, end=self._tokens[self._at + used - 1].end)
            self._at += used
        period = self._period(begin)
        if dimension:
            values = tuple(value * factor for value in quantity.values)
            period = period if dimension in MONEY or dimension in ("percent", "times") else 0.0
            quantity = replace(
                quantity,
                values=values,
                dimension=dimension,
                period=period,
                factor=factor,
                is_ordinal=quantity.is_ordinal and dimension == "months",
            )
        return replace(quantity, is_about=quantity.is_about or self._is_about(begin))

    def _unit_after(self) -> tuple[str, float, int]:
        for skipped in (0, 1):
            # "Six further months": one word may stand between.
            for count in range(LONGEST_UNIT_WORDS, 0, -1):
                words = self._tokens[self._at + skipped : self._at + skipped + count]
                name = " ".join(word.plain for word in words)
                if len(words) == count and name in UNITS and all(w.kind == "word" for w in words):
                    dimension, factor = UNITS[name]
                    after = self._token(skipped + count)
                    is_sign = not words[0].text.islower() and dimension in MONEY
                    if is_sign and after is not None and after.kind == "number":
                        continue  # "the first £50": the sign is that of the next number
                    if (skipped and dimension not in ("time", "months")) or (
                        len(name) == 1 and skipped
                    ):
                        continue
                    return dimension, factor, skipped + count
            between = self._token()
            if between is None or between.kind != "word" or between.plain in _NOT_BEFORE_UNIT:
                break
        return "", 1.0, 0

    def _cents(self, used: int) -> int:
        """Returns the 60 of "3 euros 60"."""
        following = self._token(used)
        is_cents = following is not None and re.fullmatch(r"\d\d", following.text) is not None
        return int(following.text) if following is not None and is_cents else 0

    def _money_before(self, begin: int) -> tuple[str, float]:
        before = self._tokens[begin - 1] if begin else None
        if before is not None and before.plain in UNITS:
            dimension, factor = UNITS[before.plain]
            if dimension in MONEY:
                return dimension, factor
        return "", 1.0

    def _is_about(self, begin: int) -> bool:
        before = self._tokens[max(0, begin - _BACK_WORDS) : begin]
        return any(token.plain in _ABOUT for token in before)

    def _period(self, begin: int) -> float:
        """Returns what time an amount is for: "a month" after it, "monthly" before or after."""
        return self._period_before(begin) or self._period_after()

    def _period_before(self, begin: int) -> float:
        for token in reversed(self._tokens[max(0, begin - _WORDS_BEFORE) : begin]):
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


def _with_shared_units(found: list[Quantity], tokens: Sequence[_Token]) -> list[Quantity]:
    """Gives a number the unit of the next one where they stand as "four to six per cent"."""
    joints = [token.start for token in tokens if token.plain in _JOINTS]
    shared = list(found)
    for index in range(len(found) - 2, -1, -1):
        mine, following = shared[index], shared[index + 1]
        is_joined = any(mine.end <= joint < following.start for joint in joints)
        if (
            is_joined
            and following.start - mine.end <= _NEAR_CHARACTERS
            and not (mine.is_ordinal or mine.is_weak)
        ):
            shared[index] = _sharing(mine, following)
    return shared


def _sharing(mine: Quantity, following: Quantity) -> Quantity:
    values = mine.values
    if mine.scale == 1 and following.scale > 1:
        values = (*values, *(value * following.scale for value in values))
    if mine.dimension or not following.dimension:
        return replace(mine, values=values)
    return replace(
        mine,
        dimension=following.dimension,
        factor=following.factor,
        values=tuple(value * following.factor for value in values),
    )


def readings(written: str, language: Language) -> tuple[float, ...]:
    """Returns what a number in digits may mean, by the decimal marks of the language first."""
    if _GROUPED.fullmatch(written) and len(set(_SEPARATOR.findall(written))) == 1:
        sign = _SEPARATOR.findall(written)[0]
        grouped = float(_SEPARATOR.sub("", written))
        is_decimal = (sign == ".") if language is Language.ENGLISH else (sign == ",")
        if sign in ".," and written.count(sign) == 1 and is_decimal:
            return (float(written.replace(",", ".")),)
        return (grouped,)
    marks = re.findall(r"[.,]", written)
    if not marks:
        return (float(_SEPARATOR.sub("", written)),)
    if len(marks) > 1 and marks[-1] == marks[0]:
        return (float(_SEPARATOR.sub("", written)),)
    whole, _, part = written.rpartition(marks[-1])
    return (float(f"{_SEPARATOR.sub('', whole)}.{_SEPARATOR.sub('', part)}"),)
