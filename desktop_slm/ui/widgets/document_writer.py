"""Writes blocks of Markdown into a text document, through a cursor and formats alone.

Nothing here hands Qt a string to interpret: text goes in with `insertText`, images become words,
and a link is an anchor only where its scheme is allowed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor

from desktop_slm.typesetting.drawing import Formula
from desktop_slm.ui import plain_text
from desktop_slm.ui.widgets import markdown, math_rule
from desktop_slm.ui.widgets.blocks import Block, Shape
from desktop_slm.ui.widgets.inline_writer import InlineWriter
from desktop_slm.ui.widgets.text_formats import Inline, Place, TextFormats

if TYPE_CHECKING:
    from markdown_it.token import Token

LONGEST_LAID_OUT = 2000
_BULLETS = ("•", "◦", "▪")
_TASKS = {"[ ] ": "☐", "[x] ": "☑", "[X] ": "☑"}
_GAP_PX = 12
_ITEM_GAP_PX = 4
_FIRST_ITEM_GAP_PX = 8
_HEADING_GAP_PX = 20
_MOST_LEVELS = 8


class DocumentWriter:
    """Writes at the end of a document; `is_empty` says that its first block is still unused."""

    def __init__(self, cursor: QTextCursor, formats: TextFormats, *, is_empty: bool) -> None:
        self._cursor = cursor
        self._formats = formats
        self._is_empty = is_empty

    def write(self, block: Block, after: Shape | None) -> None:
        """Writes a block of prose; `after` is the shape of the one before, None for the first."""
        gap = _gap(block, after)
        formula = math_rule.whole(block.source) if block.shape is Shape.FORMULA else None
        if formula is not None:
            self._write_formula(Formula(formula[1], is_display=True), block.source.strip(), gap)
            return
        plain = block.shape in (Shape.PLAIN, Shape.FORMULA)
        tokens = None if plain else markdown.parse(plain_text.clean(block.lead + block.source))
        if tokens is None:
            self._write_lines(plain_text.clean(block.source), gap, block.joined)
        else:
            writer = _BlockWriter(self, self._cursor, self._formats, block, gap)
            writer.goes_on = after is block.shape
            writer.write(tokens)

    def write_plain(self, text: str) -> None:
        """Writes text as it is, each line a block."""
        self._write_lines(plain_text.clean(text), 0, 0)

    def begin(self, place: Place, text: str) -> QTextBlockFormat:
        """Begins a block; `text` is what it starts with. Returns its format."""
        made = self._formats.block(place, text)
        if self._is_empty:
            self._cursor.setBlockFormat(made)
            self._is_empty = False
        else:
            self._cursor.insertBlock(made, self._formats.char(Inline()))
        return made

    def write_rule(self, place: Place) -> None:
        """Writes a horizontal rule."""
        self.begin(place, "")
        self._cursor.setBlockFormat(self._formats.rule(place))

    def write_code(self, text: str, place: Place) -> None:
        """Writes lines of code inside prose."""
        for number, line in enumerate(plain_text.clean(text).removesuffix("\n").split("\n")):
            here = place if number == 0 else replace(place, gap=0, is_tight=True, marker="")
            self._write_line(line, here, Inline(code=True))

    def _write_formula(self, formula: Formula, source: str, gap: int) -> None:
        self.begin(Place(gap, is_centred=True), "")
        InlineWriter(self._cursor, self._formats).write_formula(formula, source)

    def _write_lines(self, text: str, gap: int, joined: int) -> None:
        for number, line in enumerate(text.removesuffix("\n").split("\n")):
            place = Place(gap=0, is_tight=True) if number else Place(gap, joined=joined)
            self._write_line(line, place, Inline())

    def _write_line(self, line: str, place: Place, style: Inline) -> None:
        for part, piece in enumerate(pieces(line)):
            self.begin(replace(place, gap=0, joined=2) if part else place, piece)
            self._cursor.insertText(piece, self._formats.char(style))


def pieces(line: str) -> list[str]:
    """Returns a line in pieces short enough to be laid out; an empty line is one piece."""
    step = LONGEST_LAID_OUT
    return [line[at : at + step] for at in range(0, len(line), step)] or [""]


class _BlockWriter:
    """Writes one block's tokens, keeping count of the lists and quotes around them."""

    def __init__(
        self,
        out: DocumentWriter,
        cursor: QTextCursor,
        formats: TextFormats,
        block: Block,
        gap: int,
    ) -> None:
        self._out = out
        self._cursor = cursor
        self._formats = formats
        self.goes_on = False  # whether the block before was of the same shape
        self._gap = gap
        self._joined = block.joined
        self._ordinal = block.ordinal
        self._skips_marker = block.joined > 0  # the item began in the block before
        self._lists: list[int | None] = []  # the next number, None for bullets
        self._quotes = 0
        self._heading = 0
        self._marker = self._shown_marker = ""
        self._row: list[str] | None = None

    def write(self, tokens: list[Token]) -> None:
        """Writes all tokens."""
        for token in tokens:
            self._write_one(token)

    def _write_one(self, token: Token) -> None:
        match token.type:
            case "inline" if self._row is not None:
                self._row.append(token.content)
            case "inline":
                self._write_paragraph(list(token.children or []))
            case "heading_open":
                self._heading = int(token.tag[1])
            case "heading_close":
                self._heading = 0
            case "fence" | "code_block":
                self._out.write_code(token.content, self._next_place(is_code=True))
            case "hr":
                self._out.write_rule(self._next_place())
            case "tr_open":
                self._row = []
            case "tr_close":
                row, self._row = self._row or [], None
                self._out.write_code(" | ".join(row), self._next_place(is_code=True))
            case _:
                self._enter_or_leave(token)

    def _enter_or_leave(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open":
                self._lists.append(None)
            case "ordered_list_open":
                known = self._ordinal if not self._lists else None
                self._lists.append(int(token.attrs.get("start", 1)) if known is None else known)
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._begin_item()
            case "blockquote_open":
                self._quotes += 1
            case "blockquote_close":
                self._quotes -= 1
            case _:
                pass

    def _write_paragraph(self, children: list[Token]) -> None:
        if self._marker:
            self._mark_task(children)
        place = self._next_place()
        text = "".join(child.content for child in children)
        made = self._out.begin(place, text)
        style = Inline(muted=self._quotes > 0)
        writer = InlineWriter(self._cursor, self._formats, style, place.heading)
        if place.marker:
            writer.write_text(place.shown_marker + ("\u2002" if _is_rtl(made) else "\t"))
        writer.write(children)

    def _mark_task(self, children: list[Token]) -> None:
        """Takes "[x] " off an item's first words and makes it the item's marker."""
        first = children[0] if children else None
        if first is not None and first.type == "text" and first.content[:4] in _TASKS:
            self._shown_marker = _TASKS[first.content[:4]]
            self._marker += " " + first.content[:3]
            first.content = first.content[4:]

    def _next_place(self, *, is_code: bool = False) -> Place:
        """Returns where the next block of text stands; gap, marker and joint are used up by it."""
        place = Place(
            gap=self._gap,
            level=min(len(self._lists), _MOST_LEVELS),
            quotes=min(self._quotes, _MOST_LEVELS),
            heading=self._heading,
            is_code=is_code,
            is_tight=self.goes_on and bool(self._lists or self._quotes),
            joined=self._joined,
            marker=self._marker,
            shown_marker=self._shown_marker,
        )
        self._gap = _ITEM_GAP_PX if self._lists else _GAP_PX
        self._joined, self._marker, self.goes_on = 0, "", True
        return place

    def _begin_item(self) -> None:
        self._marker = self._shown_marker = ""
        number = self._lists[-1]
        if number is not None:
            self._lists[-1] = number + 1
        if self._skips_marker:
            self._skips_marker = False
            return
        depth = len(self._lists) - 1
        self._shown_marker = _BULLETS[depth % len(_BULLETS)] if number is None else f"{number}."
        self._marker = "  " * depth + ("-" if number is None else f"{number}.")


def _is_rtl(made: QTextBlockFormat) -> bool:
    return made.layoutDirection() is Qt.LayoutDirection.RightToLeft


def _gap(block: Block, after: Shape | None) -> int:
    """Returns the room above a block, in px at 100 %."""
    if after is None or block.joined or after is Shape.PLAIN:
        return 0
    if block.shape is Shape.ITEM:
        return _ITEM_GAP_PX if after is Shape.ITEM else _FIRST_ITEM_GAP_PX
    return _HEADING_GAP_PX if block.shape is Shape.HEADING else _GAP_PX
