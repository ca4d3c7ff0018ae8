"""A comparison as a person reads it outside the window: the same lines for every format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_slm.assistants.comparison.comparison import (
    Change,
    ChangeKind,
    Comparison,
    Passage,
    Version,
)
from desktop_slm.assistants.exports.inert import one_line

MATTERS = "Numbers, dates, names, “not”, duties, conditions"
OTHERS = "Other changes"
_EQUAL = "No differences were found in the text that could be read."
_MOST_PAGES = 12


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a passage that differ, or that do not."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands in one version."""

    is_after: bool
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: its head ("Page 4 → 5, changed: number") and the text in both versions."""

    number: int
    head: str
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Changes under one heading."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is written."""

    title: str
    facts: tuple[str, ...]
    groups: tuple[Group, ...]


def report(comparison: Comparison, changes: Sequence[Change] | None = None) -> Report:
    """Returns what is written of a comparison: what matters first, then the rest.

    `changes` are those that are wanted; without it all are.
    """
    wanted = comparison.changes if changes is None else changes
    entries = [
        (change.matters, _entry(at, change, place(change, comparison)))
        for at, change in enumerate(wanted, start=1)
    ]
    parts = [
        Group(heading, tuple(entry for matters, entry in entries if matters is first))
        for heading, first in ((MATTERS, True), (OTHERS, False))
    ]
    before, after = comparison.before, comparison.after
    return Report(
        f"“{one_line(before.name)}” and “{one_line(after.name)}” compared",
        tuple(_facts(comparison)),
        tuple(part for part in parts if part.entries),
    )


def runs(passage: Passage) -> Iterator[Run]:
    """Yields the words of a passage in turns, those that differ marked."""
    at = passage.start
    for start, end in passage.marks:
        if at < start:
            yield Run(passage.quote[at - passage.start : start - passage.start], is_marked=False)
        yield Run(passage.quote[start - passage.start : end - passage.start], is_marked=True)
        at = end
    if at < passage.end:
        yield Run(passage.quote[at - passage.start :], is_marked=False)


def place(change: Change, comparison: Comparison) -> str:
    """Returns "page 4 → 5", "page 5" where both are the same or one version has it, and "part 2 →
    page 5" where one has no pages.
    """
    nouns = ["page" if version.has_pages else "part" for version in comparison.versions]
    if change.kind is ChangeKind.ADDED:
        return f"{nouns[1]} {change.after[0].page}"
    if change.kind is ChangeKind.REMOVED:
        return f"{nouns[0]} {change.before[0].page}"
    old, new = change.before[0].page, change.after[0].page
    if nouns[0] != nouns[1]:
        return f"{nouns[0]} {old} → {nouns[1]} {new}"
    return f"{nouns[0]} {new}" if old == new else f"{nouns[0]} {old} → {new}"


def _entry(number: int, change: Change, where: str) -> Entry:
    touched = ", ".join(reason.value for reason in change.reasons)
    head = f"{where.capitalize()}, {change.kind.value}{f' ({touched})' if touched else ''}"
    sides = [(False, change.before), (True, change.after)]
    if change.kind is ChangeKind.MOVED and not change.has_marks:
        sides = sides[1:]  # once is enough where no word is another
    return Entry(
        number, head, tuple(Quoted(after, tuple(_shown(each))) for after, each in sides if each)
    )


def _shown(passages: Sequence[Passage]) -> Iterator[Run]:
    for number, passage in enumerate(passages):
        if number:
            yield Run(" ", is_marked=False)
        for run in runs(passage):
            yield Run(_inline(run.text), run.is_marked)


def _inline(text: str) -> str:
    """Returns words on one line, with the spaces that part them from what is beside them."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{one_line(text)}{after}"


def _facts(comparison: Comparison) -> Iterator[str]:
    yield f"Earlier: {_about(comparison.before)}"
    yield f"Later: {_about(comparison.after)}"
    if comparison.is_equal:
        yield _EQUAL
    else:
        counted = ", ".join(f"{count} {kind.value}" for kind, count in comparison.counts.items())
        total = len(comparison.changes)
        yield f"{total} {'change' if total == 1 else 'changes'}: {counted}."
        yield f"Of numbers, dates, names, “not”, duties or conditions: {comparison.matters}."
    for version in comparison.versions:
        if version.unread:
            named = ", ".join(map(str, version.unread[:_MOST_PAGES]))
            more = ", …" if len(version.unread) > _MOST_PAGES else ""
            yield (
                f"Not compared, because no text could be read there: "
                f"pages {named}{more} of “{one_line(version.name)}”."
            )


def _about(version: Version) -> str:
    noun = "page" if version.has_pages else "part"
    noun += "" if version.pages == 1 else "s"
    return f"“{one_line(version.name)}”, {version.pages} {noun}, SHA-256 {version.sha256}"
