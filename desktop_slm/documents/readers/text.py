"""Plain text: paragraphs whose wrapped lines are joined, and underlined or numbered headings.

A line was wrapped where the next line's first word would not have fitted into the text's width.
Lines that end early were meant to end there: addresses, verses, tables, code.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from desktop_slm.documents.document import BlockKind, Format
from desktop_slm.documents.readers.clean import clean
from desktop_slm.documents.readers.encoding import decode
from desktop_slm.documents.readers.flow import Flow, about
from desktop_slm.documents.readers.html import send_encoding
from desktop_slm.documents.readers.sink import Budget, Sink
from desktop_slm.documents.readers.source import Source

_BLANK = re.compile(r"\n[ \t]*\n+")
_UNDERLINE = re.compile(r"([=\-~*^#+\"'.:_])\1{2,}$")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+[^\W\d_].{0,78}[^.,;:!?\s]$")
_CHAPTER = re.compile(
    r"(?:chapter|part|appendix|book|kapitel|teil|anhang|chapitre|partie|annexe|cap[ií]tulo)"
    r"\s+(?:\d{1,3}|[ivxlc]{1,6}|[a-z])\b.{0,80}$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:[-*+•–o]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s+\S")
_TABLE = re.compile(r"\s*(?:[|+│├└┌╔║]|[-=_*#]{4})")  # drawn with signs: always of full width
_UNSPACED_END = re.compile("[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]$")
_CUT = re.compile(r"([^\W\d_]+)-$")
_WORD = re.compile(r"[^\W\d_]+")
_WIDTHS = (40, 130)


def read(source: Source, sink: Sink, budget: Budget) -> None:
    """Sends a text file to the sink, a page for each top section."""
    decoded = decode(bytes(source.data))
    flow = Flow(budget)
    TextReader(flow).read(clean(decoded.text).expandtabs(4))
    flow.send(sink, about(Format.TEXT), source.name)
    send_encoding(sink, decoded)


class TextReader:
    """Goes over the blocks between blank lines."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._underlines: list[str] = []  # in the order in which they come: their levels
        self._parents: set[str] = set()
        self._words: frozenset[str] = frozenset()

    def read(self, text: str) -> None:
        """Reads a whole text, or as much as the flow takes."""
        self._words = frozenset(_WORD.findall(text))
        blocks = _BLANK.split(text)
        for block in blocks:
            if (found := _NUMBERED.match(block)) and "." in found[1]:
                self._parents.add(found[1].rpartition(".")[0])
        for block in blocks:
            if self._flow.is_stopped():
                return
            self._add([line.rstrip() for line in block.split("\n") if line.strip()])

    def _add(self, lines: Sequence[str]) -> None:
        while len(lines) > 1 and _is_underline(lines[1], lines[0]):
            sign = lines[1].strip()[0]
            if sign not in self._underlines:
                self._underlines.append(sign)
            level = self._underlines.index(sign) + 1
            self._flow.add(BlockKind.HEADING, lines[0].strip(), level)
            lines = lines[2:]
        if len(lines) == 1 and (level := self._heading_level(lines[0])):
            self._flow.add(BlockKind.HEADING, lines[0].strip(), level)
        elif lines:
            for number, text in enumerate(self._paragraphs(lines)):
                kind = BlockKind.LIST_ITEM if _ITEM.match(text) else BlockKind.PARAGRAPH
                self._flow.add(kind, text, tight=number > 0)

    def _paragraphs(self, lines: Sequence[str]) -> list[str]:
        """Returns the paragraphs of a block, its lines joined where they were wrapped."""
        width = max(map(len, lines))
        indent = min(len(line) - len(line.lstrip()) for line in lines)
        # In pieces: a paragraph that grows line by line is copied with each of them.
        paragraphs = [[lines[0][indent:]]]
        for before, line in itertools.pairwise(lines):
            if _WIDTHS[0] <= width <= _WIDTHS[1] and _goes_on(before, line, width):
                self._append(paragraphs[-1], line.strip())
            else:
                paragraphs.append([line[indent:]])
        return ["".join(pieces) for pieces in paragraphs]

    def _append(self, pieces: list[str], right: str) -> None:
        left = pieces[-1]
        if _UNSPACED_END.search(left):
            pieces.append(right)
        elif cut := _CUT.search(left):
            # Most lines that end in a hyphen were wrapped at one that belongs to the word.
            word = _WORD.match(right)
            is_cut = word is not None and cut[1] + word[0] in self._words
            pieces[-1] = left[:-1] + right if is_cut else left + right
        else:
            pieces += [" ", right]

    def _heading_level(self, line: str) -> int:
        """Returns the level of a heading without underline; numbered lists are none."""
        if self._underlines:
            return 0
        if _CHAPTER.match(line):
            return 1
        found = _NUMBERED.match(line)
        if found is None or ("." not in found[1] and found[1] not in self._parents):
            return 0
        return found[1].count(".") + 1


def _is_underline(line: str, title: str) -> bool:
    title = title.strip()
    length = sum(2 if ord(character) > 0x2E7F else 1 for character in title)
    return bool(_UNDERLINE.match(line.strip())) and abs(len(line.strip()) - length) <= 2


def _goes_on(before: str, line: str, width: int) -> bool:
    if _ITEM.match(line.strip()) or _TABLE.match(line) or _TABLE.match(before):
        return False
    word = line.split(None, 1)[0]
    return len(before) + 1 + min(len(word), width // 2) > width
