"""Markdown cut into blocks while it arrives: the same blocks however it arrives, nothing lost."""

from __future__ import annotations

import random

import pytest

from desktop_slm.ui.widgets import markdown_lines
from desktop_slm.ui.widgets.blocks import LONGEST, Block, BlockSplitter, PlainSplitter, Shape
from tests.data.hostile_answers import HOSTILE

TEXT = """\
Intro line
second line

# Head
Para with `code` and

- item one
  more
  - nested

  para in item
- item two
1. one
1. two

   ```py
   x
   ```
1. three
lazy

> quote
> more
lazy

```python
def f():

    pass
```
Text before
a | b
--|--
1 | 2
3 | 4

Setext
---
***
    indented

    code
~~~
open to the end
"""
SHAPES = [
    Shape.PARAGRAPH, Shape.HEADING, Shape.PARAGRAPH, Shape.ITEM, Shape.ITEM, Shape.ITEM,
    Shape.ITEM, Shape.ITEM, Shape.QUOTE, Shape.CODE, Shape.PARAGRAPH, Shape.TABLE,
    Shape.PARAGRAPH, Shape.RULE, Shape.INDENTED, Shape.CODE,
]  # fmt: skip


def _split(text: str) -> list[Block]:
    splitter = BlockSplitter()
    splitter.feed(text)
    splitter.finish()
    return splitter.finished


def test_every_kind_of_block_is_recognized() -> None:
    assert [block.shape for block in _split(TEXT)] == SHAPES


def test_items_are_numbered_as_a_list_is() -> None:
    ordinals = [block.ordinal for block in _split(TEXT) if block.ordinal is not None]
    assert ordinals == [1, 2, 3]


@pytest.mark.parametrize("text", [TEXT, *HOSTILE])
def test_the_blocks_are_the_text_letter_by_letter(text: str) -> None:
    assert "".join(block.source for block in _split(text)) == text


@pytest.mark.parametrize("seed", range(40))
def test_it_does_not_matter_in_which_pieces_the_text_comes(seed: int) -> None:
    pieces = random.Random(seed)
    splitter = BlockSplitter()
    at = 0
    while at < len(TEXT):
        length = pieces.randint(1, 9)
        splitter.feed(TEXT[at : at + length])
        at += length
        splitter.tail()  # looking must change nothing
    splitter.finish()
    assert splitter.finished == _split(TEXT)


def test_what_is_finished_never_changes_and_the_tail_is_the_rest() -> None:
    splitter = BlockSplitter()
    before: list[Block] = []
    for at in range(0, len(TEXT), 5):
        splitter.feed(TEXT[at : at + 5])
        assert splitter.finished[: len(before)] == before
        before = list(splitter.finished)
        shown = "".join(block.source for block in [*before, *splitter.tail()])
        assert TEXT.startswith(shown)
        assert len(shown) >= len(TEXT[: at + 5]) - 10  # only what is still undecided is held back


@pytest.mark.parametrize("undecided", ["-", "3.", "``", "#", "|", "> ", "---"])
def test_letters_that_may_begin_anything_are_held_back(undecided: str) -> None:
    splitter = BlockSplitter()
    splitter.feed("A paragraph\n" + undecided)
    assert [block.source for block in splitter.tail()] == ["A paragraph\n"]
    splitter.finish()
    assert "".join(block.source for block in splitter.finished).endswith(undecided)


@pytest.mark.parametrize(
    "text",
    [
        "The quick **brown fox** jumps. " * 400,
        "> " + "quoted words here " * 400,
        "- " + "words of an item " * 400,
        "".join(f"- a\n  - nested {number} with some words\n" for number in range(3)) * 200,
        "- a\n" + "".join(f"  - nested item number {number}\n" for number in range(400)),
        "> ```\n" + "> code in a quote\n" * 400,
        "x" * 30_000,
        "# " + "heading " * 2000,
    ],
    ids=["words", "quote", "item", "items", "nested", "fence in quote", "one word", "heading"],
)
def test_nothing_that_is_laid_out_at_once_is_long(text: str) -> None:
    blocks = _split(text)
    assert max(len(block.source) for block in blocks) <= LONGEST
    assert "".join(block.source for block in blocks) == text


def test_a_cut_prefers_the_end_of_a_sentence_outside_of_bold() -> None:
    text = "Plain words. " * 100 + "**bold that. goes on. and on** " + "More words. " * 60
    first = _split(text)[0].source
    assert first.endswith((". ", "** "))
    assert first.count("**") % 2 == 0


def test_the_rest_of_a_quote_is_still_a_quote() -> None:
    rest = _split("> " + "quoted words here " * 300)[1]
    assert rest.lead == "> "
    assert rest.joined == 1


def test_the_rest_of_a_nested_list_is_still_nested() -> None:
    rest = _split("- a\n" + "  - nested item with words\n" * 200)[1]
    assert rest.lead == "-\n"
    assert rest.source.startswith("  - nested")


def test_the_rest_of_a_fence_in_a_quote_is_still_code() -> None:
    rest = _split("> ```py\n" + "> code in a quote\n" * 300)[1]
    assert rest.lead == "> ```py\n"


def test_ten_megabytes_without_a_line_break_are_cut_at_once() -> None:
    blocks = _split("x" * 10_000_000)
    assert len(blocks) > 5000


def test_a_paragraph_turns_into_a_table_when_its_second_line_comes() -> None:
    splitter = BlockSplitter()
    splitter.feed("a | b\n")
    assert [block.shape for block in splitter.tail()] == [Shape.PARAGRAPH]
    splitter.feed("--|--\n")
    assert [block.shape for block in splitter.tail()] == [Shape.TABLE]


def test_a_table_needs_as_many_delimiters_as_cells() -> None:
    assert markdown_lines.starts_table("| a | b |", "|---|:-:|")
    assert not markdown_lines.starts_table("| a | b |", "|---|")
    assert not markdown_lines.starts_table("a", "---")


def test_cells_are_parted_by_bars_that_are_not_escaped() -> None:
    assert markdown_lines.cells(r"| a \| b | c |") == ["a | b", "c"]


@pytest.mark.parametrize(
    "text", ["", "one line", "a\nb\n", "x" * 5000, "a\n" * 3000, "👨‍👩‍👧" * 3000]
)
def test_plain_text_is_cut_without_loss(text: str) -> None:
    splitter = PlainSplitter()
    splitter.feed(text)
    splitter.finish()
    assert "".join(block.source for block in splitter.finished) == text
    assert all(len(block.source) <= LONGEST for block in splitter.finished)


def test_a_family_of_joined_emoji_stays_together() -> None:
    splitter = PlainSplitter()
    splitter.feed("👨‍👩‍👧" * 3000)
    splitter.finish()
    assert all(not block.source.startswith("\u200d") for block in splitter.finished)
    assert all(not block.source.endswith("\u200d") for block in splitter.finished)
