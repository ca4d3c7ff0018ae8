"""Which passages a question leads to: by its words, by vectors, and by both."""

from __future__ import annotations

from array import array

import pytest

from desktop_slm.assistants.document_sets import vector_search
from desktop_slm.assistants.document_sets.term_search import TermSearch
from desktop_slm.assistants.document_sets.vector_search import VectorSearch

_FILLER = [f"Store {n} opened in {1900 + n} and sold lamps number {n}." for n in range(300)]


def test_the_planted_passage_comes_first_among_three_hundred() -> None:
    texts = [*_FILLER[:150], "Mr Hale owns the harbour and its cranes.", *_FILLER[150:]]
    ranked = TermSearch(texts).rank("Who owns the harbour?", 5)
    assert ranked[0][0] == 150


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Wem gehört das Lagerhaus?", "Das Lagerhaus gehört der Familie Brandt."),
        ("À qui appartiennent les entrepôts ?", "L'entrepôt appartient à la famille Leroy."),
        ("Who signed the contracts?", "The contract was signed by Mr Hale."),
    ],
)
def test_other_forms_of_a_word_are_found(question: str, wanted: str) -> None:
    texts = [*_FILLER, wanted]
    assert TermSearch(texts).rank(question, 1)[0][0] == len(_FILLER)


def test_a_rare_word_counts_more_than_one_that_every_passage_has() -> None:
    texts = ["lamps lamps lamps lamps", "lamps and anchors", *["lamps of brass"] * 20]
    assert TermSearch(texts).rank("lamps anchors", 1)[0][0] == 1


def test_of_passages_with_the_same_words_the_shorter_comes_first() -> None:
    texts = ["anchor " + "rope mast sail hull " * 30, "anchor rope", *_FILLER]
    assert [number for number, _ in TermSearch(texts).rank("anchor", 2)] == [1, 0]


def test_bm25_gives_the_published_values() -> None:
    # Two passages of two terms each: idf = ln(1 + 1.5 / 1.5), weight = 2.2 / 2.2.
    ((number, score),) = TermSearch(["anchor rope", "mast sail"]).rank("anchor", 5)
    assert number == 0
    assert score == pytest.approx(0.6931, abs=1e-4)


def test_without_a_word_of_the_question_nothing_is_found() -> None:
    assert TermSearch(_FILLER).rank("Zebras?", 5) == []
    assert TermSearch([]).rank("Zebras?", 5) == []


def test_the_nearest_vector_comes_first() -> None:
    vectors = [array("f", values) for values in ([1, 0], [0, 1], [0.6, 0.8])]
    values = b"".join(vector.tobytes() for vector in vectors)
    search = VectorSearch(vector_search.divided(values, 2))
    assert search.rank([0.0, 1.0], 2) == [1, 2]


def test_what_both_rankings_have_comes_before_what_one_has() -> None:
    best = [number for number, _ in vector_search.fused([[7, 3], [3, 9]], 3)]
    assert best == [3, 7, 9]
