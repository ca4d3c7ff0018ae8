from __future__ import annotations

from pathlib import Path

from desktop_slm.documents.document import BlockKind, SkipReason
from desktop_slm.documents.limits import ReadLimits
from tests.fakes.reading import blocks, read_here

WRAPPED = """\
These lines were wrapped at a width of sixty characters or
so, as many programs for plain text and mail have done ever
since; they are one paragraph, whatever the line breaks say.
It ends here."""


def test_wrapped_lines_are_one_paragraph(tmp_path: Path) -> None:
    text = f"{WRAPPED}\n\n{WRAPPED}\n"
    one = " ".join(WRAPPED.split("\n"))
    assert read_here(tmp_path, text).pages[0].text == f"{one}\n\n{one}"


def test_lines_that_were_meant_stay(tmp_path: Path) -> None:
    text = "Ann Example\n12 Some Street\nAnytown\n\n  if x:\n      y()\n"
    assert read_here(tmp_path, text).pages[0].text == (
        "Ann Example\n12 Some Street\nAnytown\n\nif x:\n    y()"
    )


def test_drawn_tables_stay_rows(tmp_path: Path) -> None:
    table = "\n".join(["|cell number one       |cell number two      |"] * 4)
    assert read_here(tmp_path, table).pages[0].text == table


def test_compound_words_cut_at_their_hyphen_keep_it(tmp_path: Path) -> None:
    text = "This line is as long as the text is wide and ends in self-\nevident words here."
    assert "self-evident" in read_here(tmp_path, text).pages[0].text


def test_underlines_make_headings_in_the_order_of_their_signs(tmp_path: Path) -> None:
    text = "Title\n*****\n\nOne\n===\nwords\n\nDeep\n----\n\nTwo\n===\n\n1.1 Not a heading\n"
    document = read_here(tmp_path, text)
    assert [(found.level, found.title) for found in document.headings] == [
        (1, "Title"),
        (2, "One"),
        (3, "Deep"),
        (2, "Two"),
    ]
    assert [page.label for page in document.pages] == ["Title", "One", "Two"]


def test_numbers_make_headings_where_they_are_counted_on(tmp_path: Path) -> None:
    text = "1. First\n\n1.1 Part of it\n\nwords\n\n2. Second\n\n2.1 More\n\n3. an item, not more\n"
    document = read_here(tmp_path, text)
    assert [(found.level, found.title) for found in document.headings] == [
        (1, "1. First"),
        (2, "1.1 Part of it"),
        (1, "2. Second"),
        (2, "2.1 More"),
    ]


def test_a_list_of_numbers_is_no_outline(tmp_path: Path) -> None:
    document = read_here(tmp_path, "1. milk\n\n2. bread\n\n3. butter\n")
    assert not document.headings
    assert len(blocks(document, BlockKind.LIST_ITEM)) == 3


def test_chapters_are_headings(tmp_path: Path) -> None:
    document = read_here(tmp_path, "Chapter 1. Start\n\nwords\n\nChapter 2\n\nwords\n")
    assert [page.label for page in document.pages] == ["Chapter 1. Start", "Chapter 2"]


def test_one_endless_line_is_cut_at_the_limit_and_said(tmp_path: Path) -> None:
    document = read_here(tmp_path, "x" * 10_000, limits=ReadLimits(characters=1_000))
    assert document.characters == 1_000
    assert document.skipped[0].why is SkipReason.TOO_MUCH_TEXT


def test_japanese_lines_are_joined_without_a_space(tmp_path: Path) -> None:
    line = "これは折り返された日本語の文章です。行の終わりに空白を入れてはいけません。長さは同じ"
    document = read_here(tmp_path, f"{line}\n{line}\n短い。")
    assert document.pages[0].text.startswith(line + line)
