"""Which sentences of a summary rest on a place of the document. Nothing here knows of Qt."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_slm.assistants.evidence import Place
from desktop_slm.assistants.summaries.summary import Item


def resting_on(items: Sequence[Item], place: Place, document: int = 0) -> tuple[int, ...]:
    """Returns the numbers, from 0, of the items of whose evidence a part lies at the place.

    `document` is the place's in a digest. An empty place lies in nothing.
    """
    return tuple(
        number
        for number, item in enumerate(items)
        if any(
            each.document == document
            and each.page == place.page
            and max(each.start, place.start) < min(each.end, place.end)
            for each in item.evidence
        )
    )
