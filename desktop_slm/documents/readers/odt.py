"""OpenDocument text (ODT): the text with its notes; what the file holds besides is counted."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping

from desktop_slm import errors
from desktop_slm.documents.document import BlockKind, Format, SkipReason
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.readers import xml
from desktop_slm.documents.readers.archive import Archive, PartDamaged
from desktop_slm.documents.readers.element import Element
from desktop_slm.documents.readers.flow import Flow, about
from desktop_slm.documents.readers.odt_body import Body
from desktop_slm.documents.readers.odt_names import NAMES
from desktop_slm.documents.readers.odt_styles import Styles
from desktop_slm.documents.readers.revisions import Revisions
from desktop_slm.documents.readers.sink import Budget, Sink, send_left_out
from desktop_slm.documents.readers.source import Source
from desktop_slm.documents.readers.xml import Attributes, XmlRefused

_CONTENT = "content.xml"
_MACROS = re.compile(r"(?:Basic/.+/(?!script-l[bc]\.)[^/]+\.xml|Scripts/.+[^/])$")


def read(source: Source, sink: Sink, budget: Budget) -> None:
    """Sends a text document to the sink, a page for each top section."""
    archive = Archive(source.data, source.name)
    if _is_encrypted(archive):
        raise errors.PasswordNeeded(name=source.name)
    reader = _Reader(archive, sink, Flow(budget), Revisions(source.changes))
    reader.read_body(source.name)
    reader.send_notices()
    said = reader.properties()
    fields = about(
        Format.ODT,
        title=said.get("dc:title", ""),
        author=said.get("meta:initial-creator", "") or said.get("dc:creator", ""),
        date=(said.get("meta:creation-date", "") or said.get("dc:date", ""))[:10],
        language=said.get("dc:language", "") or reader.styles.language,
    )
    if reader.pictures and not reader.flow.elements:
        raise errors.NoText(name=source.name)
    reader.flow.send(sink, fields, source.name)


def _is_encrypted(archive: Archive) -> bool:
    found = "encrypted-package" in archive

    def start(element: str, _: Attributes) -> None:
        nonlocal found
        found = found or NAMES[element] == "manifest:encryption-data"

    # What is encrypted then reads as damaged.
    with contextlib.suppress(PartDamaged, XmlRefused):
        xml.parse(archive.chunks("META-INF/manifest.xml"), start)
    return found


class _Reader:
    """Reads the parts in the order in which they need each other."""

    def __init__(self, archive: Archive, sink: Sink, flow: Flow, revisions: Revisions) -> None:
        self.flow = flow
        self.styles = Styles()
        self._archive = archive
        self._sink = sink
        self._revisions = revisions
        self._body = Body(self._take, self.styles, revisions)
        self._read_part("styles.xml", self.styles.start, self.styles.end)

    def read_body(self, name: str) -> None:
        """Reads the text; where it breaks off, what came before stays."""

        def start(element: str, attributes: Attributes) -> None:
            self.styles.start(element, attributes)
            self._body.start(element, attributes)

        def end(element: str) -> None:
            self.styles.end(element)
            self._body.end(element)

        try:
            xml.parse(self._chunks(), start, end, self._body.text)
        except (XmlRefused, PartDamaged):
            if not self.flow.elements:
                raise errors.DamagedFile(name=name) from None
            self.flow.stopped = self.flow.stopped or SkipReason.DAMAGED

    def _chunks(self) -> Iterator[bytes]:
        for chunk in self._archive.chunks(_CONTENT):
            if self.flow.is_stopped():
                return
            yield chunk

    def _take(self, element: Element) -> None:
        self.flow.add(element.kind, element.text, element.level, element.tight)
        for note in self._body.take_notes():
            self.flow.add(BlockKind.FOOTNOTE, note)

    def _read_part(
        self, part: str, start: xml.Start, end: xml.Text = xml.ignore, text: xml.Text = xml.ignore
    ) -> None:
        try:
            if part in self._archive:
                xml.parse(self._archive.chunks(part), start, end, text)
        except (XmlRefused, PartDamaged):
            self._sink.notice(NoticeKind.PART_MISSING, part=part.removesuffix(".xml"))

    def properties(self) -> Mapping[str, str]:
        """Returns what the file says of itself, by the elements that say it."""
        found: dict[str, list[str]] = {}
        current = [""]

        def start(element: str, _: Attributes) -> None:
            current[0] = NAMES[element]

        def end(_: str) -> None:
            current[0] = ""

        def text(data: str) -> None:
            found.setdefault(current[0], []).append(data)

        self._read_part("meta.xml", start, end, text)
        return {name: "".join(pieces) for name, pieces in found.items() if name}

    @property
    def pictures(self) -> int:
        """How many pictures the text holds."""
        return self._body.pictures

    def send_notices(self) -> None:
        """Sends what was counted on the way."""
        self._revisions.send(self._sink)
        if self._body.hidden:
            self._sink.notice(NoticeKind.HIDDEN_WORDS, characters=self._body.hidden)
        macros = sum(bool(_MACROS.match(name)) for name in self._archive.names)
        send_left_out(self._sink, self._body.pictures, self._body.objects, macros)
