"""PowerPoint (PPTX): a page for each slide, in the order of the show, with its notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_slm import errors
from desktop_slm.documents.document import BlockKind, Format, SkipReason
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.readers import xml
from desktop_slm.documents.readers.archive import Archive, PartDamaged
from desktop_slm.documents.readers.flow import Flow
from desktop_slm.documents.readers.ooxml import NAMES, Package, relation_id
from desktop_slm.documents.readers.paged import Pages
from desktop_slm.documents.readers.pptx_comments import Comments
from desktop_slm.documents.readers.pptx_slide import FOOTERS, TITLES, Slide
from desktop_slm.documents.readers.revisions import Revisions
from desktop_slm.documents.readers.sink import Budget, Sink, send_left_out
from desktop_slm.documents.readers.source import Source
from desktop_slm.documents.readers.xml import Attributes, XmlRefused

_MAX_SLIDES = 100_000


def read(source: Source, sink: Sink, budget: Budget) -> None:
    """Sends a presentation's slides to the sink."""
    package = Package(Archive(source.data, source.name))
    slides = _slides(package, source.name)
    pages = Pages(sink, budget, package.about(Format.PPTX, len(slides)))
    reader = _Reader(package, pages, Revisions(source.changes))
    for slide in slides:
        if pages.are_over():
            break
        reader.read(slide)
    reader.send_notices(sink)
    pages.close(source.name)


def _slides(package: Package, name: str) -> Sequence[str]:
    """Returns the slides' parts in the order of the show. Raises DamagedFile."""
    targets = {item.id: item.target for item in package.related(package.main, "slide")}
    ids: list[str] = []

    def start(element: str, attributes: Attributes) -> None:
        if NAMES[element] == "p:sldId" and len(ids) < _MAX_SLIDES:
            ids.append(relation_id(attributes))

    try:
        xml.parse(package.archive.chunks(package.main), start)
    except (PartDamaged, XmlRefused):
        if not ids:
            raise errors.DamagedFile(name=name) from None
    if not ids:
        raise errors.EmptyFile(name=name)
    return [targets.get(id, "") for id in ids]


@dataclass(slots=True)
class _Reader:
    """Reads slide after slide and counts what it leaves out."""

    package: Package
    pages: Pages
    revisions: Revisions
    pictures: int = 0
    objects: int = 0
    hidden: int = 0
    words: int = 0

    def read(self, part: str) -> None:
        """Sends a slide, or says why it has no text here."""
        slide = self._parse(part)
        if slide is None:
            self.pages.skip(SkipReason.DAMAGED)
            return
        comments = self._comments(part)
        if slide.is_hidden:
            self.hidden += 1
            self.pages.skip(SkipReason.HIDDEN)
            return
        for diagram in self.package.related(part, "diagramData"):
            slide.add(self._parse(diagram.target))
        flow = self.pages.new_flow()
        label = self._fill(flow, slide)
        for notes in self.package.related(part, "notesSlide"):
            _add_notes(flow, self._parse(notes.target))
        for comment in comments:
            flow.add(BlockKind.PARAGRAPH, comment)
        self.pictures += slide.pictures
        self.objects += slide.objects
        self.words += slide.hidden
        is_picture = slide.pictures + slide.objects > 0
        self.pages.add(label, flow, SkipReason.NO_TEXT if is_picture else SkipReason.BLANK)

    def _parse(self, part: str) -> Slide | None:
        """Returns what a part holds, or what came before its damage; None without any."""
        slide = Slide()
        try:
            if part in self.package.archive:
                xml.parse(self.package.archive.chunks(part), slide.start, slide.end, slide.text)
                slide.finish()
                return slide
        except (PartDamaged, XmlRefused):
            slide.finish()
        return slide if slide.shapes else None

    @staticmethod
    def _fill(flow: Flow, slide: Slide) -> str:
        """Adds the slide's shapes, its title first and its foot last; returns the title."""
        title = ""
        for shape in sorted(slide.shapes, key=lambda shape: _place(shape.placeholder)):
            for element in shape.elements:
                flow.add(element.kind, element.text, element.level, element.tight)
                if not title and element.kind is BlockKind.HEADING:
                    title = element.text
        return title

    def _comments(self, part: str) -> Sequence[str]:
        comments = Comments(self.package)
        found = [
            comment
            for relation in self.package.related(part, "comments")
            for comment in comments.read(relation.target)
        ]
        self.revisions.comments.update(
            {f"{part} {number}": comment for number, comment in enumerate(found)}
        )
        said = (self.revisions.comment(f"{part} {number}") for number in range(len(found)))
        return [words.strip() for words in said if words]

    def send_notices(self, sink: Sink) -> None:
        """Says what was counted on the way."""
        self.revisions.send(sink)
        if self.hidden:
            sink.notice(NoticeKind.HIDDEN_SLIDES, slides=self.hidden)
        if self.words:
            sink.notice(NoticeKind.HIDDEN_WORDS, characters=self.words)
        send_left_out(sink, self.pictures, self.objects, self.package.macros())


def _place(placeholder: str) -> int:
    return -1 if placeholder in TITLES else int(placeholder in FOOTERS)


def _add_notes(flow: Flow, notes: Slide | None) -> None:
    """Adds what the speaker says, and not the small slide above it."""
    shapes = [shape for shape in notes.shapes if shape.placeholder == "body"] if notes else []
    texts = [element.text for shape in shapes for element in shape.elements]
    for number, text in enumerate(texts):
        flow.add(BlockKind.PARAGRAPH, f"Notes: {text}" if number == 0 else text)
