"""Merges the entries of all passages without a model: each once, in the order of its form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_slm.assistants.summaries.forms.dates import date_of
from desktop_slm.assistants.summaries.forms.entries import Entry
from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.terms import terms

_NO_DATE = (9999, 99, 99)


@dataclass(frozen=True, slots=True)
class Merged:
    """An entry, and the numbers of the notes that it came from, in order."""

    entry: Entry
    notes: tuple[int, ...]


def merge(form: Form, noted: Iterable[tuple[int, Entry]]) -> tuple[Merged, ...]:
    """Returns every entry once; what is the same but for small words counts as the same."""
    found: dict[object, Merged] = {}
    for note, entry in noted:
        key = _content(entry)
        before = found.get(key)
        if before is None:
            found[key] = Merged(entry, (note,))
        elif note not in before.notes:
            found[key] = Merged(before.entry, (*before.notes, note))
    merged = list(found.values())
    if form in (Form.TIMELINE, Form.ACTIONS):
        merged.sort(key=lambda each: date_of(each.entry.when) or _NO_DATE)  # place breaks ties
    return tuple(merged)


def fit(merged: Sequence[Merged], words: int) -> tuple[Merged, ...]:
    """Returns the entries that fit into so many words, those first that most passages name.

    Among equals they are taken from all over the document: every other one, then those between.
    """
    ranked = sorted(
        range(len(merged)), key=lambda at: (-len(merged[at].notes), _bit_reversed(at), at)
    )
    kept: list[int] = []
    room = words
    for at in ranked:
        size = words_of(merged[at].entry)
        if size <= room:
            kept.append(at)
            room -= size
    return tuple(merged[at] for at in sorted(kept))


def words_of(entry: Entry) -> int:
    """Returns how many words an entry takes with its label."""
    return len(f"{entry.label} {entry.text}".split())


def _content(entry: Entry) -> object:
    parts = (entry.text, entry.head, entry.who, entry.when)
    return tuple(tuple(sorted(set(terms(part)))) or part.casefold().strip() for part in parts)


def _bit_reversed(number: int) -> int:
    """Returns the van der Corput order of a number: its neighbours come far apart."""
    return int(f"{number:016b}"[::-1], 2)
