"""Finds what the practice model made, which nobody should rely on. Blocks."""

from __future__ import annotations

from desktop_slm.storage.summaries import Summaries

_MOST = 50


def summaries_of_practice(summaries: Summaries) -> tuple[int, ...]:
    """Returns the last changed summaries of one document whose newest version it made."""
    found = []
    for summary in summaries.recent(_MOST, with_archived=True):
        versions = summaries.versions(summary.id)
        is_alone = len(summaries.documents(summary.id)) == 1
        if is_alone and versions and versions[-1].options.get("practice"):
            found.append(summary.id)
    return tuple(found)
