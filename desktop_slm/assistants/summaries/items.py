"""Makes the items of a summary from what was written or listed, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop_slm.assistants.evidence import Doubt, Evidence, Support
from desktop_slm.assistants.summaries.forms import entries
from desktop_slm.assistants.summaries.forms.entries import Entry
from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.instructions import says_nothing
from desktop_slm.assistants.summaries.sources import Sources
from desktop_slm.assistants.summaries.summary import Item

_MARKS = "-*•· \t"


def of_notes(form: Form, notes: Iterable[str], sources: Sources) -> tuple[Item, ...]:
    """Returns the items in some notes: sentences, bullets or entries. Raises AnalysisFailed."""
    if form.is_listing:
        return of_entries([e for note in notes for e in entries.parse(form, note) or ()], sources)
    said = [note for note in notes if not says_nothing(note)]
    if form is Form.PARAGRAPH:
        return sources.items(said)
    bullets = [line.strip().lstrip(_MARKS).strip() for note in said for line in note.splitlines()]
    return _looked_for([(bullet, bullet, "") for bullet in dict.fromkeys(bullets)], sources)


def of_entries(listed: Iterable[Entry], sources: Sources) -> tuple[Item, ...]:
    """Returns an item for each entry, looked for with its date and name. Raises AnalysisFailed."""
    return _looked_for([(each.text, each.statement, each.label) for each in listed], sources)


def looked_for_again(form: Form, item: Item, sources: Sources) -> Item:
    """Returns an item that a person wrote with what was found for it. Raises AnalysisFailed."""
    is_statement = item.label and form in (Form.ACTIONS, Form.TIMELINE)
    statement = f"{item.label}: {item.text}" if is_statement else item.text
    found = _joined(item.text, item.label, sources.items([statement]))
    # A text without a sentence was looked for, too.
    doubts = found.doubts or ((Doubt.WORDS,) if found.support is Support.NONE else ())
    return replace(found, doubts=doubts, is_edited=item.is_edited, is_checked=item.is_checked)


def _looked_for(wanted: Sequence[tuple[str, str, str]], sources: Sources) -> tuple[Item, ...]:
    """Returns items of (text, what is looked for, label)."""
    some = [each for each in wanted if any(map(str.isalnum, each[0]))]
    sources.items([statement for _, statement, _ in some])  # all in one question
    return tuple(
        _joined(text, label, sources.items([statement])) for text, statement, label in some
    )


def _joined(text: str, label: str, parts: Sequence[Item]) -> Item:
    """Returns one item for a text of several sentences: as sure as the least sure of them."""
    if not parts:
        return Item(text, label=label)
    found: dict[tuple[int, int, int, int], Evidence] = {}
    for part in parts:
        for each in part.evidence:
            found.setdefault((each.document, each.page, each.start, each.end), each)
    kinds = {part.support for part in parts}
    return replace(
        parts[0],
        text=text,
        label=label,
        evidence=tuple(found.values()),
        support=kinds.pop() if len(kinds) == 1 else Support.PARTIAL,
        unknown=tuple(dict.fromkeys(word for part in parts for word in part.unknown)),
        doubts=tuple(dict.fromkeys(doubt for part in parts for doubt in part.doubts)),
        missing=tuple(dict.fromkeys(word for part in parts for word in part.missing)),
    )
