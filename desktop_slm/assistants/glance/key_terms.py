"""The terms that a document is about: words and phrases said often, and in clumps.

What a text is about is spoken of in some places and not in others, while the small change of a
language is spread evenly; so a word counts more the fewer parts it is in for its number.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_slm.assistants.evidence import Place
from desktop_slm.assistants.glance.phrases import phrases
from desktop_slm.assistants.glance.sentences import Sentence
from desktop_slm.assistants.terms import has_ideographs
from desktop_slm.documents.document import BlockKind

_LEAST_COUNT = 2
_PARTS = 40  # of the document, for telling clumps
_PHRASE_BONUS = 2.0  # for each word after the first: "notice period" says more than "period"
_CAPITAL_BONUS = 1.3
_MOSTLY = 0.5

_Found = list[tuple[int, int, int]]  # number of the sentence, start and end in its text


@dataclass(frozen=True, slots=True)
class Term:
    """A term with all its places in order; `words` are its stems."""

    words: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """What may be a term, and where it was found."""

    words: tuple[str, ...]
    found: _Found

    @property
    def key(self) -> str:
        """The stems between spaces, for looking one term up in another."""
        return f" {' '.join(self.words)} "


def key_terms(sentences: Sequence[Sentence], most: int) -> list[Term]:
    """Returns the best terms, the best first."""
    found: defaultdict[tuple[str, ...], _Found] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        if sentence.kind is not BlockKind.CODE:
            for words, start, end in phrases(sentence.text):
                found[words].append((number, start, end))
    often = [(words, at) for words, at in found.items() if len(at) >= _LEAST_COUNT]
    size = max(len(sentences) // _PARTS, 1)
    often.sort(key=lambda entry: (-_score(entry[0], entry[1], size, sentences), entry[1][0]))
    chosen = _apart((_Candidate(words, at) for words, at in often), most)
    return [Term(each.words, tuple(_places(each.found, sentences))) for each in chosen]


def _score(words: tuple[str, ...], at: _Found, size: int, sentences: Sequence[Sentence]) -> float:
    count = len(at)
    expected = _PARTS * (1 - (1 - 1 / _PARTS) ** count)
    clump = max(expected / len({number // size for number, _, _ in at}), 0.5)
    score: float = math.pow(count, 0.8) * clump * math.pow(_PHRASE_BONUS, len(words) - 1)
    if has_ideographs(words[0]):
        return score * math.log(len(words[0]))
    number, start, _ = at[len(at) // 2]
    return score * (_CAPITAL_BONUS if start and sentences[number].text[start].isupper() else 1.0)


def _places(at: _Found, sentences: Sequence[Sentence]) -> Iterator[Place]:
    for number, start, end in at:
        place = sentences[number].place
        yield Place(place.page, place.start + start, place.start + end)


def _apart(ranked: Iterable[_Candidate], most: int) -> Iterator[_Candidate]:
    """Yields terms, leaving out what is mostly a part of one yielded, or one with more to it."""
    chosen: list[_Candidate] = []
    for term in ranked:
        if len(chosen) == most:
            return
        if not any(_says_the_same(term, other) for other in chosen):
            chosen.append(term)
            yield term


def _says_the_same(term: _Candidate, other: _Candidate) -> bool:
    is_wide = has_ideographs(term.words[0])
    mine, its = (term.words[0], other.words[0]) if is_wide else (term.key, other.key)
    if mine in its:
        return len(other.found) >= _MOSTLY * len(term.found)
    return its in mine and len(term.found) < _MOSTLY * len(other.found)
