"""What the evidence check reaches on the labelled set; the held-out half was never tuned on.

The aim is 0.95 of changed numbers, changed names and inventions flagged, and at most 0.10 of the
true sentences. Where it is missed, what was measured holds, less two points in a hundred: a checker
that gets worse fails here, and one that gets better should raise the figures.
"""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.evidence import Judged, flagged_share, judge, table
from tests.data.evidence import DEVELOPMENT, DEVELOPMENT_2, DEVELOPMENT_3, HELD_OUT, read_pairs

FLAGGED_AT_LEAST = {
    (DEVELOPMENT, "number changed"): 0.88,  # aim 0.95, measured 0.90
    (DEVELOPMENT, "name changed"): 0.94,  # measured 0.96
    (DEVELOPMENT, "invented"): 0.96,  # measured 0.98
    (DEVELOPMENT, "unit or decimal changed"): 0.95,
    (DEVELOPMENT, "date of another event"): 0.93,  # measured 0.95
    (DEVELOPMENT_2, "number changed"): 0.95,  # measured 0.98
    (DEVELOPMENT_2, "name changed"): 0.97,  # measured 1.00
    (DEVELOPMENT_2, "invented"): 0.87,  # aim 0.95, measured 0.89
    (DEVELOPMENT_3, "number changed"): 0.96,  # measured 0.98
    (DEVELOPMENT_3, "name changed"): 0.96,  # measured 0.98
    (DEVELOPMENT_3, "invented"): 0.96,  # measured 0.98
    (HELD_OUT, "number changed"): 0.94,  # aim 0.95, measured 0.96
    (HELD_OUT, "name changed"): 0.85,  # aim 0.95, measured 0.88
    (HELD_OUT, "invented"): 0.97,  # measured 1.00
    (HELD_OUT, "date of another event"): 0.84,  # measured 0.86
    (HELD_OUT, "unit or decimal changed"): 0.84,  # measured 0.86
    (HELD_OUT, "negated"): 0.59,  # measured 0.61
}
TRUE_FLAGGED_AT_MOST = {
    DEVELOPMENT: 0.17,  # aim 0.10, measured 0.15
    DEVELOPMENT_2: 0.21,  # aim 0.10, measured 0.19
    DEVELOPMENT_3: 0.31,  # aim 0.10, measured 0.29
    HELD_OUT: 0.41,  # aim 0.10, measured 0.39
}


@cache
def judged(half: str) -> tuple[Judged, ...]:
    return tuple(judge(read_pairs(half)))


@pytest.mark.parametrize(("half", "kind"), FLAGGED_AT_LEAST)
def test_what_is_false_is_flagged(half: str, kind: str) -> None:
    assert flagged_share(judged(half), kind) >= FLAGGED_AT_LEAST[half, kind]


@pytest.mark.parametrize("half", TRUE_FLAGGED_AT_MOST)
def test_what_is_true_is_left_alone(half: str) -> None:
    assert flagged_share(judged(half), "true") <= TRUE_FLAGGED_AT_MOST[half]


def test_the_table_names_the_worst_kind_first() -> None:
    rows = table(judged(DEVELOPMENT)).splitlines()
    shares = [float(row.split("|")[3]) for row in rows[3:15]]
    assert rows[2].startswith("| true |")
    assert shares == sorted(shares)
