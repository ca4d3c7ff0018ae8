"""Makes an `ExportedSummary` of what the app knows of a summary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_slm.assistants.exports.exported import ExportedSummary
from desktop_slm.assistants.summaries import editing
from desktop_slm.assistants.summaries.receipt import Receipt, ReceiptDocument, ReceiptModel
from desktop_slm.assistants.summaries.summary import Coverage, Item
from desktop_slm.documents.document import Document


@dataclass(frozen=True, slots=True)
class Exportable:
    """A summary that can be exported; `receipt` is None for one of an older version."""

    title: str
    items: Sequence[Item]
    coverage: Coverage
    documents: Sequence[Document]
    receipt: Receipt | None
    model_id: str
    model_name: str
    notice: str = ""
    is_draft: bool = False


def exported(
    source: Exportable, *, only_checked: bool = False, only_supported: bool = False
) -> ExportedSummary:
    """Returns the export; the receipt says how much of it a person edited and checked, and what
    was left out because nothing supports it."""
    items = [item for item in source.items if item.is_checked or not only_checked]
    kept = [item for item in items if editing.is_supported(item) or not only_supported]
    edited, checked = editing.counts(source.items)
    receipt = source.receipt or _receipt(source)
    if len(kept) < len(items):
        receipt = replace(receipt, notices=(*receipt.notices, _left_out(len(items) - len(kept))))
    return ExportedSummary(
        title=source.title,
        items=tuple(kept),
        coverage=source.coverage,
        receipt=replace(receipt, edited=edited, checked=checked, is_draft=source.is_draft),
        notice=source.notice,
        is_draft=source.is_draft,
        only_checked=only_checked,
        total=len(source.items),
        checked=checked,
    )


def _left_out(count: int) -> str:
    sentences = "1 sentence" if count == 1 else f"{count} sentences"
    return f"{sentences} left out that nothing in the document supports"


def _receipt(source: Exportable) -> Receipt:
    """Returns what is known of a summary that was made before receipts were kept."""
    return Receipt(
        documents=tuple(
            _document(document, is_read=source.coverage.is_whole) for document in source.documents
        ),
        model=ReceiptModel(source.model_id, source.model_name, file="", weight_bytes=0),
        app_version="",
        engine_build="",
        settings={},
        plan={},
        reading="",
        passages_read=source.coverage.passages_read,
        passages_failed=(),
        tokens_read=0,
        tokens_written=0,
        started="",
        ended="",
    )


def _document(document: Document, *, is_read: bool) -> ReceiptDocument:
    return ReceiptDocument(
        name=document.name,
        sha256=document.sha256,
        format=document.format.value,
        pages=document.page_count,
        pages_read=tuple(page.number for page in document.pages) if is_read else (),
        pages_skipped=tuple((each.page, each.why.value) for each in document.skipped),
    )
