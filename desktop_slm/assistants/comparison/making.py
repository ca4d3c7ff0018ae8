"""Makes the comparison of two documents: aligns their sentences, then looks into what changed."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_slm.assistants.comparison import reasons
from desktop_slm.assistants.comparison.alignment import align
from desktop_slm.assistants.comparison.comparison import (
    Change,
    ChangeKind,
    Comparison,
    Passage,
    Point,
    Reason,
)
from desktop_slm.assistants.comparison.edits import Edit, edits
from desktop_slm.assistants.comparison.side import Side
from desktop_slm.assistants.comparison.tokens import Token
from desktop_slm.assistants.comparison.units import running_heads
from desktop_slm.assistants.comparison.words import different
from desktop_slm.documents.document import Document


def compare(before: Document, after: Document) -> Comparison:
    """Returns what happened to the text between the earlier and the later version."""
    heads = running_heads(before) | running_heads(after)
    sides = Side.of(before, heads), Side.of(after, heads)
    return Comparison(sides[0].version, sides[1].version, tuple(_changes(*sides)))


def _changes(before: Side, after: Side) -> list[Change]:
    alignment = align(before.keys(), after.keys())
    found = [_told(edit, before, after) for edit in edits(before.units, after.units, alignment)]
    return [change for change in found if change is not None]


def _told(edit: Edit, before: Side, after: Side) -> Change | None:
    """Returns an edit as a change; None where its words are the same after all."""
    if edit.kind is ChangeKind.ADDED:
        passages = after.passages(edit.j, edit.to_j)
        why = _of_whole(after, edit.j, edit.to_j)
        return Change(edit.kind, why, (), passages, before.point(edit.i), _start(passages))
    if edit.kind is ChangeKind.REMOVED:
        passages = before.passages(edit.i, edit.to_i)
        why = _of_whole(before, edit.i, edit.to_i)
        return Change(edit.kind, why, passages, (), _start(passages), after.point(edit.j))
    return _told_of_both(edit, before, after)


def _told_of_both(edit: Edit, before: Side, after: Side) -> Change | None:
    mine, its = before.tokens(edit.i, edit.to_i), after.tokens(edit.j, edit.to_j)
    keys = [token.key for token in mine], [token.key for token in its]
    removed, added = different(*keys)
    is_changed = bool(removed or added)
    if not is_changed and edit.kind is ChangeKind.CHANGED:
        return None
    old = before.marked(edit.i, edit.to_i, mine, removed)
    new = after.marked(edit.j, edit.to_j, its, added)
    why: tuple[Reason, ...] = ()
    if is_changed:
        differing = [mine[at] for at in removed], [its[at] for at in added]
        labels = before.label_end(edit.i), after.label_end(edit.j)
        why = _of_changed(_seen(before, old, labels[0]), _seen(after, new, labels[1]), differing)
    return Change(edit.kind, why, old, new, _start(old), _start(new))


def _start(passages: Sequence[Passage]) -> Point:
    return Point(passages[0].page, passages[0].start)


def _of_whole(side: Side, start: int, end: int) -> tuple[Reason, ...]:
    found = {
        reason
        for at in range(start, end)
        for reason in reasons.of_whole(
            side.reader.read(side.words(at)), is_heading=side.is_heading(at)
        )
    }
    return tuple(reason for reason in Reason if reason in found)


def _of_changed(
    before: reasons.Side, after: reasons.Side, differing: tuple[list[Token], list[Token]]
) -> tuple[Reason, ...]:
    if not before.changed and not after.changed:
        return (Reason.NUMBERING,)
    if not any(token.is_word for tokens in differing for token in tokens):
        return (Reason.PUNCTUATION,)
    old, new = ("".join(token.key for token in tokens).casefold() for tokens in differing)
    if old == new:
        return (Reason.CAPITALS,)
    return tuple(reasons.of_changed(before, after))


def _seen(side: Side, passages: Sequence[Passage], label_end: int) -> reasons.Side:
    """Returns passages as one sentence, its own number (of a clause, an item) not among what
    changed.
    """
    text, changed = "", []
    for number, passage in enumerate(passages):
        shift = len(text) - passage.start
        for start, end in passage.marks:
            if number or end > label_end:
                changed.append((start + shift, end + shift))
        text += passage.quote + " "
    return reasons.Side(text, changed, side.reader)
