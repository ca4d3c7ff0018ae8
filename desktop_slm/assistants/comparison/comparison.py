"""What a comparison of two versions says: its changes, each with its places in both.

All offsets count characters of the page's text; `Passage.quote` is exactly the text there.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum


class ChangeKind(StrEnum):
    """What happened to a stretch of text."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"  # its words may be changed, too: then its passages have marks


class Reason(StrEnum):
    """What a change touches."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    MODALITY = "must or may"
    CONDITION = "condition or exception"
    QUANTITY = "all or some"
    OPPOSITE = "opposite word"
    NUMBERING = "numbering"  # of a heading or an item, and nothing else
    PUNCTUATION = "punctuation"  # and nothing else
    CAPITALS = "capital letters"  # and nothing else


# Those that change nothing but the look of a text.
MINOR = frozenset({Reason.NUMBERING, Reason.PUNCTUATION, Reason.CAPITALS})


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a page; `marks` are start and end of the words in it that differ."""

    page: int
    start: int
    end: int
    quote: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """Where something would stand: before the character `at` of a page."""

    page: int
    at: int


@dataclass(frozen=True, slots=True)
class Change:
    """One change. What was added has no passage before, what was removed none after; then the
    point says where it is missing. A text that goes on over a page's end has two passages.
    """

    kind: ChangeKind
    reasons: tuple[Reason, ...]
    before: tuple[Passage, ...]
    after: tuple[Passage, ...]
    before_point: Point
    after_point: Point

    @property
    def matters(self) -> bool:
        """Whether it touches numbers, dates, names, negation, duties or conditions."""
        return any(reason not in MINOR for reason in self.reasons)

    @property
    def has_marks(self) -> bool:
        """Whether single words differ, or all of it."""
        return any(passage.marks for passage in (*self.before, *self.after))

    def flipped(self) -> Change:
        """Returns the change as it is told from the other version."""
        kinds = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}
        return replace(
            self,
            kind=kinds.get(self.kind, self.kind),
            before=self.after,
            after=self.before,
            before_point=self.after_point,
            after_point=self.before_point,
        )


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two documents; pages without text were not compared. A format without pages has
    parts, which are numbered alike.
    """

    name: str
    sha256: str
    pages: int
    unread: tuple[int, ...] = ()
    has_pages: bool = True


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions and their changes, in the order of the later version."""

    before: Version
    after: Version
    changes: tuple[Change, ...]

    @property
    def versions(self) -> tuple[Version, Version]:
        """The earlier and the later one."""
        return self.before, self.after

    @property
    def is_equal(self) -> bool:
        """Whether the text that could be read is the same."""
        return not self.changes

    @property
    def counts(self) -> dict[ChangeKind, int]:
        """How many changes there are of each kind."""
        counted = Counter(change.kind for change in self.changes)
        return {kind: counted[kind] for kind in ChangeKind}

    @property
    def matters(self) -> int:
        """How many changes touch what matters."""
        return sum(change.matters for change in self.changes)
