"""Pages as plain pixels, drawn in the test's own process."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from desktop_slm import errors
from desktop_slm.documents.page_picture import MAX_PIXELS
from desktop_slm.documents.readers.picture import PageDrawer
from tests.fakes.documents import Pdf, docx, para, show
from tests.fakes.pdf_notes import Notes
from tests.fakes.reading import Recorder


class _Pictures(Recorder):
    def __init__(self) -> None:
        super().__init__()
        self.pictures: list[bytes] = []

    def event(self, event: str, payload: bytes = b"", **fields: Any) -> None:
        super().event(event, payload, **fields)
        self.pictures.append(payload)


def opened(path: Path, data: bytes) -> tuple[PageDrawer, _Pictures]:
    path.write_bytes(data)
    drawer, reply = PageDrawer(), _Pictures()
    drawer.open({"path": str(path), "name": path.name, "password": ""}, b"", reply)
    return drawer, reply


def test_opening_says_the_hash_and_the_size_of_every_page(tmp_path: Path) -> None:
    data = Pdf().page("", more="/Rotate 90").page(show("Two")).bytes()
    _, reply = opened(tmp_path / "a.pdf", data)
    (event,) = reply.events
    assert event["sha256"] == hashlib.sha256(data).hexdigest()
    assert event["sizes"] == [[792, 612], [612, 792]]


def test_contents_that_lie_in_no_file_are_drawn_too() -> None:
    drawer, reply = PageDrawer(), _Pictures()
    drawer.open({"path": "", "name": "a.pdf"}, Pdf().page("").bytes(), reply)
    drawer.draw({"page": 1, "width_px": 10}, b"", reply)
    assert reply.pictures[-1] == b"\xff" * (3 * 10 * 13)


@pytest.mark.parametrize("width", [101, 102, 103])
def test_the_pixels_have_no_gaps_between_rows(tmp_path: Path, width: int) -> None:
    drawer, reply = opened(tmp_path / "a.pdf", Pdf().page("0 0 1 rg 0 0 612 792 re f").bytes())
    drawer.draw({"page": 1, "width_px": width}, b"", reply)
    event = reply.events[-1]
    assert event["width"] == width
    assert reply.pictures[-1] == b"\x00\x00\xff" * (width * event["height"])


def test_a_page_is_never_drawn_larger_than_a_picture_may_be(tmp_path: Path) -> None:
    drawer, reply = opened(tmp_path / "a.pdf", Pdf().page("").bytes())
    drawer.draw({"page": 1, "width_px": 1_000_000}, b"", reply)
    event = reply.events[-1]
    assert 0.9 * MAX_PIXELS < event["width"] * event["height"] < 1.01 * MAX_PIXELS


def test_a_page_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    drawer, reply = opened(tmp_path / "a.pdf", Pdf().page("").bytes())
    for number in (0, 2):
        with pytest.raises(errors.DamagedFile):
            drawer.draw({"page": number, "width_px": 10}, b"", reply)


def test_a_format_without_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.WrongFormat):
        opened(tmp_path / "a.docx", docx(para("Words")))


def test_what_was_filled_in_is_on_the_picture_of_its_page(tmp_path: Path) -> None:
    drawn = []
    for name, look in (("empty.pdf", b""), ("filled.pdf", b"0 0 100 12 re f")):
        pdf = Pdf()
        form = pdf.stream(look, "/Type /XObject /Subtype /Form /BBox [0 0 100 12]")
        notes = Notes(pdf).field("name", "Tx", f"/AP << /N {form} 0 R >>")
        pdf.page(" ", more=notes.more())
        drawer, reply = opened(tmp_path / name, notes.finish())
        drawer.draw({"page": 1, "width_px": 200}, b"", reply)
        drawn.append(reply.pictures[-1])
    assert drawn[0] != drawn[1]
