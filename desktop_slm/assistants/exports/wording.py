"""What an export says of itself. It belongs to the format: a change here needs a new format number,
or exports that people have kept would no longer fit what they say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from desktop_slm.assistants.evidence import Evidence, Support
from desktop_slm.assistants.exports.exported import ExportedSummary
from desktop_slm.assistants.exports.inert import one_line
from desktop_slm.assistants.summaries.receipt import Receipt, ReceiptDocument
from desktop_slm.assistants.summaries.summary import Item

SOURCES = "Sources"
RECEIPT = "Receipt"
HASH = "Receipt hash"
LINK_MEANS = "A note means that the words were found there, not that the sentence is right."
HOW_TO_CHECK = (
    "This file can be checked against the document, without a model: "
    "“desktop-slm verify EXPORT DOCUMENT”, or “Verify an export…” in Desktop SLM."
)
_SUPPORT = {
    Support.FULL: "",
    Support.PARTIAL: "found in part",
    Support.NONE: "no passage found that supports this",
}


def facts(exported: ExportedSummary) -> Iterator[str]:
    """Yields what stands under the title: of what, how much of it was read, who checked it."""
    documents = exported.receipt.documents
    names = [one_line(document.name) for document in documents]
    is_digest = len(documents) > 1
    what = "Digest" if is_digest else "Summary"
    yield f"{what} of {', '.join(names)} by {one_line(exported.receipt.model.name)}"
    if is_digest:
        yield from _coverage_of_each(exported)
    else:
        yield _coverage(exported)
        for document in documents:
            yield from _left_out(document)
    yield _checked(exported)


def remark(item: Item) -> str:
    """Returns what is said of a sentence behind it, or nothing."""
    said = ["checked by a person"] if item.is_checked else []
    said += ["edited by a person"] if item.is_edited else []
    said += [_SUPPORT[item.support]] if _SUPPORT[item.support] else []
    if item.unknown:
        said.append("not in the document: " + ", ".join(map(one_line, item.unknown)))
    return "; ".join(said)


def place(exported: ExportedSummary, evidence: Evidence) -> str:
    """Returns "lease.pdf, page 14"."""
    document = exported.receipt.documents[evidence.document]
    return f"{one_line(document.name)}, {_unit(document)} {evidence.page}"


def quoted(evidence: Evidence) -> str:
    """Returns the quote in its marks."""
    return f"“{one_line(evidence.quote)}”"


def receipt_rows(receipt: Receipt) -> Iterator[tuple[str, str]]:
    """Yields name and value of all that the receipt holds, and nothing that it does not."""
    for document in receipt.documents:
        yield "Document", one_line(document.name)
        yield "Document SHA-256", one_line(document.sha256)
        read, unit = len(document.pages_read), _unit(document)
        yield f"{unit.capitalize()}s read", f"{read} of {document.pages}: {_ranges(document)}"
        if document.pages_skipped:
            yield f"{unit.capitalize()}s left out", _skipped(document)
    model = receipt.model
    facts = [f"{model.name} ({model.id})", model.file]
    facts += [f"{model.weight_bytes:,} bytes of weights"] if model.weight_bytes else []
    yield "Model", one_line(", ".join(filter(None, facts)))
    yield "Model SHA-256", one_line(model.sha256) or "not computed on this computer"
    yield "Desktop SLM", one_line(receipt.app_version) or "not recorded"
    yield "Engine", one_line(receipt.engine_build) or "not recorded"
    if receipt.settings:
        yield "Settings", _listed(receipt.settings)
    if receipt.plan:
        yield "Plan", _listed(receipt.plan)
    for name, why in receipt.plan.get("not_read", ()):
        yield "Not in this digest", f"{one_line(name)}: {one_line(why)}"
    yield "The model read", one_line(receipt.reading) or "not recorded"
    yield "Passages read", str(receipt.passages_read)
    for index, why in receipt.passages_failed:
        yield f"Passage {index} failed", one_line(why)
    if receipt.tokens_read or receipt.tokens_written:
        yield "Tokens", f"{receipt.tokens_read:,} read, {receipt.tokens_written:,} written"
    yield (
        "Time",
        one_line(f"{receipt.started or 'not recorded'} to {receipt.ended or 'not recorded'}"),
    )
    yield "Sentences", f"{receipt.edited} edited, {receipt.checked} checked by a person"
    for notice in receipt.notices:
        yield "Notice", one_line(str(notice))


def _coverage(exported: ExportedSummary) -> str:
    documents, coverage = exported.receipt.documents, exported.coverage
    unit = _unit(documents[0]) if documents else "page"
    pages = f"{coverage.pages} {unit}{'' if coverage.pages == 1 else 's'}"
    if exported.is_draft:
        return (
            f"Draft: {coverage.pages_read} of {pages} read, "
            f"{coverage.passages_read} of {coverage.passages_total} passages"
        )
    what = "the key sentences of " if coverage.is_key_sentences else ""
    if coverage.pages_read < coverage.pages:
        return f"Model read {what}{coverage.pages_read} of {pages}"
    if coverage.pages == 1:
        return f"Model read {what}the whole {'text' if unit == 'part' else 'page'}"
    return f"Model read {what}all of {pages}"


def _coverage_of_each(exported: ExportedSummary) -> Iterator[str]:
    if exported.is_draft:
        yield "Draft: the summaries of the documents are not joined"
    in_part = exported.receipt.plan.get("key_sentences_of", ())
    for number, document in enumerate(exported.receipt.documents):
        name, read = one_line(document.name), len(document.pages_read)
        what = "the key sentences of " if number in in_part else ""
        every = "all of " if read == document.pages and not what else f"{read} of "
        pages = f"{document.pages} {_unit(document)}{'' if document.pages == 1 else 's'}"
        yield f"{name}: model read {what}{every}{pages}"
        yield from (f"{name}: {line}" for line in _left_out(document))
    for name, why in exported.receipt.plan.get("not_read", ()):
        yield f"{one_line(name)} is not in this digest: {one_line(why)}"


def _left_out(document: ReceiptDocument) -> Iterator[str]:
    by_reason: dict[str, list[int]] = defaultdict(list)
    for page, why in document.pages_skipped:
        by_reason[why].append(page)
    for why, pages in by_reason.items():
        unit = _unit(document).capitalize() + ("" if len(pages) == 1 else "s")
        verb = "was" if len(pages) == 1 else "were"
        yield f"{unit} {_spans(pages)} {verb} not read: {one_line(str(why))}"


def _checked(exported: ExportedSummary) -> str:
    said = f"{exported.checked} of {exported.total} sentences checked by a person"
    return said + ("; only these are here" if exported.only_checked else "")


def _unit(document: ReceiptDocument) -> str:
    return "page" if document.format == "pdf" else "part"


def _ranges(document: ReceiptDocument) -> str:
    return _spans(document.pages_read) or "none"


def _skipped(document: ReceiptDocument) -> str:
    by_reason: dict[str, list[int]] = defaultdict(list)
    for page, why in document.pages_skipped:
        by_reason[str(why)].append(page)
    return "; ".join(f"{_spans(pages)} ({one_line(why)})" for why, pages in by_reason.items())


def _spans(pages: Sequence[int]) -> str:
    """Returns "1–3, 5" for 1, 2, 3, 5."""
    spans: list[list[int]] = []
    for page in sorted(pages):
        if spans and page == spans[-1][1] + 1:
            spans[-1][1] = page
        else:
            spans.append([page, page])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in spans)


def _listed(values: Mapping[str, Any]) -> str:
    """Returns "length: standard; seed: 0"; what lies deeper has the names above it before it."""
    return "; ".join(f"{name}: {value}" for name, value in _leaves(values))


def _leaves(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in values.items():
        words = one_line(str(name).replace("_", " "))
        if isinstance(value, Mapping):
            yield from ((f"{words} {inner}", leaf) for inner, leaf in _leaves(value))
        elif isinstance(value, list) and any(isinstance(each, list) for each in value):
            continue  # the pages left out have a row of their own
        elif isinstance(value, list):
            yield words, one_line(", ".join(map(str, value))) or "none"
        elif value is None or value == "":
            yield words, "none"
        elif isinstance(value, bool):
            yield words, "yes" if value else "no"
        else:
            yield words, one_line(str(value))
