"""A document cut into sheets: a page each, or a part of a long one, quick to lay out.

Nothing here knows of Qt. Offsets count characters of the page's text.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_slm.documents.document import (
    Block,
    BlockKind,
    Document,
    Page,
    Recognized,
    SkipReason,
)

SHEET_CHARACTERS = 5_000
_PIECE_CHARACTERS = 2_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a sheet; `goes_on` where it is the rest of the piece before."""

    kind: BlockKind
    level: int
    start: int
    end: int
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is shown as one leaf of paper. A page that was not read has a reason and no pieces."""

    page: int
    text: str
    pieces: tuple[Piece, ...]
    why: SkipReason | None = None
    recognized: Recognized | None = None  # where its words were recognised in a picture
    is_first: bool = True  # of its page

    @property
    def start(self) -> int:
        """Where on its page the sheet begins."""
        return self.pieces[0].start if self.pieces else 0


class Sheets:
    """All sheets of a document, in its order."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = tuple(sheets)
        self._places = [(sheet.page, sheet.start) for sheet in self._sheets]

    def __len__(self) -> int:
        return len(self._sheets)

    def __getitem__(self, index: int) -> Sheet:
        return self._sheets[index]

    def __iter__(self) -> Iterator[Sheet]:
        return iter(self._sheets)

    def index_at(self, page: int, start: int = 0) -> int:
        """Returns the sheet that holds a place; the nearest before it where none does."""
        found = bisect.bisect_right(self._places, (page, max(start, 0))) - 1
        if found >= 0 and self._sheets[found].page == page:
            return found
        after = bisect.bisect_left(self._places, (page, 0))
        return min(after, len(self._sheets) - 1) if self._sheets else 0


def sheets_of(document: Document) -> Sheets:
    """Returns the sheets of a document, the pages without text among them."""
    blocks: dict[int, list[Block]] = defaultdict(list)
    for block in document.blocks:
        blocks[block.page].append(block)
    sheets = [Sheet(page.page, "", (), page.why) for page in document.skipped]
    for page in document.pages:
        pieces = list(_pieces(page.text, blocks[page.number]))
        sheets += _cut(page, pieces, document.recognition(page.number))
    return Sheets(sorted(sheets, key=lambda sheet: (sheet.page, sheet.start)))


def _cut(page: Page, pieces: Sequence[Piece], recognized: Recognized | None) -> Iterator[Sheet]:
    """Divides a page's pieces; a page of usual length is one sheet."""
    part: list[Piece] = []
    is_first = True
    for piece in pieces:
        if part and piece.end - part[0].start > SHEET_CHARACTERS:
            yield Sheet(page.number, page.text, tuple(part), None, recognized, is_first)
            part, is_first = [], False
        part.append(piece)
    yield Sheet(page.number, page.text, tuple(part), None, recognized, is_first)


def _pieces(text: str, blocks: Sequence[Block]) -> Iterator[Piece]:
    """Yields the blocks, and as paragraphs whatever words stand between them."""
    at = 0
    for block in blocks:
        yield from _divided(text, BlockKind.PARAGRAPH, 0, at, block.start)
        yield from _divided(text, block.kind, block.level, block.start, block.end)
        at = block.end
    yield from _divided(text, BlockKind.PARAGRAPH, 0, at, len(text))


def _divided(text: str, kind: BlockKind, level: int, start: int, end: int) -> Iterator[Piece]:
    """Yields a stretch without its outer space, in pieces that end after a space."""
    while start < end and text[start].isspace() and kind is not BlockKind.CODE:
        start += 1
    if not text[start:end].strip():
        return
    goes_on = False
    while start < end:
        last = end
        if end - start > _PIECE_CHARACTERS:
            last = _break(text, start, start + _PIECE_CHARACTERS)
        yield Piece(kind, level, start, last, goes_on)
        start, goes_on = last, True


def _break(text: str, start: int, limit: int) -> int:
    """Returns where to divide: after the last line, else the last space, else at the limit."""
    for mark in ("\n", " "):
        found = text.rfind(mark, start + _PIECE_CHARACTERS // 2, limit)
        if found > 0:
            return found + 1
    return limit
