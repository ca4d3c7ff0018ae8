"""Tracked changes and comments: which of them stand in the text, in what words, and how many."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_slm.documents.changes import Changes
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.readers.clean import clean_line
from desktop_slm.documents.readers.sink import Sink

_LONGEST_NAME = 80
_NOTICES = {
    Changes.ACCEPTED: NoticeKind.CHANGES,
    Changes.ORIGINAL: NoticeKind.CHANGES_ORIGINAL,
    Changes.SHOWN: NoticeKind.CHANGES_SHOWN,
}


class Change(StrEnum):
    """What happened to a stretch of text, as it is said where changes are shown."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved here"
    MOVED_AWAY = "moved away"


_OF_THE_ORIGINAL = (Change.DELETED, Change.MOVED_AWAY)


@dataclass(frozen=True, slots=True)
class Who:
    """Who changed or said something, and when, as the file has it."""

    name: str = ""
    time: str = ""

    def __str__(self) -> str:
        name = clean_line(self.name)[:_LONGEST_NAME]
        parts = [f"by {name}" if name else "", clean_line(self.time)[:10]]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: who wrote it, and its text on one line."""

    who: Who
    text: str


class Revisions:
    """What a reading takes of changes and comments; counts all of them."""

    def __init__(self, wanted: Changes) -> None:
        self.changes = 0
        self.comments: dict[str, Comment] = {}
        self._wanted = wanted

    @property
    def are_shown(self) -> bool:
        """Whether changes and comments stand in the text."""
        return self._wanted is Changes.SHOWN

    def reads(self, change: Change) -> bool:
        """Whether the words of a change are in the text."""
        is_of_the_original = change in _OF_THE_ORIGINAL
        return self.are_shown or is_of_the_original is (self._wanted is Changes.ORIGINAL)

    def opening(self, change: Change, who: Who) -> str:
        """Returns what stands before the words of a change."""
        return f"[{f'{change} {who}'.strip()}: " if self.are_shown else ""

    @property
    def closing(self) -> str:
        """What stands after the words of a change."""
        return "]" if self.are_shown else ""

    def comment(self, id: str) -> str:
        """Returns what stands where a comment belongs."""
        found = self.comments.get(id)
        if not self.are_shown or found is None:
            return ""
        return f" [{f'comment {found.who}'.strip()}: {found.text}]"

    def send(self, sink: Sink) -> None:
        """Says how many there were, and what became of them."""
        comments = len(self.comments)
        if comments and not self.changes and not self.are_shown:
            sink.notice(NoticeKind.COMMENTS, comments=comments)
        elif comments or self.changes:
            kind = _NOTICES[self._wanted]
            sink.notice(kind, changes=self.changes, comments=comments)
