"""PDF, through PDFium: pages of paragraphs, with the outline, labels and what the page hides."""

from __future__ import annotations

import contextlib
import ctypes
import re
import statistics
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from desktop_slm import errors
from desktop_slm.documents.document import BlockKind, Format, SkipReason
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.readers import pdf_hidden, pdfium_calls
from desktop_slm.documents.readers.clean import clean_line
from desktop_slm.documents.readers.element import Element, compose
from desktop_slm.documents.readers.hyphens import Hyphens
from desktop_slm.documents.readers.not_read import listed
from desktop_slm.documents.readers.pdf_annotations import Annotations, attached_files
from desktop_slm.documents.readers.pdf_columns import split_columns
from desktop_slm.documents.readers.pdf_layout import Paragraph, paragraphs
from desktop_slm.documents.readers.pdf_lines import Box, Boxes, Line, read_lines, to_units
from desktop_slm.documents.readers.pdf_outline import Entry, find_headings, read_outline
from desktop_slm.documents.readers.pdfium_calls import Handle
from desktop_slm.documents.readers.pictures import Pictures
from desktop_slm.documents.readers.sink import About, Budget, Sink, Stopped
from desktop_slm.documents.readers.source import Source

_MAX_PAGES_AT_ALL = 100_000
_EDGE_LINES = 3
_EDGE_SIZE = 1.15  # of the text: what is larger is no running head
_DATE = re.compile(r"D?:?(\d{4})(\d{2})?(\d{2})?")
_NO_NAME = re.compile(
    r"(?i)\(?(untitled|anonymous|unspecified|unknown|title|author|user|document ?\d*)\)?$"
    r"|.*\.(docx?|pdf|indd|qxd|tex|rtf|odt|xlsx?|pptx?|html?)$"
)


def read(source: Source, sink: Sink, budget: Budget) -> None:
    """Sends a PDF's pages to the sink."""
    with open_pdf(source) as document:
        init_forms(document)
        count = len(document)
        if count > _MAX_PAGES_AT_ALL:
            raise errors.FileTooLarge(name=source.name, why=f"{count:,} pages")
        budget.extend(count)
        sink.begin(_about(document, count))
        reader = _Pages(document, sink, budget, Pictures(source.ocr, sink, budget))
        why = reader.read_all(min(count, budget.limits.pages))
        if why or reader.next < count:
            sink.stop(why or SkipReason.TOO_MANY_PAGES)
        reader.send_notices()


def open_pdf(source: Source) -> Any:
    """Opens the document. Raises PasswordNeeded, PasswordWrong or DamagedFile."""
    buffer = (ctypes.c_char * len(source.data)).from_buffer(source.data)
    try:
        return pdfium.PdfDocument(buffer, password=source.password or None)
    except pdfium.PdfiumError as error:
        if error.err_code != raw.FPDF_ERR_PASSWORD:
            raise errors.DamagedFile(name=source.name) from None
        kind = errors.PasswordWrong if source.password else errors.PasswordNeeded
        raise kind(name=source.name) from None


def init_forms(document: Any) -> None:
    """Makes a document's form fields known; to be called before its first page."""
    with contextlib.suppress(pdfium.PdfiumError):
        document.init_forms()


def _about(document: Any, count: int) -> About:
    return About(
        Format.PDF,
        pages=count,
        title=_name(_said(document, "Title")),
        author=_name(_said(document, "Author")),
        date=_date(_said(document, "CreationDate")),
        language=_language(document),
    )


def _said(document: Any, key: str) -> str:
    """Returns what the document says of itself; nothing where that is no text."""
    with contextlib.suppress(UnicodeDecodeError):
        return str(document.get_metadata_value(key))
    return ""


def _name(text: str) -> str:
    """Returns a title or an author, but not what programs fill in for want of one."""
    name = clean_line(text)
    return "" if _NO_NAME.match(name) else name


def _date(text: str) -> str:
    found = _DATE.match(text)
    return "-".join(part for part in found.groups() if part) if found else ""


def _language(document: Any) -> str:
    length = raw.FPDFCatalog_GetLanguage(document, None, 0)
    if not 2 < length < 200:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFCatalog_GetLanguage(
        document, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length
    )
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\x00")


class _Pages:
    """Reads page after page; one that cannot be read is skipped and said."""

    def __init__(self, document: Any, sink: Sink, budget: Budget, pictures: Pictures) -> None:
        self._document = document
        self._sink = sink
        self._budget = budget
        self._pictures = pictures
        self._outline = read_outline(document)
        self._hyphens = Hyphens()
        self._annotations = Annotations(document)
        self._picture_pages = 0
        self.next = 0

    def read_all(self, count: int) -> SkipReason | None:
        """Reads so many pages; returns why it stopped before."""
        try:
            while self.next < count:
                self._budget.check_time()
                self._read(self.next)
                self.next += 1
            self._pictures.finish()
        except Stopped as stop:
            return stop.why
        finally:
            self._pictures.close()
        return None

    def _read(self, index: int) -> None:
        try:
            page = self._document[index]
        except pdfium.PdfiumError:
            self._pictures.skip(index + 1, SkipReason.DAMAGED)
            return
        try:
            self._send(index, page)
        except pdfium.PdfiumError:
            self._pictures.skip(index + 1, SkipReason.DAMAGED)
        finally:
            page.close()

    def send_notices(self) -> None:
        """Sends what was counted on all pages."""
        self._pictures.send_notice()
        if self._picture_pages:
            self._sink.notice(NoticeKind.PICTURE_PAGES, pages=self._picture_pages)
        fields, notes = self._annotations.fields, self._annotations.notes
        if fields.filled or fields.empty or notes:
            self._sink.notice(
                NoticeKind.FIELDS_AND_NOTES, fields=fields.filled, notes=notes, empty=fields.empty
            )
        if self._annotations.wordless:
            self._sink.notice(NoticeKind.MARKS_WITHOUT_WORDS, marks=self._annotations.wordless)
        if files := attached_files(self._document):
            self._sink.notice(NoticeKind.FILES_NOT_READ, files=listed(files))

    def _send(self, index: int, page: Any) -> None:
        view = PageView(page)
        found = view.paragraphs(self._outline.get(index, ()), self._hyphens)
        written = [
            _written(text, first=not i) for i, text in enumerate(self._annotations.read(page))
        ]
        text, marks = compose([*found, *written])
        is_unread = view.objects.count > 0 and (view.is_picture or not found)
        label = clean_line(self._document.get_page_label(index) or "") or str(index + 1)
        hidden = view.hidden + self._annotations.hidden
        if is_unread and self._pictures.take(page, index + 1, label, written, hidden=hidden):
            return
        self._picture_pages += view.is_picture and bool(text)
        if not text or (view.is_picture and not written):
            self._pictures.skip(
                index + 1, SkipReason.NO_TEXT if view.objects.count else SkipReason.BLANK
            )
            return
        self._pictures.page(
            index + 1,
            label,
            text,
            marks,
            # What was written on the page is smaller than any text: it is no heading.
            sizes=[*(paragraph.size for paragraph in found), *(0.0 for _ in written)],
            edges=_edges(found),
            hidden=hidden,
            layer=view.is_text_layer,
        )


class PageView:
    """One page: what is to be seen on it, as lines."""

    def __init__(self, page: Any) -> None:
        left, bottom, right, top = page.get_bbox()
        self._box = (left, bottom, right, top)
        self.objects = pdf_hidden.look(pdfium_calls.handle(page.raw), self._box)
        self.is_text_layer = False
        self.is_picture = False
        self.hidden = 0
        textpage = page.get_textpage()
        try:
            self.units = to_units(textpage.get_text_range(errors="replace"))
            self._letters = len(self.units) - sum(map(str.isspace, self.units))
            handle = pdfium_calls.handle(textpage.raw)
            boxes = Boxes(handle, page.get_rotation(), right, top)
            lines = self._seen_lines(boxes, self._hidden(handle))
            self.lines = split_columns(lines, boxes)
        finally:
            textpage.close()

    def paragraphs(self, entries: Sequence[Entry], hyphens: Hyphens) -> list[Paragraph]:
        """Returns the page's paragraphs; `entries` are the bookmarks that point to it."""
        hyphens.learn(self.units)
        headings = find_headings(entries, self.lines)
        return [item for item in paragraphs(self.lines, headings, hyphens) if item.text]

    def _hidden(self, textpage: Handle) -> set[int]:
        hidden = pdf_hidden.hidden_characters(textpage, len(self.units), self.objects)
        words = self._count(hidden)
        shown = self._letters - words if hidden else 0
        if pdf_hidden.is_text_layer(words, shown, self.objects):
            self.is_text_layer = words > 0
            return set()
        return hidden

    def _seen_lines(self, boxes: Boxes, hidden: set[int]) -> list[Line]:
        lines = list(read_lines(self.units, boxes, hidden))
        unseen = _unseen(lines, boxes, boxes.turn(self._box))
        if unseen:
            hidden = hidden | unseen
            lines = list(read_lines(self.units, boxes, hidden))
        self.hidden = self._count(hidden)
        shown = self._letters - self.hidden
        self.is_picture = not self.is_text_layer and pdf_hidden.is_picture(shown, self.objects)
        return lines

    def _count(self, indices: Iterable[int]) -> int:
        return sum(not self.units[index].isspace() for index in indices)


def _written(text: str, *, first: bool) -> Element:
    return Element(BlockKind.PARAGRAPH, text, tight=not first)


def _unseen(lines: Sequence[Line], boxes: Boxes, page: Box) -> set[int]:
    """Returns the indices of the characters that are off the page or too small to see."""
    left, bottom, right, top = page
    return {
        index
        for line in lines
        if line.is_hidden or line.x0 < left or line.y < bottom or line.x1 > right or line.top > top
        for index in range(line.index, line.end)
        if line.is_hidden or pdf_hidden.is_outside(boxes.box(index), page)
    }


def _edges(found: Sequence[Paragraph]) -> Mapping[str, list[list[int]]]:
    """Returns the outermost single lines at the page's top and bottom: which, and how high."""
    if not found:
        return {}
    heights = sorted((line.y for item in found for line in item.lines), reverse=True)
    top, bottom = heights[:_EDGE_LINES][-1], heights[-_EDGE_LINES:][0]
    usual = statistics.median(line.size for item in found for line in item.lines)
    single = [
        (item.lines[0].y, number)
        for number, item in enumerate(found)
        if len(item.lines) == 1 and item.size <= _EDGE_SIZE * usual
    ]
    return {
        "top": [[number, round(y)] for y, number in single if y >= top],
        "bottom": [[number, round(y)] for y, number in single if y <= bottom],
    }
