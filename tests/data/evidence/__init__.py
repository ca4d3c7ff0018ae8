"""The labelled set for the evidence check: one value per pair, read from the JSON lines beside it.

Tune on the `DEVELOPMENT_SETS` only. `HELD_OUT` is for judging a checker that is already
frozen.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DEVELOPMENT = "development"
DEVELOPMENT_2 = "development_2"
DEVELOPMENT_3 = "development_3"
HELD_OUT = "held_out"
DEVELOPMENT_SETS = (DEVELOPMENT, DEVELOPMENT_2, DEVELOPMENT_3)
SETS = (*DEVELOPMENT_SETS, HELD_OUT)
HALVES = (DEVELOPMENT, HELD_OUT)

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Passage:
    """A piece of an invented document."""

    id: str
    language: str
    field: str
    text: str


@dataclass(frozen=True)
class Pair:
    """A summary sentence with the passages it is said to rest on, and whether they carry it."""

    id: str
    language: str
    field: str
    passages: tuple[Passage, ...]
    sentence: str
    kind: str
    is_true: bool
    is_paraphrase: bool


def read_rows(name: str) -> list[dict[str, Any]]:
    """Returns the objects of one file of the set, in order."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def read_passages(half: str) -> dict[str, Passage]:
    """Returns the passages of one half by id."""
    return {row["id"]: Passage(**row) for row in read_rows(f"{half}_passages")}


def read_pairs(half: str) -> list[Pair]:
    """Returns the pairs of one half, in the order of the file."""
    passages = read_passages(half)
    return [_pair_of(row, passages) for row in read_rows(half)]


def _pair_of(row: dict[str, Any], passages: dict[str, Passage]) -> Pair:
    return Pair(
        id=row["id"],
        language=row["language"],
        field=row["field"],
        passages=tuple(passages[name] for name in row["passages"]),
        sentence=row["sentence"],
        kind=row["kind"],
        is_true=row["label"] == "true",
        is_paraphrase=row.get("paraphrase", False),
    )
