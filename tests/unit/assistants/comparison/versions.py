"""Documents made of paragraphs, and random edits of them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from desktop_slm.documents.document import Block, BlockKind, Document, Format, Page

_SUBJECTS = "tenant landlord keeper clerk surgeon bank buyer seller court council".split()
_VERBS = "pays inspects repairs signs returns insures cleans lends keeps opens".split()
_THINGS = "deposit meter cellar garden contract window ledger heating fence archive".split()
_WHENS = "in spring|every second week|before noon|after the audit|on request|at once".split("|")


def document(*pages: Sequence[str], name: str = "a.pdf") -> Document:
    """Returns a document of paragraphs; one that begins with "# " is a heading, with "~ " a
    running head.
    """
    made, blocks = [], []
    kinds = {"# ": BlockKind.HEADING, "~ ": BlockKind.REPEATED}
    for number, paragraphs in enumerate(pages, start=1):
        text = ""
        for paragraph in paragraphs:
            kind = kinds.get(paragraph[:2], BlockKind.PARAGRAPH)
            words = paragraph if kind is BlockKind.PARAGRAPH else paragraph[2:]
            text += "\n\n" if text else ""
            blocks.append(Block(kind, number, len(text), len(text) + len(words), 1))
            text += words
        made.append(Page(number, str(number), text))
    return Document(
        name, Format.PDF, "0" * 64, language="en", pages=tuple(made), blocks=tuple(blocks)
    )


def sentence(chance: random.Random) -> str:
    """Returns a sentence; two are seldom alike."""
    who, does = chance.choice(_SUBJECTS), chance.choice(_VERBS)
    what, when = chance.choice(_THINGS), chance.choice(_WHENS)
    return f"The {who} {does} the {what} number {chance.randrange(99)} {when}."


def paragraphs(chance: random.Random, count: int) -> list[str]:
    """Returns paragraphs of one to three sentences."""
    return [" ".join(sentence(chance) for _ in range(chance.randint(1, 3))) for _ in range(count)]


def edited(chance: random.Random, given: Sequence[str]) -> list[str]:
    """Returns paragraphs with some taken out, put in, moved, and words replaced."""
    made = []
    for paragraph in given:
        draw = chance.random()
        if draw < 0.1:
            continue
        if draw < 0.2:
            made.append(sentence(chance))
        if draw < 0.4:
            words = paragraph.split(" ")
            words[chance.randrange(len(words))] = chance.choice(["must", "never", "12", "Berlin"])
            made.append(" ".join(words))
        else:
            made.append(paragraph)
    for _ in range(2):
        if len(made) > 1:
            made.insert(chance.randrange(len(made)), made.pop(chance.randrange(len(made))))
    return made


def paged(chance: random.Random, given: Sequence[str], name: str = "b.pdf") -> Document:
    """Returns the paragraphs on pages of one to five."""
    pages, at = [], 0
    while at < len(given):
        count = chance.randint(1, 5)
        pages.append(given[at : at + count])
        at += count
    return replace(document(*pages or [[""]]), name=name)
