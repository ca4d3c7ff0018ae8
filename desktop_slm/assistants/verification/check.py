"""The check itself, as it runs in the analysis child: the export may be any file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_slm.assistants.exports import docx, docx_text, embedded, pdf_seal, plain_text, seal
from desktop_slm.assistants.exports.embedded import Embedded
from desktop_slm.assistants.exports.export_format import ExportFormat
from desktop_slm.assistants.exports.exported import DataDamaged, ExportedSummary
from desktop_slm.assistants.exports.formats import LINE_WRITERS
from desktop_slm.assistants.exports.parts import DATA
from desktop_slm.assistants.exports.written import Written
from desktop_slm.assistants.verification import against_document, pdf_words, visible
from desktop_slm.assistants.verification.findings import Finding, FindingKind, of_part, once
from desktop_slm.documents.document import Document


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check found, and how much it looked at."""

    findings: tuple[Finding, ...]
    sentences: int = 0
    footnotes: int = 0
    pages: int = 0


def check(content: bytes, documents: Sequence[Document], pdf_pages: Sequence[str] = ()) -> Checked:
    """Returns what does not fit. `pdf_pages` is the text of a PDF export, as the reader reads it.

    Raises embedded.NoData, seal.NewerFormat.
    """
    try:
        found = embedded.find(content)
        exported = seal.opened(found.data)
    except DataDamaged:
        return Checked((*_of_broken(content), of_part(DATA)))
    findings = [*_of_hashes(found.data), *_of_words(content, found, exported, pdf_pages)]
    findings += against_document.findings(exported, documents)
    return Checked(
        tuple(once(findings)),
        sentences=len(exported.items),
        footnotes=sum(map(len, exported.footnotes)),
        pages=sum(document.pages for document in exported.receipt.documents),
    )


def _of_hashes(data: Mapping[str, Any]) -> list[Finding]:
    changed = seal.changed_parts(data)
    if changed is None:
        return []
    return [of_part(part) for part in changed] or [Finding(FindingKind.HASH_CHANGED)]


def _of_broken(content: bytes) -> list[Finding]:
    """Names the parts whose hash does not fit, where the data can still be read so far."""
    try:
        return _of_hashes(embedded.find(content).data)
    except (DataDamaged, KeyError, TypeError, AttributeError, ValueError):
        return []


def _of_words(
    content: bytes, found: Embedded, exported: ExportedSummary, pdf_pages: Sequence[str]
) -> list[Finding]:
    match found.format:
        case ExportFormat.PDF:
            return _of_pdf(content, _readable(exported, found.data), pdf_pages)
        case ExportFormat.DOCX:
            return _of_word(content, exported, found.data)
        case chosen:
            expected = list(LINE_WRITERS[chosen](exported, found.data))
            lines = embedded.as_text(content).removesuffix("\n").split("\n")
            return visible.differences(expected, lines)


def _readable(exported: ExportedSummary, data: dict[str, Any]) -> list[Written]:
    return list(plain_text.words(exported, data))


def _of_pdf(content: bytes, expected: list[Written], pages: Sequence[str]) -> list[Finding]:
    if pdf_seal.is_unchanged(content):
        return []
    return [Finding(FindingKind.FILE_CHANGED), *pdf_words.changed(expected, pages)]


def _of_word(content: bytes, exported: ExportedSummary, data: dict[str, Any]) -> list[Finding]:
    parts = docx_text.members(content)
    made = {name: text.encode() for name, text in docx.parts(exported, data).items()}
    if parts == made:
        return []
    try:
        found = docx_text.paragraphs(parts, (docx.DOCUMENT, docx.FOOTNOTES))
    except DataDamaged:
        return [Finding(FindingKind.FILE_CHANGED)]
    expected = docx.written(exported, data)
    return visible.differences(expected, found) or [Finding(FindingKind.SAVED_AGAIN)]
