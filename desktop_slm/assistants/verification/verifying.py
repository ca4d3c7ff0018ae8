"""Verifying an exported summary: reads export and documents again, in their children, and asks
the analysis child what does not fit. Blocks; needs no model, no network and no database.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_slm import errors, files
from desktop_slm.assistants.analysis_worker import AnalysisWorker, StartWorker, analysis_worker
from desktop_slm.assistants.exports import pdf_seal
from desktop_slm.assistants.verification import check_job
from desktop_slm.assistants.verification.check import Checked
from desktop_slm.assistants.verification.findings import Finding, FindingKind
from desktop_slm.documents import reading
from desktop_slm.documents.document import Document
from desktop_slm.documents.reading import Contents
from desktop_slm.errors import DocumentError

# Said with every result: what it shows, and what it does not.
MEANING = (
    "This compares the export with the document and with its own receipt. It does not show who "
    "made it, nor that its sentences are right."
)
_MOST_BYTES = 1 << 26


class ReadDocument(Protocol):
    """Reads a document, as `reading.read` does."""

    def __call__(self, path: Path | Contents, /, *, ocr: bool = False) -> Document:
        """Returns the document; with `ocr` also the words in pictures of pages."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found. `name` is the export's, `documents` are those it was compared with."""

    name: str
    documents: tuple[str, ...]
    findings: tuple[Finding, ...]
    sentences: int
    footnotes: int
    pages: int

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The findings because of which the export cannot be relied on."""
        return tuple(finding for finding in self.findings if finding.is_fault)

    @property
    def is_unchanged(self) -> bool:
        """Whether the export is as it was made, of this document."""
        return not self.faults


def verify(
    export: Path,
    documents: Sequence[Path],
    *,
    read: ReadDocument = reading.read,
    start: StartWorker = analysis_worker,
) -> Verdict:
    """Checks an export against the documents that it speaks of.

    Raises DocumentError where a file cannot be read, NotAnExport, NewerExport, AnalysisFailed.
    """
    content = _content(export)
    opened = [read(path) for path in documents]
    pages = _pdf_pages(export.name, content, read)
    with AnalysisWorker((), "open", start) as child:
        checked = _check(child, export.name, content, opened, pages)
        if any(found.kind is FindingKind.PAGES_NOT_READ for found in checked.findings):
            # The summary may rest on words in pictures, which are read only where asked for.
            opened = [read(path, ocr=True) for path in documents]
            checked = _check(child, export.name, content, opened, pages)
    return Verdict(
        export.name,
        tuple(document.name for document in opened),
        checked.findings,
        checked.sentences,
        checked.footnotes,
        checked.pages,
    )


def _check(
    child: AnalysisWorker,
    name: str,
    content: bytes,
    documents: Sequence[Document],
    pages: Sequence[str],
) -> Checked:
    fields = check_job.request(name, documents, pages)
    return check_job.answered(child.ask("check_export", content, **fields).fields)


def _content(export: Path) -> bytes:
    reading.check_path(export)
    content = files.content_up_to(export, _MOST_BYTES)
    if content is None:
        raise errors.NotAnExport(name=export.name)
    return content


def _pdf_pages(name: str, content: bytes, read: ReadDocument) -> list[str]:
    """Returns the text of a PDF that was changed, for naming what; none where it has none."""
    if not content.startswith(b"%PDF-") or pdf_seal.is_unchanged(content):
        return []
    try:
        return [page.text for page in read(Contents(name, content)).pages]
    except DocumentError:
        return []
