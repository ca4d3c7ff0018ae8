"""Each format: clean as exported; one changed character is found, and named where it can be."""

from __future__ import annotations

import contextlib
import io
import json
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_slm.assistants.exports import docx, embedded, formats, seal
from desktop_slm.assistants.exports.export_format import ExportFormat
from desktop_slm.assistants.exports.exported import ExportedSummary
from desktop_slm.assistants.verification.check import check
from desktop_slm.assistants.verification.findings import FindingKind
from desktop_slm.documents.document import Document, Page
from tests.fakes import exported as fakes

FORMATS = [each for each in ExportFormat if each is not ExportFormat.PDF]
TEXTS = [each for each in FORMATS if each is not ExportFormat.DOCX]
_MORE = b"<w:p><w:r><w:t>More</w:t></w:r></w:p>"
VISIBLE = [ExportFormat.MARKDOWN, ExportFormat.HTML, ExportFormat.TEXT]


def _kinds(content: bytes, document: Document) -> list[str]:
    return [finding.kind.value for finding in check(content, [document]).findings]


def _sentences(content: bytes, document: Document) -> list[str]:
    return [finding.sentence for finding in check(content, [document]).findings]


@pytest.mark.parametrize("chosen", FORMATS)
@pytest.mark.parametrize("make", [fakes.sample, fakes.hostile, fakes.running_text])
def test_an_export_fits_its_document(
    chosen: ExportFormat, make: Callable[[], tuple[ExportedSummary, Document]]
) -> None:
    summary, document = make()
    checked = check(formats.content(summary, chosen), [document])
    assert checked.findings == ()
    assert checked.sentences == len(summary.items)
    assert checked.footnotes == sum(len(item.evidence) for item in summary.items)


@pytest.mark.parametrize("chosen", [ExportFormat.MARKDOWN, ExportFormat.DOCX])
def test_exports_that_people_have_kept_still_fit(chosen: ExportFormat) -> None:
    kept = Path(__file__).parents[3] / "data" / "exports" / f"format-1.{chosen.value}"
    assert check(kept.read_bytes(), [fakes.sample()[1]]).findings == ()


@pytest.mark.parametrize("chosen", FORMATS)
def test_the_data_comes_back_as_it_was(chosen: ExportFormat) -> None:
    for summary, _document in (fakes.sample(), fakes.hostile()):
        found = embedded.find(formats.content(summary, chosen))
        assert found.format is chosen
        assert seal.opened(found.data) == summary


@pytest.mark.parametrize("chosen", TEXTS)
def test_no_changed_character_goes_unseen(chosen: ExportFormat) -> None:
    summary, document = fakes.sample(3)
    content = formats.content(summary, chosen)
    for at in range(0, len(content), 7):
        other = b"x" if content[at : at + 1] != b"x" else b"y"
        changed = content[:at] + other + content[at + 1 :]
        with contextlib.suppress(embedded.NoData, seal.NewerFormat):  # said as errors
            assert check(changed, [document]).findings, f"at {at}: {content[at - 20 : at + 20]!r}"


@pytest.mark.parametrize("chosen", VISIBLE)
@pytest.mark.parametrize("make", [fakes.sample, fakes.running_text])
def test_a_changed_word_that_one_sees_is_named(
    chosen: ExportFormat, make: Callable[[], tuple[ExportedSummary, Document]]
) -> None:
    summary, document = make()
    lines = formats.content(summary, chosen).split(b"\n")
    at = next(place for place, line in enumerate(lines) if b"951 euro" in line and len(line) < 999)
    lines[at] = lines[at].replace(b"951", b"952")
    assert _sentences(b"\n".join(lines), document) == ["Sentence 4 was changed after the export."]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda data: data["summary"][1].update(text="Other"), "sentence changed"),
        (lambda data: data["summary"][1].update(checked=True), "sentence changed"),
        (lambda data: data["summary"][0]["evidence"][1].update(quote="Other"), "footnote changed"),
        (lambda data: data["summary"][0]["evidence"][0].update(page=2), "footnote changed"),
        (lambda data: data.update(title="Other"), "title changed"),
        (lambda data: data.update(notice=""), "notice changed"),
        (lambda data: data.update(checked=5), "coverage changed"),
        (lambda data: data["coverage"].update(pages_read=8), "coverage changed"),
        (lambda data: data["receipt"].update(tokens_read=1), "receipt changed"),
        (lambda data: data["receipt"]["model"].update(sha256="cd" * 32), "receipt changed"),
        (lambda data: data.update(receipt_hash="0" * 64), "hash changed"),
        (lambda data: data["digests"].update(title="0" * 16), "hash changed"),
        (lambda data: data["summary"].pop(), "sentence changed"),
        (lambda data: data.update(more=1), "data changed"),
    ],
)
def test_a_change_of_the_json_is_named(change: Callable[[dict], object], kind: str) -> None:  # type: ignore[type-arg]
    summary, document = fakes.sample()
    data = json.loads(formats.content(summary, ExportFormat.JSON))
    change(data)
    assert kind in _kinds(json.dumps(data, indent=1).encode(), document)


def test_a_quote_of_an_export_made_anew_is_looked_up_in_the_document() -> None:
    summary, document = fakes.sample()
    first = summary.items[0]
    place = first.evidence[0]
    forged = replace(first, evidence=(replace(place, quote="never said"), *first.evidence[1:]))
    summary = replace(summary, items=(forged, *summary.items[1:]))
    content = formats.content(summary, ExportFormat.MARKDOWN)
    assert _sentences(content, document) == ["The quote of footnote 1 is not on page 1."]


def test_a_quote_that_stands_on_another_page_is_named_with_it() -> None:
    summary, document = fakes.sample()
    moved = replace(summary.items[1], evidence=(replace(summary.items[1].evidence[0], page=5),))
    summary = replace(summary, items=(summary.items[0], moved, *summary.items[2:]))
    content = formats.content(summary, ExportFormat.HTML)
    found = check(content, [document]).findings
    assert [(each.kind, each.fields["found"]) for each in found] == [
        (FindingKind.QUOTE_ELSEWHERE, 2)
    ]


def test_another_version_of_the_document_is_said_with_what_differs() -> None:
    summary, document = fakes.sample()
    pages = list(document.pages)
    pages[1] = replace(pages[1], text=pages[1].text.replace("rent", "Rent"))
    other = replace(document, sha256="12" * 32, pages=(*pages, Page(9, "9", "One more.")))
    found = check(formats.content(summary, ExportFormat.JSON), [other]).findings
    assert [each.kind.value for each in found] == [
        "other document", "pages differ", "pages unaccounted", "quote missing",
    ]  # fmt: skip
    assert "SHA-256 begins with 121212121212" in found[0].sentence


def test_pages_that_nobody_accounts_for_are_named() -> None:
    summary, document = fakes.sample()
    said = replace(summary.receipt.documents[0], pages_read=(1, 2, 3, 5, 6, 7))
    summary = replace(summary, receipt=replace(summary.receipt, documents=(said,)))
    found = check(formats.content(summary, ExportFormat.TEXT), [document]).findings
    assert [each.sentence for each in found] == [
        "The receipt does not say whether these pages of “lease.pdf” were read: 4."
    ]


def test_a_draft_may_leave_pages_open() -> None:
    summary, document = fakes.sample()
    said = replace(summary.receipt.documents[0], pages_read=(1, 2))
    receipt = replace(summary.receipt, documents=(said,), is_draft=True)
    summary = replace(summary, receipt=receipt, is_draft=True)
    assert check(formats.content(summary, ExportFormat.TEXT), [document]).findings == ()


@pytest.mark.parametrize("chosen", VISIBLE)
def test_line_ends_of_another_system_change_nothing(chosen: ExportFormat) -> None:
    summary, document = fakes.sample()
    content = b"\xef\xbb\xbf" + formats.content(summary, chosen).replace(b"\n", b"\r\n")
    assert _kinds(content, document) == []


@pytest.mark.parametrize("chosen", VISIBLE)
def test_an_added_line_is_found(chosen: ExportFormat) -> None:
    summary, document = fakes.sample()
    lines = formats.content(summary, chosen).split(b"\n")
    at = next(number for number, line in enumerate(lines) if b"Receipt" in line)
    content = b"\n".join([*lines[:at], b"All of this was checked by a lawyer.", *lines[at:]])
    assert _kinds(content, document) == ["text added"]


def _rezipped(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return made.getvalue()


@pytest.mark.parametrize(
    ("part", "old", "new", "kind"),
    [
        (docx.DOCUMENT, b"951 euro", b"952 euro", "sentence changed"),
        (docx.DOCUMENT, b"41,000", b"41,001", "receipt changed"),
        (docx.DOCUMENT, b"The lease in short", b"The lease in Short", "title changed"),
        (docx.DOCUMENT, b'Reference w:id="2"', b'Reference w:id="3"', "sentence changed"),
        (docx.FOOTNOTES, b"landlord 33", b"landlord 34", "footnote changed"),
        (docx.DATA_PART, b"951 euro", b"952 euro", "sentence changed"),
        (docx.DATA_PART, b'"checked":', b'"checke":', "data changed"),
        ("word/styles.xml", b"5B6472", b"FFFFFF", "saved again"),
        (docx.DOCUMENT, b"</w:body>", _MORE + b"</w:body>", "text added"),
        (docx.DOCUMENT, b"</w:body>", b"</w:bod>", "file changed"),
    ],
)  # fmt: skip
def test_a_change_of_a_word_document_is_named(part: str, old: bytes, new: bytes, kind: str) -> None:
    summary, document = fakes.sample()
    content = formats.content(summary, ExportFormat.DOCX)

    def change(name: str, data: bytes) -> bytes:
        assert name != part or old in data
        return data.replace(old, new, 1) if name == part else data

    assert kind in _kinds(_rezipped(content, change), document)


def test_a_sentence_of_running_text_in_a_word_document_is_named() -> None:
    summary, document = fakes.running_text()
    content = formats.content(summary, ExportFormat.DOCX)

    def change(name: str, data: bytes) -> bytes:
        return data.replace(b"951 euro", b"952 euro") if name == docx.DOCUMENT else data

    assert _kinds(_rezipped(content, change), document) == ["sentence changed"]
    found = check(_rezipped(content, change), [document]).findings
    assert found[0].fields == {"number": 4}


def test_a_word_document_that_was_only_packed_again_is_unchanged() -> None:
    summary, document = fakes.sample()
    content = _rezipped(formats.content(summary, ExportFormat.DOCX), lambda _name, data: data)
    assert _kinds(content, document) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04 no zip", b"%PDF-1.4 nothing", b"# Notes\n", b"{}", b"\xff\xfe\x00"],
)
def test_a_file_that_is_no_export_is_refused(content: bytes) -> None:
    try:
        kinds = _kinds(content, fakes.sample()[1])
    except embedded.NoData:
        return
    assert kinds == ["data changed"]


def test_a_later_format_is_refused() -> None:
    summary, document = fakes.sample()
    data = json.loads(formats.content(summary, ExportFormat.JSON))
    with pytest.raises(seal.NewerFormat):
        check(json.dumps({**data, "format": 2}).encode(), [document])


@pytest.mark.parametrize("chosen", FORMATS)
def test_two_thousand_sentences_take_a_few_seconds(chosen: ExportFormat) -> None:
    summary, document = fakes.sample(2000)
    start = time.monotonic()
    content = formats.content(summary, chosen)
    changed = content if chosen is ExportFormat.DOCX else content.replace(b"euro", b"Euro")
    check(changed, [document])
    assert check(content, [document]).findings == ()
    assert time.monotonic() - start < 8
