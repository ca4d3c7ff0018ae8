"""The sentences of a document with what they are: prose, a heading, a row of a table.

Every other part of the glance reads these, so that a document is split once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_slm.assistants.evidence import Place
from desktop_slm.documents.document import Block, BlockKind, Document
from desktop_slm.documents.sentences import split


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `text` is exactly the page's text at its place.

    `is_first`: it opens its block. A sentence that crosses blocks has the kind of its first one.
    """

    place: Place
    text: str
    kind: BlockKind
    is_first: bool


def sentences_of(document: Document) -> list[Sentence]:
    """Returns all sentences in reading order; running heads and page numbers are left out."""
    blocks: dict[int, list[Block]] = {page.number: [] for page in document.pages}
    for block in document.blocks:
        blocks[block.page].append(block)
    found: list[Sentence] = []
    for page in document.pages:
        found += _sentences_of_page(page.number, page.text, blocks[page.number])
    return found


def _sentences_of_page(page: int, text: str, blocks: list[Block]) -> Iterator[Sentence]:
    at = 0
    opened: Block | None = None
    for start, end in split(text):
        while at < len(blocks) and blocks[at].end <= start:
            at += 1
        block = blocks[at] if at < len(blocks) and blocks[at].start < end else None
        if block is not None and block.kind is BlockKind.REPEATED and end <= block.end:
            continue
        kind = block.kind if block is not None else BlockKind.PARAGRAPH
        is_first = block is None or block is not opened
        yield Sentence(Place(page, start, end), text[start:end], kind, is_first)
        opened = block
