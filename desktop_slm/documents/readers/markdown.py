"""Markdown: its words without the marks, with headings, lists, tables and code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from desktop_slm.documents.document import BlockKind, Format
from desktop_slm.documents.readers.clean import clean, clean_line, clean_lines
from desktop_slm.documents.readers.element import Element
from desktop_slm.documents.readers.encoding import decode
from desktop_slm.documents.readers.flow import Flow, about, list_item
from desktop_slm.documents.readers.html import Html, send_encoding
from desktop_slm.documents.readers.sink import Budget, Sink
from desktop_slm.documents.readers.source import Source
from desktop_slm.documents.readers.tables import Rows, table_rows

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_FIELD = re.compile(r"^(title|author|date|lang|language):[ \t]*(.+)$", re.MULTILINE)
# A note's text would be taken for the target of a link, and vanish.
_NOTE = re.compile(r"^(?=\[\^[^\]\n]+\]:)", re.MULTILINE)
_MAX_INLINE = 50_000  # characters; marks in longer runs of text cost too much to find


def read(source: Source, sink: Sink, budget: Budget) -> None:
    """Sends a Markdown file to the sink, a page for each top section."""
    decoded = decode(bytes(source.data))
    text, fields = _front_matter(clean(decoded.text[: budget.limits.characters * 2]))
    flow = Flow(budget)
    _Walk(flow).read(text)
    flow.send(sink, about(Format.MARKDOWN, **fields), source.name)
    send_encoding(sink, decoded)


def _front_matter(text: str) -> tuple[str, dict[str, str]]:
    """Returns the text without the settings before it, and what they say of it."""
    found = _FRONT.match(text)
    if found is None:
        return text, {}
    named = {name: value.strip(" \t\"'") for name, value in _FIELD.findall(found[1])}
    if language := named.pop("lang", ""):
        named["language"] = language
    return text[found.end() :], named


class _Walk:
    """Goes over the tokens of the parser and adds elements to the flow."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._parser = MarkdownIt("commonmark").enable("table")
        self._parser.core.ruler.disable("inline")
        self._environment: dict[str, Any] = {}
        self._kinds: list[tuple[BlockKind, int]] = []
        self._lists: list[int] = []
        self._label = ""
        self._rows: Rows | None = None

    def read(self, text: str) -> None:
        """Reads a whole text, or as much as the flow takes."""
        for token in self._parser.parse(_NOTE.sub(r"\\", text), self._environment):
            if self._flow.is_stopped():
                return
            if handler := _HANDLERS.get(token.type):
                handler(self, token)

    def _inline(self, token: Token) -> None:
        text = clean_lines("".join(self._words(token.content)))
        kind, level = self._kinds[-1] if self._kinds else (BlockKind.PARAGRAPH, 0)
        if self._rows is not None:
            self._rows[-1][-1].append(Element(kind, text))
        elif self._label and kind is BlockKind.PARAGRAPH:
            level = max(len(self._lists), 1)
            self._flow.add(BlockKind.LIST_ITEM, list_item(text, level, self._label), level)
            self._label = ""
        else:
            self._flow.add(kind, clean_line(text) if level else text, level)

    def _words(self, content: str) -> Iterator[str]:
        if len(content) > _MAX_INLINE:
            yield content
            return
        tokens: list[Token] = []
        self._parser.inline.parse(content, self._parser, self._environment, tokens)
        for token in tokens:
            if token.type in ("text", "code_inline", "image", "text_special"):
                yield token.content
            elif token.type == "softbreak":
                yield " "
            elif token.type == "hardbreak":
                yield "\n"

    def _code(self, token: Token) -> None:
        text = "\n".join(line.rstrip() for line in token.content.strip("\n").split("\n"))
        self._flow.add(BlockKind.CODE, text)

    def _html(self, token: Token) -> None:
        Html(self._flow).read(token.content)

    def _heading(self, token: Token) -> None:
        self._kinds.append((BlockKind.HEADING, int(token.tag[1:])))

    def _paragraph(self, _: Token) -> None:
        self._kinds.append((BlockKind.PARAGRAPH, 0))

    def _end_block(self, _: Token) -> None:
        self._kinds.pop()

    def _open_list(self, token: Token) -> None:
        start = token.attrs.get("start", 1)
        is_numbered = token.type.startswith("ordered")
        self._lists.append(int(start) if is_numbered else -1)

    def _close_list(self, _: Token) -> None:
        self._lists.pop()

    def _open_item(self, _: Token) -> None:
        number = self._lists[-1]
        self._label = "-" if number < 0 else f"{number}."
        self._lists[-1] += number >= 0

    def _close_item(self, _: Token) -> None:
        self._label = ""

    def _open_table(self, _: Token) -> None:
        self._rows = []

    def _open_row(self, _: Token) -> None:
        if self._rows is not None:
            self._rows.append([])

    def _open_cell(self, _: Token) -> None:
        if self._rows is not None:
            self._rows[-1].append([])

    def _close_table(self, _: Token) -> None:
        rows, self._rows = self._rows or [], None
        for row in table_rows(rows):
            self._flow.add(row.kind, row.text, row.level, row.tight)


_HANDLERS: Mapping[str, Callable[[_Walk, Token], None]] = {
    "inline": _Walk._inline,
    "fence": _Walk._code,
    "code_block": _Walk._code,
    "html_block": _Walk._html,
    "heading_open": _Walk._heading,
    "heading_close": _Walk._end_block,
    "paragraph_open": _Walk._paragraph,
    "paragraph_close": _Walk._end_block,
    "bullet_list_open": _Walk._open_list,
    "bullet_list_close": _Walk._close_list,
    "ordered_list_open": _Walk._open_list,
    "ordered_list_close": _Walk._close_list,
    "list_item_open": _Walk._open_item,
    "list_item_close": _Walk._close_item,
    "table_open": _Walk._open_table,
    "table_close": _Walk._close_table,
    "tr_open": _Walk._open_row,
    "th_open": _Walk._open_cell,
    "td_open": _Walk._open_cell,
}
