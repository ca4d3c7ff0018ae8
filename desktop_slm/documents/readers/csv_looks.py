"""How a table is written: what parts its columns, and whether its first row names them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_DELIMITERS = (",", ";", "\t", "|")
_MAX_ROWS = 200
_SAYS_IT = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # a line of Excel's own, before the table
_VALUE = re.compile(r"[-+(]?[$€£¥]?\s?\d[\d.,'\s/:T%€$Z+-]*\)?$")


@dataclass(frozen=True, slots=True)
class Looks:
    """What was found; `skipped_lines` are before the table and say how it is written."""

    delimiter: str
    has_header: bool
    skipped_lines: int = 0
    quote: str = '"'


def look(sample: str, extension: str) -> Looks:
    """Returns how the table is written of which these are the first lines."""
    if found := _SAYS_IT.match(sample):
        rows = _rows(sample[found.end() :], found[1])
        return Looks(found[1], _has_header(rows), 1)
    first = "\t" if extension in ("tsv", "tab") else ","
    delimiters = (first, *(sign for sign in _DELIMITERS if sign != first))
    delimiter = max(delimiters, key=lambda sign: _fit(_rows(sample, sign)))
    return Looks(delimiter, _has_header(_rows(sample, delimiter)))


def _rows(sample: str, delimiter: str) -> Sequence[Sequence[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(sample.splitlines(keepends=True), delimiter=delimiter):
            if any(row):
                rows.append(row)
            if len(rows) == _MAX_ROWS:
                break
    except (csv.Error, TypeError):
        pass  # what came before it says enough
    return rows


def _fit(rows: Sequence[Sequence[str]]) -> float:
    """Returns how well a sign parts the rows: most of them into the same number, above one."""
    counts = Counter(len(row) for row in rows)
    if not counts:
        return 0
    (columns, count) = counts.most_common(1)[0]
    return 0 if columns < 2 else count / len(rows) + min(columns, 50) / 1000


def _has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns: words, each its own, above something else."""
    if len(rows) < 2:
        return False
    names = [name.strip() for name in rows[0]]
    filled = [name for name in names if name]
    if len(filled) < max(1, len(names) - 1) or len(set(filled)) < len(filled):
        return False
    if any(_VALUE.match(name) or len(name) > 100 for name in filled):
        return False
    if len(filled) == 1:
        return all(_VALUE.match(row[0].strip()) for row in rows[1:] if row)
    return True
