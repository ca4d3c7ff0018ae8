"""What a model wrote as Markdown, as plain blocks that every writer of a file understands.

Nothing in them is a reference: a picture is the words that stand for it, HTML is text, and a link
is kept as an address only where it is one of the web or of mail.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from desktop_slm.assistants.exports.inert import inert

if TYPE_CHECKING:
    from markdown_it.token import Token

_SCHEMES = ("http", "https", "mailto")
_DEEPEST = 40


class BlockKind(Enum):
    """What a block looks like."""

    HEADING = auto()
    TEXT = auto()
    ITEM = auto()  # of a list
    CODE = auto()
    ROW = auto()  # of a table
    RULE = auto()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style; `link` is an address, or "".

    Behind it stand the numbers of footnotes, and what is remarked of the sentence that ends here.
    """

    text: str
    is_strong: bool = False
    is_emphasised: bool = False
    is_code: bool = False
    link: str = ""
    notes: tuple[int, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A block; `level` is a heading's, or how deep an item or quote stands; `marker` an item's.

    A row has its cells, all others their spans; code is one span with its line ends.
    """

    kind: BlockKind
    spans: tuple[Span, ...] = ()
    level: int = 0
    marker: str = ""
    quotes: int = 0
    cells: tuple[tuple[Span, ...], ...] = ()

    @property
    def text(self) -> str:
        """Its words without style."""
        return "".join(span.text for span in self.spans)


def blocks_of(source: str) -> list[Block]:
    """Returns the blocks of Markdown; text too tangled to be read as such is shown as it is."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "breaks": True, "maxNesting": _DEEPEST})
    parser.enable(["table", "strikethrough"]).disable(["reference"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    tokens = parser.parse(source)
    # markdown-it leaves out what stands deeper than its limit; text must not vanish.
    if any(token.level >= _DEEPEST - 2 for token in tokens):
        return plain_blocks(source)
    return list(_Reader().read(tokens))


def plain_blocks(text: str) -> list[Block]:
    """Returns text that has no marks, a block a paragraph."""
    return [
        Block(BlockKind.TEXT, (Span(inert(paragraph)),))
        for paragraph in text.split("\n\n")
        if paragraph.strip()
    ]


class _Reader:
    """Walks through the tokens, keeping count of the lists and quotes around them."""

    def __init__(self) -> None:
        self._lists: list[int | None] = []  # the next number, None for bullets
        self._quotes = 0
        self._heading = 0
        self._marker = ""
        self._row: list[tuple[Span, ...]] | None = None

    def read(self, tokens: list[Token]) -> Iterator[Block]:
        for token in tokens:
            yield from self._take(token)

    def _take(self, token: Token) -> Iterator[Block]:
        match token.type:
            case "inline" if self._row is not None:
                self._row.append(tuple(_spans(token)))
            case "inline":
                yield self._words(tuple(_spans(token)))
            case "fence" | "code_block":
                code = Span(inert(token.content.removesuffix("\n")), is_code=True)
                yield Block(BlockKind.CODE, (code,), len(self._lists), quotes=self._quotes)
            case "hr":
                yield Block(BlockKind.RULE)
            case "tr_open":
                self._row = []
            case "tr_close":
                yield Block(BlockKind.ROW, cells=tuple(self._row or ()))
                self._row = None
            case _:
                self._count(token)

    def _words(self, spans: tuple[Span, ...]) -> Block:
        if self._heading:
            return Block(BlockKind.HEADING, spans, self._heading, quotes=self._quotes)
        if not self._lists:
            return Block(BlockKind.TEXT, spans, quotes=self._quotes)
        marker, self._marker = self._marker, ""
        return Block(BlockKind.ITEM, spans, len(self._lists), marker, self._quotes)

    def _count(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self._heading = int(token.tag[1:])
            case "heading_close":
                self._heading = 0
            case "blockquote_open":
                self._quotes += 1
            case "blockquote_close":
                self._quotes -= 1
            case "bullet_list_open":
                self._lists.append(None)
            case "ordered_list_open":
                self._lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                number = self._lists[-1]
                self._marker = "•" if number is None else f"{number}."
                if number is not None:
                    self._lists[-1] = number + 1


def _spans(token: Token) -> Iterator[Span]:
    strong = emphasised = 0
    link = ""
    steps = {"open": 1, "close": -1}
    for child in token.children or ():
        name, _, step = child.type.partition("_")
        match name:
            case "strong" | "em" if step:
                strong += steps[step] if name == "strong" else 0
                emphasised += steps[step] if name == "em" else 0
            case "link":
                link = safe_link(str(child.attrGet("href") or "")) if step == "open" else ""
            case "softbreak" | "hardbreak":
                yield Span("\n")
            case _ if words := _words_of(child):
                yield Span(inert(words), strong > 0, emphasised > 0, name == "code", link)


def _words_of(token: Token) -> str:
    """Returns what stands in the text; of a picture the words that stand for it."""
    if token.type == "image" and not token.content:
        return str(token.attrGet("src") or "")
    return token.content


def safe_link(address: str) -> str:
    """Returns the address of a link that a file may hold, or "" for every other."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SCHEMES or any(ord(letter) < 33 for letter in address):
        return ""
    has_target = parts.path if parts.scheme.lower() == "mailto" else parts.hostname
    return address if has_target else ""
