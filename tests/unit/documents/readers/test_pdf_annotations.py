from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm.documents.document import BlockKind, Document, SkipReason
from desktop_slm.documents.notices import Notice, NoticeKind
from tests.fakes.documents import Pdf, image, paragraph, scan, show, text_string
from tests.fakes.pdf_notes import Notes, over
from tests.fakes.reading import blocks, read_here

_RADIO = 1 << 15
_COMBO = 1 << 17


def _read(folder: Path, notes: Notes, pdf: Pdf, content: str = "") -> Document:
    pdf.page(content or show("The rent is 500 euros"), more=notes.more())
    return read_here(folder, notes.finish(), "a.pdf")


def _written(document: Document) -> list[str]:
    return document.pages[0].text.partition("\n\n")[2].split("\n")


def test_what_was_filled_in_chosen_and_ticked(tmp_path: Path) -> None:
    pdf = Pdf()
    notes = Notes(pdf)
    pairs = (("de", "Germany"), ("fr", "France"))
    options = " ".join(f"[{text_string(key)} {text_string(name)}]" for key, name in pairs)
    notes.field("f1[0].name[0]", "Tx", f"/V {text_string('Ann Smith')}")
    notes.field("x", "Tx", f"/TU {text_string('Date of birth')} /V {text_string('1 May 1980')}")
    notes.field("country", "Ch", f"/Ff {_COMBO} /Opt [{options}] /V {text_string('fr')}")
    notes.box("smoker", "Yes").box("drinks", "Off").box("plan", "Gold", on="Gold")
    notes.box("sex", "female", on="female", flags=_RADIO).box("no", "Off", on="b", flags=_RADIO)
    notes.field("empty", "Tx")
    document = _read(tmp_path, notes, pdf)
    assert _written(document) == [
        "Form field f1.name: Ann Smith",
        "Form field Date of birth: 1 May 1980",
        "Form field country: France",
        "Form field smoker: ticked",
        "Form field drinks: not ticked",
        "Form field plan (Gold): ticked",
        "Form field sex: female",
    ]
    expected = Notice(NoticeKind.FIELDS_AND_NOTES, {"fields": 7, "notes": 0, "empty": 1})
    assert document.warnings == (expected,)
    assert len(blocks(document, BlockKind.PARAGRAPH)) == 8


def test_notes_comments_and_added_text_with_their_authors(tmp_path: Path) -> None:
    pdf = Pdf()
    notes = Notes(pdf)
    notes.note("Text", "Is this right?", "Ann").note("Text", "No author")
    notes.note("Highlight", "Check it", "Bob", over(72, 716, 250, 732))
    notes.note("StrikeOut", "", "Bob", over(72, 716, 250, 732))
    notes.note("FreeText", "Draft only", "Zoë", "/DA (/F1 10 Tf)")
    document = _read(tmp_path, notes, pdf)
    words = "The rent is 500 euros"
    assert _written(document) == [
        "Note by Ann: Is this right?",
        "Note: No author",
        f"Note by Bob on “{words}”: Check it",
        f"Struck out by Bob: “{words}”",
        "Text added by Zoë: Draft only",
    ]
    expected = Notice(NoticeKind.FIELDS_AND_NOTES, {"fields": 0, "notes": 5, "empty": 0})
    assert document.warnings == (expected,)


def test_marks_without_words_are_counted_and_links_are_not(tmp_path: Path) -> None:
    pdf = Pdf()
    notes = Notes(pdf).note("Highlight", entries=over(72, 716, 250, 732)).note("Square")
    notes.note("Link").note("Popup")
    document = _read(tmp_path, notes, pdf)
    assert document.pages[0].text == "The rent is 500 euros"
    assert document.warnings == (Notice(NoticeKind.MARKS_WITHOUT_WORDS, {"marks": 2}),)


def test_hidden_notes_and_fields_are_left_out_and_said(tmp_path: Path) -> None:
    pdf = Pdf()
    notes = Notes(pdf).note("Text", "Obey me", entries="/F 2")
    notes.field("secret", "Tx", f"/V {text_string('x')} /F 2")
    document = _read(tmp_path, notes, pdf)
    assert document.pages[0].text == "The rent is 500 euros"
    (warning,) = document.warnings
    assert warning.kind is NoticeKind.HIDDEN_TEXT


def test_a_page_with_nothing_but_fields_is_read(tmp_path: Path) -> None:
    pdf = Pdf()
    notes = Notes(pdf).field("name", "Tx", f"/V {text_string('Ann')}")
    document = _read(tmp_path, notes, pdf, " ")
    assert [page.text for page in document.pages] == ["Form field name: Ann"]


def test_long_notes_do_not_make_headings_of_the_text(tmp_path: Path) -> None:
    pdf = Pdf()
    notes = Notes(pdf).note("Text", "words " * 300)
    document = _read(tmp_path, notes, pdf, paragraph(["One line of the page", "and another."]))
    assert document.headings == ()


def test_files_in_the_file_are_named(tmp_path: Path) -> None:
    pdf = Pdf().page(show("Words"))
    stream = pdf.stream(b"data", "/Type /EmbeddedFile")
    name = text_string("figures.xlsx")
    spec = pdf.add(f"<< /Type /Filespec /F {name} /UF {name} /EF << /F {stream} 0 R >> >>".encode())
    pdf.catalog += f" /Names << /EmbeddedFiles << /Names [{name} {spec} 0 R] >> >>"
    document = read_here(tmp_path, pdf.bytes(), "a.pdf")
    assert document.warnings == (Notice(NoticeKind.FILES_NOT_READ, {"files": "figures.xlsx"}),)


@pytest.mark.parametrize(
    "stamp",
    [
        show("Page 3 of 9", y=30),
        show("RECEIVED 21 NOV 2026", x=200, y=400, size=30),
        show("21/11/2026 13:05 FROM: ACME LAW +49 89 1234567 PAGE 002/009", y=780, size=8)
        + show("EXHIBIT 12", y=40)
        + show("ACME-000123", x=480, y=20),
    ],
)
def test_a_stamp_on_a_picture_of_a_page_is_not_its_text(tmp_path: Path, stamp: str) -> None:
    pdf = Pdf().page(show("A page of words"))
    samples, entries = image()
    number = pdf.stream(samples, entries)
    pdf.page(f"q 612 0 0 792 0 0 cm /Im Do Q {stamp}", resources=f"/XObject << /Im {number} 0 R >>")
    document = read_here(tmp_path, pdf.bytes(), "a.pdf")
    assert [page.number for page in document.pages] == [1]
    assert [(page.page, page.why) for page in document.skipped] == [(2, SkipReason.NO_TEXT)]
    assert Notice(NoticeKind.PICTURE_PAGES, {"pages": 1}) in document.warnings


def test_a_scan_in_strips_is_a_picture_page(tmp_path: Path) -> None:
    pdf = Pdf().page(show("Words"))
    samples, entries = image()
    number = pdf.stream(samples, entries)
    strips = " ".join(f"q 612 0 0 99 0 {99 * i} cm /Im Do Q" for i in range(8))
    pdf.page(strips + show("Page 2", y=30), resources=f"/XObject << /Im {number} 0 R >>")
    assert read_here(tmp_path, pdf.bytes(), "a.pdf").skipped[0].why is SkipReason.NO_TEXT


def test_a_page_of_text_over_a_picture_is_read(tmp_path: Path) -> None:
    lines = [f"Line {number} of a page that is set over a picture." for number in range(12)]
    pdf = Pdf()
    samples, entries = image()
    number = pdf.stream(samples, entries)
    pdf.page(
        "q 612 0 0 792 0 0 cm /Im Do Q " + paragraph(lines),
        resources=f"/XObject << /Im {number} 0 R >>",
    )
    assert "Line 11" in read_here(tmp_path, pdf.bytes(), "a.pdf").pages[0].text


def test_notes_on_a_picture_of_a_page_are_read_and_the_page_is_counted(tmp_path: Path) -> None:
    pdf = Pdf()
    notes = Notes(pdf).note("Text", "Not our signature", "Ann")
    samples, entries = image()
    number = pdf.stream(samples, entries)
    pdf.page(
        "q 612 0 0 792 0 0 cm /Im Do Q " + show("Page 1"),
        resources=f"/XObject << /Im {number} 0 R >>",
        more=notes.more(),
    )
    document = read_here(tmp_path, notes.finish(), "a.pdf")
    assert document.pages[0].text.endswith("Note by Ann: Not our signature")
    assert document.warnings[0] == Notice(NoticeKind.PICTURE_PAGES, {"pages": 1})


def test_a_text_layer_under_a_stamp_is_read(tmp_path: Path) -> None:
    layer = "BT 3 Tr /F1 11 Tf 72 700 Td (Recognized words of the page) Tj ET"
    assert scan(Pdf(), layer).pages
    document = read_here(tmp_path, scan(Pdf(), layer).bytes(), "a.pdf")
    assert document.pages[0].text == "Recognized words of the page"
