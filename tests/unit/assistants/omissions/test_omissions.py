"""What no source touches: every part is listed, none that is in the summary, and no more."""

from __future__ import annotations

import itertools

import pytest

from desktop_slm.assistants.evidence import Place
from desktop_slm.assistants.omissions import wire
from desktop_slm.assistants.omissions.omissions import FindingKind, Omissions, PageState, Sources
from desktop_slm.assistants.omissions.stretches import MOST_CHARACTERS
from desktop_slm.assistants.opened_document import OpenedDocument
from desktop_slm.documents.document import Document
from tests.unit.assistants.glance.lease import LEASE, document_of


@pytest.fixture(scope="module")
def lease() -> OpenedDocument:
    return OpenedDocument(document_of(LEASE))


def _place(document: Document, words: str) -> Place:
    for page in document.pages:
        if words in page.text:
            start = page.text.index(words)
            return Place(page.number, start, start + len(words))
    raise AssertionError(words)


def _without(opened: OpenedDocument, *words: str) -> Omissions:
    return opened.omissions.find([_place(opened.document, each) for each in words])


def _titles(omissions: Omissions) -> list[str]:
    return [part.title for part in omissions.parts]


def test_sections_without_a_source_are_listed_with_what_they_hold(lease: OpenedDocument) -> None:
    omissions = _without(lease, "The yearly rent is", "Small animals")
    assert _titles(omissions) == ["Repairs", "Ending the lease"]
    repairs, ending = omissions.parts
    assert (repairs.sentences, repairs.count(FindingKind.DUTY)) == (2, 1)
    assert {kind: ending.count(kind) for kind in FindingKind} == {
        FindingKind.AMOUNT: 4,
        FindingKind.DATE: 1,
        FindingKind.DUTY: 0,
        FindingKind.EXCEPTION: 1,
    }
    assert (ending.first_page, ending.last_page, ending.is_whole) == (2, 2, True)


def test_every_finding_is_the_page_s_text_at_its_place(lease: OpenedDocument) -> None:
    findings = [each for part in _without(lease).parts for each in part.findings]
    assert len(findings) >= 9
    for each in findings:
        text = lease.document.text
        assert text(each.place.page, each.place.start, each.place.end) == each.text
        at = each.sentence
        assert text(at.page, at.start, at.end) == each.sentence_text


def test_a_source_in_every_section_leaves_nothing_out(lease: OpenedDocument) -> None:
    words = ("The yearly rent is", "The landlord must", "A deposit of", "Small animals")
    assert _without(lease, *words).parts == ()


def test_a_source_that_is_a_heading_covers_nothing(lease: OpenedDocument) -> None:
    assert "Repairs" in _titles(_without(lease, "Repairs"))


def test_pages_say_whether_something_rests_on_them(lease: OpenedDocument) -> None:
    assert _without(lease, "The yearly rent is").pages == (
        (1, PageState.RESTED_ON),
        (2, PageState.NOT_RESTED_ON),
    )


def test_every_sentence_is_in_the_summary_s_stretches_or_in_one_part(lease: OpenedDocument) -> None:
    """Whatever is covered: nothing is listed twice, nothing is lost."""
    words = ("The yearly rent is", "The landlord must", "A deposit of", "Small animals")
    counts = {
        "The yearly rent is": 2,
        "The landlord must": 2,
        "A deposit of": 3,
        "Small animals": 1,
    }
    for size in range(5):
        for chosen in itertools.combinations(words, size):
            omitted = sum(part.sentences for part in _without(lease, *chosen).parts)
            assert omitted == 8 - sum(counts[each] for each in chosen)


def test_a_heading_stands_for_those_below_it_where_all_is_left_out() -> None:
    opened = OpenedDocument(
        document_of(
            ["# One\nFirst words.\n# Two\nA.\n## Two a\nB must.\n## Two b\nC.\n# Three\nD."]
        )
    )
    omissions = _without(opened, "First words.")
    assert [(part.title, part.sentences) for part in omissions.parts] == [("Two", 3), ("Three", 1)]
    partly = _without(opened, "B must.")
    assert _titles(partly) == ["One", "Two", "Two b", "Three"]


def test_one_source_does_not_speak_for_forty_pages() -> None:
    page = "Something is said here about the shop in general. " * 50
    opened = OpenedDocument(document_of(["# Long\n" + page, *[page] * 9]))
    assert len(page) * 10 > MOST_CHARACTERS
    omissions = opened.omissions.find([Place(5, 0, 10)])
    ranges = [(part.first_page, part.last_page, part.is_whole) for part in omissions.parts]
    assert ranges == [(1, 4, False), (6, 10, False)]
    assert omissions.count_pages(PageState.RESTED_ON) == 1


def test_a_document_without_headings_is_listed_by_pages() -> None:
    page = "Something is said here about the shop in general. " * 50
    opened = OpenedDocument(document_of([page] * 6))
    omissions = opened.omissions.find([Place(1, 0, 10), Place(4, 0, 10)])
    assert [(part.title, part.first_page, part.last_page) for part in omissions.parts] == [
        ("", 2, 3),
        ("", 5, 6),
    ]


def test_a_table_of_contents_is_not_counted() -> None:
    opened = OpenedDocument(
        document_of(["1.1 Rent ........ 4\n1.2 The roof of it 5\n# Rent\nPay."])
    )
    assert [(part.title, part.sentences) for part in _without(opened).parts] == [("Rent", 1)]


def test_touching_is_sharing_a_character() -> None:
    sources = Sources([Place(1, 10, 20), Place(1, 15, 40), Place(2, 0, 5)])
    assert sources.touch(Place(1, 39, 50))
    assert not sources.touch(Place(1, 40, 50))
    assert not sources.touch(Place(1, 0, 10))
    assert not sources.touch(Place(3, 0, 10))


def test_omissions_survive_the_way_from_the_child(lease: OpenedDocument) -> None:
    omissions = _without(lease, "Small animals")
    assert wire.from_dict(wire.to_dict(omissions)) == omissions
