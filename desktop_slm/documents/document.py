"""A document as every other part sees it: pages of clean text and what marks them up.

All offsets count Unicode characters (code points) of exactly `Page.text`. Blocks are stand-off
marks over that text: sorted, never overlapping, never across pages. Nothing here does I/O.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop_slm.documents.notices import Notice


class Format(StrEnum):
    """The formats that are read."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    PPTX = "pptx"
    XLSX = "xlsx"
    EPUB = "epub"
    CSV = "csv"
    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"
    RTF = "rtf"
    EML = "eml"
    MSG = "msg"
    SRT = "srt"
    VTT = "vtt"
    IMAGE = "picture"


class BlockKind(StrEnum):
    """What a stretch of a page is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_ROW = "table row"
    CODE = "code"
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    REPEATED = "repeated"  # running heads, page numbers, navigation: shown, left out of passages


# Start and end of a word, and left, top, right, bottom in so many parts of the picture's sides.
WordPlace = tuple[int, int, int, int, int, int]
PLACE_SCALE = 10_000
_WORDS_APART = 4  # times the height of a line


class SkipReason(StrEnum):
    """Why a page has no text here."""

    NO_TEXT = "no text"  # a picture of a page, most likely
    NO_WORDS = "no words"  # text recognition found none in the picture
    BLANK = "blank"
    HIDDEN = "hidden"  # a sheet or a slide that the file does not show
    DAMAGED = "damaged"
    TOO_MANY_PAGES = "too many pages"
    TOO_SLOW = "too slow"
    TOO_MUCH_TEXT = "too much text"
    TOO_MUCH_MEMORY = "too much memory"
    READER_STOPPED = "reader stopped"


@dataclass(frozen=True, slots=True)
class Page:
    """A page, or the top section of a format without pages. Numbers count from 1."""

    number: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a page's text; `level` is a heading's depth or a list item's, from 1."""

    kind: BlockKind
    page: int
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its place."""

    level: int
    title: str
    page: int
    start: int


@dataclass(frozen=True, slots=True)
class SkippedPage:
    """A page that is in the file and not in `Document.pages`."""

    page: int
    why: SkipReason


@dataclass(frozen=True, slots=True)
class Recognized:
    """Says that a page's words were recognised in a picture, and which of them are doubtful.

    `uncertain` holds start and end of each doubtful word, in order; `confidence` is the mean of
    the page in percent; `language` is Tesseract's name of it. `places` says of each word where on
    the picture it stands; a word that a line's end had cut stands at two.
    """

    page: int
    language: str
    confidence: int
    uncertain: tuple[tuple[int, int], ...] = ()
    places: tuple[WordPlace, ...] = ()

    def rectangles(self, start: int, end: int) -> tuple[tuple[float, float, float, float], ...]:
        """Returns where a stretch of the page stands, in shares of the picture, line by line."""
        boxes = [tuple(box) for first, last, *box in self.places if first < end and last > start]
        lines: list[tuple[int, ...]] = []
        # On a picture that lies on its side, lines run up or down.
        runs_down = sum(box[3] - box[1] - box[2] + box[0] for box in boxes) > 0
        for box in boxes:
            if lines and _is_on_line(lines[-1], box, along=int(runs_down)):
                line = lines.pop()
                lines.append((*map(min, line[:2], box[:2]), *map(max, line[2:], box[2:])))
            else:
                lines.append(box)
        return tuple(
            (left / PLACE_SCALE, top / PLACE_SCALE, right / PLACE_SCALE, bottom / PLACE_SCALE)
            for left, top, right, bottom in lines
        )


def _is_on_line(line: Sequence[int], box: Sequence[int], along: int) -> bool:
    """Whether a word goes on a line: at its height, and no further from it than words are.

    `along` is 0 where lines run from left to right, 1 where they run up or down.
    """
    across = 1 - along
    middle = (box[across] + box[across + 2]) / 2
    gap = max(box[along] - line[along + 2], line[along] - box[along + 2])
    high = line[across + 2] - line[across]
    return line[across] < middle < line[across + 2] and gap < _WORDS_APART * high


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that was read from one file. Every page is in `pages` or in `skipped`."""

    name: str
    format: Format
    sha256: str
    title: str = ""
    author: str = ""
    date: str = ""
    language: str = ""
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] = ()
    skipped: tuple[SkippedPage, ...] = ()
    warnings: tuple[Notice, ...] = ()
    recognized: tuple[Recognized, ...] = ()

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The outline, in reading order."""
        texts = {page.number: page.text for page in self.pages}
        return tuple(
            Heading(
                block.level, " ".join(texts[block.page][block.start : block.end].split()),
                block.page, block.start,
            )
            for block in self.blocks
            if block.kind is BlockKind.HEADING
        )  # fmt: skip

    @property
    def page_count(self) -> int:
        """All pages of the file, read or not."""
        return len(self.pages) + len(self.skipped)

    @property
    def characters(self) -> int:
        """The length of what was read."""
        return sum(len(page.text) for page in self.pages)

    def page(self, number: int) -> Page:
        """Returns a page that was read. Raises KeyError for any other."""
        index = bisect.bisect_left(self.pages, number, key=lambda page: page.number)
        if index == len(self.pages) or self.pages[index].number != number:
            raise KeyError(number)
        return self.pages[index]

    def text(self, page: int, start: int, end: int) -> str:
        """Returns the words at a place."""
        return self.page(page).text[start:end]

    def recognition(self, page: int) -> Recognized | None:
        """Returns how a page was recognised, or None where its words stand in the file."""
        index = bisect.bisect_left(self.recognized, page, key=lambda found: found.page)
        if index == len(self.recognized) or self.recognized[index].page != page:
            return None
        return self.recognized[index]

    def uncertain_spans(self, page: int) -> tuple[tuple[int, int], ...]:
        """Returns start and end of the words of a page that were recognised with doubt."""
        found = self.recognition(page)
        return found.uncertain if found else ()

    def is_uncertain(self, page: int, start: int, end: int) -> bool:
        """Whether a place touches a word that was recognised with doubt."""
        spans = self.uncertain_spans(page)
        index = bisect.bisect_right(spans, start, key=lambda span: span[1])
        return index < len(spans) and spans[index][0] < end

    @property
    def unread_pictures(self) -> tuple[int, ...]:
        """The pages that are pictures of text, most likely, and were not read as such."""
        return tuple(item.page for item in self.skipped if item.why is SkipReason.NO_TEXT)
