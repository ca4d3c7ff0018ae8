"""A document's text as it is read: with the source of each formula in the place of its one letter.

Finds words in it, and says where in the document they stand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from desktop_slm.ui.widgets.formula_object import JOINER, LATEX, OBJECT, SOURCE
from desktop_slm.ui.widgets.text_formats import JOINED


class ReadText:
    """The text of a document as it is now; `joined` puts together what was cut for display."""

    def __init__(self, document: QTextDocument, *, joined: bool = False) -> None:
        self._offsets: list[int] = []  # where each part begins in the text,
        self._positions: list[int] = []  # and in the document,
        self._formulas: list[bool] = []  # and whether it is a formula
        parts: list[str] = []
        length = 0
        block = document.begin()
        while block.isValid():
            if parts:
                gap = _gap(block) if joined else "\n"
                parts.append(gap)
                length += len(gap)
            for text, position, is_formula in _parts(block):
                self._offsets.append(length)
                self._positions.append(position)
                self._formulas.append(is_formula)
                parts.append(text)
                length += len(text)
            block = block.next()
        self.text = "".join(parts)

    def start(self, offset: int) -> int:
        """Returns where in the document something begins that begins there in the text."""
        return self._position(offset, is_end=False)

    def end(self, offset: int) -> int:
        """Returns where it ends: behind the formula that it ends in."""
        return self._position(offset, is_end=True)

    def _position(self, offset: int, *, is_end: bool) -> int:
        at = max(bisect_right(self._offsets, offset) - 1, 0)
        if self._formulas[at]:
            return self._positions[at] + (is_end and offset > self._offsets[at])
        inside = self.text[self._offsets[at] : offset]
        if inside.isascii():
            return self._positions[at] + len(inside)
        # Qt counts UTF-16: letters past the first plane count twice.
        return self._positions[at] + len(inside) + sum(letter > "\uffff" for letter in inside)


def formula_sources(document: QTextDocument) -> Iterator[tuple[int, str]]:
    """Yields position and source of each formula that is drawn."""
    block = document.begin()
    while block.isValid():
        yield from ((at, source) for source, at, is_formula in _parts(block) if is_formula)
        block = block.next()


def _gap(block: QTextBlock) -> str:
    joined = block.blockFormat().property(JOINED)
    if joined == 2:
        return ""
    return " " if joined else "\n"


def _parts(block: QTextBlock) -> Iterator[tuple[str, int, bool]]:
    """Yields text, position, and whether it is the source of a formula."""
    text, begin = block.text(), block.position()
    if OBJECT not in text:
        yield text, begin, False
        return
    cursor = QTextCursor(block)
    position = first = begin
    part: list[str] = []
    for letter in text:
        source = _source(cursor, position + 1) if letter == OBJECT else ""
        if source or letter == JOINER:
            yield "".join(part), first, False
            if source:
                yield source, position, True
            part, first = [], position + 1
        else:
            part.append(letter)
        position += 2 if letter > "\uffff" else 1
    yield "".join(part), first, False


def _source(cursor: QTextCursor, behind: int) -> str:
    cursor.setPosition(behind)
    made = cursor.charFormat()
    return str(made.property(SOURCE)) if made.property(LATEX) else ""
