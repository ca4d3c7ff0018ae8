"""Compares what an export says of its documents with the documents themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_slm.assistants.evidence import Evidence
from desktop_slm.assistants.exports.exported import ExportedSummary, Footnote
from desktop_slm.assistants.exports.inert import one_line
from desktop_slm.assistants.summaries.receipt import ReceiptDocument
from desktop_slm.assistants.verification.findings import Finding, FindingKind
from desktop_slm.documents.document import Document

_HASH_DIGITS = 12
_MOST_PAGES_NAMED = 12


def findings(exported: ExportedSummary, documents: Sequence[Document]) -> Iterator[Finding]:
    """Yields what does not fit: the file, its pages, the quotes at their places."""
    paired = _paired(exported.receipt.documents, documents)
    for said, document in zip(exported.receipt.documents, paired, strict=True):
        if document is None:
            yield Finding(FindingKind.DOCUMENT_NOT_GIVEN, {"name": one_line(said.name)})
        else:
            yield from _file(said, document)
            yield from _pages(said, document, is_draft=exported.is_draft)
    for note in (note for notes in exported.footnotes for note in notes):
        document = paired[note.evidence.document]
        if document is not None:
            yield from _quote(note, document)


def _paired(
    said: Sequence[ReceiptDocument], documents: Sequence[Document]
) -> list[Document | None]:
    """Returns the document for each of the receipt's: by hash, else by name, else in order."""
    left = list(documents)
    paired: list[Document | None] = [None] * len(said)
    for is_it in (
        lambda one, other: one.sha256 == other.sha256,
        lambda one, other: one.name == other.name,
        lambda _one, _other: True,
    ):
        for number, each in enumerate(said):
            match = next((document for document in left if is_it(each, document)), None)
            if paired[number] is None and match is not None:
                paired[number] = match
                left.remove(match)
    return paired


def _file(said: ReceiptDocument, document: Document) -> Iterator[Finding]:
    if said.sha256 != document.sha256:
        yield Finding(
            FindingKind.OTHER_DOCUMENT,
            {
                "name": one_line(document.name),
                "found": document.sha256[:_HASH_DIGITS],
                "expected_name": one_line(said.name),
                "expected": one_line(said.sha256)[:_HASH_DIGITS],
            },
        )
    if said.pages != document.page_count:
        yield Finding(
            FindingKind.PAGES_DIFFER,
            {
                "name": one_line(document.name),
                "found": document.page_count,
                "expected": said.pages,
            },
        )


def _pages(said: ReceiptDocument, document: Document, *, is_draft: bool) -> Iterator[Finding]:
    name = one_line(said.name)
    read, left_out = set(said.pages_read), {page for page, _why in said.pages_skipped}
    every = {page.number for page in document.pages} | {each.page for each in document.skipped}
    unaccounted = (read & left_out) | (set() if is_draft else every - read - left_out)
    if unaccounted:
        fields = {"name": name, "pages": _named(unaccounted)}
        yield Finding(FindingKind.PAGES_UNACCOUNTED, fields)
    without_text = read - {page.number for page in document.pages}
    if without_text:
        fields = {"name": name, "pages": _named(without_text)}
        yield Finding(FindingKind.PAGES_NOT_READ, fields)


def _quote(note: Footnote, document: Document) -> Iterator[Finding]:
    place = note.evidence
    if _is_at(place, document):
        return
    fields = {"number": note.number, "page": place.page}
    found = next((page.number for page in document.pages if place.quote in page.text), None)
    if found is None or not place.quote:
        yield Finding(FindingKind.QUOTE_MISSING, fields)
    else:
        yield Finding(FindingKind.QUOTE_ELSEWHERE, {**fields, "found": found})


def _is_at(place: Evidence, document: Document) -> bool:
    try:
        text = document.page(place.page).text
    except KeyError:
        return False
    is_within = 0 <= place.start < place.end <= len(text)
    return is_within and text[place.start : place.end] == place.quote


def _named(pages: set[int]) -> str:
    named = ", ".join(map(str, sorted(pages)[:_MOST_PAGES_NAMED]))
    return named + (", …" if len(pages) > _MOST_PAGES_NAMED else "")
