"""Which sentences of two versions belong together: the same, split or joined, or changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_slm.assistants.comparison.bags import Bag
from desktop_slm.assistants.comparison.matching import Pair, Range, chain, gaps, match

LEAST_LIKENESS = 0.5
_LEAST_ALONE = 0.4  # where nothing else stands between two anchors on either side
_ALL_PAIRS = 2500  # as many comparisons between two anchors are cheap
_RAREST = 6
_MOST_COMMON = 30  # sentences in which a word may stand to tell them apart
_GAIN = 0.02
_MOST_UNITS = 40  # of both sides in one bead that is not the same


@dataclass(frozen=True, slots=True)
class Bead:
    """Units from `i` to `to_i` of the one are those from `j` to `to_j` of the other."""

    i: int
    to_i: int
    j: int
    to_j: int
    is_same: bool  # as they are compared


def beads(ours: Sequence[str], theirs: Sequence[str]) -> list[Bead]:
    """Returns what belongs together, in order on both sides; the rest was added or removed."""
    pairs = match(ours, theirs, weight=len)
    found = [Bead(i, i + 1, j, j + 1, is_same=True) for i, j in pairs]
    for gap in gaps(pairs, (0, len(ours), 0, len(theirs))):
        if gap[0] < gap[1] and gap[2] < gap[3]:
            found += _Gap(ours, theirs).beads(gap)
    return sorted(found, key=lambda bead: (bead.i, bead.j))


class _Gap:
    """What lies between two anchors."""

    def __init__(self, ours: Sequence[str], theirs: Sequence[str]) -> None:
        self._ours, self._theirs = ours, theirs

    def beads(self, stretch: Range) -> Iterator[Bead]:
        """Yields what belongs together within a stretch."""
        left: Range = stretch
        for bead in _same_text(self._ours, self._theirs, stretch):
            yield bead
            left = (
                (bead.to_i, left[1], bead.to_j, left[3])
                if bead.i == left[0] and bead.j == left[2]
                else (left[0], bead.i, left[2], bead.j)
            )
        i, to_i, j, to_j = left
        if i == to_i or j == to_j:
            return
        mine = [Bag.of(key) for key in self._ours[i:to_i]]
        its = [Bag.of(key) for key in self._theirs[j:to_j]]
        pairs = _alike(mine, its)
        whole = (0, len(mine), 0, len(its))
        around = list(_around(pairs, whole))
        for number, pair in enumerate(pairs):
            bead = _grown(pair, around[number], mine, its)
            yield self._placed(bead, i, j)
            if number + 1 < len(pairs):
                following = around[number + 1]
                around[number + 1] = (
                    max(following[0], bead.to_i),
                    following[1],
                    max(following[2], bead.to_j),
                    following[3],
                )

    def _placed(self, bead: Bead, i: int, j: int) -> Bead:
        placed = Bead(bead.i + i, bead.to_i + i, bead.j + j, bead.to_j + j, is_same=False)
        mine = _joined(self._ours[placed.i : placed.to_i])
        its = _joined(self._theirs[placed.j : placed.to_j])
        return Bead(placed.i, placed.to_i, placed.j, placed.to_j, is_same=is_same_text(mine, its))


def is_same_text(mine: str, its: str) -> bool:
    """Whether two texts differ in nothing but spaces, or in being all capitals."""
    if mine == its:
        return True
    return mine.casefold() == its.casefold() and (mine.isupper() or its.isupper())


def _joined(keys: Iterable[str]) -> str:
    return "".join(keys).replace(" ", "")


def _same_text(ours: Sequence[str], theirs: Sequence[str], stretch: Range) -> Iterator[Bead]:
    """Yields what is the same text at both ends, however it is cut into units."""
    i, to_i, j, to_j = stretch
    while (ends := _same_prefix(ours, theirs, (i, to_i, j, to_j), 1)) is not None:
        yield Bead(i, i + ends[0], j, j + ends[1], is_same=True)
        i, j = i + ends[0], j + ends[1]
    while (ends := _same_prefix(ours, theirs, (i, to_i, j, to_j), -1)) is not None:
        yield Bead(to_i - ends[0], to_i, to_j - ends[1], to_j, is_same=True)
        to_i, to_j = to_i - ends[0], to_j - ends[1]


def _same_prefix(
    ours: Sequence[str], theirs: Sequence[str], stretch: Range, step: int
) -> Pair | None:
    """Returns how many units of each are the same text, counted from the one or the other end."""
    i, to_i, j, to_j = stretch
    mine = its = ""
    taken = [0, 0]
    while True:
        if len(mine) <= len(its):
            if taken[0] == to_i - i:
                return None
            key = ours[i + taken[0] if step > 0 else to_i - 1 - taken[0]].replace(" ", "")
            mine = mine + key if step > 0 else key + mine
            taken[0] += 1
        else:
            if taken[1] == to_j - j:
                return None
            key = theirs[j + taken[1] if step > 0 else to_j - 1 - taken[1]].replace(" ", "")
            its = its + key if step > 0 else key + its
            taken[1] += 1
        short, long = sorted((mine, its), key=len)
        if short and not (long.startswith(short) if step > 0 else long.endswith(short)):
            return None
        if mine and mine == its:
            return taken[0], taken[1]


def _alike(mine: Sequence[Bag], its: Sequence[Bag]) -> list[Pair]:
    """Returns the pairs of sentences that have most in common, in order on both sides."""
    is_alone = len(mine) == len(its) == 1
    least = _LEAST_ALONE if is_alone else LEAST_LIKENESS
    likely = ((i, j, mine[i].likeness(its[j])) for i, j in _candidates(mine, its))
    return chain((i, j, like - least / 2) for i, j, like in likely if like >= least)


def _candidates(mine: Sequence[Bag], its: Sequence[Bag]) -> Iterable[Pair]:
    if len(mine) * len(its) <= _ALL_PAIRS:
        return ((i, j) for i in range(len(mine)) for j in range(len(its)))
    index = Index(its)
    return ((i, j) for i, bag in enumerate(mine) for j in index.sharing(bag))


class Index:
    """Finds the sentences that share rare words with another."""

    def __init__(self, bags: Sequence[Bag]) -> None:
        self._counts: Counter[str] = Counter()
        for bag in bags:
            bag.count_into(self._counts)
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for number, bag in enumerate(bags):
            for word in (*bag.words, *bag.numbers):
                if self._counts[word] <= _MOST_COMMON:
                    self._places[word].append(number)

    def sharing(self, bag: Bag) -> list[int]:
        """Returns the numbers of the sentences that share most of its rarest words."""
        found: Counter[int] = Counter()
        for word in bag.rarest(self._counts, _RAREST, _MOST_COMMON):
            found.update(self._places[word])
        return [number for number, _count in found.most_common(_RAREST)]


def _around(pairs: Sequence[Pair], whole: Range) -> Iterator[Range]:
    """Yields for each pair the stretch between its neighbours."""
    for number in range(len(pairs)):
        i, j = pairs[number - 1] if number else (-1, -1)
        to_i, to_j = pairs[number + 1] if number + 1 < len(pairs) else (whole[1], whole[3])
        yield i + 1, to_i, j + 1, to_j


def _grown(pair: Pair, room: Range, mine: Sequence[Bag], its: Sequence[Bag]) -> Bead:
    """Takes in neighbours with which the two have more in common: a sentence that was split."""
    i, j = pair
    to_i, to_j = i + 1, j + 1
    left, right = mine[i], its[j]
    like = left.likeness(right)
    while to_i - i + to_j - j < _MOST_UNITS:
        grown = [
            (left.with_more(mine[at]).likeness(right), 0, at)
            for at in (i - 1, to_i)
            if room[0] <= at < room[1]
        ]
        grown += [
            (left.likeness(right.with_more(its[at])), 1, at)
            for at in (j - 1, to_j)
            if room[2] <= at < room[3]
        ]
        best = max(grown, default=(0.0, 0, 0))
        if best[0] < like + _GAIN:
            break
        like, side, at = best
        if side == 0:
            left, i, to_i = left.with_more(mine[at]), min(i, at), max(to_i, at + 1)
        else:
            right, j, to_j = right.with_more(its[at]), min(j, at), max(to_j, at + 1)
    return Bead(i, to_i, j, to_j, is_same=False)
