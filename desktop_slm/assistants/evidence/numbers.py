"""The numbers of a text with their values and units, however they are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from desktop_slm.assistants.evidence import number_words
from desktop_slm.assistants.evidence.digits import SEPARATOR, Token, readings, tokens_of
from desktop_slm.assistants.evidence.languages import Language
from desktop_slm.assistants.evidence.number_sharing import with_shared_units
from desktop_slm.assistants.evidence.number_surroundings import Surroundings
from desktop_slm.assistants.evidence.quantity import MULTIPLE, Quantity
from desktop_slm.assistants.evidence.units import MONEY, UNITS
from desktop_slm.assistants.terms import fold

__all__ = ["Quantity", "quantities", "readings"]

_SHORTENED = frozenset({"mio", "mrd", "tsd", "mn", "bn", "md"})
_GLUED_SCALES = {"m": 1e6, "k": 1e3, "b": 1e9}
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
_ONE_OF_TIME = frozenset(("a", "an"))
_QUARTERS = frozenset(("quarter", "quarters"))
_NOON = 12
_BEFORE_WHOLE = frozenset("a an of the de d einer eines einem".split())
_SURE_FRACTIONS = number_words.FRACTIONS.keys() - frozenset(
    "half halved halfte halbe halben halbes halber halb moitie demi demie quart quarts".split()
)


def quantities(
    text: str, language: Language, taken: Sequence[tuple[int, int]] = ()
) -> list[Quantity]:
    """Returns the numbers of a text in order; `taken` are the places of its dates."""
    tokens = [
        token
        for token in tokens_of(text)
        if not any(start <= token.start < end for start, end in taken)
    ]
    return _Reader(tokens, language).read()


class _Reader:
    """Walks over tokens and makes numbers of them."""

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        self._tokens = tokens
        self._language = language
        self._at = 0

    def read(self) -> list[Quantity]:
        found: list[Quantity] = []
        while self._at < len(self._tokens):
            begin = self._at
            token = self._tokens[begin]
            if token.kind != "number" and not _may_be_number(token.text):
                self._at += 1
                continue
            quantity = self._quantity()
            if quantity is None:
                self._at = max(self._at, begin) + (1 if self._at == begin else 0)
                continue
            while found and quantity.start <= found[-1].start:
                found.pop()  # "three quarters": the three was read on its own
            found.append(quantity)
        return with_shared_units(found, self._tokens)

    def _token(self, ahead: int = 0) -> Token | None:
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
        digits = len(SEPARATOR.sub("", token.text).strip("0")) or 1
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
        if sign and sign.text in _GLUED_SCALES and self._is_glued_money(sign):
            self._at += 1
            return _GLUED_SCALES[sign.text]
        while (token := self._token()) is not None and token.plain in number_words.SCALES:
            scale *= number_words.SCALES[token.plain]
            self._at += 1
            stop = self._token()
            is_short = stop is not None and stop.text == "." and stop.start == token.end
            if is_short and token.plain in _SHORTENED:
                self._at += 1
        return scale

    def _is_glued_money(self, sign: Token) -> bool:
        """Whether a letter belongs to an amount, as in "$418m": a metre stands apart."""
        number, before = self._token(-1), self._token(-2)
        is_glued = number is not None and number.end == sign.start
        return is_glued and before is not None and UNITS.get(before.plain, ("",))[0] in MONEY

    def _worded(self) -> Quantity | None:
        begin = self._tokens[self._at]
        plain = begin.plain
        if plain in number_words.FRACTIONS and (plain not in _QUARTERS or self._is_part()):
            return self._fraction(begin)
        if plain in _ONE_OF_TIME:
            return self._one_of_time(begin)
        if (adjective := _ADJECTIVE.fullmatch(plain)) is not None:
            return self._adjective(begin, adjective)
        if plain in number_words.MULTIPLES:
            self._at += 1
            value = float(number_words.MULTIPLES[plain])
            return Quantity(begin.start, begin.end, (value,), MULTIPLE, is_weak=True, digits=1)
        if plain in number_words.ORDINALS:
            return self._ordinal(begin)
        return self._cardinal(begin)

    def _is_part(self) -> bool:
        """Whether a quarter is one of something, and not of a year."""
        following = self._token(1)
        return following is not None and following.plain == "of"

    def _one_of_time(self, begin: Token) -> Quantity | None:
        """Reads the "a" of "within a year", which is twelve months; of anything else it is none."""
        unit = self._token(1)
        of = self._token(2)
        if unit is None or (unit.plain in _QUARTERS and of is not None and of.plain == "of"):
            return None
        if UNITS.get(unit.plain, ("",))[0] not in ("time", "months"):
            return None
        self._at += 1
        return Quantity(begin.start, begin.end, (1.0,), is_weak=True)

    def _adjective(self, begin: Token, adjective: re.Match[str]) -> Quantity | None:
        value = number_words.value_of(adjective["count"])
        if value is None:
            return None
        self._at += 1
        dimension, factor = UNITS[_ADJECTIVE_UNITS[adjective["unit"]]]
        return Quantity(begin.start, begin.end, (value * factor,), dimension, factor=factor)

    def _ordinal(self, begin: Token) -> Quantity:
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

    def _fraction(self, begin: Token) -> Quantity:
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
        is_weak = begin.plain not in _SURE_FRACTIONS or self._is_third_party(begin)
        return Quantity(start, begin.end, (100 * value,), "share", digits=1, is_weak=is_weak)

    def _is_third_party(self, begin: Token) -> bool:
        """Whether "un tiers" is somebody else: "confier à un tiers"."""
        before = self._token(-3)
        return begin.plain == "tiers" and before is not None and before.plain in ("a", "par", "aux")

    def _cardinal(self, begin: Token) -> Quantity | None:
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
        number = total + current
        digits = len(f"{number:.0f}".rstrip("0")) or 1
        return Quantity(begin.start, last.end, (number,), is_weak=is_weak, digits=digits)

    def _goes_on(self, current: float) -> bool:
        following = self._token(1)
        if following is None or following.kind != "word":
            return False
        value = number_words.value_of(following.plain)
        return value is not None and current >= 20 and value < current and current % 10 == 0

    def _with_context(self, quantity: Quantity, begin: int) -> Quantity:
        around = Surroundings(self._tokens, begin, self._at)
        dimension, factor, used = around.unit()
        if not dimension:
            dimension, factor = around.money_before()
        if used and dimension in MONEY and (cents := around.cents(used)):
            values = tuple(value + cents / 100 for value in quantity.values)
            quantity, used = replace(quantity, values=values), used + 1
        if used:
            quantity = replace(quantity, end=self._tokens[self._at + used - 1].end)
            self._at += used
        around = Surroundings(self._tokens, begin, self._at)
        if around.is_evening_hour() and quantity.values[0] < _NOON:
            quantity = replace(quantity, values=(quantity.values[0] + _NOON,))
        period = around.period()
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
        return replace(
            quantity,
            is_about=quantity.is_about or around.is_about(),
            is_least=around.is_least(),
        )


@lru_cache(maxsize=65536)
def _may_be_number(text: str) -> bool:
    """Whether a word can begin a number: most words are told apart here, at once."""
    plain = fold(text)
    return (
        number_words.value_of(plain) is not None
        or plain in number_words.SCALES
        or plain in number_words.FRACTIONS
        or plain in _ONE_OF_TIME
        or plain in number_words.MULTIPLES
        or plain in number_words.ORDINALS
        or _ADJECTIVE.fullmatch(plain) is not None
    )
