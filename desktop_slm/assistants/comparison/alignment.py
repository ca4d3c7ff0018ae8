"""The two versions side by side: what belongs together, and what of the rest was moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_slm.assistants.comparison.matching import Pair
from desktop_slm.assistants.comparison.moves import moves
from desktop_slm.assistants.comparison.pairing import Bead, beads


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads in order on both sides; moved pairs of units in the order of the later version."""

    beads: tuple[Bead, ...]
    moved: tuple[Pair, ...]

    def flipped(self) -> Alignment:
        """Returns the alignment with its sides exchanged."""
        return Alignment(
            tuple(Bead(b.j, b.to_j, b.i, b.to_i, b.is_same) for b in self.beads),
            tuple(sorted(((j, i) for i, j in self.moved), key=lambda pair: pair[1])),
        )


def align(before: Sequence[str], after: Sequence[str]) -> Alignment:
    """Aligns the keys of two versions; the other way round it tells the same."""
    # Of two alignments as good one is taken: always the same, whichever version comes first.
    if (len(before), list(before)) > (len(after), list(after)):
        return _aligned(after, before).flipped()
    return _aligned(before, after)


def _aligned(ours: Sequence[str], theirs: Sequence[str]) -> Alignment:
    found = beads(ours, theirs)
    removed = left_over(((bead.i, bead.to_i) for bead in found), len(ours))
    added = left_over(((bead.j, bead.to_j) for bead in found), len(theirs))
    return Alignment(tuple(found), tuple(moves(ours, theirs, removed, added)))


def left_over(taken: Iterable[tuple[int, int]], count: int) -> list[int]:
    """Returns the numbers under `count` that are in none of the ranges, which are in order."""
    rest: list[int] = []
    at = 0
    for start, end in taken:
        rest += range(at, start)
        at = end
    return [*rest, *range(at, count)]
