"""A sentence that names a file is looked for in that file, and the name is no claim."""

from __future__ import annotations

import pytest

from desktop_slm.assistants.document_sets.named_documents import NamedDocuments
from desktop_slm.assistants.evidence import Support
from tests.fakes.plain_set import PlainSet
from tests.fakes.sets import lease_set


@pytest.fixture
def looking() -> NamedDocuments:
    documents = lease_set()
    return NamedDocuments(PlainSet(documents), [document.name for document in documents])


@pytest.mark.parametrize(
    "before", ["lease.pdf says that the", "According to lease.pdf, the", "In “lease.pdf” the"]
)
def test_the_name_of_a_file_is_not_missed_in_it(looking: NamedDocuments, before: str) -> None:
    (found,) = looking.evidence([f"{before} monthly rent of the workshop is 1,200 euros."])
    assert found.support is Support.FULL
    assert found.unknown == ()
    assert {place.document for place in found.evidence} == {0}


def test_what_another_file_says_is_no_support(looking: NamedDocuments) -> None:
    wrong = "lease.pdf says that the monthly rent of the workshop is lowered to 1,050 euros."
    right = wrong.replace("lease.pdf", "addendum.docx")
    found = looking.evidence([wrong, right])
    assert found[0].support is not Support.FULL
    assert all(place.document == 0 for place in found[0].evidence)
    assert found[1].support is Support.FULL


def test_each_clause_is_looked_for_in_the_file_that_it_names(looking: NamedDocuments) -> None:
    rents = "the monthly rent of the workshop is {} euros"
    right, wrong = (
        f"In lease.pdf {rents.format(first)}, while in addendum.docx {rents.format(second)}."
        for first, second in (("1,200", "1,050"), ("1,050", "1,200"))
    )
    found = looking.evidence([right, wrong])
    assert found[0].support is Support.FULL
    assert {place.document for place in found[0].evidence} == {0, 1}
    assert found[1].support is not Support.FULL


def test_sentences_without_names_keep_their_order(looking: NamedDocuments) -> None:
    found = looking.evidence(
        ["Elephants sing.", "menu.txt: The canteen serves soup every Monday.", "Soup every Monday."]
    )
    assert [each.support for each in found] == [Support.NONE, Support.FULL, Support.FULL]
