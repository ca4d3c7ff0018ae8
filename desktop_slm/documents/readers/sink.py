"""Where a reader puts what it has read: to the parent at once, within the limits."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop_slm.documents.document import Format, SkipReason
from desktop_slm.documents.limits import ReadLimits
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.readers.element import Mark
from desktop_slm.workers.host import Reply

_MAX_FIELD = 500


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself; `pages` is 0 where the format has none."""

    format: Format
    pages: int = 0
    title: str = ""
    author: str = ""
    date: str = ""
    language: str = ""


class Stopped(Exception):
    """A limit stops the reading; what was read stays."""

    def __init__(self, why: SkipReason) -> None:
        super().__init__(why)
        self.why = why


class Budget:
    """The time and text that are left."""

    def __init__(self, limits: ReadLimits) -> None:
        self.limits = limits
        self._started = time.monotonic()
        self._deadline = self._started + limits.allowed_s(0)
        self.characters = limits.characters

    def extend(self, pages: int) -> None:
        """Sets the time by the number of pages."""
        self._deadline = self._started + self.limits.allowed_s(pages)

    def spend(self, characters: int) -> None:
        """Takes text from the budget. Raises Stopped where there is none left."""
        self.characters -= characters
        if self.characters < 0:
            raise Stopped(SkipReason.TOO_MUCH_TEXT)
        self.check_time()

    def check_time(self) -> None:
        """Raises Stopped where the time is up."""
        if time.monotonic() > self._deadline:
            raise Stopped(SkipReason.TOO_SLOW)


class Sink:
    """Sends pages and what goes with them as events of the running job."""

    def __init__(self, reply: Reply, sha256: str) -> None:
        self._reply = reply
        self._sha256 = sha256
        self.pages = 0

    def begin(self, about: About) -> None:
        """Sends what is known before the first page."""
        self._reply.event(
            "begin",
            format=about.format.value,
            sha256=self._sha256,
            pages=about.pages,
            title=about.title[:_MAX_FIELD],
            author=about.author[:_MAX_FIELD],
            date=about.date[:_MAX_FIELD],
            language=about.language[:_MAX_FIELD],
        )

    def page(self, number: int, label: str, text: str, marks: Sequence[Mark], **looks: Any) -> None:
        """Sends a page; `looks` is what the parent judges the whole document by."""
        self.pages += 1
        blocks = [[kind.value, start, end, level] for kind, start, end, level in marks]
        self._reply.event(
            "page", page=number, label=label[:_MAX_FIELD], text=text, blocks=blocks, **looks
        )

    def skip(self, number: int, why: SkipReason) -> None:
        """Sends that a page has no text here."""
        self._reply.event("skip", page=number, why=why.value)

    def stop(self, why: SkipReason) -> None:
        """Sends that reading ends before the document does."""
        self._reply.event("stop", why=why.value)

    def notice(self, kind: NoticeKind, **fields: int | str) -> None:
        """Sends something to know."""
        self._reply.event("notice", kind=kind.value, fields=fields)


def send_left_out(sink: Sink, pictures: int, objects: int, macros: int) -> None:
    """Says what a file holds that is no text."""
    if pictures:
        sink.notice(NoticeKind.PICTURES, pictures=pictures)
    if objects:
        sink.notice(NoticeKind.OBJECTS, objects=objects)
    if macros:
        sink.notice(NoticeKind.MACROS, parts=macros)
