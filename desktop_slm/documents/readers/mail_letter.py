"""A mail, whatever file it came in, as pages: who, to whom, when, the text, what is attached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_slm.documents.document import BlockKind, Format
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.readers.clean import clean, clean_line
from desktop_slm.documents.readers.flow import Flow, about
from desktop_slm.documents.readers.html import Html
from desktop_slm.documents.readers.mail_attachments import Attachment, Attachments, JoinedSink
from desktop_slm.documents.readers.rtf import Rtf
from desktop_slm.documents.readers.sink import Budget, Sink, Stopped
from desktop_slm.documents.readers.text import TextReader

_MAX_DEPTH = 5  # mails in mails
_MAX_ATTACHMENTS = 200
_MAX_PEOPLE = 4_000  # characters of a line of names
_NO_SUBJECT = "(no subject)"


@dataclass(slots=True)
class Letter:
    """A mail. The body is the first of text, HTML and RTF that has words."""

    format: Format
    subject: str = ""
    sender: str = ""
    people: Sequence[tuple[str, str]] = ()  # "To", "Cc", ... and the names
    written: str = ""  # the date as people read it
    date: str = ""  # as in 2026-11-21
    texts: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    rtf: bytes = b""
    attachments: list[Attachment | Letter] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)  # a name, and why


class LetterReader:
    """Sends a mail and what is attached to it, page after page."""

    def __init__(self, sink: Sink, budget: Budget, name: str) -> None:
        self._outer = sink
        self._sink = JoinedSink(sink)
        self._budget = budget
        self._name = name
        self._attachments = Attachments(self._sink, budget)
        self._hidden = 0

    def read(self, letter: Letter) -> None:
        """Reads everything, or as much as the budget lets it."""
        try:
            self._read(letter, 0)
        except Stopped as stop:
            self._outer.stop(stop.why)
        self._attachments.send_notice(self._outer)
        if self._hidden:
            self._outer.notice(NoticeKind.HIDDEN_WORDS, characters=self._hidden)

    def _read(self, letter: Letter, depth: int) -> None:
        self._send(letter)
        for name, why in letter.left_out:
            self._attachments.leave_out(name, why)
        for number, item in enumerate(letter.attachments):
            self._budget.check_time()
            if number >= _MAX_ATTACHMENTS:
                left = len(letter.attachments) - number
                self._attachments.leave_out(f"{left:,} more files", "too many")
                return
            if isinstance(item, Attachment):
                self._attachments.read(item)
            elif depth < _MAX_DEPTH:
                self._read_inner(item, depth)
            else:
                self._attachments.leave_out(
                    item.subject or _NO_SUBJECT, "a mail too deep in others"
                )

    def _read_inner(self, letter: Letter, depth: int) -> None:
        before = self._sink.prefix
        self._sink.prefix = f"{before} / Attached mail" if before else "Attached mail"
        try:
            self._read(letter, depth + 1)
        finally:
            self._sink.prefix = before

    def _send(self, letter: Letter) -> None:
        flow = _Body(self._budget)
        subject = clean_line(letter.subject) or _NO_SUBJECT
        flow.add_heading(subject)
        lines = [("From", letter.sender), *letter.people, ("Date", letter.written)]
        lines.append(("Attached", ", ".join(_names(letter))))
        shown = [(label, clean_line(words)[:_MAX_PEOPLE]) for label, words in lines]
        for number, (label, words) in enumerate(line for line in shown if line[1]):
            flow.add(BlockKind.PARAGRAPH, f"{label}: {words}", tight=number > 0)
        self._add_body(letter, flow)
        fields = about(
            letter.format,
            title=clean_line(letter.subject),
            author=clean_line(letter.sender),
            date=letter.date,
        )
        flow.send(self._sink, fields, self._name)
        self._sink.take_stop()
        if flow.stopped is not None:
            raise Stopped(flow.stopped)

    def _add_body(self, letter: Letter, flow: Flow) -> None:
        if any(text.strip() for text in letter.texts):
            for text in letter.texts:
                TextReader(flow).read(clean(text).expandtabs(4))
        elif letter.html:
            for page in letter.html:
                html = Html(flow)
                html.read(page)
                self._hidden += html.hidden
        elif letter.rtf:
            rtf = Rtf(flow)
            rtf.read(letter.rtf)
            rtf.send_notices(self._sink)


class _Body(Flow):
    """A flow in which the subject alone is a heading of the first level."""

    def add_heading(self, text: str) -> None:
        """Adds the subject."""
        super().add(BlockKind.HEADING, text, 1)

    def add(self, kind: BlockKind, text: str, level: int = 0, tight: bool = False) -> None:
        """Adds an element; headings stand under the subject."""
        super().add(kind, text, level + (kind is BlockKind.HEADING), tight)


def _names(letter: Letter) -> list[str]:
    found = [
        item.name if isinstance(item, Attachment) else f"mail “{item.subject or _NO_SUBJECT}”"
        for item in letter.attachments[:_MAX_ATTACHMENTS]
    ]
    return [clean_line(name) for name in found if name]
