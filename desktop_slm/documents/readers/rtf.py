"""RTF: paragraphs, headings, lists, tables and notes, from the file's own row of tokens.

Nothing recurses, however deep the groups; what is deeper than any honest file ends the reading.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from desktop_slm import errors
from desktop_slm.documents.document import BlockKind, Format, SkipReason
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.readers import rtf_encodings
from desktop_slm.documents.readers.clean import clean_line
from desktop_slm.documents.readers.element import Element
from desktop_slm.documents.readers.flow import Flow, about
from desktop_slm.documents.readers.rtf_story import Look, Story
from desktop_slm.documents.readers.rtf_tokens import Kind, Token, tokens
from desktop_slm.documents.readers.sink import Budget, Sink
from desktop_slm.documents.readers.source import Source

_MAX_DEPTH = 2_000
_MAX_NOTES = 100_000
_LOOK_EVERY = 2_000  # tokens between two looks at the clock
_HEADING_NAME = re.compile(
    r"(?i)(?:heading|überschrift|titre|título|titolo|kop|rubrik|nagłówek|заголовок|见出し|標題)"
    r"\s*(\d)$"
)


def read(source: Source, sink: Sink, budget: Budget) -> None:
    """Sends an RTF file to the sink, a page for each top section."""
    flow = Flow(budget)
    rtf = Rtf(flow)
    rtf.read(source.data)
    if not flow.elements and flow.stopped is SkipReason.DAMAGED:
        raise errors.DamagedFile(name=source.name)
    if not flow.elements and flow.stopped is not None:
        sink.begin(about(Format.RTF))
        sink.stop(flow.stopped)
        return
    named = {key: clean_line(rtf.info.get(key, "")) for key in ("title", "author")}
    flow.send(sink, about(Format.RTF, date=rtf.date, language=rtf.language, **named), source.name)
    rtf.send_notices(sink)


class _Use(Enum):
    """What becomes of a group's text."""

    TEXT = 0
    SKIPPED = 1  # with everything in it
    SILENT = 2  # its text alone
    FONTS = 3
    STYLES = 4
    INFO = 5  # a line about the document
    LABEL = 6


@dataclass(slots=True)
class _Group:
    use: _Use
    story: Story
    look: Look
    encoding: str = ""  # of the font; "" for the document's own
    unicode_skip: int = 1
    is_hidden: bool = False
    is_deleted: bool = False
    is_inserted: bool = False
    on_end: Callable[[_Group], None] | None = None
    is_new: bool = True  # nothing but \* stood in it yet
    is_optional: bool = False

    def inner(self) -> _Group:
        """Returns a group in this one, which begins as this one is."""
        look = Look(self.look.heading, self.look.list_level, self.look.table)
        return _Group(
            self.use, self.story, look, self.encoding, self.unicode_skip,
            self.is_hidden, self.is_deleted, self.is_inserted,
        )  # fmt: skip


@dataclass(slots=True)
class _Style:
    number: int = 0
    level: int = 0
    name: list[bytes] = field(default_factory=list)


class Rtf:
    """Reads one stream of tokens into a flow."""

    def __init__(self, flow: Flow) -> None:
        self.info: dict[str, str] = {}
        self.date = self.language = ""
        self.hidden = self.changes = self.comments = self.pictures = self.objects = 0
        self._flow = flow
        self._main = Story(self._take)
        self._group = _Group(_Use.TEXT, self._main, Look(), is_new=False)
        self._stack: list[_Group] = []
        self._encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0  # that is being defined
        self._default_font = 0
        self._levels: dict[int, int] = {}  # of headings, by the number of a style
        self._style = _Style()
        self._left_to_skip = 0  # characters that stand in for one written in Unicode
        self._notes: list[str] = []
        self._noted = 0
        self._running: dict[str, None] = {}  # headers and footers, each once
        self._numbers: dict[str, int] = {}  # of the date

    def read(self, data: mmap.mmap | bytes) -> None:
        """Reads to the end, or as far as the flow takes it."""
        for count, token in enumerate(tokens(data)):
            if count % _LOOK_EVERY == 0 and self._flow.is_stopped():
                break
            if token.kind is Kind.OPEN:
                if len(self._stack) >= _MAX_DEPTH:
                    self._flow.stopped = self._flow.stopped or SkipReason.DAMAGED
                    break
                self._open()
            elif token.kind is Kind.CLOSE:
                self._close()
            else:
                self._take_token(token)
        while self._stack:
            self._close()
        self._main.end(self._group.look)
        for text in self._running:
            self._flow.add(BlockKind.REPEATED, text)

    def send_notices(self, sink: Sink) -> None:
        """Sends what was counted on the way."""
        if self.changes or self.comments:
            sink.notice(NoticeKind.CHANGES, changes=self.changes, comments=self.comments)
        if self.hidden:
            sink.notice(NoticeKind.HIDDEN_WORDS, characters=self.hidden)
        if self.pictures:
            sink.notice(NoticeKind.PICTURES, pictures=self.pictures)
        if self.objects:
            sink.notice(NoticeKind.OBJECTS, objects=self.objects)

    def _take(self, element: Element) -> None:
        self._flow.add(element.kind, element.text, element.level, element.tight)
        for number in range(self._noted, len(self._notes)):
            self._flow.add(BlockKind.FOOTNOTE, f"[{number + 1}] {self._notes[number]}")
        self._noted = len(self._notes)

    # Groups

    def _open(self) -> None:
        self._left_to_skip = 0
        group = self._group
        self._stack.append(group)
        self._group = group.inner()
        if group.use is _Use.STYLES:
            self._style = _Style()

    def _close(self) -> None:
        self._left_to_skip = 0
        if not self._stack:
            return
        ended, self._group = self._group, self._stack.pop()
        if ended.on_end is not None:
            ended.on_end(ended)
        elif ended.use is _Use.STYLES:
            self._end_style()

    def _use(self, use: _Use, on_end: Callable[[_Group], None] | None = None) -> None:
        self._group.use = use
        if on_end is not None:
            self._group.on_end = on_end

    def _end_style(self) -> None:
        name = b"".join(self._style.name).decode(self._encoding, "replace").strip(" ;")
        found = _HEADING_NAME.match(name)
        level = self._style.level or (int(found[1]) if found else 0)
        if level or name.lower() == "title":
            self._levels[self._style.number] = level or 1
        self._style = _Style()

    # Tokens

    def _take_token(self, token: Token) -> None:
        group = self._group
        is_first, group.is_new = group.is_new, False
        if token.kind is Kind.SYMBOL and token.word == "*":
            group.is_optional, group.is_new = is_first, is_first
            return
        if group.use is _Use.SKIPPED:
            return
        if token.kind is Kind.WORD:
            self._take_word(token, is_first=is_first)
        elif token.kind is Kind.SYMBOL:
            self._take_symbol(token.word)
        else:
            self._take_text(token.data)

    def _take_word(self, token: Token, *, is_first: bool) -> None:
        word, number = token.word, token.number
        if word == "u" and number is not None:
            self._put(_character(number))
            self._left_to_skip = self._group.unicode_skip
            return
        if self._left_to_skip:
            self._left_to_skip -= 1
            return
        if word in _DESTINATIONS:
            _DESTINATIONS[word](self)
        elif word in _SKIPPED_GROUPS or (is_first and self._group.is_optional):
            if word not in _OPTIONAL_READ:
                self._use(_Use.SKIPPED)
        elif word in _SIGNS:
            self._put(_SIGNS[word])
        elif handler := _WORDS.get(word):
            handler(self, number)

    def _take_symbol(self, sign: str) -> None:
        if self._left_to_skip:
            self._left_to_skip -= 1
        elif sign in "\r\n":
            self._end_paragraph()
        elif sign in _SYMBOLS:
            self._put(_SYMBOLS[sign])

    def _take_text(self, data: bytes) -> None:
        if self._left_to_skip:
            passed = min(self._left_to_skip, len(data))
            self._left_to_skip -= passed
            data = data[passed:]
        group = self._group
        if group.use is _Use.STYLES:
            self._style.name.append(data)
        elif group.use in (_Use.TEXT, _Use.LABEL, _Use.INFO) and not self._is_unseen(len(data)):
            font = self._fonts.get(self._default_font, "")
            group.story.add_bytes(data, group.encoding or font or self._encoding)

    def _put(self, text: str) -> None:
        use = self._group.use
        if use in (_Use.TEXT, _Use.LABEL, _Use.INFO) and not self._is_unseen(len(text)):
            self._group.story.add(text)

    def _is_unseen(self, length: int) -> bool:
        group = self._group
        if group.is_hidden and not group.is_deleted and group.use is _Use.TEXT:
            self.hidden += length
        return group.is_hidden or group.is_deleted

    # Paragraphs and tables

    def _end_paragraph(self) -> None:
        if self._group.use is _Use.TEXT:
            self._group.story.end_paragraph(self._group.look)

    def _end_cell(self, depth: int) -> None:
        if self._group.use is _Use.TEXT:
            self._group.story.end_cell(self._group.look, depth)

    def _end_row(self, depth: int) -> None:
        if self._group.use in (_Use.TEXT, _Use.SILENT):
            self._group.story.end_row(depth)

    # Destinations

    def _begin_note(self) -> None:
        if self._group.use is not _Use.TEXT or len(self._notes) >= _MAX_NOTES:
            self._use(_Use.SKIPPED)
            return
        # Its number is taken now, so that a note in a note does not get it.
        number = len(self._notes)
        self._notes.append("")
        self._group.story.add(f"[{number + 1}]")

        def keep(text: str) -> None:
            self._notes[number] = text

        self._begin_story(keep)

    def _begin_running(self) -> None:
        self._begin_story(self._running.setdefault)

    def _begin_box(self) -> None:
        """Begins the text of a box: paragraphs after the one that it hangs on."""
        if self._group.use not in (_Use.TEXT, _Use.SILENT):
            return
        boxed: list[Element] = []
        outer = self._group.story
        story = Story(boxed.append)
        self._group.story, self._group.look = story, Look()

        def end(ended: _Group) -> None:
            story.end(ended.look)
            for element in boxed:
                outer.add(f"\n{element.text}")

        self._use(_Use.TEXT, end)

    def _begin_story(self, keep: Callable[[str], object]) -> None:
        found: list[Element] = []
        story = Story(found.append)
        self._group.story, self._group.look = story, Look()
        self._group.encoding = ""

        def end(ended: _Group) -> None:
            story.end(ended.look)
            if text := " ".join(" ".join(element.text for element in found).split()):
                keep(text)

        self._use(_Use.TEXT, end)

    def _begin_label(self) -> None:
        if self._group.use is not _Use.TEXT:
            return
        outer = self._group.story
        found: list[Element] = []
        story = Story(found.append)
        self._group.story = story

        def end(_: _Group) -> None:
            story.end(Look())
            outer.label = " ".join(element.text for element in found) or "-"

        self._use(_Use.LABEL, end)

    def _begin_info(self, name: str) -> None:
        if self._group.use is not _Use.INFO:
            return

        def keep(text: str) -> None:
            self.info.setdefault(name, text)

        self._begin_story(keep)
        self._group.use = _Use.INFO

    def _begin_date(self) -> None:
        def end(_: _Group) -> None:
            numbers = self._numbers
            if numbers.get("yr"):
                self.date = (
                    f"{numbers['yr']:04d}-{numbers.get('mo', 1):02d}-{numbers.get('dy', 1):02d}"
                )

        self._use(_Use.SILENT, end)

    def _begin_comment(self) -> None:
        self.comments += 1
        self._use(_Use.SKIPPED)

    def _begin_picture(self) -> None:
        self.pictures += 1
        self._use(_Use.SKIPPED)

    def _begin_object(self) -> None:
        self.objects += 1
        self._use(_Use.SILENT)

    # Words

    def _set_font(self, number: int | None) -> None:
        if self._group.use is _Use.FONTS:
            self._font = number or 0
        else:
            self._group.encoding = self._fonts.get(number or 0, "")

    def _set_charset(self, number: int | None) -> None:
        if self._group.use is _Use.FONTS:
            self._fonts[self._font] = rtf_encodings.of_charset(number or 0)

    def _set_code_page(self, number: int | None) -> None:
        encoding = rtf_encodings.of_code_page(number or 0)
        if self._group.use is _Use.FONTS:
            self._fonts[self._font] = self._fonts.get(self._font) or encoding
        elif encoding:
            self._encoding = encoding

    def _set_style(self, number: int | None) -> None:
        if self._group.use is _Use.STYLES:
            self._style.number = number or 0
        else:
            self._group.look.heading = self._levels.get(number or 0, 0)

    def _set_outline(self, number: int | None) -> None:
        level = (number or 0) + 1
        level = level if 1 <= level <= 9 else 0
        if self._group.use is _Use.STYLES:
            self._style.level = level
        else:
            self._group.look.heading = level

    def _reset_paragraph(self, _: int | None) -> None:
        self._group.look = Look()

    def _reset_characters(self, _: int | None) -> None:
        self._group.is_hidden = False
        self._group.encoding = ""

    def _set_list(self, number: int | None) -> None:
        self._group.look.list_level = max(self._group.look.list_level, 1) if number else 0

    def _set_list_level(self, number: int | None) -> None:
        self._group.look.list_level = min(max((number or 0) + 1, 1), 9)

    def _set_in_table(self, number: int | None) -> None:
        self._group.look.table = max(self._group.look.table, 1) if number != 0 else 0

    def _set_table_depth(self, number: int | None) -> None:
        self._group.look.table = max(number or 0, 0)

    def _set_hidden(self, number: int | None) -> None:
        self._group.is_hidden = number != 0

    def _set_deleted(self, number: int | None) -> None:
        self.changes += number != 0 and not self._group.is_deleted
        self._group.is_deleted = number != 0

    def _set_inserted(self, number: int | None) -> None:
        self.changes += number != 0 and not self._group.is_inserted
        self._group.is_inserted = number != 0

    def _set_unicode_skip(self, number: int | None) -> None:
        self._group.unicode_skip = min(max(number if number is not None else 1, 0), 16)

    def _set_language(self, number: int | None) -> None:
        self.language = rtf_encodings.language_of(number or 0)

    def _set_default_font(self, number: int | None) -> None:
        self._default_font = number or 0


def _character(number: int) -> str:
    number += 0x10000 if number < 0 else 0
    return chr(number) if 0 < number < 0x110000 else "\N{REPLACEMENT CHARACTER}"


def _number(name: str) -> Callable[[Rtf, int | None], None]:
    def keep(rtf: Rtf, number: int | None) -> None:
        rtf._numbers[name] = min(max(number or 0, 0), 9999)

    return keep


_DESTINATIONS: Mapping[str, Callable[[Rtf], None]] = {
    "fonttbl": lambda rtf: rtf._use(_Use.FONTS),
    "stylesheet": lambda rtf: rtf._use(_Use.STYLES),
    "info": lambda rtf: rtf._use(_Use.INFO),
    "title": lambda rtf: rtf._begin_info("title"),
    "author": lambda rtf: rtf._begin_info("author"),
    "creatim": Rtf._begin_date,
    "footnote": Rtf._begin_note,
    "annotation": Rtf._begin_comment,
    "pict": Rtf._begin_picture,
    "object": Rtf._begin_object,
    "listtext": Rtf._begin_label,
    "pntext": Rtf._begin_label,
    "shptxt": Rtf._begin_box,
    "result": lambda rtf: rtf._use(_Use.TEXT),
    "shp": lambda rtf: rtf._use(_Use.SILENT),
    "shpinst": lambda rtf: rtf._use(_Use.SILENT),
    "shppict": lambda rtf: rtf._use(_Use.SILENT),
    "nesttableprops": lambda rtf: rtf._use(_Use.SILENT),
    **{
        f"{name}{side}": Rtf._begin_running
        for name in ("header", "footer")
        for side in ("", "l", "r", "f")
    },
}
_SKIPPED_GROUPS = frozenset(
    "colortbl filetbl nonshppict shprslt nonesttables fldinst datafield private subject keywords "
    "doccomm operator category manager company comment hlinkbase revtim printim buptim atnid "
    "atnauthor atndate atnicn atnref atnparent listtable listoverridetable rsidtbl pnseclvl xe tc "
    "bkmkstart bkmkend ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn objclass objname objdata "
    "objalias template passwordhash themedata colorschememapping latentstyles datastore "
    "xmlnstbl mmathPr pgdsctbl revtbl generator falt panose".split()
)
_OPTIONAL_READ = frozenset(("cs", "ds", "ts"))
_SIGNS = {
    "tab": "\t", "line": "\n", "softline": "\n", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ",
    "enspace": " ", "qmspace": " ",
}  # fmt: skip
_SYMBOLS = {"~": " ", "_": "-", "{": "{", "}": "}", "\\": "\\"}
_WORDS: Mapping[str, Callable[[Rtf, int | None], None]] = {
    "par": lambda rtf, _: rtf._end_paragraph(),
    "sect": lambda rtf, _: rtf._end_paragraph(),
    "page": lambda rtf, _: rtf._end_paragraph(),
    "cell": lambda rtf, _: rtf._end_cell(1),
    "row": lambda rtf, _: rtf._end_row(1),
    "nestcell": lambda rtf, _: rtf._end_cell(rtf._group.look.table),
    "nestrow": lambda rtf, _: rtf._end_row(rtf._group.look.table),
    "pard": Rtf._reset_paragraph,
    "plain": Rtf._reset_characters,
    "f": Rtf._set_font,
    "fcharset": Rtf._set_charset,
    "cpg": Rtf._set_code_page,
    "ansicpg": Rtf._set_code_page,
    "mac": lambda rtf, _: rtf._set_code_page(10000),
    "pc": lambda rtf, _: rtf._set_code_page(437),
    "pca": lambda rtf, _: rtf._set_code_page(850),
    "s": Rtf._set_style,
    "outlinelevel": Rtf._set_outline,
    "ls": Rtf._set_list,
    "ilvl": Rtf._set_list_level,
    "intbl": Rtf._set_in_table,
    "itap": Rtf._set_table_depth,
    "v": Rtf._set_hidden,
    "deleted": Rtf._set_deleted,
    "revised": Rtf._set_inserted,
    "uc": Rtf._set_unicode_skip,
    "deflang": Rtf._set_language,
    "deff": Rtf._set_default_font,
    "yr": _number("yr"),
    "mo": _number("mo"),
    "dy": _number("dy"),
}
