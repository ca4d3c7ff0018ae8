"""How right a reading is: against a known book, or against the text edition of the same work."""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.book import Leaf, chapter_of
from desktop_slm.documents.document import BlockKind, Document, Format

# Scripts without spaces count by letter.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_WITH_PAGES = (Format.PDF,)


@dataclass(frozen=True, slots=True)
class Score:
    """Shares from 0 to 1; None where there is nothing to compare with.

    `recall` and `precision` count words, `headings` those that are right, `pages` the page
    numbers that are; `headings_read` is how many there are.
    """

    recall: float | None = None
    precision: float | None = None
    headings: float | None = None
    pages: float | None = None
    headings_read: int = 0


def against_book(document: Document, leaves: Sequence[Leaf], levels: int) -> Score:
    """Compares with a book: its words, its headings with level and page, each page's words.

    `levels` is how many levels of headings the file can hold.
    """
    recall, precision = _overlap(_said(document), "\n".join(leaf.text for leaf in leaves))
    has_pages = document.format in _WITH_PAGES
    # A file without pages is read as one page for each chapter.
    places = {leaf.number: leaf.number if has_pages else chapter_of(leaf) for leaf in leaves}
    texts = {page.number: _words(page.text) for page in document.pages}
    placed = sum(_words(leaf.text) <= texts.get(places[leaf.number], Counter()) for leaf in leaves)
    wanted = Counter((min(leaf.level, levels), leaf.title, places[leaf.number]) for leaf in leaves)
    found = Counter((each.level, each.title, each.page) for each in document.headings)
    return Score(
        recall,
        precision,
        (wanted & found).total() / max(wanted.total(), found.total()),
        placed / len(leaves),
        found.total(),
    )


def against_text(document: Document, reference: str | None) -> Score:
    """Compares with a text edition; a heading is right where it is a line of that."""
    count = len(document.headings)
    pages = _agreeing_numbers(document)
    if reference is None:
        return Score(pages=pages, headings_read=count)
    recall, precision = _overlap("\n".join(page.text for page in document.pages), reference)
    lines = {_plain(line) for line in reference.splitlines()}
    right = sum(_plain(heading.title) in lines for heading in document.headings)
    return Score(recall, precision, right / count if count else None, pages, count)


def _said(document: Document) -> str:
    """Returns the words without running heads and page numbers: a book has none."""
    texts = {page.number: page.text for page in document.pages}
    return "\n".join(
        texts[block.page][block.start : block.end]
        for block in document.blocks
        if block.kind is not BlockKind.REPEATED
    )


def _overlap(found: str, wanted: str) -> tuple[float, float]:
    words, others = _words(found), _words(wanted)
    common = (words & others).total()
    return common / max(others.total(), 1), common / max(words.total(), 1)


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", text).lower()))


def _plain(line: str) -> str:
    """Returns a line's letters: numbers before a heading are written in many ways."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFKC", line).lower()))


def _agreeing_numbers(document: Document) -> float | None:
    """Returns how many of the numbers printed on pages count like the file's own pages do."""
    if document.format not in _WITH_PAGES:
        return None
    texts = {page.number: page.text for page in document.pages}
    printed = [
        block.page - int(text)
        for block in document.blocks
        if block.kind is BlockKind.REPEATED
        and (text := texts[block.page][block.start : block.end].strip()).isdecimal()
    ]
    return printed.count(statistics.mode(printed)) / len(printed) if printed else None
