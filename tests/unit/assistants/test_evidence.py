"""Evidence: the right place for a sentence, none for what the document does not say."""

from __future__ import annotations

import pytest

from desktop_slm.assistants.evidence import EvidenceIndex, Place, pages_of
from desktop_slm.assistants.terms import terms

SENTENCES = [
    (1, "The tenant pays 850 euros a month, due on the third working day."),
    (1, "Subletting needs the landlord's written consent."),
    (2, "The deposit of 1,700 euros is held in a separate account."),
    (2, "Pets other than small animals are not allowed without consent."),
    (3, "Der Mietvertrag endet am 31. August 2027."),
    (3, "賃貸契約は二年間有効である。"),
    (4, "Emoji 👍 do not move offsets 😀 at all."),
]


@pytest.fixture
def index() -> EvidenceIndex:
    return EvidenceIndex(
        (Place(page, number * 100, number * 100 + len(text)), text)
        for number, (page, text) in enumerate(SENTENCES)
    )


@pytest.mark.parametrize(
    ("sentence", "page"),
    [
        ("Rent is 850 euros each month.", 1),
        ("The landlord has to consent in writing to subletting.", 1),
        ("A deposit of 1,700 euros is kept in its own account.", 2),
        ("Der Vertrag endet am 31. August 2027.", 3),
        ("契約は二年間有効。", 3),
    ],
)
def test_a_sentence_is_found_where_its_words_are(
    index: EvidenceIndex, sentence: str, page: int
) -> None:
    assert index.find(sentence)[0].page == page


def test_quote_and_place_are_those_of_the_document(index: EvidenceIndex) -> None:
    found = index.find("Emoji do not move offsets")[0]
    assert (found.page, found.start, found.quote) == (4, 600, SENTENCES[6][1])
    assert found.end - found.start == len(found.quote)


@pytest.mark.parametrize("sentence", ["The garden has a swimming pool.", "", "…", "12 %"])
def test_what_is_not_there_is_not_found(index: EvidenceIndex, sentence: str) -> None:
    assert index.find(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    ["The tenant pays 950 euros a month, due on the third working day.", "Deposit of 1,700 for 3"],
)
def test_a_number_that_the_place_lacks_is_no_source(index: EvidenceIndex, sentence: str) -> None:
    assert index.find(sentence) == ()


def test_a_sentence_that_joins_two_has_both_as_sources(index: EvidenceIndex) -> None:
    found = index.find("The tenant pays 850 euros a month and a deposit of 1,700 euros.")
    assert {evidence.page for evidence in found} == {1, 2}


def test_pages_are_named_once_and_in_order(index: EvidenceIndex) -> None:
    assert pages_of([*index.find("850 euros a month"), *index.find("850 euros a month")]) == (1,)


def test_terms_are_comparable_words() -> None:
    assert terms("The Landlord's plants will be closing") == terms("landlord's plant; closings")
    assert terms("12.5 % and 4,100 men") == ["12.5", "4,100", "men"]
    assert terms("ﬁnance") == terms("finance")
