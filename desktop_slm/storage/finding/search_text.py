"""Text as search sees it: letters folded, scripts without spaces cut into pairs, and what matched.

FTS5's own tokenizers take a whole Chinese or Thai clause for one word. Here each letter of such a
script begins a pair with the next one (the last stands alone), so a word of one letter is a prefix
and a longer one a phrase, and neither finds what is not there. The work is done before the
tokenizer, as one string: a tokenizer in Python would be called for every word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

# Accents and vowel points; not the marks of Indic or Thai vowels, without which words differ.
_POINTS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200b-\u200f\u2060\ufeff]"
)
_STROKES = str.maketrans("łđøħŧıŋ", "ldohtin")
# Thai, Lao, Burmese, Khmer, kana, Han, Hangul.
_UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u1000-\u1049\u1050-\u109f\u1780-\u17d3"
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\U00020000-\U0003134f"
)
_RUN = re.compile(f"[{_UNSPACED}]+")
_PART = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_NO_LETTER = re.compile(r"[\W_]+")
_LINE = re.compile(r"[^\n]{1,1000}")
_MOST_WORDS = 16
_LEAD = 40  # characters of a snippet before the first match

Mark = tuple[int, int]


def fold(text: str) -> str:
    """Returns the text without case, accents and differences of width."""
    if text.isascii():
        return text.lower()
    bare = _POINTS.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", bare.casefold()).translate(_STROKES)


def index_words(text: str) -> str:
    """Returns what is given to the index for a text."""
    folded = fold(text)
    return folded if folded.isascii() else _RUN.sub(_pairs, folded)


def _pairs(run: re.Match[str]) -> str:
    letters = run[0]
    return f" {' '.join(letters[at : at + 2] for at in range(len(letters)))} "


@dataclass(frozen=True)
class Query:
    """What a person typed, as words: nothing in it is an operator."""

    typed: str

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The words to be found, all of them, in any order; folded."""
        words = fold(self.typed.replace("\0", " ")).split()
        split = (part for word in words for part in _PART.findall(word))
        parts = [part for part in split if _NO_LETTER.sub("", part)][:_MOST_WORDS]
        if len(parts) > 1 and _is_one_letter(parts[-1]) and not self.typed[-1].isspace():
            parts.pop()  # the beginning of a word that is still being typed
        return tuple(parts)

    @cached_property
    def match(self) -> str:
        """The expression for FTS5; empty where there is nothing to look for."""
        return " ".join(map(_phrase, self.parts))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds the same words in folded text; where there is no word, nothing."""
        longest_first = sorted(self.parts, key=len, reverse=True)
        return re.compile("|".join(map(_as_pattern, longest_first)) or r"(?!)")

    def fits(self, text: str) -> bool:
        """Whether every word begins somewhere in the text."""
        folded = fold(text)
        return bool(self.parts) and all(re.search(_as_pattern(part), folded) for part in self.parts)

    def marks(self, text: str) -> Iterator[Mark]:
        """Yields where words of the query stand in the text."""
        return marks(text, self.pattern)


def _phrase(part: str) -> str:
    if not _RUN.fullmatch(part):
        # What begins with one letter is half of everything, and takes 0.2 s to collect.
        return '"{}"{}'.format(part.replace('"', " "), "" if _is_one_letter(part) else "*")
    if len(part) == 1:
        return f'"{part}"*'
    return '"{}"'.format(" ".join(part[at : at + 2] for at in range(len(part) - 1)))


def _as_pattern(part: str) -> str:
    if _RUN.fullmatch(part):
        return re.escape(part)
    words = [re.escape(word) for word in _NO_LETTER.split(part) if word]
    end = r"(?![^\W_])" if _is_one_letter(part) else ""
    return r"(?<![^\W_])" + r"[\W_]+".join(words) + end


def _is_one_letter(part: str) -> bool:
    return len(_NO_LETTER.sub("", part)) == 1 and not _RUN.search(part)


def literal(typed: str) -> re.Pattern[str]:
    """Returns a pattern that finds just these characters in folded text."""
    words = fold(typed).split()
    return re.compile(r"\s+".join(map(re.escape, words)) or r"(?!)")


def marks(text: str, pattern: re.Pattern[str]) -> Iterator[Mark]:
    """Yields where a pattern for folded text matches, as places in the text itself."""
    folded = fold(text)
    if _keeps_places(text, folded):
        yield from (found.span() for found in pattern.finditer(folded))
        return
    for line in _LINE.finditer(text):
        if pattern.search(fold(line[0])):
            shown, places = _fold_by_letter(line[0])
            for found in pattern.finditer(shown):
                yield line.start() + places[found.start()], line.start() + places[found.end()]


def _keeps_places(text: str, folded: str) -> bool:
    if len(text) != len(folded):
        return False
    return text.isascii() or all(len(fold(letter)) == 1 for letter in set(text))


def _fold_by_letter(text: str) -> tuple[str, list[int]]:
    """Returns the folded text and, for each of its places and its end, the place in `text`."""
    parts: list[str] = []
    places: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.category(text[end]).startswith("M"):
            end += 1
        folded = fold(text[start:end])
        parts.append(folded)
        places.extend([start] * len(folded))
        start = end
    return "".join(parts), [*places, len(text)]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A line around the first match, with the places in it that match."""

    text: str
    marks: tuple[Mark, ...] = ()


def snippet(text: str, query: Query, length: int = 160) -> Snippet | None:
    """Returns what stands around the query's first match; None where there is none."""
    first = next(query.marks(text), None)
    if first is None:
        return None
    start = max(first[0] - _LEAD, 0)
    if start:  # begins with a whole word where one is near
        space = text.find(" ", start, first[0])
        start = space + 1 if space >= 0 else start
    cut = text[start : start + length]
    shown = " ".join(cut.split())
    shown = ("… " if start else "") + shown + (" …" if start + length < len(text) else "")
    return Snippet(shown, tuple(query.marks(shown)))
