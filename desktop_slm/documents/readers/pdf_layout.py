"""From the lines of a PDF page to its paragraphs.

A line goes on in the next one where the next one's first word would not have fitted on it. This
holds for justified and ragged text alike, and keeps rows of tables, addresses and code apart.
"""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from desktop_slm.documents.document import BlockKind
from desktop_slm.documents.readers.clean import clean_line
from desktop_slm.documents.readers.element import Element
from desktop_slm.documents.readers.hyphens import Hyphens
from desktop_slm.documents.readers.pdf_lines import Line
from desktop_slm.documents.readers.pdf_outline import Found

_BULLET = re.compile(r"[•◦▪▫‣⁃∙·●○■□➢➤✓✔–—*\-\uf0b7\uf0a7\uf0d8\uf0fc]\s+\S")
_NUMBERED = re.compile(r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)]|\[\d{1,3}\])\s+\S")
_NOTE = re.compile(r"(?:\[?\d{1,3}\]?|[*†‡§])[.)]?\s*\S")
_CAPTION = re.compile(
    r"(?:Table|Figure|Fig\.|Tabelle|Tab\.|Abbildung|Abb\.|Tableau|Tabla|Figura|図|表|图)\s*"
    r"(?:\d+|[A-Z]\.)[\d.\-–]*\s*[:.：]?\s"
)
_LEADER = re.compile(r"(?:\s?[.…·]){5,}\s*")
_ENDS_SENTENCE = re.compile(r"[.!?:;。！？：；][\"'”’»)\]]*$")
# Scripts written without spaces: Thai to Khmer, kana, Han, full-width forms.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3400-\u9fff"
                       "\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")  # fmt: skip
_SAME_SIZE = 0.2
_EQUAL_SIZE = 0.03
_NOTE_SIZE = 0.92
_LETTER = 0.6  # of the size, on average and at most, in a line without gaps
_SPACED = (0.68, 0.85)  # of the size: letters wider on average, and capitals, mean a row with gaps
_SHARED_END = 3  # lines
_MIN_COLUMN = 4  # lines
_MOST_LEADING = 1.3  # of the usual distance between lines


class _Step(Enum):
    JOIN = 0
    TIGHT = 1
    BREAK = 2


@dataclass(slots=True)
class Paragraph(Element):
    """An element with what is known of its looks; `level` is set for headings of the outline."""

    lines: list[Line] = field(default_factory=list)

    @property
    def size(self) -> float:
        """The size of its first line."""
        return self.lines[0].size


def paragraphs(
    lines: Sequence[Line], headings: Mapping[int, Found], hyphens: Hyphens
) -> list[Paragraph]:
    """Returns the paragraphs; `headings` tells by their numbers which lines are."""
    if not lines:
        return []
    page = _Measures(lines)
    groups: list[tuple[list[int], bool]] = [([0], False)]
    for index in range(1, len(lines)):
        step = page.step(index, headings, groups[-1][0])
        if step is _Step.JOIN:
            groups[-1][0].append(index)
        else:
            groups.append(([index], step is _Step.TIGHT))
    found = []
    for group, tight in groups:
        level = headings[group[0]][0] if group[0] in headings else 0
        found.append(_paragraph([lines[at] for at in group], tight, level, page, hyphens))
    return found


def _paragraph(
    lines: list[Line], tight: bool, level: int, page: _Measures, hyphens: Hyphens
) -> Paragraph:
    kind = BlockKind.HEADING if level else page.kind(lines)
    if kind is BlockKind.CODE:
        text = "\n".join(clean_line(line.text) for line in lines)
    else:
        text = _joined(lines, hyphens)
    return Paragraph(kind, text, level, tight, lines)


def _joined(lines: Sequence[Line], hyphens: Hyphens) -> str:
    text = lines[0].text
    for before, line in itertools.pairwise(lines):
        if before.hyphen:
            text = hyphens.join(text.rstrip(), line.text.lstrip())
        elif _UNSPACED.match(text[-1:]) and _UNSPACED.match(line.text[:1]):
            text += line.text
        else:
            text = f"{text} {line.text}"
    if lines[-1].hyphen:
        text += "-"
    return clean_line(_LEADER.sub(" … ", text) if _has_leader(text) else text)


def _has_leader(text: str) -> bool:
    """Whether dots lead from words to a page number, as in a table of contents."""
    # Most lines have none of these, and finding that out so is ten times faster.
    may_have = "..." in text or ". ." in text or "··" in text or "· ·" in text or "……" in text
    return may_have and _LEADER.search(text) is not None


class _Measures:
    """What is usual on this page: sizes, distances, margins."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        weights: Counter[float] = Counter()
        for line in lines:
            weights[line.size] += len(line.text)
        self.body = weights.most_common(1)[0][0]
        self._leading = self._usual_leading()
        self._margins = self._right_margins()
        mono = sum(len(line.text) for line in lines if line.mono)
        self._has_code = 0 < mono < 0.8 * sum(len(line.text) for line in lines)
        self._notes_begin = self._first_note()

    def kind(self, lines: Sequence[Line]) -> BlockKind:
        """Returns what a group of lines is, as far as its looks tell."""
        first = lines[0]
        if self._has_code and all(line.mono for line in lines):
            return BlockKind.CODE
        if first.y <= self._notes_begin and first.size <= _NOTE_SIZE * self.body:
            return BlockKind.FOOTNOTE
        if _CAPTION.match(first.text):
            return BlockKind.CAPTION
        if _is_item(first):
            return BlockKind.LIST_ITEM
        return BlockKind.PARAGRAPH

    def step(self, index: int, headings: Mapping[int, Found], group: Sequence[int]) -> _Step:
        """Returns how a line follows the one before it."""
        before, line = self._lines[index - 1], self._lines[index]
        if index in headings or index - 1 in headings:
            is_same = headings.get(index) == headings.get(index - 1) and before.y > line.y
            return _Step.JOIN if is_same else _Step.BREAK
        distance = before.y - line.y
        height = max(before.size, line.size)
        is_beside = abs(distance) < 0.4 * height and line.x0 >= before.x1 - 1
        if before.hyphen or is_beside:
            return _Step.JOIN
        if abs(before.size - line.size) > _SAME_SIZE * height:
            return _Step.BREAK
        if distance <= 0 or line.x0 > before.x1:
            return self._across(before, line)
        if distance <= _MOST_LEADING * self._leading:
            return self._below(index, group)
        return self._below_large(index, group, distance)

    def _below(self, index: int, group: Sequence[int]) -> _Step:
        is_code = self._has_code and self._lines[index - 1].mono and self._lines[index].mono
        return _Step.JOIN if is_code or self._goes_on(index, group) else _Step.TIGHT

    def _below_large(self, index: int, group: Sequence[int], distance: float) -> _Step:
        """Lines of a long title are as far apart as their size asks for, and not as the text's."""
        before, line = self._lines[index - 1], self._lines[index]
        is_title = self._is_large(line) and abs(before.size / line.size - 1) < _EQUAL_SIZE
        is_near = distance <= _MOST_LEADING * self._leading * line.size / self.body
        return _Step.JOIN if is_title and is_near and self._goes_on(index, group) else _Step.BREAK

    def _is_large(self, line: Line) -> bool:
        return line.size > (1 + _SAME_SIZE) * self.body

    def _across(self, before: Line, line: Line) -> _Step:
        """From the foot of a column to the head of the next: joined where a sentence goes on."""
        goes_on = line.text[:1].islower() and not _ENDS_SENTENCE.search(before.text)
        return _Step.JOIN if goes_on and self._is_full(before, line) else _Step.BREAK

    def _goes_on(self, index: int, group: Sequence[int]) -> bool:
        before, line = self._lines[index - 1], self._lines[index]
        if _BULLET.match(line.text) or _has_leader(before.text) or _is_spaced(before):
            return False
        if _NUMBERED.match(line.text) and abs(line.x0 - self._lines[group[0]].x0) < 2:
            return False
        if not self._is_full(before, line):
            return False
        indent = line.x0 - before.x0
        if indent <= 0.8 * line.size or _is_item(self._lines[group[0]]) or len(group) > 1:
            return indent <= 0.8 * line.size or len(group) == 1
        after = self._lines[index + 1] if index + 1 < len(self._lines) else line
        return abs(after.x0 - line.x0) < 2 and len(self._lines) > index + 1

    def _is_full(self, before: Line, line: Line) -> bool:
        room = self._margins[id(before)] - before.x1
        if _UNSPACED.match(line.text):
            return room < 1.5 * line.size
        letter = _LETTER * line.size
        if not self._is_large(line):  # titles are bold more often than not
            letter = min((line.x1 - line.x0) / max(len(line.text), 1), letter)
        word = len(line.text.split(None, 1)[0])
        return room < letter * (word * 0.85 + 0.7)

    def _first_note(self) -> float:
        """Returns the height at which footnotes begin, below all text of the usual size."""
        full = sorted(line.y for line in self._lines if line.size > _NOTE_SIZE * self.body)
        if len(full) < 2:
            return 0.0
        ends = full[1]  # the lowest may be a page number
        small = [
            line for line in self._lines
            if line.size <= _NOTE_SIZE * self.body and line.top < ends and line.y > full[0]
        ]  # fmt: skip
        first = max(small, key=lambda line: line.y, default=None)
        return first.y if first and _NOTE.match(first.text.lstrip()) else 0.0

    def _usual_leading(self) -> float:
        distances = [
            round(before.y - line.y, 1)
            for before, line in zip(self._lines, self._lines[1:], strict=False)
            if 0.9 * line.size < before.y - line.y < 2.5 * line.size
        ]
        if not distances:
            return 1.25 * self.body
        usual = Counter(distances).most_common(1)[0]
        return usual[0] if usual[1] > 2 else statistics.median_low(distances)

    def _right_margins(self) -> dict[int, float]:
        """Returns for each line how far to the right it could have gone."""
        columns = _columns(self._lines)
        edges: defaultdict[int, float] = defaultdict(float)
        starts: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
        for line in self._lines:
            column = columns[id(line)]
            edges[column] = max(edges[column], line.x1)
            starts[column, round(line.x0 / 2)].append(line.x1)
        shared = {start: _shared_ends(ends) for start, ends in starts.items()}
        margins = {}
        for line in self._lines:
            column = columns[id(line)]
            edge = edges[column]
            # Lines that start and end alike are a justified text of its own width.
            least = max(line.x1 - 1, line.x0 + 0.8 * (edge - line.x0))
            ends = shared[column, round(line.x0 / 2)]
            margins[id(line)] = next((end for end in ends if end >= least), edge)
        return margins


def _shared_ends(ends: list[float]) -> list[float]:
    """Returns the right ends that several lines share."""
    ends.sort()
    reach = _SHARED_END - 1
    return [end for end, first in zip(ends[reach:], ends, strict=False) if end - first < 2]


def _is_spaced(line: Line) -> bool:
    letter = (line.x1 - line.x0) / max(len(line.text), 1)
    limit = _SPACED[line.text.isupper()] * line.size
    return letter > limit and not _UNSPACED.search(line.text)


def _is_item(line: Line) -> bool:
    return bool(_BULLET.match(line.text) or _NUMBERED.match(line.text))


def _columns(lines: Sequence[Line]) -> dict[int, int]:
    """Returns each line's column: 0 left or across, 1 right; all 0 where there is one column."""
    left = min(line.x0 for line in lines)
    right = max(line.x1 for line in lines)
    if sum(line.x0 >= left + 0.35 * (right - left) for line in lines) < _MIN_COLUMN:
        return {id(line): 0 for line in lines}
    for share in (0.5, 0.45, 0.55, 0.35, 0.65):
        middle = left + share * (right - left)
        before = [line for line in lines if line.x1 <= middle]
        after = [line for line in lines if line.x0 >= middle]
        crossing = len(lines) - len(before) - len(after)
        if min(len(before), len(after)) >= _MIN_COLUMN and crossing <= 0.3 * len(lines):
            return {
                id(line): 0 if line.x1 <= middle else 1 if line.x0 >= middle else 2
                for line in lines
            }
    return {id(line): 0 for line in lines}
