"""The chain of equal elements: the heaviest, the same both ways, and quick where all are alike."""

from __future__ import annotations

import random
import time
from itertools import pairwise

from desktop_slm.assistants.comparison.matching import chain, gaps, match


def _one(_key: str) -> float:
    return 1.0


def test_the_heaviest_chain_wins_over_the_longest() -> None:
    pairs = [(0, 2, 5.0), (1, 0, 1.0), (2, 1, 1.0), (3, 3, 1.0)]
    assert chain(pairs) == [(0, 2), (3, 3)]


def test_a_chain_takes_each_element_once() -> None:
    assert len(chain([(0, 0, 1.0), (0, 1, 1.0), (1, 1, 1.0)])) == 2


def test_a_match_increases_on_both_sides_and_is_of_equals() -> None:
    chance = random.Random(3)
    for _ in range(60):
        ours = [chance.choice("abcdef") for _ in range(chance.randrange(30))]
        theirs = [chance.choice("abcdef") for _ in range(chance.randrange(30))]
        pairs = match(ours, theirs, _one)
        assert all(ours[i] == theirs[j] for i, j in pairs)
        assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))


def test_gaps_are_what_no_pair_holds() -> None:
    assert list(gaps([(1, 0), (2, 2)], (0, 4, 0, 3))) == [(0, 1, 0, 0), (2, 2, 1, 2), (3, 4, 3, 3)]


def test_many_alike_take_no_time() -> None:
    ours = ["x", "y"] * 10_000
    started = time.process_time()
    match(ours, ["y", "y", "x"] * 7_000, _one)
    assert time.process_time() - started < 10
