"""Word (DOCX): the main text with its notes; comments and changes are counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from desktop_slm import errors
from desktop_slm.documents.document import BlockKind, Format, SkipReason
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.readers import xml
from desktop_slm.documents.readers.archive import Archive, PartDamaged
from desktop_slm.documents.readers.docx_body import Body
from desktop_slm.documents.readers.docx_numbering import Numbering
from desktop_slm.documents.readers.docx_styles import Styles
from desktop_slm.documents.readers.element import Element
from desktop_slm.documents.readers.flow import Flow, about
from desktop_slm.documents.readers.ooxml import NAMES, Package
from desktop_slm.documents.readers.sink import Budget, Sink
from desktop_slm.documents.readers.source import Source
from desktop_slm.documents.readers.xml import Attributes, XmlRefused, value

Start = Callable[[str, Attributes], None]


def read(source: Source, sink: Sink, budget: Budget) -> None:
    """Sends a Word document to the sink, a page for each top section."""
    package = Package(Archive(source.data, source.name))
    reader = _Reader(package, sink, Flow(budget))
    reader.read_body(source.name)
    properties = package.properties()
    fields = about(
        Format.DOCX,
        title=properties.get("title", ""),
        author=properties.get("creator", ""),
        date=properties.get("created", "")[:10],
        language=properties.get("language", "") or reader.styles.language,
    )
    reader.send_notices()
    reader.flow.send(sink, fields, source.name)


class _Reader:
    """Reads the parts in the order in which they need each other."""

    def __init__(self, package: Package, sink: Sink, flow: Flow) -> None:
        self.flow = flow
        self.styles = Styles()
        self._numbering = Numbering()
        self._package = package
        self._sink = sink
        self._read_part("styles", self.styles.start)
        self._read_part("numbering", self._numbering.start)
        self._notes = {
            **self._read_notes("footnotes", "w:footnote"),
            **self._read_notes("endnotes", "w:endnote"),
        }
        self._body = Body(self._take, self.styles, self._numbering)
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

    def _read_part(self, part: str, start: Start) -> None:
        name = self._package.part(part)
        try:
            if name in self._package.archive:
                xml.parse(self._package.archive.chunks(name), start)
        except (XmlRefused, PartDamaged):
            self._sink.notice(NoticeKind.PART_MISSING, part=part)

    def _read_notes(self, part: str, element: str) -> dict[str, str]:
        """Returns the notes' texts by part and id."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        current = [""]
        body = Body(lambda item: found[current[0]].append(item.text), self.styles, self._numbering)

        def start(name: str, attributes: Attributes) -> None:
            if NAMES[name] == element:
                current[0] = part + value(attributes, "id")
            body.start(name, attributes)

        name = self._package.part(part)
        try:
            if name in self._package.archive:
                xml.parse(self._package.archive.chunks(name), start, body.end, body.text)
        except (XmlRefused, PartDamaged):
            self._sink.notice(NoticeKind.PART_MISSING, part=part)
        return {key: " ".join(" ".join(texts).split()) for key, texts in found.items()}

    def send_notices(self) -> None:
        """Sends what was counted on the way."""
        comments = 0

        def start(name: str, _: Attributes) -> None:
            nonlocal comments
            comments += NAMES[name] == "w:comment"

        self._read_part("comments", start)
        if self._body.changes or comments:
            self._sink.notice(NoticeKind.CHANGES, changes=self._body.changes, comments=comments)
        if self._body.hidden:
            self._sink.notice(NoticeKind.HIDDEN_WORDS, characters=self._body.hidden)
