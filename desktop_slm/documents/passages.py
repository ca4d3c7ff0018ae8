"""Passages: a document cut into as few parts as a budget of tokens allows, where it hurts least.

Each passage costs a prompt of its own, so their number comes first; among the ways to that number
the cuts go before headings, then between paragraphs, then between sentences, and the parts are of
like size. Running heads and page numbers are in no passage; every other word is in exactly one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from desktop_slm.documents.atoms import Atom, Span, Texts, atoms_of, divide, text_of
from desktop_slm.documents.document import BlockKind, Document

CountTokens = Callable[[list[str]], list[int]]

_JOINT_TOKENS = 1  # what the blank line between two atoms may cost
_CHARACTERS_A_CALL = 2_000_000  # each call crosses a process
_HEADING_QUALITY = (1.0, 0.8, 0.65, 0.55, 0.5)
_PARAGRAPH_QUALITY = 0.35
_ITEM_QUALITY = 0.15
_AFTER_HEADING = -2.0
_SURE = 0.985
_LEAST_FILL = 0.5
_TOO_SMALL = -1.0
_ITEMS = (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.CODE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a document; `headings` are those above its first words, the outermost first.

    `text` is the words of `spans`, put together; `starts` says where in `text` each span begins.
    """

    index: int
    text: str
    spans: tuple[Span, ...]
    starts: tuple[int, ...]
    headings: tuple[str, ...]
    tokens: int

    def locate(self, start: int, end: int) -> tuple[Span, ...]:
        """Returns where a stretch of the passage's text stands on the pages."""
        found = []
        for at, span in zip(self.starts, self.spans, strict=True):
            first, last = max(start - at, 0), min(end - at, span.end - span.start)
            if first < last:
                found.append(Span(span.page, span.start + first, span.start + last))
        return tuple(found)


def cut(document: Document, count_tokens: CountTokens, budget_tokens: int) -> tuple[Passage, ...]:
    """Returns the document's passages, each of at most `budget_tokens` tokens.

    `count_tokens` takes many texts at once and is called a few times in all.
    """
    if budget_tokens < 1:
        raise ValueError("a passage needs room for a token")

    def count(texts: Sequence[str]) -> list[int]:
        return [number for batch in _batches(texts) for number in count_tokens(batch)]

    texts = {page.number: page.text for page in document.pages}
    limit = max(1, budget_tokens - _JOINT_TOKENS)
    atoms, tokens = divide(atoms_of(document), texts, count, limit)
    best: tuple[Passage, ...] = ()
    while atoms:  # two or three times
        groups = _Cutter(atoms, tokens, limit).groups()
        found = tuple(_passages(atoms, list(groups), texts, count))
        excess = max(passage.tokens for passage in found) - budget_tokens
        if limit > 1 and excess > 0:
            if best:
                break
            limit = max(1, limit - excess)
            continue
        if best or len(found) < 2:
            return found
        # Texts take fewer tokens together than apart: with that known, more may fit.
        best = found
        limit = int(budget_tokens * _SURE * sum(tokens) / sum(item.tokens for item in found))
        if limit <= budget_tokens:
            break
    return best


def _passages(
    atoms: Sequence[Atom],
    groups: Sequence[tuple[int, int]],
    texts: Texts,
    count: Callable[[Sequence[str]], list[int]],
) -> Iterator[Passage]:
    paths = _paths(atoms, texts)
    parts = [_put_together(atoms[first:last], texts) for first, last in groups]
    tokens = count([text for text, _, _ in parts])
    for index, (text, spans, starts) in enumerate(parts):
        yield Passage(index, text, spans, starts, paths[groups[index][0]], tokens[index])


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > _CHARACTERS_A_CALL:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


def _paths(atoms: Sequence[Atom], texts: Texts) -> list[tuple[str, ...]]:
    """Returns for each atom the headings above it."""
    paths: list[tuple[str, ...]] = []
    open_headings: list[tuple[int, str]] = []
    for atom in atoms:
        if atom.kind is not BlockKind.HEADING:
            paths.append(tuple(title for _, title in open_headings))
            continue
        open_headings = [entry for entry in open_headings if entry[0] < atom.level]
        paths.append(tuple(title for _, title in open_headings))
        open_headings.append((atom.level, " ".join(text_of(atom.span, texts).split())))
    return paths


def _put_together(
    atoms: Sequence[Atom], texts: Texts
) -> tuple[str, tuple[Span, ...], tuple[int, ...]]:
    """Returns the text of atoms, its spans, and where in it each span starts."""
    pieces: list[str] = []
    spans: list[Span] = []
    starts: list[int] = []
    length = 0
    for atom in atoms:
        page, start, end = atom.span
        if spans and spans[-1].page == page and _is_gap(texts[page], spans[-1].end, start):
            piece = texts[page][spans[-1].end : end]
            spans[-1] = Span(page, spans[-1].start, end)
        else:
            gap = "" if not spans else " " if atom.is_tight else "\n\n"
            pieces.append(gap)
            length += len(gap)
            piece = text_of(atom.span, texts)
            spans.append(atom.span)
            starts.append(length)
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), tuple(spans), tuple(starts)


def _is_gap(text: str, end: int, start: int) -> bool:
    return start >= end and not text[end:start].strip()


class _Cutter:
    """Finds the cuts: the fewest passages, then the best places for them."""

    def __init__(self, atoms: Sequence[Atom], tokens: Sequence[int], limit: int) -> None:
        self._atoms = atoms
        self._limit = limit
        costs = (0 if atom.is_tight else _JOINT_TOKENS for atom in atoms)
        self._sums = [0, *accumulate(map(sum, zip(tokens, costs, strict=True)))]
        self._furthest, self._needed = self._reach()

    def groups(self) -> Iterator[tuple[int, int]]:
        """Yields from and to of each passage, in atoms."""
        first, count = 0, len(self._atoms)
        while first < count:
            last = self._best_end(first)
            yield first, last
            first = last

    def _reach(self) -> tuple[list[int], list[int]]:
        """Returns for each atom how far a passage from it goes, and how many the rest needs."""
        count = len(self._atoms)
        furthest, needed = [count] * count, [0] * (count + 1)
        last = count
        for first in range(count - 1, -1, -1):
            while last > first + 1 and self._size(first, last) > self._limit:
                last -= 1
            furthest[first] = last
            needed[first] = 1 + needed[last]
        return furthest, needed

    def _size(self, first: int, last: int) -> int:
        return self._sums[last] - self._sums[first]

    def _best_end(self, first: int) -> int:
        parts = self._needed[first]
        ideal = self._size(first, len(self._atoms)) / parts
        ends = (end for end in range(self._furthest[first], first, -1) if self._needed[end] < parts)
        return max(ends, key=lambda end: self._quality(end) + self._fit(first, end, ideal))

    def _fit(self, first: int, end: int, ideal: float) -> float:
        """Returns how near a passage comes to the ideal size: 0, or as much less as it is off."""
        share = self._size(first, end) / max(ideal, 1)
        return -abs(share - 1) + (_TOO_SMALL if share < _LEAST_FILL else 0.0)

    def _quality(self, end: int) -> float:
        """Returns how good it is to cut before an atom."""
        if end == len(self._atoms):
            return 0.0
        atom, before = self._atoms[end], self._atoms[end - 1]
        if before.kind is BlockKind.HEADING:
            return _AFTER_HEADING
        if atom.kind is BlockKind.HEADING and not atom.is_tight:
            return _HEADING_QUALITY[min(max(atom.level, 1), len(_HEADING_QUALITY)) - 1]
        if atom.is_tight:
            return 0.0
        return _ITEM_QUALITY if atom.kind is before.kind in _ITEMS else _PARAGRAPH_QUALITY
