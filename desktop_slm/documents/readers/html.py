"""HTML: the words of a page in their order, with headings, lists and tables.

Scripts and hidden elements are left out; navigation stays, marked as repeated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser

from desktop_slm.documents.document import BlockKind, Format
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.readers.clean import clean, clean_line, clean_lines
from desktop_slm.documents.readers.element import Element
from desktop_slm.documents.readers.encoding import Decoded, decode
from desktop_slm.documents.readers.flow import Flow, about, list_item
from desktop_slm.documents.readers.sink import Budget, Sink
from desktop_slm.documents.readers.source import Source
from desktop_slm.documents.readers.tables import Rows, table_rows

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_HIDING = re.compile(
    r"display:none|visibility:hidden|font-size:0(?:px|pt|em|%)?(?:;|$)|opacity:0(?:\.0*)?(?:;|$)"
)
_LEFT_OUT = frozenset(("script", "style", "template", "svg", "object", "iframe", "rt", "rp"))
_LEFT_OUT |= {"select", "datalist", "canvas", "audio", "video", "noscript"}
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"))
_VOID |= {"param", "source", "track", "wbr"}
# Elements that another of their kind ends, so that an open one is no sign of nesting.
_SELF_ENDING = frozenset(("p", "li", "dt", "dd", "td", "th", "tr", "option", "tbody", "thead"))
_BLOCKS = frozenset(("p", "div", "section", "article", "main", "header", "footer", "aside"))
_BLOCKS |= {"address", "blockquote", "body", "center", "dd", "details", "dl", "dt", "fieldset"}
_BLOCKS |= {"figure", "form", "hr", "summary", "tbody", "thead", "tfoot", "legend", "html", "head"}
_KINDS = {"figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION, "pre": BlockKind.CODE}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MAX_NESTING = 50
_PIECE = 1 << 18

Attributes = Mapping[str, str | None]


def read(source: Source, sink: Sink, budget: Budget) -> None:
    """Sends an HTML file to the sink, a page for each top section."""
    data = bytes(source.data)
    declared = _CHARSET.search(data, 0, 4096)
    decoded = decode(data, declared[1].decode("ascii") if declared else "")
    flow = Flow(budget)
    page = Html(flow)
    page.read(decoded.text)
    meta = page.meta
    fields = about(
        Format.HTML,
        title=clean_line(page.title),
        author=clean_line(meta.get("author", "") or meta.get("dc.creator", "")),
        date=(meta.get("date", "") or meta.get("article:published_time", ""))[:10],
        language=meta.get("lang", ""),
    )
    flow.send(sink, fields, source.name)
    send_encoding(sink, decoded)
    if page.hidden:
        sink.notice(NoticeKind.HIDDEN_WORDS, characters=page.hidden)


def send_encoding(sink: Sink, decoded: Decoded) -> None:
    """Says where the encoding was guessed or did not fit."""
    if decoded.is_guess:
        sink.notice(NoticeKind.GUESSED_ENCODING, encoding=decoded.encoding)
    if decoded.unreadable:
        sink.notice(
            NoticeKind.UNREADABLE_CHARACTERS,
            characters=decoded.unreadable,
            encoding=decoded.encoding,
        )


class Html(HTMLParser):
    """Turns a stream of tags into elements of a flow. It never recurses, however deep the tags."""

    def __init__(self, flow: Flow) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.meta: dict[str, str] = {}
        self.hidden = 0
        self._flow = flow
        self._pieces: list[str] = []
        self._kind = BlockKind.PARAGRAPH
        self._level = 0
        self._lists: list[int] = []  # the last number of each open list; 0 for bullets
        self._label = ""
        self._tables: list[Rows] = []
        self._navigation = 0
        self._skipped = ""  # the tag that is left out, while it is open
        self._skipped_depth = 0
        self._is_hiding = False
        self._in_title = False
        self._pre = 0

    def read(self, text: str) -> None:
        """Reads a whole page, or as much as the flow takes."""
        for start in range(0, len(text), _PIECE):
            if self._flow.is_stopped():
                break
            self.feed(text[start : start + _PIECE])
        self.close()
        while self._tables:
            self._end_table()
        self._flush()

    # What the parser calls

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes an opening tag."""
        if self._skipped:
            if tag == self._skipped and tag not in _SELF_ENDING:
                self._skipped_depth += 1
            elif tag == self._skipped:
                self._skipped = ""
            if self._skipped:
                return
        attributes = dict(attrs)
        if tag in _VOID:
            self._take_void(tag, attributes)
            return
        if tag in _LEFT_OUT or _is_hidden(attributes):
            self._is_hiding = tag not in _LEFT_OUT
            self._skipped, self._skipped_depth = tag, 1
            return
        if tag == "html" and attributes.get("lang"):
            self.meta["lang"] = attributes["lang"] or ""
        self._open(tag)

    def handle_endtag(self, tag: str) -> None:
        """Takes a closing tag."""
        if self._skipped:
            if tag == self._skipped:
                self._skipped_depth -= 1
                if self._skipped_depth == 0:
                    self._skipped = ""
            return
        self._close(tag)

    def handle_data(self, data: str) -> None:
        """Takes text."""
        if self._skipped:
            self.hidden += len(data.strip()) if self._is_hiding else 0
        elif self._in_title:
            self.title += data
        else:
            self._pieces.append(data if self._pre else _one_line(data))

    # Tags

    def _take_void(self, tag: str, attributes: Attributes) -> None:
        if tag == "br":
            self._pieces.append("\n")
        elif tag == "hr":
            self._flush()
        elif tag == "meta":
            name = attributes.get("name") or attributes.get("property") or ""
            self.meta.setdefault(name.lower(), attributes.get("content") or "")

    def _open(self, tag: str) -> None:
        if tag == "title":
            self._in_title = not self._flow.elements and not self.title
        elif tag in _HEADINGS:
            self._flush()
            self._kind, self._level = BlockKind.HEADING, _HEADINGS[tag]
        elif tag in _KINDS:
            self._flush()
            self._kind = _KINDS[tag]
            self._pre += tag == "pre"
        elif tag in _BLOCKS:
            self._flush()
        elif handler := _OPENERS.get(tag):
            self._flush()
            handler(self)

    def _close(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        elif tag in _HEADINGS or tag in _KINDS or tag in _BLOCKS:
            self._flush()
            self._pre = max(0, self._pre - (tag == "pre"))
        elif handler := _CLOSERS.get(tag):
            self._flush()
            handler(self)

    def _open_list(self, first: int) -> None:
        if len(self._lists) < _MAX_NESTING:
            self._lists.append(first)

    def _close_list(self) -> None:
        if self._lists:
            self._lists.pop()

    def _open_item(self) -> None:
        self._label = "-"
        if self._lists and self._lists[-1]:
            self._label = f"{self._lists[-1]}."
            self._lists[-1] += 1

    def _close_item(self) -> None:
        self._label = ""

    def _open_navigation(self) -> None:
        self._navigation += 1

    def _close_navigation(self) -> None:
        self._navigation = max(0, self._navigation - 1)

    def _open_table(self) -> None:
        if len(self._tables) < _MAX_NESTING:
            self._tables.append([])

    def _open_row(self) -> None:
        if self._tables:
            self._tables[-1].append([])

    def _open_cell(self) -> None:
        if self._tables:
            if not self._tables[-1]:
                self._tables[-1].append([])
            self._tables[-1][-1].append([])

    def _end_table(self) -> None:
        if self._tables:
            for element in table_rows(self._tables.pop()):
                self._emit(element)

    def _flush(self) -> None:
        """Ends the paragraph that is open."""
        raw = "".join(self._pieces)
        self._pieces.clear()
        kind, level = self._kind, self._level
        self._kind, self._level = BlockKind.PARAGRAPH, 0
        if kind is BlockKind.CODE:
            text = "\n".join(line.rstrip() for line in clean(raw).strip("\n").split("\n"))
        elif kind is BlockKind.HEADING:
            text = clean_line(raw)
        else:
            text = clean_lines(raw)
        if not text.strip():
            self._kind, self._level = kind, level  # an empty block has not used it up
            return
        if self._label and kind is BlockKind.PARAGRAPH:
            level = max(len(self._lists), 1)
            text, kind = list_item(text, level, self._label), BlockKind.LIST_ITEM
            self._label = ""
        self._emit(Element(kind, text, level))

    def _emit(self, element: Element) -> None:
        if self._tables and self._tables[-1] and self._tables[-1][-1]:
            self._tables[-1][-1][-1].append(element)
            return
        if self._navigation:
            element.kind, element.level = BlockKind.REPEATED, 0
        self._flow.add(element.kind, element.text, element.level, element.tight)


def _one_line(data: str) -> str:
    return data.replace("\n", " ").replace("\r", " ")


def _is_hidden(attributes: Attributes) -> bool:
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style")
    return bool(style) and bool(_HIDING.search((style or "").replace(" ", "").lower()))


_OPENERS: Mapping[str, Callable[[Html], None]] = {
    "ul": lambda html: html._open_list(0),
    "menu": lambda html: html._open_list(0),
    "ol": lambda html: html._open_list(1),
    "li": Html._open_item,
    "table": Html._open_table,
    "tr": Html._open_row,
    "td": Html._open_cell,
    "th": Html._open_cell,
    "nav": Html._open_navigation,
}
_CLOSERS: Mapping[str, Callable[[Html], None]] = {
    "ul": Html._close_list,
    "ol": Html._close_list,
    "menu": Html._close_list,
    "li": Html._close_item,
    "table": Html._end_table,
    "td": lambda html: None,
    "th": lambda html: None,
    "tr": lambda html: None,
    "nav": Html._close_navigation,
}
