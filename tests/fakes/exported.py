"""Summaries as they are exported, each with the document that it is of."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from desktop_slm.assistants.evidence import Evidence, Support
from desktop_slm.assistants.exports.exported import ExportedSummary
from desktop_slm.assistants.summaries.receipt import Receipt, ReceiptDocument, ReceiptModel
from desktop_slm.assistants.summaries.summary import Coverage, Item
from desktop_slm.documents.document import Document, Format, Page, SkippedPage, SkipReason

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> &amp; &lt;b&gt;",
    "]]> --> </export> </title></style> *bold* [x](http://evil.example/) ![y](//evil/z.png) `c`",
    "1. one\n# two\n> three\n[^1]: four | five | www.evil.example a@evil.example ~~gone~~",
    "before \u202eright to left\u202c after \u2066x\u2069 \U000e0041 end",
    "nul \x00 bell \x07 escape \x1b[31m c1 \x9b next\x85line \u2028 sep \ufffe \ud800 lone",
    "w" * 3000,
    "{0} {name} %s \\n \\u003c -- ---- {{x}} $HOME ${x} -1 −1 “quotes” ‘single’ \"'",
)
_WORDS = "rent tenant landlord month deposit notice repair garden window contract euro year".split()


def document_of(texts: list[str], name: str = "lease.pdf") -> Document:
    """Returns a PDF's document whose second to last page was a picture."""
    pages = [Page(number, str(number), text) for number, text in enumerate(texts, 1)]
    picture = SkippedPage(len(pages) + 1, SkipReason.NO_TEXT)
    sha256 = hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        name=name, format=Format.PDF, sha256=sha256, pages=tuple(pages), skipped=(picture,)
    )


def sample(sentences: int = 5) -> tuple[ExportedSummary, Document]:
    """Returns a summary with all that an export can hold, and its document."""
    texts = [
        f"Page {page}. "
        + " ".join(f"{word} {page * 31 + place}," for place, word in enumerate(_WORDS))
        for page in range(1, 8)
    ]
    document = document_of(texts)
    return _summary(document, [_item(document, number) for number in range(sentences)]), document


def running_text(sentences: int = 5) -> tuple[ExportedSummary, Document]:
    """Returns a summary that is a paragraph and no list."""
    summary, document = sample(sentences)
    receipt = replace(summary.receipt, settings={"form": "paragraph"})
    return replace(summary, receipt=receipt), document


def hostile(name: str = "</title><b>&lease.pdf") -> tuple[ExportedSummary, Document]:
    """Returns a summary whose every text is an attack, and its document."""
    document = document_of([f"Words before {text} and after." for text in HOSTILE], name)
    items = [
        Item(text, (_evidence(document, page, 13, 13 + len(text)),), Support.PARTIAL, (text,), text)
        for page, text in enumerate(HOSTILE, 1)
    ]
    made = _summary(document, items)
    return replace(made, title=" ".join(HOSTILE[:3]), notice=HOSTILE[0]), document


def of_document(document: Document) -> ExportedSummary:
    """Returns a summary of a document that was read: a sentence for each of its pages."""
    items = []
    for page in document.pages:
        text = " ".join(page.text.split())
        places = (_evidence(document, page.number, 0, min(40, len(page.text))),)
        items.append(Item(text[:80], places, Support.FULL, is_checked=True))
    return _summary(document, items)


def _item(document: Document, number: int) -> Item:
    page = number % len(document.pages) + 1
    places = [_evidence(document, page, 8, 40)]
    if number % 3 == 0:
        places.append(_evidence(document, page % 7 + 1, 20, 60))
    supports = (Support.FULL, Support.PARTIAL, Support.NONE)
    support = supports[number % 3]
    return Item(
        text=f"Sentence about the {_WORDS[number % 12]} of {number * 17 + 900} euro, end-to-end.",
        evidence=tuple(places) if support is not Support.NONE else (),
        support=support,
        unknown=("2031",) if number % 4 == 1 else (),
        label="Tenant, by 1 May" if number % 5 == 4 else "",
        is_edited=number % 4 == 2,
        is_checked=number % 2 == 0,
    )


def _evidence(document: Document, page: int, start: int, end: int) -> Evidence:
    return Evidence(page, start, end, document.text(page, start, end), 0.75)


def _summary(document: Document, items: list[Item]) -> ExportedSummary:
    checked = sum(item.is_checked for item in items)
    read, total = len(document.pages), document.page_count
    skipped = tuple((each.page, each.why.value) for each in document.skipped)
    return ExportedSummary(
        title="The lease in short",
        items=tuple(items),
        coverage=Coverage(total, document.characters, 9, 9, read, skipped),
        receipt=Receipt(
            documents=(
                ReceiptDocument(
                    document.name,
                    document.sha256,
                    document.format.value,
                    total,
                    tuple(range(1, read + 1)),
                    skipped,
                ),
            ),
            model=ReceiptModel("smol", "Smol 135M", "smol.gguf", 91_000_000, "ab" * 32),
            app_version="1.0",
            engine_build="llama.cpp b1",
            settings={"length": "standard", "sampling": {"temperature": 0.0}, "focus": ""},
            plan={"passages": 9, "levels": 2},
            reading="all",
            passages_read=9,
            passages_failed=((3, "too long"),),
            tokens_read=41_000,
            tokens_written=900,
            started="2026-11-21T10:00:00+00:00",
            ended="2026-11-21T10:04:10+00:00",
            edited=sum(item.is_edited for item in items),
            checked=checked,
        ),
        notice="Practice model: do not rely on this",
        total=len(items),
        checked=checked,
    )
