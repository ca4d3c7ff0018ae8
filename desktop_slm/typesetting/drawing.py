"""What the child hands back: a formula's outlines, and the runs of code that have a colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

UNITS = 16.0  # a formula is drawn for text of this size


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula without its delimiters, and whether it stands on a line of its own."""

    latex: str
    is_display: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """Steps of a path ("M", "L", "Q", "C", "Z") and their numbers; `stroke` 0 means filled."""

    steps: str
    numbers: tuple[float, ...]
    stroke: float = 0.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A formula's outlines round its baseline, y downwards, for text of `UNITS`."""

    left: float
    width: float
    ascent: float
    descent: float
    outlines: tuple[Outline, ...]

    def to_wire(self) -> dict[str, Any]:
        """Returns the form that travels between processes."""
        outlines = [[each.steps, list(each.numbers), each.stroke] for each in self.outlines]
        sizes = [self.left, self.width, self.ascent, self.descent]
        return {"sizes": sizes, "outlines": outlines}

    @classmethod
    def from_wire(cls, fields: Mapping[str, Any]) -> Drawing:
        """Returns a drawing that has travelled."""
        outlines = tuple(
            Outline(steps, tuple(map(float, numbers)), float(stroke))
            for steps, numbers, stroke in fields["outlines"]
        )
        left, width, ascent, descent = map(float, fields["sizes"])
        return cls(left, width, ascent, descent, outlines)


class Ink(IntEnum):
    """What a run of code is, as far as its colour goes."""

    KEYWORD = 1
    STRING = 2
    COMMENT = 3
    NUMBER = 4
    NAME = 5  # of what is being defined
    ADDED = 6
    REMOVED = 7


@dataclass(frozen=True, slots=True)
class Run:
    """A run of one line: where it begins and how long it is, in UTF-16 units as Qt counts."""

    start: int
    length: int
    ink: Ink


@dataclass(frozen=True, slots=True)
class Code:
    """Lines to be coloured; `state` is what the lines before them left open."""

    language: str
    lines: tuple[str, ...]
    state: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coloured:
    """The runs of each line, and what the last one leaves open."""

    lines: tuple[tuple[Run, ...], ...]
    state: tuple[str, ...] = ()

    def to_wire(self) -> dict[str, Any]:
        """Returns the form that travels between processes."""
        lines = [[[run.start, run.length, int(run.ink)] for run in line] for line in self.lines]
        return {"lines": lines, "state": list(self.state)}

    @classmethod
    def from_wire(cls, fields: Mapping[str, Any]) -> Coloured:
        """Returns what has travelled."""
        lines: Sequence[Sequence[Sequence[int]]] = fields["lines"]
        runs = tuple(
            tuple(Run(start, length, Ink(ink)) for start, length, ink in line) for line in lines
        )
        return cls(runs, tuple(map(str, fields["state"])))
