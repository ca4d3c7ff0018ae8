"""Rectangles of a passage: under each of them stand exactly the passage's words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from desktop_slm.documents.readers.pdf_places import Rectangle, places
from tests.fakes.documents import Pdf, paragraph, show
from tests.fakes.reading import read_here

LINES = ["Revenue rose by 12 percent to 4.1 billion, of which", "2.7 billion came from services."]
SIZE = (612.0, 792.0)


def found_on(page: Any, text: str, words: str) -> list[Rectangle]:
    start = text.index(words)
    return places(page, text, start, start + len(words))


def under(page: Any, box: Rectangle) -> str:
    """Returns the words under a rectangle of a page that is not turned."""
    left, top, right, bottom = box
    wide, high = page.get_size()
    textpage = page.get_textpage()
    inside = (left * wide, (1 - bottom) * high, right * wide, (1 - top) * high)
    return str(textpage.get_text_bounded(*inside)).strip()


def opened(folder: Path, pdf: Pdf) -> tuple[Any, str]:
    data = pdf.bytes()
    text = read_here(folder, data, "a.pdf").pages[0].text
    return pdfium.PdfDocument(data)[0], text


def test_each_line_of_a_passage_has_its_rectangle(tmp_path: Path) -> None:
    page, text = opened(tmp_path, Pdf().page(show("Title", size=20) + paragraph(LINES, y=600)))
    boxes = found_on(page, text, "4.1 billion, of which 2.7 billion")
    assert [under(page, box) for box in boxes] == ["4.1 billion, of which", "2.7 billion"]
    assert boxes[0][3] <= boxes[1][3]
    assert all(0 < side < 1 for box in boxes for side in box)


def test_signs_beside_the_words_are_marked_with_them(tmp_path: Path) -> None:
    page, text = opened(tmp_path, Pdf().page(show("It grew (by 12 %) and stayed.")))
    (box,) = found_on(page, text, "(by 12 %)")
    assert under(page, box) == "(by 12 %)"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_rectangles_turn_with_the_page(tmp_path: Path, turn: int) -> None:
    page, text = opened(tmp_path, Pdf().page(show("Here", x=72, y=720), more=f"/Rotate {turn}"))
    ((left, top, right, bottom),) = found_on(page, text, "Here")
    x, y = 80 / SIZE[0], 1 - 724 / SIZE[1]  # a point in the word, were the page not turned
    turned = {90: (1 - y, x), 180: (1 - x, 1 - y), 270: (y, 1 - x)}[turn]
    assert left < turned[0] < right
    assert top < turned[1] < bottom


def test_a_cropped_page_counts_from_what_is_seen(tmp_path: Path) -> None:
    more = "/CropBox [50 100 350 760]"
    page, text = opened(tmp_path, Pdf().page(show("Here", x=72, y=720), more=more))
    ((left, top, _right, bottom),) = found_on(page, text, "Here")
    assert left == pytest.approx((72 - 50) / 300, abs=0.02)
    assert top < 1 - (724 - 100) / 660 < bottom


def test_columns_are_marked_in_their_own_column(tmp_path: Path) -> None:
    left = [f"left words of line {i} in prose" for i in range(12)]
    right = [f"right words of line {i} in prose" for i in range(12)]
    drawn = paragraph(left, x=60) + paragraph(right, x=330)
    page, text = opened(tmp_path, Pdf().page(drawn))
    boxes = found_on(page, text, "line 3 in prose left words")
    assert boxes
    assert all(box[2] < 0.5 for box in boxes)


def test_words_that_are_not_on_the_page_have_no_place(tmp_path: Path) -> None:
    page, text = opened(tmp_path, Pdf().page(show("Only this")))
    text += "\n\nNote by Ada: and something else entirely"
    assert found_on(page, text, "something else entirely") == []
