"""What is attached to a mail: read as further pages where we can, else listed as not read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_slm.documents.document import SkipReason
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.readers import detect, dispatch
from desktop_slm.documents.readers.clean import clean_line
from desktop_slm.documents.readers.element import Mark
from desktop_slm.documents.readers.not_read import listed, size_text
from desktop_slm.documents.readers.sink import About, Budget, Sink
from desktop_slm.documents.readers.source import Source, from_bytes
from desktop_slm.errors import DocumentError, PasswordNeeded

_MAX_NAME = 100


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a mail; `load` gives its bytes, once."""

    name: str
    load: Callable[[], bytes]


class JoinedSink(Sink):
    """Numbers the pages of several documents in a row; `prefix` says whose they are."""

    def __init__(self, outer: Sink) -> None:
        self._outer = outer
        self._last = 0
        self.pages = 0
        self.prefix = ""
        self._stopped: SkipReason | None = None

    def begin(self, about: About) -> None:
        """Passes on what the first document says of itself."""
        if not self._last:
            self._outer.begin(about)

    def page(self, number: int, label: str, text: str, marks: Sequence[Mark], **looks: Any) -> None:
        """Passes a page on under its next number."""
        self._last += 1
        self.pages += 1
        named = ": ".join(part for part in (self.prefix, label) if part)
        seen = {name: looks[name] for name in ("hidden", "layer") if name in looks}
        self._outer.page(self._last, named, text, marks, **seen)

    def skip(self, number: int, why: SkipReason) -> None:
        """Passes on that a page has no text."""
        self._last += 1
        self._outer.skip(self._last, why)

    def stop(self, why: SkipReason) -> None:
        """Keeps why a document was not read to its end."""
        self._stopped = why

    def take_stop(self) -> SkipReason | None:
        """Returns why the last document was not read to its end, once."""
        why, self._stopped = self._stopped, None
        return why

    def notice(self, kind: NoticeKind, **fields: int | str) -> None:
        """Passes on something to know."""
        self._outer.notice(kind, **fields)


class Attachments:
    """Reads attachments one after the other into a sink."""

    def __init__(self, sink: JoinedSink, budget: Budget) -> None:
        self._sink = sink
        self._budget = budget
        self._not_read: list[str] = []

    def read(self, attachment: Attachment) -> None:
        """Reads one; whatever is wrong with it, the mail is read on."""
        name = clean_line(attachment.name)[:_MAX_NAME] or "without a name"
        content = attachment.load()
        shown = f"{name} ({size_text(len(content))})"
        before = self._sink.prefix
        try:
            source = from_bytes(name, content, self._budget.limits)
            self._sink.prefix = f"{before} / {name}" if before else name
            self._read_document(source)
        except PasswordNeeded:
            self._not_read.append(f"{shown}, protected by a password")
        except DocumentError:
            self._not_read.append(shown)
        else:
            if why := self._sink.take_stop():
                self._not_read.append(f"the rest of {shown}: {why.value}")
        finally:
            self._sink.prefix = before

    def leave_out(self, name: str, why: str) -> None:
        """Counts something as seen and not read."""
        self._not_read.append(f"{clean_line(name)[:_MAX_NAME] or 'without a name'}, {why}")

    def send_notice(self, sink: Sink) -> None:
        """Says what was seen and not read."""
        if self._not_read:
            sink.notice(NoticeKind.FILES_NOT_READ, files=listed(self._not_read))

    def _read_document(self, source: Source) -> None:
        found = detect.detect(source)
        dispatch.reader_of(found)(source, self._sink, self._budget)
