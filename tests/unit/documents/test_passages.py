from __future__ import annotations

import random

import pytest

from desktop_slm.documents.atoms import Span
from desktop_slm.documents.document import Block, BlockKind, Document, Format, Page
from desktop_slm.documents.passages import Passage, cut

KINDS = (BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)


def count(texts: list[str]) -> list[int]:
    """Four letters a token, as a rough tokenizer has it."""
    return [len(text) // 4 + 1 for text in texts]


def document(*pages: list[tuple[BlockKind, str, int]]) -> Document:
    """Returns a document of blocks."""
    made, blocks = [], []
    for number, page in enumerate(pages, 1):
        text = ""
        for kind, words, level in page:
            text += "\n\n" if text else ""
            blocks.append(Block(kind, number, len(text), len(text) + len(words), level))
            text += words
        made.append(Page(number, str(number), text))
    return Document("d", Format.TEXT, "", pages=tuple(made), blocks=tuple(blocks))


def some_document(randomly: random.Random) -> Document:
    """Returns a document of random blocks, some of them far too long."""
    pages = []
    for _ in range(randomly.randrange(1, 6)):
        page = []
        for _ in range(randomly.randrange(0, 12)):
            roll = randomly.random()
            words = " ".join(
                "".join(randomly.choices("abcdeé😀漢.", k=randomly.randrange(1, 9)))
                for _ in range(randomly.randrange(1, 60))
            )
            if roll < 0.1:
                page.append((BlockKind.REPEATED, "Running head", 0))
            elif roll < 0.25:
                page.append(
                    (BlockKind.HEADING, words[:30].strip() or "H", randomly.randrange(1, 4))
                )
            elif roll < 0.3:
                page.append((BlockKind.PARAGRAPH, "x" * randomly.randrange(1, 2000), 0))
            else:
                page.append((randomly.choice(KINDS), words, 0))
        pages.append(page)
    return document(*pages)


def check(whole: Document, passages: tuple[Passage, ...], budget: int) -> None:
    """Holds the passages to what they promise."""
    seen = [at for passage in passages for span in passage.spans for at in _places(span)]
    assert len(seen) == len(set(seen)), "something is in two passages"
    repeated = {
        at
        for block in whole.blocks
        if block.kind is BlockKind.REPEATED
        for at in _places(Span(block.page, block.start, block.end))
    }
    wanted = {
        (page.number, at)
        for page in whole.pages
        for at, letter in enumerate(page.text)
        if not letter.isspace()
    }
    assert wanted - repeated <= set(seen)
    assert not repeated & set(seen)
    assert seen == sorted(seen), "out of order"
    for index, passage in enumerate(passages):
        assert passage.index == index
        assert passage.tokens <= budget
        for start, span in zip(passage.starts, passage.spans, strict=True):
            words = whole.text(*span)
            assert passage.text[start : start + len(words)] == words


def _places(span: Span) -> list[tuple[int, int]]:
    return [(span.page, at) for at in range(span.start, span.end)]


@pytest.mark.parametrize("seed", range(40))
def test_every_word_is_in_one_passage(seed: int) -> None:
    randomly = random.Random(seed)
    whole = some_document(randomly)
    budget = randomly.choice((20, 60, 200, 1000))
    check(whole, cut(whole, count, budget), budget)


def test_a_document_that_fits_is_one_passage() -> None:
    whole = document([(BlockKind.PARAGRAPH, "Few words.", 0)], [(BlockKind.PARAGRAPH, "More.", 0)])
    (passage,) = cut(whole, count, 100)
    assert passage.text == "Few words.\n\nMore."
    assert passage.spans == (Span(1, 0, 10), Span(2, 0, 5))


def test_an_empty_document_has_no_passages() -> None:
    assert cut(document(), count, 100) == ()
    assert cut(document([(BlockKind.REPEATED, "7", 0)]), count, 100) == ()


def test_cuts_go_before_headings_where_that_costs_no_passage() -> None:
    paragraph = (BlockKind.PARAGRAPH, "word " * 40, 0)
    page = [paragraph] * 4 + [(BlockKind.HEADING, "Second part", 1)] + [paragraph] * 4
    passages = cut(document(page), count, 300)
    assert len(passages) == 2
    assert passages[1].text.startswith("Second part")


def test_a_heading_stays_with_what_it_heads() -> None:
    paragraph = (BlockKind.PARAGRAPH, "word " * 40, 0)
    heading = (BlockKind.HEADING, "A heading", 2)
    passages = cut(document([paragraph, heading] * 10 + [paragraph]), count, 120)
    assert not any(passage.text.endswith("A heading") for passage in passages)


def test_passages_know_the_headings_above_them() -> None:
    paragraph = (BlockKind.PARAGRAPH, "word " * 40, 0)
    page = [
        (BlockKind.HEADING, "One", 1),
        (BlockKind.HEADING, "Two", 2),
        *[paragraph] * 3,
        (BlockKind.HEADING, "Three", 2),
        *[paragraph] * 3,
    ]
    passages = cut(document(page), count, 110)
    assert passages[0].headings == ()
    assert passages[1].headings == ("One", "Two")
    assert passages[-1].headings == ("One", "Three")


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    whole = document([(BlockKind.PARAGRAPH, "This is a sentence of words. " * 40, 0)])
    for passage in cut(whole, count, 80):
        assert passage.text.startswith("This")
        assert passage.text.endswith("words.")


def test_one_endless_word_is_cut_anywhere() -> None:
    whole = document([(BlockKind.PARAGRAPH, "x" * 10_000, 0)])
    passages = cut(whole, count, 100)
    check(whole, passages, 100)
    assert len(passages) < 35


def test_a_sentence_across_pages_stays_a_sentence() -> None:
    whole = document(
        [(BlockKind.PARAGRAPH, "It goes on", 0), (BlockKind.REPEATED, "Page 1", 0)],
        [(BlockKind.REPEATED, "Head", 0), (BlockKind.PARAGRAPH, "over the page.", 0)],
    )
    (passage,) = cut(whole, count, 100)
    assert passage.text == "It goes on over the page."
    assert passage.locate(8, 14) == (Span(1, 8, 10), Span(2, 6, 9))
    assert whole.text(*passage.locate(11, 15)[0]) == "over"


def test_passages_are_full_and_the_tokenizer_is_asked_a_few_times() -> None:
    randomly = random.Random(3)
    page = [(BlockKind.PARAGRAPH, "word " * randomly.randrange(5, 80), 0) for _ in range(400)]
    calls: list[int] = []

    def counting(texts: list[str]) -> list[int]:
        calls.append(len(texts))
        return count(texts)

    passages = cut(document(page), counting, 600)
    assert sum(passage.tokens for passage in passages) > 0.9 * 600 * len(passages)
    assert min(passage.tokens for passage in passages) > 0.5 * 600
    assert len(calls) <= 5


def test_a_tokenizer_that_joins_badly_still_keeps_the_budget() -> None:
    def wasteful(texts: list[str]) -> list[int]:
        return [len(text) // 4 + 1 + 5 * text.count("\n\n") for text in texts]

    whole = document([(BlockKind.PARAGRAPH, "word " * 10, 0)] * 60)
    passages = cut(whole, wasteful, 100)
    check(whole, passages, 100)


def test_text_outside_of_blocks_is_not_lost() -> None:
    whole = Document(
        "d",
        Format.TEXT,
        "",
        pages=(Page(1, "", "before\n\nblock\n\nafter"),),
        blocks=(Block(BlockKind.PARAGRAPH, 1, 8, 13),),
    )
    check(whole, cut(whole, count, 50), 50)


def test_a_budget_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="room"):
        cut(document(), count, 0)
