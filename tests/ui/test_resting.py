"""From a place in the document to the sentences that rest on it."""

from __future__ import annotations

import pytest

from desktop_slm.assistants.evidence import Evidence, Place, Support
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.ui.summaries.document.resting import resting_on


def item(*places: tuple[int, int, int], document: int = 0) -> Item:
    found = tuple(Evidence(*place, "quote", 1.0, document) for place in places)
    return Item("A sentence.", found, Support.FULL if found else Support.NONE)


ITEMS = [item((1, 0, 10)), item((1, 10, 20), (2, 0, 5)), item(), item((2, 4, 9))]


@pytest.mark.parametrize(
    ("place", "numbers"),
    [
        (Place(1, 5, 6), (0,)),
        (Place(1, 9, 11), (0, 1)),
        (Place(1, 10, 12), (1,)),
        (Place(2, 4, 5), (1, 3)),
        (Place(2, 9, 30), ()),
        (Place(1, 5, 5), ()),
        (Place(0, 0, 0), ()),
    ],
)
def test_the_items_whose_evidence_lies_there_are_named(
    place: Place, numbers: tuple[int, ...]
) -> None:
    assert resting_on(ITEMS, place) == numbers


def test_documents_of_a_digest_are_told_apart() -> None:
    items = [item((1, 0, 9), document=1), item((1, 0, 9))]
    assert resting_on(items, Place(1, 0, 3), document=1) == (0,)
