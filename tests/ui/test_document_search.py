"""Search in a document: every match once, in order, and without the window noticing."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.evidence import Place
from desktop_slm.documents.document import Document, Format, Page
from desktop_slm.ui.summaries.document.document_search import DocumentSearch
from desktop_slm.ui.summaries.document.search import MOST_FOUND, PIECE_CHARACTERS, find


def pages(*texts: str) -> list[Page]:
    return [Page(number, str(number), text) for number, text in enumerate(texts, 1)]


def found(given: Sequence[Page], words: str) -> list[Place]:
    return [place for piece in find(given, words) for place in piece]


def test_case_and_line_ends_do_not_matter() -> None:
    given = pages("The Rent is due.", "the\nrent, THE  RENT")
    assert found(given, "the rent") == [Place(1, 0, 8), Place(2, 0, 8), Place(2, 10, 19)]


def test_signs_are_searched_for_as_they_are() -> None:
    assert found(pages("a.b axb (12 %)"), "a.b") == [Place(1, 0, 3)]
    assert found(pages("a.b axb (12 %)"), "(12 %)") == [Place(1, 8, 14)]


@pytest.mark.parametrize("words", ["", "  ", "missing"])
def test_nothing_is_found_where_there_is_nothing(words: str) -> None:
    assert found(pages("Some text"), words) == []


@pytest.mark.parametrize("shift", range(-12, 13, 3))
def test_a_long_page_is_searched_across_the_borders_of_its_pieces(shift: int) -> None:
    text = "x" * (PIECE_CHARACTERS + shift - 104) + "needle" + "y" * PIECE_CHARACTERS + "needle"
    starts = [place.start for place in found(pages(text), "needle")]
    assert starts == [text.index("needle"), text.rindex("needle")]


def test_matches_that_would_overlap_are_found_once() -> None:
    text = "aa" * PIECE_CHARACTERS
    places = found(pages(text), "aaaa")
    assert len(places) == min(len(text) // 4, MOST_FOUND)
    assert all(one.end <= other.start for one, other in itertools.pairwise(places))


def test_no_more_than_can_be_stepped_through_is_kept() -> None:
    assert len(found(pages("a " * 3 * MOST_FOUND), "a")) == MOST_FOUND


@pytest.fixture
def search(qtbot: QtBot) -> DocumentSearch:
    made = DocumentSearch()
    given = pages("one needle", "nothing", "needle and needle")
    made.show_document(Document("a.txt", Format.TEXT, "0" * 64, pages=tuple(given)))
    return made


def test_the_first_match_from_where_one_reads_is_shown(
    search: DocumentSearch, qtbot: QtBot
) -> None:
    reached: list[Place] = []
    search.match_reached.connect(reached.append)
    search.search("needle", 2)
    qtbot.waitUntil(lambda: not search.is_searching)
    assert reached == [Place(3, 0, 6)]
    assert (search.current, len(search.matches)) == (1, 3)


def test_steps_go_round(search: DocumentSearch, qtbot: QtBot) -> None:
    search.search("needle", 1)
    qtbot.waitUntil(lambda: not search.is_searching)
    search.step(-1)
    assert search.match == Place(3, 11, 17)
    search.step(1)
    assert search.match == Place(1, 4, 10)


def test_one_letter_more_stays_at_the_match(search: DocumentSearch, qtbot: QtBot) -> None:
    search.search("need", 3)
    qtbot.waitUntil(lambda: not search.is_searching)
    search.step(1)
    search.search("needl", 1)
    qtbot.waitUntil(lambda: not search.is_searching)
    assert search.match == Place(3, 11, 16)


def test_after_the_last_match_comes_the_first(search: DocumentSearch, qtbot: QtBot) -> None:
    search.search("one", 3)
    qtbot.waitUntil(lambda: not search.is_searching)
    assert search.match == Place(1, 0, 3)


def test_other_words_forget_what_was_found(search: DocumentSearch, qtbot: QtBot) -> None:
    search.search("needle", 1)
    qtbot.waitUntil(lambda: not search.is_searching)
    search.search("", 1)
    assert search.matches == []
    assert search.match is None
