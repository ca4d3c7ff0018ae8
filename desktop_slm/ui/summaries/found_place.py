"""What a search over everything has found in a document, to be shown beside its summary."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_slm.storage.finding.search_text import Query


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A page of one of a summary's documents; `document` counts them from 0."""

    summary_id: int
    document: int
    page: int
    query: Query
