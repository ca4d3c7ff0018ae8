"""Key sentences: central ones, none twice, and of every passage something."""

from __future__ import annotations

import random

import pytest

from desktop_slm.assistants.evidence import Place
from desktop_slm.assistants.glance.centrality import centrality, vectors
from desktop_slm.assistants.glance.key_sentences import KeySentences
from desktop_slm.assistants.glance.sentences import sentences_of
from desktop_slm.documents.document import Document
from desktop_slm.documents.passages import cut
from tests.unit.assistants.glance.lease import LEASE, document_of


def _of(*pages: str) -> tuple[Document, KeySentences]:
    document = document_of(pages)
    return document, KeySentences(sentences_of(document))


def _texts(document: Document, places: list[Place]) -> list[str]:
    return [document.text(place.page, place.start, place.end) for place in places]


def test_a_sentence_that_shares_words_with_many_is_central() -> None:
    words = [["rent", "lease"], ["rent", "roof"], ["lease", "end"], ["cake", "tea"]]
    scores = centrality(vectors(words), [1.0] * 4)
    assert scores[0] == max(scores)
    assert sum(scores) == pytest.approx(4.0)


def test_headings_rows_and_running_heads_are_no_key_sentences() -> None:
    document, key = _of(*LEASE)
    texts = _texts(document, key.of_document(20))
    assert "The landlord must keep the roof of the shop in repair." in texts
    assert not {"The lease", "Rent | £48,000", "Lease of Quay Street 18"} & set(texts)


def test_what_was_said_is_not_said_again() -> None:
    rent = "The yearly rent of the shop is payable in quarterly instalments."
    document, key = _of(f"{rent} {rent} The roof of the shop is kept by the landlord.")
    assert _texts(document, key.of_document(5)).count(rent) == 1


def test_places_are_in_reading_order_and_as_many_as_asked_for() -> None:
    _, key = _of(*LEASE)
    places = key.of_document(3)
    assert len(places) == 3
    assert places == sorted(places, key=lambda place: (place.page, place.start))


@pytest.mark.parametrize("budget", [12, 40, 400])
def test_every_passage_has_key_sentences_within_its_own_stretches(budget: int) -> None:
    document, key = _of(*LEASE)
    passages = cut(document, lambda texts: [len(text.split()) for text in texts], budget)
    assert passages
    for passage in passages:
        found = key.of_passage([Place(*span) for span in passage.spans], 0.3)
        assert found
        for place in found:
            assert any(
                span.page == place.page and span.start <= place.start and place.end <= span.end
                for span in passage.spans
            )


def test_a_passage_of_rows_alone_still_gives_something() -> None:
    document, key = _of("| Rent | 100 |\n| Deposit | 200 |")
    assert key.of_passage([Place(1, 0, len(document.pages[0].text))], 0.3)


def test_the_share_of_a_passage_is_kept_roughly() -> None:
    chance = random.Random(7)
    words = [f"word{number}" for number in range(300)]
    text = " ".join(f"The {' '.join(chance.sample(words, 9))} end." for _ in range(100))
    document, key = _of(text)
    found = key.of_passage([Place(1, 0, len(text))], 0.3)
    length = sum(place.end - place.start for place in found)
    assert 0.25 * len(text) < length < 0.35 * len(text)
    assert len(document.pages) == 1


def test_nothing_has_no_key_sentences() -> None:
    _, key = _of("")
    assert key.of_document(5) == []
    assert key.of_passage([Place(1, 0, 10)], 0.3) == []
