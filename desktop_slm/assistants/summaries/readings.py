"""Readings: the texts that the model is given, and which words of which passages are in each.

Standard reads each passage; what stands in the document more than once is read once. Detailed
gives the last words before a passage with it, brief only the key sentences of several passages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_slm.assistants.evidence import Place
from desktop_slm.documents.atoms import Span
from desktop_slm.documents.document import Document
from desktop_slm.documents.passages import CountTokens, Passage
from desktop_slm.documents.sentences import split

_OVERLAP_SENTENCES, _OVERLAP_CHARACTERS = 2, 400
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a reading's text, with the passage and the page that it was taken from."""

    start: int
    end: int
    passage: int
    page: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One text for the model; a passage that stands in the document twice has parts for both."""

    index: int
    text: str
    tokens: int
    parts: tuple[Part, ...]

    @property
    def passages(self) -> tuple[int, ...]:
        """The passages in it, in order."""
        return tuple(dict.fromkeys(part.passage for part in self.parts))

    def pages(self, start: int, end: int) -> dict[int, tuple[int, ...]]:
        """Returns the pages behind a stretch of the text, for each passage in it."""
        found: dict[int, list[int]] = {}
        for part in self.parts:
            if part.start < end and start < part.end:
                found.setdefault(part.passage, []).append(part.page)
        return {passage: tuple(dict.fromkeys(pages)) for passage, pages in found.items()}


def whole(passages: Sequence[Passage]) -> tuple[Reading, ...]:
    """Returns a reading for each different passage."""
    return _numbered(
        Reading(0, same[0].text, same[0].tokens, tuple(p for each in same for p in _parts(each, 0)))
        for same in _alike(passages)
    )


def overlapping(passages: Sequence[Passage], count_tokens: CountTokens) -> tuple[Reading, ...]:
    """Returns a reading for each different passage with the last words before it."""
    alike = _alike(passages)
    before = [_last_words(passages[same[0].index - 1]) if same[0].index else "" for same in alike]
    counts = count_tokens(before)
    return _numbered(
        Reading(
            index=0,
            text=f"{words}{_GAP}{same[0].text}" if words else same[0].text,
            tokens=same[0].tokens + count,
            parts=tuple(
                part
                for passage in same
                for part in _parts(passage, len(words) + len(_GAP) if words else 0)
            ),
        )
        for same, words, count in zip(alike, before, counts, strict=True)
    )


def of_key_sentences(
    document: Document,
    places: Sequence[Sequence[Place | Span]],
    count_tokens: CountTokens,
    budget_tokens: int,
) -> tuple[Reading, ...]:
    """Returns readings of as many passages as fit, each cut down to its sentences at `places`."""
    excerpts = _once(_excerpt(document, index, found) for index, found in enumerate(places))
    counts = count_tokens([excerpt.text for excerpt in excerpts])
    readings: list[Reading] = []
    for excerpt, tokens in zip(excerpts, counts, strict=True):
        if readings and readings[-1].tokens + tokens <= budget_tokens:
            readings[-1] = _appended(readings[-1], excerpt, tokens)
        else:
            readings.append(replace(excerpt, tokens=tokens))
    return _numbered(readings)


def _alike(passages: Iterable[Passage]) -> list[list[Passage]]:
    """Returns the passages in groups of the same words, in the order of the first of each."""
    groups: dict[str, list[Passage]] = {}
    for passage in passages:
        groups.setdefault(passage.text, []).append(passage)
    return list(groups.values())


def _parts(passage: Passage, shift: int) -> Iterator[Part]:
    for at, span in zip(passage.starts, passage.spans, strict=True):
        start = at + shift
        yield Part(start, start + span.end - span.start, passage.index, span.page)


def _last_words(passage: Passage) -> str:
    places = split(passage.text)[-_OVERLAP_SENTENCES:]
    words = passage.text[places[0][0] :] if places else ""
    return words if len(words) <= _OVERLAP_CHARACTERS else ""


def _excerpt(document: Document, passage: int, places: Iterable[Place | Span]) -> Reading:
    text, parts = "", []
    for place in places:
        text += "\n" if text else ""
        words = document.text(place.page, place.start, place.end)
        parts.append(Part(len(text), len(text) + len(words), passage, place.page))
        text += words
    return Reading(0, text, 0, tuple(parts))


def _once(excerpts: Iterable[Reading]) -> list[Reading]:
    """Returns each text once, with the parts of all passages that gave it."""
    found: dict[str, Reading] = {}
    for excerpt in excerpts:
        before = found.get(excerpt.text)
        parts = (*before.parts, *excerpt.parts) if before else excerpt.parts
        found[excerpt.text] = replace(excerpt, parts=parts)
    return list(found.values())


def _appended(reading: Reading, excerpt: Reading, tokens: int) -> Reading:
    shift = len(reading.text) + len(_GAP)
    moved = (
        replace(part, start=part.start + shift, end=part.end + shift) for part in excerpt.parts
    )
    return replace(
        reading,
        text=f"{reading.text}{_GAP}{excerpt.text}",
        tokens=reading.tokens + tokens + 1,
        parts=(*reading.parts, *moved),
    )


def _numbered(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(replace(reading, index=index) for index, reading in enumerate(readings))
