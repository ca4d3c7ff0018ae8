"""Which of the removed sentences stand elsewhere in the other version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from desktop_slm.assistants.comparison.bags import Bag
from desktop_slm.assistants.comparison.matching import Pair
from desktop_slm.assistants.comparison.pairing import LEAST_LIKENESS, Index

_LEAST_WORDS = 4  # fewer tell nothing, unless what stands beside them moved along
_LEAST_WORDS_CHANGED = 8
_LEAST_LIKENESS = 0.8


def moves(
    ours: Sequence[str], theirs: Sequence[str], removed: Sequence[int], added: Sequence[int]
) -> list[Pair]:
    """Returns the indices of what was moved, the same or with few words changed."""
    found = dict(_same(ours, theirs, removed, added))
    taken = set(found.values())
    left = [i for i in removed if i not in found]
    for i, j in _changed(ours, theirs, left, [j for j in added if j not in taken]):
        found[i] = j
        taken.add(j)
    _extend(ours, theirs, found, (set(removed), set(added)))
    return sorted(found.items(), key=lambda pair: pair[1])


def _same(
    ours: Sequence[str], theirs: Sequence[str], removed: Sequence[int], added: Sequence[int]
) -> Iterator[Pair]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i in removed:
        if _words(ours[i]) >= _LEAST_WORDS:
            places[ours[i]].append(i)
    for j in added:
        likes = places.get(theirs[j])
        if likes:
            yield likes.pop(0), j


def _changed(
    ours: Sequence[str], theirs: Sequence[str], removed: Sequence[int], added: Sequence[int]
) -> Iterator[Pair]:
    mine = [(i, Bag.of(ours[i])) for i in removed if _words(ours[i]) >= _LEAST_WORDS_CHANGED]
    its = [(j, Bag.of(theirs[j])) for j in added if _words(theirs[j]) >= _LEAST_WORDS_CHANGED]
    if not mine or not its:
        return
    index = Index([bag for _j, bag in its])
    likely = []
    for i, bag in mine:
        for number in index.sharing(bag):
            j, other = its[number]
            like = bag.likeness(other)
            if like >= _LEAST_LIKENESS:
                likely.append((-like, i, j))
    used: tuple[set[int], set[int]] = set(), set()
    for _like, i, j in sorted(likely):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield i, j


def _extend(
    ours: Sequence[str],
    theirs: Sequence[str],
    found: dict[int, int],
    free: tuple[set[int], set[int]],
) -> None:
    """Takes along what stands beside something moved and is like its counterpart."""
    removed, added = free[0] - found.keys(), free[1] - set(found.values())
    for step in (1, -1):
        for i, j in sorted(found.items(), reverse=step < 0):
            near_i, near_j = i + step, j + step
            while near_i in removed and near_j in added and _is_like(ours[near_i], theirs[near_j]):
                found[near_i] = near_j
                removed.discard(near_i)
                added.discard(near_j)
                near_i, near_j = near_i + step, near_j + step


def _is_like(mine: str, its: str) -> bool:
    return mine == its or Bag.of(mine).likeness(Bag.of(its)) >= LEAST_LIKENESS


def _words(key: str) -> int:
    return sum(part[0].isalnum() for part in key.split())
