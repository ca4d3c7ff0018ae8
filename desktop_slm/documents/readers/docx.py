"""Word (DOCX): the main text with its notes; what it holds besides is counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from desktop_slm import errors
from desktop_slm.documents.changes import Changes
from desktop_slm.documents.document import BlockKind, Format, SkipReason
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.readers import xml
from desktop_slm.documents.readers.archive import Archive, PartDamaged
from desktop_slm.documents.readers.docx_body import Body
from desktop_slm.documents.readers.docx_numbering import Numbering
from desktop_slm.documents.readers.docx_styles import Styles
from desktop_slm.documents.readers.element import Element
from desktop_slm.documents.readers.flow import Flow
from desktop_slm.documents.readers.ooxml import NAMES, Package
from desktop_slm.documents.readers.revisions import Comment, Revisions, Who
from desktop_slm.documents.readers.sink import Budget, Sink, send_left_out
from desktop_slm.documents.readers.source import Source
from desktop_slm.documents.readers.xml import Attributes, XmlRefused, value


def read(source: Source, sink: Sink, budget: Budget) -> None:
    """Sends a Word document to the sink, a page for each top section."""
    package = Package(Archive(source.data, source.name))
    reader = _Reader(package, sink, Flow(budget), Revisions(source.changes))
    reader.read_body(source.name)
    fields = package.about(Format.DOCX, language=reader.styles.language)
    reader.send_notices()
    if reader.pictures and not reader.flow.elements:
        raise errors.NoText(name=source.name)
    reader.flow.send(sink, fields, source.name)


class _Reader:
    """Reads the parts in the order in which they need each other."""

    def __init__(self, package: Package, sink: Sink, flow: Flow, revisions: Revisions) -> None:
        self.flow = flow
        self.styles = Styles()
        self._numbering = Numbering()
        self._package = package
        self._revisions = revisions
        self._sink = sink
        self._read_part("styles", self.styles.start)
        self._read_part("numbering", self._numbering.start)
        self._notes = {
            **self._read_notes("footnotes", "w:footnote"),
            **self._read_notes("endnotes", "w:endnote"),
        }
        self._read_comments()
        self._body = self._make_body(self._take)
        self._noted = 0

    def read_body(self, name: str) -> None:
        """Reads the main part; where it breaks off, what came before stays."""
        try:
            xml.parse(self._chunks(), self._body.start, self._body.end, self._body.text)
        except (XmlRefused, PartDamaged):
            if not self.flow.elements:
                raise errors.DamagedFile(name=name) from None
            self.flow.stopped = self.flow.stopped or SkipReason.DAMAGED

    def _chunks(self) -> Iterator[bytes]:
        for chunk in self._package.archive.chunks(self._package.main):
            if self.flow.stopped is not None:
                return
            yield chunk

    def _take(self, element: Element) -> None:
        self.flow.add(element.kind, element.text, element.level, element.tight)
        for number in range(self._noted, len(self._body.note_ids)):
            if text := self._notes.get(self._body.note_ids[number]):
                self.flow.add(BlockKind.FOOTNOTE, f"[{number + 1}] {text}")
        self._noted = len(self._body.note_ids)

    def _read_part(
        self,
        part: str,
        start: xml.Start,
        end: xml.Text = xml.ignore,
        text: xml.Text = xml.ignore,
    ) -> None:
        name = self._package.part(part)
        try:
            if name in self._package.archive:
                xml.parse(self._package.archive.chunks(name), start, end, text)
        except (XmlRefused, PartDamaged):
            self._sink.notice(NoticeKind.PART_MISSING, part=part)

    def _read_notes(self, part: str, element: str) -> dict[str, str]:
        """Returns the notes' texts by part and id."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        current = [""]
        body = self._make_body(lambda item: found[current[0]].append(item.text))

        def start(name: str, attributes: Attributes) -> None:
            if NAMES[name] == element:
                current[0] = part + value(attributes, "id")
            body.start(name, attributes)

        self._read_part(part, start, body.end, body.text)
        return {key: " ".join(" ".join(texts).split()) for key, texts in found.items()}

    def _read_comments(self) -> None:
        """Takes the comments, which stand in the text only where changes are shown."""
        texts: list[str] = []
        who = [("", Who())]

        def start(name: str, attributes: Attributes) -> None:
            if NAMES[name] == "w:comment":
                author, date = value(attributes, "author"), value(attributes, "date")
                who[0] = value(attributes, "id"), Who(author, date)
            body.start(name, attributes)

        def end(name: str) -> None:
            body.end(name)
            if NAMES[name] == "w:comment":
                id, writer = who[0]
                text = " ".join(" ".join(texts).split())
                self._revisions.comments[id] = Comment(writer, text)
                texts.clear()

        # Of its own: what is changed within comments is not counted.
        body = Body(
            lambda item: texts.append(item.text), self.styles, Numbering(),
            Revisions(Changes.ACCEPTED),
        )  # fmt: skip
        self._read_part("comments", start, end, body.text)

    def _make_body(self, add: Callable[[Element], None]) -> Body:
        return Body(add, self.styles, self._numbering, self._revisions)

    @property
    def pictures(self) -> int:
        """How many pictures the text holds."""
        return self._body.pictures

    def send_notices(self) -> None:
        """Sends what was counted on the way."""
        self._revisions.send(self._sink)
        if self._body.hidden:
            self._sink.notice(NoticeKind.HIDDEN_WORDS, characters=self._body.hidden)
        send_left_out(self._sink, self._body.pictures, self._body.objects, self._package.macros())
