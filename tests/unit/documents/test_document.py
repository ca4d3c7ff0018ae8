from __future__ import annotations

import pytest

from desktop_slm.documents.document import (
    Block,
    BlockKind,
    Document,
    Format,
    Heading,
    Page,
    SkippedPage,
    SkipReason,
)

DOCUMENT = Document(
    "a.pdf",
    Format.PDF,
    "00",
    pages=(Page(1, "i", "A title\nin two lines"), Page(3, "iii", "Words 😀 here")),
    blocks=(Block(BlockKind.HEADING, 1, 0, 20, 2), Block(BlockKind.PARAGRAPH, 3, 0, 12)),
    skipped=(SkippedPage(2, SkipReason.DAMAGED),),
)


def test_headings_are_the_heading_blocks_on_one_line() -> None:
    assert DOCUMENT.headings == (Heading(2, "A title in two lines", 1, 0),)


def test_pages_are_found_by_number_past_skipped_ones() -> None:
    assert DOCUMENT.page(3).label == "iii"
    assert DOCUMENT.page_count == 3


@pytest.mark.parametrize("number", [0, 2, 4])
def test_a_page_that_was_not_read_is_a_key_error(number: int) -> None:
    with pytest.raises(KeyError):
        DOCUMENT.page(number)


def test_offsets_count_characters_beyond_the_basic_plane_once() -> None:
    assert DOCUMENT.text(3, 6, 7) == "😀"
    assert DOCUMENT.text(3, 8, 12) == "here"
