"""The whole glance: only the document's own words, each at its place."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from desktop_slm.assistants.glance import glance as glances
from desktop_slm.assistants.glance.glance import Entry, Glance
from desktop_slm.assistants.glance.key_terms import key_terms
from desktop_slm.assistants.glance.sentences import sentences_of
from desktop_slm.assistants.opened_document import OpenedDocument
from desktop_slm.documents.document import Recognized
from tests.unit.assistants.glance.lease import LEASE, document_of


@pytest.fixture(scope="module")
def glance() -> Glance:
    return OpenedDocument(document_of(LEASE)).glance


def _texts(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.text for entry in entries]


def test_every_entry_is_the_page_s_text_at_its_place(glance: Glance) -> None:
    document = document_of(LEASE)
    entries = [entry for field in fields(glance) for entry in getattr(glance, field.name)]
    assert len(entries) > 15
    for entry in entries:
        at = entry.place
        assert document.text(at.page, at.start, at.end) == entry.text
        assert entry.sentence == "" or entry.text in entry.sentence


def test_outline_and_dates_and_amounts_are_there(glance: Glance) -> None:
    assert _texts(glance.outline) == ["The lease", "Repairs", "Ending the lease", "Pets"]
    assert _texts(glance.dates) == ["4 March 2022", "1 April 2027"]
    assert _texts(glance.amounts) == ["£48,000", "£12,000", "six months", "28 days"]
    assert [entry.kind for entry in glance.amounts] == ["money", "money", "quantity", "quantity"]


def test_an_amount_said_twice_is_one_entry_with_both_places(glance: Glance) -> None:
    rent = glance.amounts[0]
    assert rent.count == 2
    assert [place.page for place in rent.places] == [1, 2]


def test_names_are_those_of_the_parties(glance: Glance) -> None:
    assert {"Harbour Row Estates", "Brightwell Ceramics"} <= set(_texts(glance.names))


def test_what_a_picture_gave_with_doubt_is_not_shown_as_found() -> None:
    document = document_of(LEASE)
    at = document.pages[0].text.index("£48,000")
    doubtful = Recognized(1, "eng", 60, ((at, at + 7),))
    glance = OpenedDocument(replace(document, recognized=(doubtful,))).glance
    rent = next(entry for entry in glance.amounts if entry.text == "£48,000")
    assert [place.page for place in rent.places] == [2]


def test_terms_are_the_words_it_is_about() -> None:
    text = " ".join(
        f"The notice period of case {n} is long. People like {n} cats." for n in range(5)
    )
    terms = key_terms(sentences_of(document_of([text])), 3)
    assert ("notic" in terms[0].words[0], len(terms[0].places)) == (True, 5)
    assert len(terms[0].words) == 2


def test_scripts_without_spaces_have_terms_and_key_sentences() -> None:
    text = "租賃契約は二年間有効だ。解約には租賃契約の文が必要だ。租賃契約の値は月額である。"
    glance = OpenedDocument(document_of([text])).glance
    assert any("契約" in term for term in _texts(glance.key_terms))
    assert len(glance.key_sentences) == 3


def test_a_glance_survives_the_way_from_the_child(glance: Glance) -> None:
    assert glances.from_dict(glances.to_dict(glance)) == glance


def test_nothing_has_an_empty_glance() -> None:
    assert OpenedDocument(document_of([])).glance.is_empty
    assert OpenedDocument(document_of([" "])).glance.is_empty
