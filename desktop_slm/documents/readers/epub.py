"""EPUB: a page for each chapter, in the book's own order."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_slm import errors
from desktop_slm.documents.document import BlockKind, Format, SkipReason
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.readers.archive import Archive, PartDamaged
from desktop_slm.documents.readers.element import Element
from desktop_slm.documents.readers.encoding import decode
from desktop_slm.documents.readers.epub_chapter import ChapterHtml
from desktop_slm.documents.readers.epub_contents import Entry, read_contents
from desktop_slm.documents.readers.epub_package import Book, open_book
from desktop_slm.documents.readers.flow import Flow
from desktop_slm.documents.readers.paged import Pages
from desktop_slm.documents.readers.sink import About, Budget, Sink, send_left_out
from desktop_slm.documents.readers.source import Source


def read(source: Source, sink: Sink, budget: Budget) -> None:
    """Sends a book's chapters to the sink."""
    archive = Archive(source.data, source.name)
    book = open_book(archive, source.name)
    if not book.spine:
        raise errors.EmptyFile(name=source.name)
    about = About(
        Format.EPUB,
        pages=len(book.spine),
        title=book.title,
        author=book.author,
        date=book.date,
        language=book.language,
    )
    pages = Pages(sink, budget, about)
    reader = _Reader(archive, book, pages)
    for part in book.spine:
        if pages.are_over():
            break
        reader.read(part)
    if reader.hidden:
        sink.notice(NoticeKind.HIDDEN_WORDS, characters=reader.hidden)
    send_left_out(sink, reader.pictures, 0, 0)
    pages.close(source.name)


@dataclass(slots=True)
class _Reader:
    """Reads chapter after chapter."""

    archive: Archive
    book: Book
    pages: Pages
    contents: dict[str, list[Entry]]
    hidden: int = 0
    pictures: int = 0

    def __init__(self, archive: Archive, book: Book, pages: Pages) -> None:
        self.archive, self.book, self.pages = archive, book, pages
        self.contents = read_contents(archive, book)
        self.hidden = self.pictures = 0

    def read(self, part: str) -> None:
        """Sends a chapter, or says why it has no text here."""
        try:
            data = self.archive.read(part)
        except PartDamaged:
            data = b""
        if not data:
            self.pages.skip(SkipReason.DAMAGED)
            return
        flow = self.pages.new_flow()
        chapter = ChapterHtml(flow)
        chapter.read(decode(data).text)
        entries = self.contents.get(part, [])
        _mark_headings(flow, entries)
        self.hidden += chapter.hidden
        self.pictures += chapter.pictures
        empty = SkipReason.NO_TEXT if chapter.pictures else SkipReason.BLANK
        self.pages.add(_label(flow, entries), flow, empty)


def _mark_headings(flow: Flow, entries: list[Entry]) -> None:
    """Makes headings of what the table of contents names, where the chapter marks none itself."""
    if any(element.kind is BlockKind.HEADING for element in flow.elements):
        return
    wanted = {_key(entry.title): entry.level for entry in entries}
    for element in flow.elements:
        if element.kind is BlockKind.PARAGRAPH and (level := wanted.pop(_key(element.text), 0)):
            element.kind, element.level = BlockKind.HEADING, level


def _label(flow: Flow, entries: list[Entry]) -> str:
    """Returns the chapter's name: as the table of contents has it, or its first heading."""
    if entries:
        return entries[0].title
    return next((_line(item) for item in flow.elements if item.kind is BlockKind.HEADING), "")


def _line(element: Element) -> str:
    return " ".join(element.text.split())


def _key(text: str) -> str:
    return "".join(text.casefold().split())
