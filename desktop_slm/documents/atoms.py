"""Atoms: what a passage is built from. Blocks, and where one is too long its sentences or words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_slm.documents import sentences
from desktop_slm.documents.document import Block, BlockKind, Document

_ENDS = re.compile(r"[.!?:;…。！？：；][\"'”’»)\]]*$")
_SPACE_BEFORE = re.compile(r"\s(?=\S*$)")
_FILL = 0.9
_LEAST_SHARE = 0.5  # of a piece: a cut at a space is not worth more

CountMany = Callable[[Sequence[str]], list[int]]
Texts = Mapping[int, str]


class Span(NamedTuple):
    """A stretch of a page's text."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch that is not cut further. `is_tight`: it goes on from the one before it."""

    kind: BlockKind
    span: Span
    level: int = 0
    is_tight: bool = False


def atoms_of(document: Document) -> list[Atom]:
    """Returns everything but repeated lines: the blocks, and text outside of blocks."""
    blocks: dict[int, list[Block]] = {page.number: [] for page in document.pages}
    for block in document.blocks:
        blocks[block.page].append(block)
    atoms: list[Atom] = []
    for page in document.pages:
        place = 0
        for block in blocks[page.number]:
            atoms += _loose(page.number, page.text, place, block.start)
            place = block.end
            if block.kind is not BlockKind.REPEATED:
                span = Span(page.number, block.start, block.end)
                atoms.append(Atom(block.kind, span, block.level))
        atoms += _loose(page.number, page.text, place, len(page.text))
    return _joined(atoms, {page.number: page.text for page in document.pages})


def _loose(page: int, text: str, start: int, end: int) -> Iterator[Atom]:
    if text[start:end].strip():
        yield Atom(BlockKind.PARAGRAPH, Span(page, start, end))


def _joined(atoms: Sequence[Atom], texts: Texts) -> list[Atom]:
    """Marks the paragraphs that a page's end has cut in two."""
    joined = list(atoms[:1])
    for before, atom in itertools.pairwise(atoms):
        is_tight = before.span.page != atom.span.page and _goes_on(before, atom, texts)
        joined.append(Atom(atom.kind, atom.span, atom.level, is_tight))
    return joined


def _goes_on(before: Atom, atom: Atom, texts: Texts) -> bool:
    if atom.kind is not BlockKind.PARAGRAPH:
        return False
    if before.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return False
    left, right = text_of(before.span, texts), text_of(atom.span, texts)
    return right[:1].islower() and not _ENDS.search(left)


def text_of(span: Span, texts: Texts) -> str:
    """Returns the words of a span."""
    return texts[span.page][span.start : span.end]


def divide(
    atoms: Sequence[Atom], texts: Texts, count: CountMany, limit: int
) -> tuple[list[Atom], list[int]]:
    """Returns atoms of at most `limit` tokens, and the tokens of each."""
    divided = list(atoms)
    counts = count([text_of(atom.span, texts) for atom in atoms])
    by_sentences = True
    while by_sentences or any(number > limit for number in counts):
        # Sentences of what fills half a passage, since large atoms leave large holes.
        most = limit // 4 if by_sentences else limit
        pieces = [
            [atom] if number <= most else
            list(_sentences(atom, texts)) if by_sentences else
            list(_words(atom, texts, limit / number))
            for atom, number in zip(divided, counts, strict=True)
        ]  # fmt: skip
        if not by_sentences and all(len(piece) == 1 for piece in pieces):
            break  # single letters; a budget so small cannot be kept
        recounted = iter(
            count([text_of(a.span, texts) for piece in pieces if len(piece) > 1 for a in piece])
        )
        counts = [
            next(recounted) if len(piece) > 1 else number
            for piece, number in zip(pieces, counts, strict=True)
            for _ in piece
        ]
        divided = [atom for piece in pieces for atom in piece]
        by_sentences = False
    return divided, counts


def _sentences(atom: Atom, texts: Texts) -> Iterator[Atom]:
    page, start, _ = atom.span
    for number, (first, last) in enumerate(sentences.split(text_of(atom.span, texts))):
        is_tight = number > 0 or atom.is_tight
        yield Atom(atom.kind, Span(page, start + first, start + last), atom.level, is_tight)


def _words(atom: Atom, texts: Texts, share: float) -> Iterator[Atom]:
    """Cuts at spaces, and where a piece has none anywhere; `share` of the atom fits."""
    page, start, end = atom.span
    text = texts[page]
    length = max(1, int((end - start) * share * _FILL))
    is_tight = atom.is_tight
    while start < end:
        stop = min(start + length, end)
        space = _SPACE_BEFORE.search(text, start, stop + 1) if stop < end else None
        if space is not None and space.start() - start > _LEAST_SHARE * length:
            stop = space.start()
        yield Atom(atom.kind, Span(page, start, stop), atom.level, is_tight)
        start, is_tight = stop, True
        while start < end and text[start].isspace():
            start += 1
