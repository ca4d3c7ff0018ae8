"""A number of a text with its unit, and whether two of them are the same."""

from __future__ import annotations

from dataclasses import dataclass

_DAY_S = 86400
_TIMES = ("time", "months")
# A third is 33 %, two thirds are 67 %.
_SHARE_POINTS = 0.7
# What may be called more than a number: a little more.
_MOST_ABOVE = 1.34


MULTIPLE = "times"  # the dimension of "doubled" and "twice"


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
    is_least: bool = False  # "more than 500"
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
        if {self.dimension, other.dimension} == {"share", "percent"}:
            return any(
                abs(mine - its) <= _SHARE_POINTS or self._is_near(mine, its)
                for mine in self.values
                for its in other.values
            )
        its = other.values if self.dimension else self._as_written(other)
        return any(self._is_near(left, right) for left in mine for right in its)

    @staticmethod
    def _as_written(other: Quantity) -> tuple[float, ...]:
        """Returns what a number without a unit may be: "120" is not ten years, "0.30" 30 cents."""
        return other.bare() if other.dimension in _TIMES else (*other.values, *other.bare())

    def bare(self) -> tuple[float, ...]:
        """Returns its readings without the unit."""
        return tuple(value / self.factor for value in self.values)

    def _is_near(self, mine: float, its: float) -> bool:
        if abs(mine - its) <= 1e-6 * max(abs(mine), abs(its)):
            return True
        if self.is_least and mine < its <= mine * _MOST_ABOVE:
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
    if mine == its:
        return True
    if MULTIPLE in (mine, its):
        return False  # "doubled" is not what "two plants" say
    if not mine or not its:
        return True
    pair = {mine, its}
    return pair <= {"share", "percent"} or pair <= {"usd", "money"}
