"""What single documents say of a sentence, joined: full support comes from one of them alone."""

from __future__ import annotations

from desktop_slm.assistants.document_sets import joined_findings
from desktop_slm.assistants.document_sets.opened_set import OpenedSet
from desktop_slm.assistants.evidence import Evidence, Finding, Support
from tests.fakes.sets import document_named, lease_set


def _opened() -> OpenedSet:
    opened = OpenedSet()
    for document in lease_set():
        opened.add(document)
    return opened


def _documents(finding: Finding) -> set[int]:
    return {place.document for place in finding.evidence}


def test_evidence_names_the_document_and_quotes_it_exactly() -> None:
    found = _opened().find("The monthly rent is lowered to 1,050 euros from June 2024.")
    assert found.support is Support.FULL
    place = found.evidence[0]
    assert place.document == 1
    document = lease_set()[1]
    assert document.text(place.page, place.start, place.end) == place.quote


def test_numbers_of_two_documents_do_not_make_one_truth() -> None:
    opened = OpenedSet()
    opened.add(document_named("a.pdf", ["Brightwell Ceramics pays 1,000 euros a month."]))
    opened.add(document_named("b.pdf", ["Acme Lamps pays 1,200 euros a month."]))
    mixed = opened.find("Brightwell Ceramics pays 1,200 euros a month.")
    assert mixed.support is not Support.FULL
    assert opened.find("Acme Lamps pays 1,200 euros a month.").support is Support.FULL


def test_clauses_may_rest_on_different_documents() -> None:
    found = _opened().find(
        "The monthly rent of the workshop is 1,200 euros, while Harbour Estates pays for the "
        "repair of the roof."
    )
    assert found.support is Support.FULL
    assert _documents(found) == {0, 1}


def test_a_clause_that_nothing_supports_leaves_the_sentence_unsupported_in_full() -> None:
    found = _opened().find(
        "The monthly rent of the workshop is 1,200 euros, while Harbour Estates pays for the "
        "garden fence of copper."
    )
    assert found.support is not Support.FULL


def test_only_the_chosen_documents_are_looked_in() -> None:
    lowered = "From June 2024 the monthly rent of the workshop is lowered to 1,050 euros."
    assert _opened().find(lowered, [0]).support is not Support.FULL
    assert _opened().find(lowered, [1]).support is Support.FULL


def test_a_word_is_unknown_only_where_no_document_has_it() -> None:
    place = Evidence(1, 0, 4, "rent", 0.4)
    first = Finding(Support.PARTIAL, (place,), ("1,050", "9,999"))
    second = Finding(Support.PARTIAL, (place,), ("9,999", "Hale"))
    assert joined_findings.join([(0, first), (1, second)]).unknown == ("9,999",)


def test_a_short_part_is_no_clause_of_its_own() -> None:
    assert joined_findings.clauses("The rent is due, and it rises.") == []
    assert (
        len(
            joined_findings.clauses(
                "Die Miete beträgt 1.200 Euro monatlich, während die Kaution 3.600 Euro beträgt."
            )
        )
        == 2
    )
