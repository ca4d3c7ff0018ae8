"""The longest part that two sequences have in common, in order; quick for long ones, too.

What is unique in both anchors first (patience), then what is unique between two anchors; what is
left is matched to its nearest likes. Always the chain of the greatest weight, so that one long
sentence outweighs two short ones. The result is the same for (b, a) with the sides exchanged.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

Pair = tuple[int, int]
Range = tuple[int, int, int, int]  # from and to in the one, from and to in the other

_MOST_DEPTH = 12
_NEAREST = 8


def match(ours: Sequence[str], theirs: Sequence[str], weight: Callable[[str], float]) -> list[Pair]:
    """Returns the indices of equal elements, increasing on both sides."""
    found: list[Pair] = []
    waiting = [((0, len(ours), 0, len(theirs)), 0)]
    while waiting:
        stretch, depth = waiting.pop()
        stretch = _trimmed(ours, theirs, stretch, found)
        if stretch[0] == stretch[1] or stretch[2] == stretch[3]:
            continue
        pairs = _unique(ours, theirs, stretch) if depth < _MOST_DEPTH else []
        if pairs:
            anchors = chain((i, j, weight(ours[i])) for i, j in pairs)
            waiting += [(gap, depth + 1) for gap in gaps(anchors, stretch)]
        else:
            anchors = chain((i, j, weight(ours[i])) for i, j in _nearest(ours, theirs, stretch))
            for gap in gaps(anchors, stretch):
                _trimmed(ours, theirs, gap, found)
        found += anchors
    return sorted(found)


def gaps(pairs: Iterable[Pair], whole: Range) -> Iterator[Range]:
    """Yields what lies between pairs, where there is something on either side."""
    i, to_i, j, to_j = whole
    for next_i, next_j in (*pairs, (to_i, to_j)):
        if next_i > i or next_j > j:
            yield i, next_i, j, next_j
        i, j = next_i + 1, next_j + 1


def chain(pairs: Iterable[tuple[int, int, float]]) -> list[Pair]:
    """Returns the chain of pairs, increasing on both sides, with the greatest sum of weights."""
    ordered = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    if not ordered:
        return []
    ranks = {j: rank for rank, j in enumerate(sorted({pair[1] for pair in ordered}), start=1)}
    best = [(0.0, -1)] * (len(ranks) + 1)  # a Fenwick tree of the best chain that ends so far
    before: list[int] = []
    for number, (_i, j, weight) in enumerate(ordered):
        at, top = ranks[j] - 1, (0.0, -1)
        while at:
            top = max(top, best[at])
            at &= at - 1
        before.append(top[1])
        at, mine = ranks[j], (top[0] + weight, number)
        while at < len(best):
            best[at] = max(best[at], mine)
            at += at & -at
    at, end = len(ranks), (0.0, -1)
    while at:
        end = max(end, best[at])
        at &= at - 1
    found, number = [], end[1]
    while number >= 0:
        found.append(ordered[number][:2])
        number = before[number]
    return found[::-1]


def _trimmed(
    ours: Sequence[str], theirs: Sequence[str], stretch: Range, found: list[Pair]
) -> Range:
    """Matches what is equal at both ends; returns what is left between."""
    i, to_i, j, to_j = stretch
    while i < to_i and j < to_j and ours[i] == theirs[j]:
        found.append((i, j))
        i, j = i + 1, j + 1
    while i < to_i and j < to_j and ours[to_i - 1] == theirs[to_j - 1]:
        to_i, to_j = to_i - 1, to_j - 1
        found.append((to_i, to_j))
    return i, to_i, j, to_j


def _unique(ours: Sequence[str], theirs: Sequence[str], stretch: Range) -> list[Pair]:
    i, to_i, j, to_j = stretch
    mine, its = _once(ours, i, to_i), _once(theirs, j, to_j)
    return [(at, its[key]) for key, at in mine.items() if at >= 0 and its.get(key, -1) >= 0]


def _once(keys: Sequence[str], start: int, end: int) -> dict[str, int]:
    """Returns where each key stands, -1 for one that comes more than once."""
    found: dict[str, int] = {}
    for at in range(start, end):
        found[keys[at]] = -1 if keys[at] in found else at
    return found


def _nearest(ours: Sequence[str], theirs: Sequence[str], stretch: Range) -> list[Pair]:
    """Returns the likes nearest to the place that an element would have in an even stretch."""
    i, to_i, j, to_j = stretch
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at in range(j, to_j):
        places[theirs[at]].append(at)
    share = (to_j - j) / (to_i - i)
    pairs = []
    for at in range(i, to_i):
        likes = places.get(ours[at], [])
        if len(likes) > _NEAREST:
            near = bisect.bisect_left(likes, j + (at - i) * share)
            begin = min(max(near - _NEAREST // 2, 0), len(likes) - _NEAREST)
            likes = likes[begin : begin + _NEAREST]
        pairs += [(at, other) for other in likes]
    return pairs
