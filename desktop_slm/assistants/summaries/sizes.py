"""How much is asked for at each step: sentences or entries, and the tokens that they may take."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.assistants.summaries.options import SummaryOptions

_SENTENCE_WORDS = 18
# German and French take more tokens a word than English; what is written may go a little over.
_TOKENS_A_WORD = 2.2
_SPARE_TOKENS = 40
# Notes carry more than the summary that is made of them.
_NOTE_SURPLUS = 1.5
_MOST_NOTE_SENTENCES = 12
_TOKENS_A_SENTENCE = 40
_ENTRIES = {Length.BRIEF: 2, Length.STANDARD: 4, Length.DETAILED: 8}
_TOKENS_AN_ENTRY, _TOKENS_OF_JSON = 70, 16


@dataclass(frozen=True, slots=True)
class Size:
    """How much is written at a step; `words` is 0 where sentences (or entries) are asked for."""

    sentences: int
    tokens: int
    words: int = 0


_NOTES = {
    Length.BRIEF: Size(2, 80),
    Length.STANDARD: Size(3, 120),
    Length.DETAILED: Size(5, 200),
}
_FINALS = {
    Length.BRIEF: Size(4, 160),
    Length.STANDARD: Size(8, 320),
    Length.DETAILED: Size(16, 640),
}


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of one summary: of a note, of notes joined on the way, of the end."""

    note: Size
    join: Size
    final: Size

    @classmethod
    def of(cls, options: SummaryOptions, readings: int) -> Sizes:
        """Returns the sizes that fit a wish and a number of readings."""
        if options.form.is_listing:
            most = _ENTRIES[options.length]
            size = Size(most, most * _TOKENS_AN_ENTRY + _TOKENS_OF_JSON)
            return cls(size, size, size)
        note, join = _NOTES[options.length], _NOTES[Length.DETAILED]
        if not options.words:
            return cls(note, join, _FINALS[options.length])
        note = _at_least(note, options.words, readings)
        join = _at_least(join, options.words, max(readings // 6, 1))
        tokens = int(options.words * _TOKENS_A_WORD) + _SPARE_TOKENS
        final = Size(max(1, round(options.words / _SENTENCE_WORDS)), tokens, options.words)
        return cls(note, join, final)


def _at_least(size: Size, words: int, parts: int) -> Size:
    """Returns a size that gives each of the parts its share of the words that are wanted."""
    share = math.ceil(words * _NOTE_SURPLUS / max(parts, 1) / _SENTENCE_WORDS)
    sentences = min(max(size.sentences, share), _MOST_NOTE_SENTENCES)
    tokens = max(size.tokens, sentences * _TOKENS_A_SENTENCE)
    return replace(size, sentences=sentences, tokens=tokens)
