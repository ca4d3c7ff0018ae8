"""Which words differ between two sentences that belong together."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_slm.assistants.comparison.matching import gaps, match
from desktop_slm.assistants.evidence.languages import ALL_STOP_WORDS

_SIGN, _SMALL_WORD, _WORD = 0.2, 0.6, 1.0
_ISLAND = 0.7  # what is left alone between two changes of words counts as changed
_LONG = 3.0


def different(mine: Sequence[str], its: Sequence[str]) -> tuple[list[int], list[int]]:
    """Returns the indices of the words of each side that the other does not have at their place.

    `mine` and `its` are the keys of tokens.
    """
    if (len(mine), list(mine)) > (len(its), list(its)):
        theirs, ours = _different(its, mine)
        return ours, theirs
    return _different(mine, its)


def _different(mine: Sequence[str], its: Sequence[str]) -> tuple[list[int], list[int]]:
    pairs = match(mine, its, weight=_weight)
    changes = []
    for i, to_i, j, to_j in gaps(pairs, (0, len(mine), 0, len(its))):
        if "".join(mine[i:to_i]) != "".join(its[j:to_j]):
            changes.append((i, to_i, j, to_j))
    merged: list[tuple[int, int, int, int]] = []
    for change in changes:
        if merged and _is_island(mine, merged[-1], change):
            last = merged[-1]
            merged[-1] = (last[0], change[1], last[2], change[3])
        else:
            merged.append(change)
    ours = [at for i, to_i, _j, _to_j in merged for at in range(i, to_i)]
    return ours, [at for _i, _to_i, j, to_j in merged for at in range(j, to_j)]


def _is_island(
    keys: Sequence[str], one: tuple[int, int, int, int], other: tuple[int, int, int, int]
) -> bool:
    """Whether what two changes have between them is too little to be read as kept."""
    between = keys[one[1] : other[0]]
    if sum(map(_weight, between)) > _ISLAND:
        return False
    sizes = (one[1] - one[0] + one[3] - one[2], other[1] - other[0] + other[3] - other[2])
    return min(sizes) >= 2 and sum(sizes) > _LONG


def _weight(key: str) -> float:
    if not key[0].isalnum():
        return _SIGN
    return _SMALL_WORD if key.casefold() in ALL_STOP_WORDS else _WORD
