"""A book written as a file of each format, with nothing but the standard library."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from benchmarks.book import Leaf, chapters
from tests.fakes.documents import Pdf, docx, heading, para, paragraph, show
from tests.fakes.office import chapter, epub, h, odt, p

_LINE_CHARACTERS = 92
_TEXT_SIZE, _LINE_HEIGHT, _GAP = 9.0, 10.8, 8.0
_TITLE_SIZES = {1: 20.0, 2: 16.0, 3: 13.0}
_UNDERLINES = {1: "=", 2: "-", 3: "~"}
_RUNNING_HEAD = "Annual report of the committee"


def pdf(leaves: Sequence[Leaf]) -> bytes:
    """Returns a PDF with running heads and page numbers; only sizes tell its headings."""
    file = Pdf()
    for leaf in leaves:
        file.page(_sheet(leaf))
    return file.bytes()


def pdf_with_outline(leaves: Sequence[Leaf]) -> bytes:
    """Returns the same with bookmarks, of chapters and of what is in them."""
    file = Pdf()
    for leaf in leaves:
        file.page(_sheet(leaf))
    file.outline([(min(leaf.level, 2), leaf.title, leaf.number - 1) for leaf in leaves])
    return file.bytes()


def _sheet(leaf: Leaf) -> str:
    content = show(_RUNNING_HEAD, y=760, size=8) + show(str(leaf.number), x=300, y=30, size=8)
    content += show(leaf.title, y=728, size=_TITLE_SIZES[leaf.level], font=2)
    y = 700.0
    for words in leaf.paragraphs:
        lines = textwrap.wrap(words, _LINE_CHARACTERS)
        content += paragraph(lines, y=y, size=_TEXT_SIZE)
        y -= _LINE_HEIGHT * len(lines) + _GAP
    return content


def word(leaves: Sequence[Leaf]) -> bytes:
    """Returns a DOCX."""
    parts = (
        heading(escape(leaf.title), leaf.level)
        + "".join(para(escape(words)) for words in leaf.paragraphs)
        for leaf in leaves
    )
    return docx("".join(parts))


def open_document(leaves: Sequence[Leaf]) -> bytes:
    """Returns an ODT."""
    parts = (
        h(escape(leaf.title), leaf.level) + "".join(p(escape(words)) for words in leaf.paragraphs)
        for leaf in leaves
    )
    return odt("".join(parts))


def web_page(leaves: Sequence[Leaf]) -> bytes:
    """Returns an HTML file."""
    return f"<!doctype html><meta charset=utf-8><body>{_markup(leaves)}</body>".encode()


def e_book(leaves: Sequence[Leaf]) -> bytes:
    """Returns an EPUB with a file a chapter."""
    return epub({f"c{n}": chapter(_markup(found)) for n, found in enumerate(chapters(leaves), 1)})


def _markup(leaves: Sequence[Leaf]) -> str:
    return "".join(
        f"<h{leaf.level}>{escape(leaf.title)}</h{leaf.level}>\n"
        + "".join(f"<p>{escape(words)}</p>\n" for words in leaf.paragraphs)
        for leaf in leaves
    )


def plain_text(leaves: Sequence[Leaf]) -> bytes:
    """Returns wrapped text with underlined headings."""
    parts = []
    for leaf in leaves:
        parts.append(f"{leaf.title}\n{_UNDERLINES[leaf.level] * len(leaf.title)}")
        parts += [textwrap.fill(words, 78) for words in leaf.paragraphs]
    return "\n\n".join(parts).encode()


def markdown(leaves: Sequence[Leaf]) -> bytes:
    """Returns Markdown."""
    parts = []
    for leaf in leaves:
        parts += [f"{'#' * leaf.level} {leaf.title}", *leaf.paragraphs]
    return "\n\n".join(parts).encode()


def rich_text(leaves: Sequence[Leaf]) -> bytes:
    """Returns an RTF."""
    parts = (
        rf"{{\pard\s{leaf.level}\outlinelevel{leaf.level - 1} {leaf.title}\par}}"
        + "".join(rf"{{\pard {words}\par}}" for words in leaf.paragraphs)
        for leaf in leaves
    )
    return ("{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}" + "\n".join(parts) + "}").encode()


@dataclass(frozen=True, slots=True)
class Writer:
    """How a format is written, and how many levels of headings that can hold."""

    extension: str
    write: Callable[[Sequence[Leaf]], bytes]
    levels: int = 3


WRITERS: Mapping[str, Writer] = {
    "PDF": Writer("pdf", pdf),
    "PDF with outline": Writer("pdf", pdf_with_outline, levels=2),
    "DOCX": Writer("docx", word),
    "ODT": Writer("odt", open_document),
    "RTF": Writer("rtf", rich_text),
    "HTML": Writer("html", web_page),
    "EPUB": Writer("epub", e_book),
    "Markdown": Writer("md", markdown),
    "Text": Writer("txt", plain_text),
}
