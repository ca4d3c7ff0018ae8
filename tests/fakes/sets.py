"""Small sets of documents whose facts are known."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from desktop_slm.documents.document import (
    Block,
    BlockKind,
    Document,
    Format,
    Page,
    SkippedPage,
    SkipReason,
)

RENT = "The monthly rent of the workshop is 1,200 euros and is due on the first day."
LOWERED = "From June 2024 the monthly rent of the workshop is lowered to 1,050 euros."
SOUP = "The canteen serves fresh soup every Monday and grilled fish every Friday."


def document_named(
    name: str, texts: Sequence[str], *, skipped: Sequence[int] = (), kind: Format = Format.PDF
) -> Document:
    """Returns a document with a paragraph a page, its hash that of its words."""
    return Document(
        name=name,
        format=kind,
        sha256=hashlib.sha256("\0".join([name, *texts]).encode()).hexdigest(),
        pages=tuple(Page(number, str(number), text) for number, text in enumerate(texts, 1)),
        blocks=tuple(
            Block(BlockKind.PARAGRAPH, number, 0, len(text)) for number, text in enumerate(texts, 1)
        ),
        skipped=tuple(SkippedPage(page, SkipReason.NO_TEXT) for page in skipped),
    )


def lease_set() -> list[Document]:
    """Returns a lease, what was added to it, and a menu that says nothing of rent."""
    deposit = "The tenant pays a deposit of 3,600 euros to Harbour Estates before moving in."
    roof = "Harbour Estates pays for the repair of the roof after every storm."
    return [
        document_named("lease.pdf", [RENT, deposit]),
        document_named("addendum.docx", [LOWERED, roof]),
        document_named("menu.txt", [SOUP]),
    ]


def long_document(name: str, pages: int, planted: dict[int, str], words: int = 120) -> Document:
    """Returns pages of words that are nowhere else, some with a planted sentence."""
    stem = name.split(".", maxsplit=1)[0]
    return document_named(
        name,
        [
            " ".join([planted.get(page, ""), *_sentences(f"{stem}{page}", words)]).strip()
            for page in range(1, pages + 1)
        ],
    )


def _sentences(stem: str, words: int) -> list[str]:
    return [
        "In " + " ".join(f"{stem}x{number}" for number in range(start, start + 9)) + "."
        for start in range(0, words, 9)
    ]
