"""How fit a sentence is to stand alone, and how much its place in the document speaks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop_slm.assistants.glance.sentences import Sentence
from desktop_slm.documents.document import BlockKind

# Rows, captions and headings: words to fall back on where there is no prose.
STAND_IN = 0.05
_FRAGMENT = 0.4  # too short or too long, or without an end

_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_LEAST_WORDS, _MOST_WORDS = 4, 45  # content words
_MOST_PAIRS = 120  # of ideographs: what stands for the words of scripts without spaces
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_END = re.compile(r"[.!?…。！？｡।॥؟۔:;][\"'”’»›)\]」』）]*(?:\[\d+\])*\d{0,2}$")
_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")  # a table of contents, a form's empty line
_MOST_DIGITS = 0.3

_OPENING = 8  # sentences that stand at the beginning of a document
_OPENING_PRIOR, _AFTER_HEADING_PRIOR, _FIRST_PRIOR = 4.0, 3.0, 1.5


def fitness(sentence: Sentence, words: int) -> float:
    """Returns how fit a sentence with so many content words is, 0 to 1."""
    text = sentence.text
    if sentence.kind not in _PROSE or _LEADERS.search(text):
        return STAND_IN
    if sum(map(str.isdigit, text)) > _MOST_DIGITS * len(text):
        return STAND_IN
    most = _MOST_PAIRS if _IDEOGRAPH.search(text) else _MOST_WORDS
    share = 1.0 if _LEAST_WORDS <= words <= most else _FRAGMENT
    return share if _END.search(text) else share * _FRAGMENT


def priors(sentences: Sequence[Sentence], fits: Sequence[float]) -> Iterator[float]:
    """Yields how much each sentence's position counts: openings say what follows is about."""
    prose, is_after_heading = 0, False
    for sentence, fit in zip(sentences, fits, strict=True):
        if sentence.kind is BlockKind.HEADING:
            is_after_heading = True
        if fit <= STAND_IN:
            yield STAND_IN
            continue
        prior = _FIRST_PRIOR if sentence.is_first else 1.0
        if is_after_heading:
            prior = _AFTER_HEADING_PRIOR
        if prose < _OPENING:
            prior = max(prior, _OPENING_PRIOR)
        prose, is_after_heading = prose + 1, False
        yield prior * fit
