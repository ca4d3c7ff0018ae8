"""Excel (XLSX): a page for each sheet, a line for each row, with what the cells show."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_slm import errors
from desktop_slm.documents.document import BlockKind, Format, SkipReason
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.readers import xml
from desktop_slm.documents.readers.archive import Archive, PartDamaged, PartTooLong
from desktop_slm.documents.readers.clean import clean_line
from desktop_slm.documents.readers.ooxml import NAMES, Package, relation_id
from desktop_slm.documents.readers.paged import Pages
from desktop_slm.documents.readers.pptx_slide import Slide
from desktop_slm.documents.readers.revisions import Revisions
from desktop_slm.documents.readers.sink import Budget, Sink, send_left_out
from desktop_slm.documents.readers.source import Source
from desktop_slm.documents.readers.xlsx_comments import read_comments
from desktop_slm.documents.readers.xlsx_formats import NumberFormats
from desktop_slm.documents.readers.xlsx_sheet import Sheet, SheetFull
from desktop_slm.documents.readers.xlsx_strings import Strings
from desktop_slm.documents.readers.xml import Attributes, XmlRefused

_MAX_SHEETS = 10_000
_NAMED = 5


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    relation: str
    is_hidden: bool


def read(source: Source, sink: Sink, budget: Budget) -> None:
    """Sends a workbook's sheets to the sink."""
    package = Package(Archive(source.data, source.name))
    book = _Book(package, source.name)
    pages = Pages(sink, budget, package.about(Format.XLSX, len(book.entries)))
    reader = _Reader(package, book, pages, sink, Revisions(source.changes))
    for entry in book.entries:
        if pages.are_over():
            break
        reader.read(entry)
    reader.send_notices()
    pages.close(source.name)


class _Book:
    """What all sheets share: their list, the texts of cells, and the looks of numbers."""

    def __init__(self, package: Package, name: str) -> None:
        self.entries: list[_Entry] = []
        self.strings = Strings()
        self.formats = NumberFormats()
        self._package = package
        try:
            xml.parse(package.archive.chunks(package.main), self._start)
        except (PartDamaged, XmlRefused):
            if not self.entries:
                raise errors.DamagedFile(name=name) from None
        if not self.entries:
            raise errors.EmptyFile(name=name)
        self.damaged = [
            part
            for part, taker in (("styles", self.formats), ("sharedStrings", self.strings))
            if not self._read_part(part, taker)
        ]

    def _start(self, element: str, attributes: Attributes) -> None:
        name = NAMES[element]
        if name == "s:workbookPr":
            self.formats.is_1904 = attributes.get("date1904", "0") in ("1", "true")
        elif name == "s:sheet" and len(self.entries) < _MAX_SHEETS:
            is_hidden = attributes.get("state", "visible") != "visible"
            title = clean_line(attributes.get("name", ""))
            self.entries.append(_Entry(title, relation_id(attributes), is_hidden))

    def _read_part(self, part: str, taker: NumberFormats | Strings) -> bool:
        name = self._package.part(part)
        chunks = self._package.archive.chunks(name, may_break_off=True)
        try:
            if name in self._package.archive:
                xml.parse(chunks, taker.start, taker.end, taker.text)
        except (PartDamaged, PartTooLong, XmlRefused):
            return False
        return True


@dataclass(slots=True)
class _Reader:
    """Reads sheet after sheet and counts what it leaves out."""

    package: Package
    book: _Book
    pages: Pages
    sink: Sink
    revisions: Revisions
    hidden: list[str] = field(default_factory=list)
    hidden_cells: int = 0
    pictures: int = 0
    objects: int = 0

    def read(self, entry: _Entry) -> None:
        """Sends a sheet, or says why it has no text here."""
        targets = {item.id: item.target for item in self.package.related(self.package.main)}
        part = targets.get(entry.relation, "")
        if part not in self.package.archive:
            self.pages.skip(SkipReason.DAMAGED)
            return
        comments = self._comments(part)
        if entry.is_hidden:
            self.hidden.append(entry.name)
            self.pages.skip(SkipReason.HIDDEN)
            return
        sheet, is_whole = self._parse(part)
        flow = self.pages.new_flow()
        rows = sheet.lines()
        drawn = self._drawn(part, sheet)
        if rows or drawn:
            flow.add(BlockKind.HEADING, entry.name, 1)
        for number, row in enumerate(rows):
            flow.add(BlockKind.TABLE_ROW, row, tight=number > 0)
        for text in (*drawn, *comments):
            flow.add(BlockKind.PARAGRAPH, text)
        self.hidden_cells += sheet.hidden
        if not is_whole:
            self._say_rows_missing(entry, sheet, bool(rows))
        is_drawing = self.pictures + self.objects > 0
        empty = SkipReason.NO_TEXT if is_drawing else SkipReason.BLANK
        self.pages.add(entry.name, flow, empty if is_whole else SkipReason.DAMAGED)

    def _parse(self, part: str) -> tuple[Sheet, bool]:
        """Returns what could be read of a sheet, and whether that is all."""
        sheet = Sheet(self.book.strings, self.book.formats)
        chunks = self.package.archive.chunks(part, may_break_off=True)
        try:
            xml.parse(chunks, sheet.start, sheet.end, sheet.text)
        except (PartDamaged, PartTooLong, XmlRefused, SheetFull):
            return sheet, False
        return sheet, True

    def _say_rows_missing(self, entry: _Entry, sheet: Sheet, has_rows: bool) -> None:
        if has_rows:
            self.sink.notice(NoticeKind.ROWS_MISSING, sheet=entry.name[:100], row=sheet.last)

    def _drawn(self, part: str, sheet: Sheet) -> Sequence[str]:
        """Returns the words in the text boxes of a sheet, and counts its pictures and charts."""
        texts: list[str] = []
        for drawing in self.package.related(part, "drawing"):
            self.pictures += len(self.package.related(drawing.target, "image"))
            self.objects += len(self.package.related(drawing.target, "chart"))
            shapes = Slide()
            # What came before it stands.
            with contextlib.suppress(PartDamaged, XmlRefused):
                archive = self.package.archive
                xml.parse(archive.chunks(drawing.target), shapes.start, shapes.end, shapes.text)
            shapes.finish()
            texts += [element.text for shape in shapes.shapes for element in shape.elements]
        return texts

    def _comments(self, part: str) -> Sequence[str]:
        """Returns the comments as they are said, or nothing where they are left out."""
        said = []
        for relation in self.package.related(part, "comments"):
            for place, comment in read_comments(self.package, relation.target):
                key = f"{part} {place} {len(self.revisions.comments)}"
                self.revisions.comments[key] = comment
                if words := self.revisions.comment(key):
                    said.append(f"{place}:{words}")
        return said

    def send_notices(self) -> None:
        """Says what was counted on the way."""
        for part in self.book.damaged:
            self.sink.notice(NoticeKind.PART_MISSING, part=part)
        self.revisions.send(self.sink)
        if self.hidden:
            names = ", ".join(self.hidden[:_NAMED])[:200]
            more = ", …" if len(self.hidden) > _NAMED else ""
            self.sink.notice(
                NoticeKind.HIDDEN_SHEETS, sheets=len(self.hidden), names=f"{names}{more}"
            )
        if self.hidden_cells:
            self.sink.notice(NoticeKind.HIDDEN_CELLS, cells=self.hidden_cells)
        send_left_out(self.sink, self.pictures, self.objects, self.package.macros())
