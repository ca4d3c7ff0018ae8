"""Evidence: the right place for a sentence, none for what the document does not say."""

from __future__ import annotations

import random
from dataclasses import asdict

import pytest

from desktop_slm.assistants.evidence import Doubt, Finding, Place, Support, pages_of
from desktop_slm.assistants.evidence.index import EvidenceIndex, support_in
from desktop_slm.assistants.opened_document import OpenedDocument
from desktop_slm.assistants.terms import terms
from desktop_slm.documents.document import Document, Format, Page, Recognized

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
    assert index.find(sentence).evidence[0].page == page


def test_quote_and_place_are_those_of_the_document(index: EvidenceIndex) -> None:
    found = index.find("Emoji do not move offsets").evidence[0]
    assert (found.page, found.start, found.quote) == (4, 600, SENTENCES[6][1])
    assert found.end - found.start == len(found.quote)


@pytest.mark.parametrize("sentence", ["The garden has a swimming pool.", "", "…", "12 %"])
def test_what_is_not_there_is_not_found(index: EvidenceIndex, sentence: str) -> None:
    found = index.find(sentence)
    assert (found.support, found.evidence) == (Support.NONE, ())


def test_a_number_that_the_document_lacks_is_named(index: EvidenceIndex) -> None:
    found = index.find("The tenant pays 950 euros a month, due on the third working day.")
    assert found.support is Support.PARTIAL
    assert found.unknown == ("950 euros",)
    assert found.evidence[0].page == 1


def test_a_name_that_the_document_lacks_is_named(index: EvidenceIndex) -> None:
    found = index.find("The tenant, Anna Kessler, pays 850 euros a month.")
    assert found.support is Support.PARTIAL
    assert found.unknown == ("Anna Kessler",)


def test_a_number_of_something_else_is_no_support(index: EvidenceIndex) -> None:
    found = index.find("The deposit of 850 euros is held in a separate account.")
    assert found.doubts == (Doubt.NUMBER_OF_ANOTHER,)
    assert found.unknown == ()


def test_a_sentence_that_joins_two_has_both_as_sources(index: EvidenceIndex) -> None:
    found = index.find("The tenant pays 850 euros a month and a deposit of 1,700 euros.")
    assert {evidence.page for evidence in found.evidence} == {1, 2}


def test_pages_are_named_once_and_in_order(index: EvidenceIndex) -> None:
    found = index.find("850 euros a month").evidence
    assert pages_of([*found, *found]) == (1,)


def test_a_finding_crosses_a_process_as_it_is(index: EvidenceIndex) -> None:
    found = index.find("The tenant, Anna Kessler, pays 950 euros a month.")
    assert Finding.from_dict(asdict(found)) == found


def test_terms_are_comparable_words() -> None:
    assert terms("The Landlord's plants will be closing") == terms("landlord's plant; closings")
    assert terms("12.5 % and 4,100 men") == ["12.5", "4,100", "men"]
    assert terms("ﬁnance") == terms("finance")


LEASE = "The tenant must give six months' notice unless the landlord agrees to a shorter time."


@pytest.mark.parametrize(
    ("passage", "sentence", "doubt"),
    [
        (LEASE, "The tenant must give six months' notice.", Doubt.EXCEPTION),
        (
            "The bank may raise the interest rate in May.",
            "The bank must raise the interest rate in May.",
            Doubt.MODALITY,
        ),
        (
            "The claimant alleged that the manager had falsified the report.",
            "The manager falsified the report.",
            Doubt.ATTRIBUTION,
        ),
        (
            "Der Angeklagte hat das Fahrzeug in Ulm gelenkt.",
            "Der Angeklagte hat das Fahrzeug in Ulm nicht gelenkt.",
            Doubt.NEGATION,
        ),
        (
            "L'usine de Lens sera fermée en 2025.",
            "L'usine de Lens a été fermée en 2025.",
            Doubt.TENSE,
        ),
        (
            "Mr Harlow sold the boat and Ms Irving repaired the engine.",
            "Mr Irving repaired the engine.",
            Doubt.NAME,
        ),
        (
            "The margin rose sharply in spring.",
            "The margin fell sharply in spring.",
            Doubt.OPPOSITE,
        ),
    ],
)
def test_a_turned_claim_is_not_supported_in_full(passage: str, sentence: str, doubt: Doubt) -> None:
    assert doubt in support_in(sentence, [passage]).doubts
    assert support_in(passage, [passage]).support is Support.FULL


def test_in_a_long_document_the_planted_fact_is_found() -> None:
    filler = "On page {0} the committee discussed matter {0} without any result."
    texts = [(page, filler.format(page)) for page in range(1, 400)]
    texts.insert(300, (300, "The bridge at Orlen was closed for 17 weeks after the flood."))
    index = EvidenceIndex((Place(page, 0, len(text)), text) for page, text in texts)
    found = index.find("After the flood, the Orlen bridge stayed closed for seventeen weeks.")
    assert (found.support, found.evidence[0].page) == (Support.FULL, 300)
    assert index.find("The Orlen bridge was closed for 918 weeks.").unknown == ("918 weeks",)


def test_no_text_makes_the_check_fail() -> None:
    source = random.Random(3)
    parts = """1.2 500 1,2,3 ’ ' 12.34.56 ½ ² Ⅳ ٣٤ € $ M€ k$ % Ende April 31. 99.99.9999 quart d'
        heure half Herr Dr. ( Bau the ) ne pas 中文 。 l' ß ; - – 3/4/2020 no must""".split()
    parts += ["9" * 400, "\n", "\u0301", ", and "]

    def text() -> str:
        words = source.choices(parts, k=source.randint(0, 20))
        return "".join(word + source.choice(("", " ")) for word in words)

    for _ in range(300):
        passage = [text() for _ in range(3)]
        for found in support_in(text(), passage).evidence:
            assert found.quote in passage


@pytest.mark.parametrize(
    ("uncertain", "doubts"),
    [
        (("1,250",), (Doubt.RECOGNITION,)),
        (("3 May 2027",), (Doubt.RECOGNITION,)),
        (("Harrow",), ()),  # a word that can be read stands beside: only values are at stake
        ((), ()),
    ],
)
def test_a_number_of_doubtful_recognition_is_never_shown_as_found(
    uncertain: tuple[str, ...], doubts: tuple[Doubt, ...]
) -> None:
    text = "The rent of 1,250 pounds is due to Harrow on 3 May 2027."
    spans = tuple((text.index(word), text.index(word) + len(word)) for word in uncertain)
    document = Document(
        "scan.pdf",
        Format.PDF,
        "ab",
        pages=(Page(1, "1", text),),
        recognized=(Recognized(1, "eng", 91, spans),),
    )
    found = OpenedDocument(document).find("Rent of 1,250 pounds is due to Harrow on 3 May 2027.")
    assert found.doubts == doubts
    assert found.support is (Support.PARTIAL if doubts else Support.FULL)
    assert found.unknown == ()


def test_a_number_that_stands_elsewhere_without_doubt_is_found() -> None:
    text = "The rent is 1,250 pounds. The yearly rent of 1,250 pounds a month is 15,000."
    document = Document(
        "scan.pdf",
        Format.PDF,
        "ab",
        pages=(Page(1, "1", text),),
        recognized=(Recognized(1, "eng", 91, ((12, 17),)),),
    )
    assert OpenedDocument(document).find("The rent is 1,250 pounds.").support is Support.FULL
