"""The words of a text that may be a term, and the phrases that they make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop_slm.assistants.evidence.languages import ALL_STOP_WORDS
from desktop_slm.assistants.terms import fold, has_ideographs

Phrase = tuple[tuple[str, ...], int, int]  # stems, start, end

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_WIDE_RUN = re.compile(r"[\u4e00-\u9fff]{2,}|[\u30a1-\u30fa\u30fc]{3,}|[\uac00-\ud7af]{2,}")
_ELISION = re.compile(r"(?:[ldnsjmtc]|qu)['’]", re.IGNORECASE)
_LONGEST = 3  # words
_LONGEST_WIDE = 6  # signs of a run that is taken as it is
_WIDE_LENGTHS = (2, 3, 4)  # signs of the parts of a longer one
_LEAST_LETTERS = 3
# What a plural or a case adds, roughly; a stem that goes further would count other words, too.
_ENDINGS = ("es", "en", "s", "n", "e")
_LEAST_STEM = 4
# Words that any document may be full of.
_GENERAL = frozenset(
    fold(word)
    for word in """
    use used using uses following follow see example examples section sections chapter page pages
    name names way time times new first last list number case cases required provide provided
    given make made set part parts two three different possible www http https com org net
    january february march april june july august september october november december
    neu neue neuen neuer neues erste ersten erster zeit viel viele vielen beispiel siehe seite
    seiten kapitel abschnitt abschnitte name namen zahl teil teile fall verwendet verwenden wurde
    januar februar märz mai juni juli oktober dezember
    voir exemple page pages chapitre nom premier première temps nouveau nouvelle nouveaux cas
    partie utiliser utilisé janvier février mars avril juin juillet août septembre octobre
    novembre décembre
    """.split()
)


def phrases(text: str) -> Iterator[Phrase]:
    """Yields each word and phrase that may be a term, with its place."""
    if has_ideographs(text):
        yield from _wide_phrases(text)
    run: list[tuple[str, int, int]] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        elision = _ELISION.match(text, start, end)
        start = elision.end() if elision is not None else start
        word = _stem(text[start:end])
        if not word:
            run = []
            continue
        if run and text[run[-1][2] : start] != " ":
            run = []
        run = [*run[1 - _LONGEST :], (word, start, end)]
        for length in range(1, len(run) + 1):
            part = run[-length:]
            yield tuple([each[0] for each in part]), part[0][1], end


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """Returns the stem of a word, "" where it is none for a term."""
    plain = fold(word)
    is_small = len(word) < _LEAST_LETTERS or plain in ALL_STOP_WORDS or plain in _GENERAL
    if is_small or has_ideographs(word):
        return ""
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _LEAST_STEM:
            return plain.removesuffix(ending)
    return plain


def _wide_phrases(text: str) -> Iterator[Phrase]:
    """Yields what may be a term in scripts that do not part words."""
    for match in _WIDE_RUN.finditer(text):
        start, end = match.span()
        if end - start <= _LONGEST_WIDE:
            yield (match[0],), start, end
        elif "\u4e00" <= match[0][0] <= "\u9fff":
            for length in _WIDE_LENGTHS:
                for at in range(start, end - length + 1):
                    yield (text[at : at + length],), at, at + length
