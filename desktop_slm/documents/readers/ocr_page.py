"""A recognised picture as a page: paragraphs, headings by size, and the words in doubt."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop_slm.documents.document import PLACE_SCALE, BlockKind
from desktop_slm.documents.readers.element import Element, compose
from desktop_slm.documents.readers.hyphens import Hyphens
from desktop_slm.documents.readers.ocr import ReadPicture
from desktop_slm.documents.readers.ocr_words import Word
from desktop_slm.documents.readers.sink import Sink

# Percent. A number that is wrong does more harm, and no dictionary knows it. Measured on 6,487
# words of bad copies in three languages: marked are 0.93 of the wrong numbers (0.19 of the right)
# and 0.65 of the wrong words (0.07 of the right); on clean pages hardly any.
UNCERTAIN_WORD = 80.0
UNCERTAIN_NUMBER = 92.0
_BODY_SIZE = 10.0
_HEADING_RATIO = 1.25
_HEADING_LINES = 3
_HEADING_LENGTH = 150
_EDGE_LINES = 3
_BULLET = re.compile(r"[•●▪◦‣∙]\s+|[-–—*]\s+(?=\w)")
_HYPHENS = ("-", "‐", "¬")

Span = tuple[int, int]


@dataclass(slots=True)
class _Paragraph:
    """The words of a paragraph, cut ones joined, and how it looks."""

    words: list[Word]
    lines: int = 0
    spans: list[Span] = field(default_factory=list)  # of the words in doubt, in `text`
    places: list[tuple[int, int, Word]] = field(default_factory=list)  # of all, in `text`
    text: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0

    @property
    def height(self) -> float:
        """The usual height of its lines in pixels."""
        return statistics.median(word.line_height for word in self.words)


def send(
    sink: Sink,
    number: int,
    label: str,
    picture: ReadPicture,
    written: Sequence[Element] = (),
    **looks: Any,
) -> None:
    """Sends a page of recognised words, and after them what was written on it as text."""
    paragraphs = _paragraphs(picture.words, Hyphens())
    elements = [Element(item.kind, item.text, item.level) for item in paragraphs]
    text, marks = compose([*elements, *written])
    uncertain = [
        [mark[1] + start, mark[1] + end]
        for item, mark in zip(paragraphs, marks, strict=False)
        for start, end in item.spans
    ]
    places = [
        number
        for item, mark in zip(paragraphs, marks, strict=False)
        for start, end, word in item.places
        for number in (mark[1] + start, mark[1] + end, *place_of(word, picture))
    ]
    sink.page(
        number,
        label,
        text,
        marks,
        sizes=[*_sizes(paragraphs), *(0.0 for _ in written)],
        edges=_edges(paragraphs, picture),
        recognized=[picture.language, round(picture.confidence), uncertain, places],
        **looks,
    )


def _paragraphs(words: Sequence[Word], hyphens: Hyphens) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    for word in words:
        if word.starts_paragraph or not found:
            found.append(_Paragraph([]))
        found[-1].words.append(word)
        found[-1].lines += word.starts_line
    hyphens.learn(" ".join(word.text for word in words))
    for paragraph in found:
        _fill(paragraph, hyphens)
    return [paragraph for paragraph in found if paragraph.text]


def _fill(paragraph: _Paragraph, hyphens: Hyphens) -> None:
    place = 0
    pieces = []
    for text, words in _joined(paragraph.words, hyphens):
        end = place + len(text)
        if not all(map(_is_sure, words)):
            paragraph.spans.append((place, end))
        paragraph.places += [(place, end, word) for word in words if word.right > word.left]
        pieces.append(text)
        place += len(text) + 1
    paragraph.text = " ".join(pieces)
    bullet = _BULLET.match(paragraph.text)
    if bullet and bullet.end() < len(paragraph.text):
        _cut(paragraph, bullet.end())


def _cut(paragraph: _Paragraph, count: int) -> None:
    """Takes a bullet off: the block's kind says it."""
    paragraph.kind, paragraph.level = BlockKind.LIST_ITEM, 1
    paragraph.text = paragraph.text[count:]
    paragraph.spans = [
        (start - count, end - count) for start, end in paragraph.spans if start >= count
    ]
    paragraph.places = [
        (start - count, end - count, word)
        for start, end, word in paragraph.places
        if start >= count
    ]


def place_of(word: Word, picture: ReadPicture) -> tuple[int, int, int, int]:
    """Returns left, top, right, bottom of a word on the picture as it is drawn, before any turn."""
    wide, high = max(picture.width, 1), max(picture.height, 1)
    corners = [(word.left / wide, word.top / high), (word.right / wide, word.bottom / high)]
    for _ in range(picture.turn // 90):  # it was turned counterclockwise: back, a quarter at a time
        corners = [(1 - y, x) for x, y in corners]
    across, down = (
        sorted(min(max(side, 0.0), 1.0) for side in sides) for sides in zip(*corners, strict=True)
    )
    left, right = (round(PLACE_SCALE * side) for side in across)
    top, bottom = (round(PLACE_SCALE * side) for side in down)
    return left, top, right, bottom


def _joined(words: Iterable[Word], hyphens: Hyphens) -> Iterator[tuple[str, list[Word]]]:
    """Yields words and what they were read as; what a line's end had cut is one word again."""
    text, parts = "", list[Word]()
    for word in words:
        if text and word.starts_line and text.endswith(_HYPHENS) and len(text) > 1:
            text, parts = hyphens.join(text[:-1], word.text), [*parts, word]
            continue
        if text:
            yield text, parts
        text, parts = word.text, [word]
    if text:
        yield text, parts


def _is_sure(word: Word) -> bool:
    has_digit = any(character.isdigit() for character in word.text)
    return word.confidence >= (UNCERTAIN_NUMBER if has_digit else UNCERTAIN_WORD)


def _sizes(paragraphs: Sequence[_Paragraph]) -> list[float]:
    """Returns a size for each: the heights of lines vary too much to be taken as they are."""
    letters: list[float] = []
    for item in paragraphs:
        letters += [item.height] * max(len(item.text) // 10, 1)
    body = statistics.median(letters) if letters else 1.0
    return [
        round(_BODY_SIZE * item.height / body)
        if _may_head(item) and item.height >= _HEADING_RATIO * body
        else _BODY_SIZE
        for item in paragraphs
    ]


def _may_head(item: _Paragraph) -> bool:
    is_short = item.lines <= _HEADING_LINES and len(item.text) <= _HEADING_LENGTH
    return is_short and not item.text.endswith((".", ";", ","))


def _edges(paragraphs: Sequence[_Paragraph], picture: ReadPicture) -> Mapping[str, list[list[int]]]:
    """Returns the outermost single lines at top and bottom: which, and how high in points."""
    if not paragraphs:
        return {}
    bottoms = sorted(
        {word.bottom for item in paragraphs for word in item.words if word.starts_line}
    )
    top, bottom = bottoms[:_EDGE_LINES][-1], bottoms[-_EDGE_LINES:][0]
    single = [
        (item.words[0].bottom, number) for number, item in enumerate(paragraphs) if item.lines == 1
    ]

    def to_points(pixels: int) -> int:
        return round((picture.height - pixels) * 72 / picture.dpi)

    return {
        "top": [[number, to_points(place)] for place, number in single if place <= top],
        "bottom": [[number, to_points(place)] for place, number in single if place >= bottom],
    }
