"""Which pages a trial reads, and how long the summary of them is asked to be."""

from __future__ import annotations

from desktop_slm.tuning.trial import page_selection
from tests.unit.assistants.summaries.summary_runs import document_of

_TEXT = "word " * 100


def test_pages_are_taken_until_the_words_are_too_many() -> None:
    document = document_of([_TEXT] * 10)
    assert str(page_selection.suggest(document, 350)) == "1-3"


def test_a_title_and_a_list_of_contents_are_passed_over() -> None:
    document = document_of(["A title", "", "One 1\nTwo 2", _TEXT, _TEXT, _TEXT])
    assert str(page_selection.suggest(document, 200)) == "4-5"


def test_one_page_is_taken_however_long_it_is() -> None:
    assert str(page_selection.suggest(document_of([_TEXT * 50, _TEXT]), 10)) == "1"


def test_a_short_document_is_taken_whole() -> None:
    assert str(page_selection.suggest(document_of([_TEXT] * 3), 5000)) == "1-3"


def test_words_are_counted_where_no_spaces_part_them() -> None:
    assert page_selection.count_words("three short words") == 3
    assert page_selection.count_words("統計局は人口を公表した") == 5


def test_a_summary_is_a_fifth_of_a_short_text_and_bounded() -> None:
    asked = [page_selection.words_to_ask(words) for words in (50, 600, 50_000)]
    assert asked == [40, 120, 200]
