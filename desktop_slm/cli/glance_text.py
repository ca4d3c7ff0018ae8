"""A document at a glance as the terminal shows it: its own words, each with its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_slm.assistants.glance.glance import Entry, Glance
from desktop_slm.documents.document import Document

_MOST_PAGES = 6


def written(document: Document, glance: Glance) -> str:
    """Returns the lines, kind by kind; what was not found has no heading."""
    title = document.title or document.name
    pages = "1 page" if document.page_count == 1 else f"{document.page_count} pages"
    return "\n".join([f"{_line(title)} ({pages})", *_lines(glance)])


def _lines(glance: Glance) -> Iterator[str]:
    for heading, entries in (
        ("Outline", glance.outline),
        ("Key sentences", glance.key_sentences),
        ("Key terms", glance.key_terms),
        ("Dates", glance.dates),
        ("Amounts", glance.amounts),
        ("Names", glance.names),
    ):
        if entries:
            yield f"\n{heading}"
            yield from map(_entry, entries)


def _entry(entry: Entry) -> str:
    indent = "  " * max(entry.level - 1, 0)
    return f"- {indent}{_line(entry.text)} ({_pages(entry)})"


def _pages(entry: Entry) -> str:
    pages: Sequence[int] = sorted({place.page for place in entry.places})
    named = ", ".join(map(str, pages[:_MOST_PAGES]))
    is_all = len(pages) <= _MOST_PAGES and entry.count == len(entry.places)
    return f"p. {named}" if is_all else f"p. {named}, …"


def _line(text: str) -> str:
    return " ".join(text.split())
