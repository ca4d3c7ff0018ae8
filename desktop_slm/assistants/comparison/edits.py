"""An alignment as a list of edits, in the order of the later version; what belongs to one
paragraph, list or table and was treated alike is one edit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_slm.assistants.comparison.alignment import Alignment
from desktop_slm.assistants.comparison.comparison import ChangeKind
from desktop_slm.assistants.comparison.units import Unit
from desktop_slm.documents.document import BlockKind

_MOST_UNITS = 60
_RUNS = (BlockKind.TABLE_ROW, BlockKind.LIST_ITEM, BlockKind.CODE)


@dataclass(frozen=True, slots=True)
class Edit:
    """Units from `i` to `to_i` of the earlier version became those from `j` to `to_j`."""

    kind: ChangeKind
    i: int
    to_i: int
    j: int
    to_j: int


def edits(before: Sequence[Unit], after: Sequence[Unit], alignment: Alignment) -> list[Edit]:
    """Returns everything but what is the same."""
    grouped: list[Edit] = []
    for edit in _single(alignment, len(before), len(after)):
        last = grouped[-1] if grouped else None
        if last is not None and _belongs(last, edit, before, after):
            grouped[-1] = replace(last, to_i=edit.to_i, to_j=edit.to_j)
        else:
            grouped.append(edit)
    return grouped


def _single(alignment: Alignment, before: int, after: int) -> Iterator[Edit]:
    """Yields an edit for each unit, those of the earlier version first where both have some."""
    from_before = dict(alignment.moved)
    to_after = {j: i for i, j in alignment.moved}
    i = j = 0
    ends = [(bead.i, bead.to_i, bead.j, bead.to_j, bead.is_same) for bead in alignment.beads]
    for start_i, to_i, start_j, to_j, is_same in [*ends, (before, before, after, after, True)]:
        for at in range(i, start_i):
            if at not in from_before:
                yield Edit(ChangeKind.REMOVED, at, at + 1, j, j)
        for at in range(j, start_j):
            source = to_after.get(at)
            if source is None:
                yield Edit(ChangeKind.ADDED, start_i, start_i, at, at + 1)
            else:
                yield Edit(ChangeKind.MOVED, source, source + 1, at, at + 1)
        if not is_same:
            yield Edit(ChangeKind.CHANGED, start_i, to_i, start_j, to_j)
        i, j = to_i, to_j


def _belongs(last: Edit, edit: Edit, before: Sequence[Unit], after: Sequence[Unit]) -> bool:
    """Whether an edit goes on with the one before."""
    if edit.kind is not last.kind or edit.kind is ChangeKind.CHANGED:
        return False
    if edit.to_i - last.i + edit.to_j - last.j > 2 * _MOST_UNITS:
        return False
    if edit.kind is ChangeKind.REMOVED:
        return edit.i == last.to_i and _go_together(before[edit.i - 1], before[edit.i])
    goes_on = edit.j == last.to_j and (edit.kind is ChangeKind.ADDED or edit.i == last.to_i)
    if not goes_on:
        return False
    if edit.kind is ChangeKind.MOVED:
        # A section that was moved is one change, whatever it is made of.
        return after[edit.j].kind is not BlockKind.HEADING
    return _go_together(after[edit.j - 1], after[edit.j])


def _go_together(one: Unit, following: Unit) -> bool:
    if one.block == following.block or one.kind is BlockKind.HEADING:
        return following.kind is not BlockKind.HEADING
    return one.kind is following.kind and one.kind in _RUNS
