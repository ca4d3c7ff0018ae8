"""Cuts Markdown into blocks while it arrives; knows lines and nothing of Qt.

A finished block never changes again, so it is laid out once; only the tail is laid out anew. The
sources of all blocks put together are the text, letter by letter. A paragraph, item or quote
longer than `LONGEST` is cut for display: the rest carries a `lead`, the context that it needs to
be rendered alone (a quote's marks, an item's indent, an open fence).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from desktop_slm.ui.widgets import markdown_lines as lines
from desktop_slm.ui.widgets import math_rule

LONGEST = 1600  # of source; what is made of it stays under 2,000
_SHORTEST_CUT = 1000
_DEEPEST_LEAD = 12
_STEP = 4 * LONGEST  # a line of megabytes is cut step by step


class Shape(Enum):
    """What a block is, which decides how it is shown and the gap before it."""

    BLANK = "blank"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    RULE = "rule"
    ITEM = "item"
    QUOTE = "quote"
    INDENTED = "indented"
    CODE = "code"
    TABLE = "table"
    FORMULA = "formula"
    PLAIN = "plain"


_AT_ONCE = (Shape.HEADING, Shape.RULE)  # ended by their only line
_UNCUT = (Shape.CODE, Shape.TABLE)  # shown by widgets that take lines one by one


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text and how to show it.

    `ordinal` is the number of an ordered list's item; `joined` says that the block before was cut
    here, 1 after a space and 2 between letters.
    """

    shape: Shape
    source: str
    lead: str = ""
    joined: int = 0
    ordinal: int | None = None


@dataclass(slots=True)
class _Open:
    """The block that lines are being added to."""

    shape: Shape = Shape.BLANK
    pieces: list[str] = field(default_factory=list)
    size: int = 0
    lead: str = ""
    joined: int = 0
    ordinal: int | None = None
    indent: int = 0  # the column of an item's content
    last_line: str = ""

    def add(self, line: str) -> None:
        self.pieces.append(line)
        self.size += len(line)
        self.last_line = line

    def source(self) -> str:
        return "".join(self.pieces)

    def block(self) -> Block:
        return Block(self.shape, self.source(), self.lead, self.joined, self.ordinal)


class BlockSplitter:
    """Takes text in any pieces; `finished` only grows, `tail` is what may still change."""

    def __init__(self) -> None:
        self.finished: list[Block] = []
        self._open = _Open()
        self._partial = ""  # the start of a line
        self._is_mid_line = False  # the start was too long and has been taken already

    def feed(self, text: str) -> None:
        """Adds text at the end."""
        for at in range(0, len(text), _STEP):
            self._feed_step(text[at : at + _STEP])

    def _feed_step(self, text: str) -> None:
        for line in lines.split(self._partial + text):
            self._partial = ""
            ends = line.endswith("\n")
            if self._is_mid_line:
                self._extend(line)
                self._is_mid_line = not ends
            elif ends:
                self._take(line)
            elif len(line) > LONGEST:
                self._take(line)
                self._is_mid_line = True
            else:
                self._partial += line

    def finish(self) -> None:
        """Ends the text: everything is finished then."""
        self.finished.extend(self._with(self._partial))
        self._open, self._partial, self._is_mid_line = _Open(), "", False

    def tail(self) -> list[Block]:
        """Returns the blocks that more text may still change: none, one or two."""
        return self._with("" if lines.is_undecided(self._partial) else self._partial)

    def _with(self, partial: str) -> list[Block]:
        trial = BlockSplitter()
        trial._open = replace(self._open, pieces=list(self._open.pieces))
        if partial:
            trial._take(partial)
        trial._close()
        return trial.finished

    def _take(self, line: str) -> None:
        """Takes a line from its start."""
        if not _belongs(self._open, line):
            self._close()
        if self._open.shape is Shape.BLANK:
            self._begin(line)
        elif self._open.shape is Shape.PARAGRAPH and lines.starts_table(self._open.last_line, line):
            self._begin_table(line)
        else:
            self._open.add(line)
            if _ends(self._open, line):
                self._end_formula()
        self._cut_while_long()

    def _extend(self, text: str) -> None:
        """Takes more of a line whose start was taken."""
        if self._open.shape is Shape.BLANK:
            self._open.shape, self._open.joined = Shape.PARAGRAPH, 2
        self._open.add(text)
        self._cut_while_long()

    def _begin(self, line: str) -> None:
        here = self._open
        here.add(line)
        if lines.is_blank(line):
            return  # blank lines lead the block that follows
        here.shape, here.indent, here.ordinal = _recognized(line)
        if here.shape is Shape.FORMULA and _ends(here, line):
            self._end_formula()
            return
        before = self.finished[-1] if self.finished else None
        if here.ordinal is not None and before is not None and before.ordinal is not None:
            here.ordinal = before.ordinal + 1
        if here.shape in _AT_ONCE:
            self._cut_while_long()
            self._close()

    def _end_formula(self) -> None:
        """Closes a block that ended; a formula with words behind it begins a paragraph."""
        if self._open.shape is Shape.FORMULA and math_rule.whole(self._open.source()) is None:
            self._open.shape = Shape.PARAGRAPH
            return
        self._close()

    def _begin_table(self, line: str) -> None:
        """The paragraph's last line turns out to be a table's head."""
        head = self._open.pieces.pop()
        if not lines.is_blank(self._open.source()):
            self._close()
        self._open.shape = Shape.TABLE
        self._open.add(head)
        self._open.add(line)

    def _close(self) -> None:
        if self._open.pieces:
            self.finished.append(self._open.block())
        self._open = _Open()

    def _cut_while_long(self) -> None:
        while self._open.size > LONGEST and self._open.shape not in _UNCUT:
            source = self._open.source()
            at = lines.cut_position(source, _SHORTEST_CUT, LONGEST)
            lead = _lead(self._open, at)
            self.finished.append(replace(self._open.block(), source=source[:at]))
            rest = source[at:]
            joined = 1 if source[at - 1].isspace() else 2
            self._open = replace(
                self._open, pieces=[rest], size=len(rest), lead=lead, joined=joined
            )


class PlainSplitter:
    """Cuts text that is no Markdown, such as what a person wrote, after lines where it can."""

    def __init__(self) -> None:
        self.finished: list[Block] = []
        self._open = Block(Shape.PLAIN, "")

    def feed(self, text: str) -> None:
        """Adds text at the end."""
        for at in range(0, len(text), _STEP):
            self._open = replace(self._open, source=self._open.source + text[at : at + _STEP])
            self._cut_while_long()

    def finish(self) -> None:
        """Ends the text."""
        self.finished.extend(self.tail())
        self._open = Block(Shape.PLAIN, "")

    def tail(self) -> list[Block]:
        """Returns the block that more text may still change."""
        return [self._open] if self._open.source else []

    def _cut_while_long(self) -> None:
        while len(self._open.source) > LONGEST:
            source = self._open.source
            after_line = source.rfind("\n", 0, LONGEST) + 1
            at = after_line or lines.between_letters(source, LONGEST)
            self.finished.append(replace(self._open, source=source[:at]))
            self._open = Block(Shape.PLAIN, source[at:], joined=0 if after_line else 2)


def _recognized(line: str) -> tuple[Shape, int, int | None]:
    """Returns the shape that a line begins, its content's column and its number."""
    if lines.fence(line):
        return Shape.CODE, 0, None
    for is_it, shape in (
        (lines.begins_formula, Shape.FORMULA),
        (lines.is_heading, Shape.HEADING),
        (lines.is_rule, Shape.RULE),
        (lines.is_quote, Shape.QUOTE),
    ):
        if is_it(line):
            return shape, 0, None
    begun = lines.item(line)
    if begun is not None:
        return Shape.ITEM, begun[0], begun[1]
    return (Shape.INDENTED if lines.indent(line) >= 4 else Shape.PARAGRAPH), 0, None


def _belongs(here: _Open, line: str) -> bool:
    """Whether a line goes on with the open block."""
    blank = lines.is_blank(line)
    after_blank = lines.is_blank(here.last_line)
    match here.shape:
        case Shape.BLANK | Shape.CODE:
            return True
        case Shape.TABLE | Shape.FORMULA:
            return not blank and (here.shape is Shape.FORMULA or not lines.interrupts(line))
        case Shape.PARAGRAPH:
            return blank or lines.is_underline(line) or not lines.interrupts(line)
        case Shape.INDENTED:
            return blank or lines.indent(line) >= 4
        case Shape.QUOTE:
            return lines.is_quote(line) or (not blank and _is_lazy(here, line))
        case _:
            inside = blank or lines.indent(line) >= here.indent
            return inside or (not after_blank and _is_lazy(here, line))


def _is_lazy(here: _Open, line: str) -> bool:
    """Whether a line without marks or indent still goes on with the paragraph inside."""
    last = here.last_line[len(lines.quote_marks(here.last_line)) :]
    if lines.is_blank(last) or lines.interrupts(line) or lines.item(line) is not None:
        return False
    return not lines.fence_left_open(here.lead + here.source())


def _ends(here: _Open, line: str) -> bool:
    """Whether the block ends with this line, its own."""
    if here.shape is Shape.CODE:
        return lines.closes(lines.fence(_opening(here)), line)
    if here.shape is Shape.FORMULA:
        return lines.ends_formula(_opening(here), here.source())
    return here.shape is Shape.PARAGRAPH and (lines.is_blank(line) or lines.is_underline(line))


def _opening(here: _Open) -> str:
    return next(piece for piece in here.pieces if not lines.is_blank(piece))


def _lead(here: _Open, at: int) -> str:
    """Returns what the rest of a block needs before it to be rendered in its context."""
    before = here.lead + here.source()[:at]
    line_start = before.rfind("\n") + 1
    started = before[line_start:]  # empty where the cut is between lines
    rest_line = (started + here.source()[at:]).split("\n", 1)[0]
    match here.shape:
        case Shape.QUOTE:
            marks = lines.quote_marks(rest_line) or "> "
            return lines.fence_left_open(before[:line_start]) + (marks if started else "")
        case Shape.ITEM:
            column = max(lines.indent(rest_line), 2)
            depth = min(column // 2, _DEEPEST_LEAD)
            parents = "".join("  " * level + "-\n" for level in range(depth))
            fence = lines.fence_left_open(before[:line_start])
            return parents + fence + ("  " * depth if started else "")
        case Shape.INDENTED:
            return "    " if started else ""
        case Shape.HEADING:
            return before.split(maxsplit=1)[0] + " "
        case _:
            return ""
