"""The sentences of a document as they are compared: whole over a page's end, no page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from desktop_slm.assistants.comparison.tokens import CONTENTS_LINE, Token, tokens
from desktop_slm.assistants.evidence import Place
from desktop_slm.assistants.glance.sentences import Sentence, sentences_of
from desktop_slm.documents.document import BlockKind, Document

_DIGITS = re.compile(r"\d+|\b[ivxlIVXL]{1,6}\b")
_ENDED = re.compile(r"[.!?:;…。！？][\"'”’»)\]]*\s*$")
_FLOWING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_PAGE_NUMBER = re.compile(
    r"[-–—(\[|]?\s*(?:page|seite|p\.|s\.)?\s*#\s*(?:(?:/|of|von|sur|de|\|)\s*#)?\s*[-–—)\]|]?",
    re.IGNORECASE,
)
_EDGE = 2  # so many sentences from a page's edge
_LONGEST_CONTENTS_LINE = 240
_LONG_CHARACTERS = 40  # a line so long that does not end in a stop goes on


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, a heading, a row. `key` is its text as it is compared, `block` counts blocks."""

    key: str
    pieces: tuple[Place, ...]
    kind: BlockKind
    block: int


def units_of(document: Document, heads: Set[str] = frozenset()) -> list[Unit]:
    """Returns what is compared, in reading order, without the lines of a table of contents: their
    pages are others in every version, and their titles are compared where they stand as headings.

    `heads` are running heads of the other version, as `running_heads` gives them: in a short
    document nothing else tells them from text.
    """
    texts = {page.number: page.text for page in document.pages}
    sentences = _without_edges(document, sentences_of(document), heads)
    made: list[Unit] = []
    last_of_page: int | None = None  # in `made`: the last flowing sentence
    page = block = 0
    for sentence in sentences:
        is_new_page = sentence.place.page != page
        block += sentence.is_first or is_new_page
        text = texts[sentence.place.page]
        if _is_of_contents(text, sentence.place):
            continue
        if is_new_page:
            page, before = sentence.place.page, last_of_page
            last_of_page = None
            if before is not None and _goes_on(made[before], sentence, texts):
                pieces = (*made[before].pieces, sentence.place)
                joined = replace(made[before], pieces=pieces)
                made[before] = replace(joined, key=_key(joined, texts))
                continue
        unit = Unit("", (sentence.place,), sentence.kind, block)
        key = _key(unit, texts) if text else ""
        if key:
            if sentence.kind in _FLOWING:
                last_of_page = len(made)
            made.append(replace(unit, key=key))
    return made


def _is_of_contents(text: str, place: Place) -> bool:
    """Whether a place is on a line of a table of contents."""
    start = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.end)
    line = text[start : end if end >= 0 else len(text)]
    return len(line) <= _LONGEST_CONTENTS_LINE and CONTENTS_LINE.search(line) is not None


def running_heads(document: Document) -> frozenset[str]:
    """Returns the running heads that were found, with their numbers taken out."""
    repeated = (block for block in document.blocks if block.kind is BlockKind.REPEATED)
    return frozenset(
        _masked(document.text(block.page, block.start, block.end)) for block in repeated
    )


def tokens_of(unit: Unit, texts: Mapping[int, str]) -> list[Token]:
    """Returns the tokens of a unit, from the texts of the pages; a word that is parted by a page's
    end is one.
    """
    found: list[Token] = []
    for number, place in enumerate(unit.pieces):
        piece = list(tokens(texts[place.page], place.page, place.start, place.end))
        if number and len(found) > 1 and piece and _is_parted(found, piece[0]):
            found.pop()
            found[-1] = replace(found[-1], key=found[-1].key + piece[0].key)
            piece = piece[1:]
        found += piece
    return found


def _is_parted(found: Sequence[Token], first: Token) -> bool:
    """Whether "Vertrags-" at a page's end goes on with "partner" on the next."""
    word, hyphen = found[-2:]
    is_hyphen = hyphen.key == "-" and hyphen.start == word.end and word.key[-1].isalpha()
    return is_hyphen and first.key[0].islower()


def _key(unit: Unit, texts: Mapping[int, str]) -> str:
    return " ".join(token.key for token in tokens_of(unit, texts))


def _goes_on(unit: Unit, sentence: Sentence, texts: Mapping[int, str]) -> bool:
    """Whether a sentence at a page's beginning is the rest of one from the page before."""
    if sentence.kind not in _FLOWING:
        return False
    place = unit.pieces[-1]
    text = texts[place.page][place.start : place.end]
    if _ENDED.search(text):
        return False
    return sentence.text[0].islower() or (
        unit.kind is sentence.kind is BlockKind.PARAGRAPH and len(text) >= _LONG_CHARACTERS
    )


def _without_edges(
    document: Document, sentences: Sequence[Sentence], heads: Set[str]
) -> Iterator[Sentence]:
    """Yields the sentences without page numbers and running heads that no one had marked."""
    of_page: defaultdict[int, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        of_page[sentence.place.page].append(sentence)
    labels = {page.number: page.label for page in document.pages}
    common = _on_every_page(list(of_page.values()))
    for page, on_page in of_page.items():
        last = len(on_page) - 1
        for number, sentence in enumerate(on_page):
            is_edge = min(number, last - number) < _EDGE and last > 0
            if is_edge and _is_head(sentence.text, (str(page), labels[page]), heads | common):
                continue
            yield sentence


def _on_every_page(pages: Sequence[Sequence[Sentence]]) -> frozenset[str]:
    """Returns what begins or ends each of two pages: too few for the search for running heads."""
    if len(pages) != 2 or min(map(len, pages)) < 3:
        return frozenset()
    firsts, lasts = ({_masked(page[at].text) for page in pages} for at in (0, -1))
    return frozenset(next(iter(found)) for found in (firsts, lasts) if len(found) == 1)


def _is_head(text: str, numbers: tuple[str, str], heads: Set[str]) -> bool:
    masked = _masked(text)
    if masked in heads:
        return True
    written = _DIGITS.findall(text)
    return bool(written) and written[0] in numbers and _PAGE_NUMBER.fullmatch(masked) is not None


def _masked(text: str) -> str:
    return " ".join(_DIGITS.sub("#", text).split())
