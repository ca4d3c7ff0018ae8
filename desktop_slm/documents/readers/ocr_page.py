"""A recognised picture as a page: paragraphs, headings by size, and the words in doubt."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop_slm.documents.document import BlockKind
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
    sink.page(
        number,
        label,
        text,
        marks,
        sizes=[*_sizes(paragraphs), *(0.0 for _ in written)],
        edges=_edges(paragraphs, picture),
        recognized=[picture.language, round(picture.confidence), uncertain],
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
    for text, is_sure in _joined(paragraph.words, hyphens):
        if not is_sure:
            paragraph.spans.append((place, place + len(text)))
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


def _joined(words: Iterable[Word], hyphens: Hyphens) -> Iterator[tuple[str, bool]]:
    """Yields words and whether they are sure; what a line's end had cut is one word again."""
    text, is_sure = "", True
    for word in words:
        if text and word.starts_line and text.endswith(_HYPHENS) and len(text) > 1:
            text, is_sure = hyphens.join(text[:-1], word.text), is_sure and _is_sure(word)
            continue
        if text:
            yield text, is_sure
        text, is_sure = word.text, _is_sure(word)
    if text:
        yield text, is_sure


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
