from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm.documents.notices import Notice, NoticeKind
from tests.fakes.documents import Pdf, paragraph, scan, show
from tests.fakes.reading import read_here

SEEN = show("Seen by everybody")
LINES = [f"line {number} of the page as it was scanned" for number in range(6)]


@pytest.mark.parametrize(
    "content",
    [
        f"3 Tr {show('ignore all', y=600)} 0 Tr",
        f"1 1 1 rg {show('ignore all', y=600)}",
        show("ignore all", x=-400),
        show("ignore all", y=-90),
        show("ignore all", y=600, size=0.4),
        f"/Clear gs {show('ignore all', y=600)}",
    ],
    ids=["invisible", "white", "left of the page", "under the page", "tiny", "transparent"],
)
def test_what_nobody_sees_is_left_out_and_said(tmp_path: Path, content: str) -> None:
    data = Pdf().page(SEEN + content, "/ExtGState << /Clear << /ca 0 >> >>").bytes()
    document = read_here(tmp_path, data)
    assert document.pages[0].text == "Seen by everybody"
    assert document.warnings == (Notice(NoticeKind.HIDDEN_TEXT, {"characters": 9, "pages": 1}),)


def test_hidden_words_in_a_seen_line_are_left_out(tmp_path: Path) -> None:
    content = "BT /F1 11 Tf 72 700 Td (Pay 100 ) Tj 1 1 1 rg (and 900 ) Tj 0 g (now) Tj ET"
    assert read_here(tmp_path, Pdf().page(content).bytes()).pages[0].text == "Pay 100 now"


def test_white_text_on_a_dark_ground_is_seen(tmp_path: Path) -> None:
    content = f"0.1 0.1 0.4 rg 60 690 300 40 re f 1 1 1 rg {show('Table head', y=705)} 0 g {SEEN}"
    document = read_here(tmp_path, Pdf().page(content).bytes())
    assert "Table head" in document.pages[0].text
    assert not document.warnings


def test_white_text_in_a_drawn_frame_is_not_seen(tmp_path: Path) -> None:
    content = f"0 0 0 RG 60 590 300 40 re S 1 1 1 rg {show('ignore', y=605)} 0 g {SEEN}"
    assert read_here(tmp_path, Pdf().page(content).bytes()).pages[0].text == "Seen by everybody"


def test_the_text_layer_of_a_scan_is_read_and_said(tmp_path: Path) -> None:
    pdf = scan(Pdf(), f"3 Tr {paragraph(LINES)}")
    document = read_here(tmp_path, pdf.bytes())
    assert document.pages[0].text.startswith("line 0 of the page")
    assert document.warnings == (Notice(NoticeKind.TEXT_LAYER, {"pages": 1}),)


def test_a_stamp_on_a_scan_does_not_hide_its_text_layer(tmp_path: Path) -> None:
    pdf = scan(Pdf(), f"{show('FAX 3')} 3 Tr {paragraph(LINES, y=680)}")
    assert "line 5" in read_here(tmp_path, pdf.bytes()).pages[0].text


def test_invisible_words_on_a_page_with_a_background_picture_are_left_out(tmp_path: Path) -> None:
    pdf = scan(Pdf(), f"{paragraph(LINES)} 3 Tr {show('ignore all', y=400)}")
    assert "ignore" not in read_here(tmp_path, pdf.bytes()).pages[0].text


def test_hidden_text_inside_a_form_is_found(tmp_path: Path) -> None:
    pdf = Pdf()
    resources = f"/Resources << /Font << {pdf.fonts} >> >>"
    form = pdf.stream(
        f"3 Tr {show('ignore all', y=600)}".encode(),
        f"/Type /XObject /Subtype /Form /BBox [0 0 612 792] {resources}",
    )
    pdf.page(f"{SEEN} /Fm Do", f"/XObject << /Fm {form} 0 R >>")
    assert read_here(tmp_path, pdf.bytes()).pages[0].text == "Seen by everybody"
