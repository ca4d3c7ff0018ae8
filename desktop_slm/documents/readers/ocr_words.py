"""What Tesseract's result holds: words with their line, paragraph, place and certainty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tesserocr import PT, RIL, iterate_level

from desktop_slm.documents.readers.clean import clean_line

_TEXT_KINDS = frozenset((
    PT.UNKNOWN, PT.FLOWING_TEXT, PT.HEADING_TEXT, PT.PULLOUT_TEXT, PT.TABLE, PT.VERTICAL_TEXT,
    PT.CAPTION_TEXT,
))  # fmt: skip
# Grain and lines of a picture are read as marks of which nobody is sure.
_LEAST_OF_A_MARK = 60.0
_LEAST_OF_A_WORD = 5.0


@dataclass(slots=True)
class Word:
    """One word; `confidence` in percent; places in pixels from the top left."""

    text: str
    confidence: float
    top: int
    bottom: int
    line_height: float
    is_known: bool
    starts_line: bool
    starts_paragraph: bool
    left: int = 0
    right: int = 0


def read_words(iterator: Any) -> Sequence[Word]:
    """Returns the words in reading order, columns one after the other."""
    words: list[Word] = []
    if iterator is None:
        return words
    starts_line = starts_paragraph = True
    for item in iterate_level(iterator, RIL.WORD):
        # A word that is left out may have begun a line: the next one does then.
        starts_line = starts_line or bool(item.IsAtBeginningOf(RIL.TEXTLINE))
        starts_paragraph = starts_paragraph or bool(item.IsAtBeginningOf(RIL.PARA))
        text, confidence = _text(item)
        box = item.BoundingBox(RIL.WORD)
        if not text or box is None:
            continue
        height = float(item.RowAttributes()["row_height"])
        is_known = bool(item.WordIsFromDictionary())
        words.append(
            Word(
                text,
                confidence,
                box[1],
                box[3],
                height,
                is_known,
                starts_line,
                starts_paragraph,
                left=box[0],
                right=box[2],
            )
        )
        starts_line = starts_paragraph = False
    return words


def _text(item: Any) -> tuple[str, float]:
    if item.BlockType() not in _TEXT_KINDS:
        return "", 0.0
    try:
        text = clean_line(item.GetUTF8Text(RIL.WORD))
    except RuntimeError:  # a word of no letters
        return "", 0.0
    confidence = float(item.Confidence(RIL.WORD))
    is_word = any(character.isalnum() for character in text)
    least = _LEAST_OF_A_WORD if is_word else _LEAST_OF_A_MARK
    return (text if confidence >= least else ""), confidence
