"""What a proof is made of: parts that are counted, and can be done in slices that resume."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Figures = Mapping[str, float | str]


class Unable(Exception):
    """This machine cannot show it; the message says why."""


class Broken(AssertionError):
    """The promise does not hold; the message says what was seen."""


@dataclass(frozen=True)
class Slice:
    """One run of a part: how often, and the seed of what is drawn by chance."""

    count: int
    seed: int


@dataclass(frozen=True)
class Part:
    """One thing that is tried: `quick` times, or `long` times in slices of at most `slice_size`.

    A count of 0 means that the part belongs to the other run alone.
    """

    name: str
    run: Callable[[Slice], Figures]
    quick: int = 1
    long: int = 1
    slice_size: int = 1 << 30
    needs: str = ""

    def slices(self, *, is_long: bool) -> list[Slice]:
        """Returns the runs of this part."""
        left = self.long if is_long else self.quick
        made: list[Slice] = []
        while left > 0:
            made.append(Slice(min(left, self.slice_size), len(made) + 1))
            left -= made[-1].count
        return made


@dataclass(frozen=True)
class Promise:
    """One promise by its number in SECURITY.md, and the parts that show it."""

    key: str
    words: str
    parts: tuple[Part, ...]
    unseen: str = ""  # what this machine cannot show of it


@dataclass
class Result:
    """How one slice ended."""

    key: str
    part: str
    seed: int
    count: int
    status: str  # held, broken, unable
    seconds: float
    figures: dict[str, float | str] = field(default_factory=dict)
    words: str = ""
