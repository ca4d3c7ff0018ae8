from __future__ import annotations

from collections.abc import Callable

from desktop_slm.documents.document import Block, BlockKind, Page
from desktop_slm.documents.draft import PageDraft
from desktop_slm.documents.repeats import find_repeated


def _pages(
    count: int, head: Callable[[int], str], foot: Callable[[int], str]
) -> tuple[PageDraft, ...]:
    pages = []
    for number in range(1, count + 1):
        lines = [head(number), f"Body of page {number} is long enough", foot(number)]
        blocks, text = [], ""
        for line in lines:
            start = len(text)
            blocks.append(Block(BlockKind.PARAGRAPH, number, start, start + len(line)))
            text += line + "\n\n"
        page = Page(number, str(number), text)
        pages.append(PageDraft(page, tuple(blocks), top=((0, 750),), bottom=((2, 40),)))
    return tuple(pages)


def test_heads_and_page_numbers_are_found() -> None:
    pages = _pages(6, lambda n: "Annual report", lambda n: f"Page {n} of 6")
    assert find_repeated(pages) == {(page, block) for page in range(6) for block in (0, 2)}


def test_heads_that_change_with_the_chapter_are_found_with_the_page_number_in_them() -> None:
    pages = _pages(8, lambda n: f"{n + 10} Chapter {n // 3}. Part {'abc'[n // 3]}", lambda n: "x")
    assert {page for page, block in find_repeated(pages) if block == 0} == set(range(8))


def test_roman_page_numbers_count() -> None:
    romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    pages = _pages(9, lambda n: f"Line {n * 7}", lambda n: romans[n - 1])
    assert find_repeated(pages) == {(page, 2) for page in range(9)}


def test_sums_at_the_foot_of_each_page_are_no_page_numbers() -> None:
    pages = _pages(6, lambda n: "Ledger", lambda n: f"Total {n * n * 113 % 1000}")
    assert find_repeated(pages) == {(page, 0) for page in range(6)}


def test_two_pages_repeat_nothing() -> None:
    assert not find_repeated(_pages(2, lambda n: "Same", str))


def test_what_is_all_there_is_on_the_pages_is_no_running_head() -> None:
    pages = tuple(
        PageDraft(
            Page(number, "", "The same form"),
            (Block(BlockKind.PARAGRAPH, number, 0, 13),),
            top=((0, 700),),
            bottom=((0, 700),),
        )
        for number in range(1, 7)
    )
    assert not find_repeated(pages)
