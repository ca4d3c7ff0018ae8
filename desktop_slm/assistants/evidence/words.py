"""The content words of a text with their places and stems."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_slm.assistants.evidence.compounds import parts_of
from desktop_slm.assistants.evidence.languages import ALL_STOP_WORDS, Language
from desktop_slm.assistants.evidence.stems import stem
from desktop_slm.assistants.terms import fold, has_ideographs, pairs

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ELISION = re.compile(
    r"(?:[ldnsjmtc]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu)['’](?=[^\W\d_])", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its text; `plain` is without case and accents, `stem` without its endings too."""

    text: str
    start: int
    end: int
    plain: str
    stem: str
    is_content: bool
    parts: tuple[str, ...] = ()  # the stems of what a compound is made of
    joined: str = ""  # the stem of what it makes with a word apart: "put off", "weist ... zurück"

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


def words_of(text: str, language: Language = Language.OTHER) -> Iterator[Word]:
    """Yields the words of a text in order; of scripts that do not part words, pairs of signs."""
    for match in _WORD.finditer(text):
        if has_ideographs(match[0]):
            for number, pair in enumerate(pairs(match[0])):
                start = match.start() + number
                yield Word(pair, start, start + len(pair), pair, pair, is_content=True)
            continue
        start, word = match.start(), match[0]
        elision = _ELISION.match(word)
        if elision is not None:
            start += elision.end()
            word = word[elision.end() :]
        word = _POSSESSIVE.sub("", word)
        plain = fold(word)
        is_content = len(plain) > 1 and plain not in ALL_STOP_WORDS
        parts = parts_of(plain, language) if is_content else ()
        yield Word(word, start, start + len(word), plain, stem(plain, language), is_content, parts)
