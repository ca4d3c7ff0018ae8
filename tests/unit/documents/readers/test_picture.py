from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

from desktop_slm.documents.readers.picture import PageDrawer, to_png
from tests.fakes.documents import Pdf
from tests.fakes.pdf_notes import Notes
from tests.fakes.reading import Recorder


def test_a_png_holds_the_pixels_without_the_padding() -> None:
    pixels = bytes(range(6)) + b"\xaa\xaa" + bytes(range(6, 12)) + b"\xaa\xaa"
    png = to_png(2, 2, 8, pixels)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", png[16:24]) == (2, 2)
    length = struct.unpack(">I", png[33:37])[0]
    rows = zlib.decompress(png[41 : 41 + length])
    assert rows == b"\x00" + bytes(range(6)) + b"\x00" + bytes(range(6, 12))


class _Pictures(Recorder):
    def __init__(self) -> None:
        super().__init__()
        self.pictures: list[bytes] = []

    def event(self, event: str, payload: bytes = b"", **fields: Any) -> None:
        self.pictures.append(payload)


def test_what_was_filled_in_is_on_the_picture_of_its_page(tmp_path: Path) -> None:
    reply = _Pictures()
    for name, look in (("empty.pdf", b""), ("filled.pdf", b"0 0 100 12 re f")):
        pdf = Pdf()
        form = pdf.stream(look, "/Type /XObject /Subtype /Form /BBox [0 0 100 12]")
        notes = Notes(pdf).field("name", "Tx", f"/AP << /N {form} 0 R >>")
        pdf.page(" ", more=notes.more())
        path = tmp_path / name
        path.write_bytes(notes.finish())
        asked = {"path": str(path), "password": "", "page": 1, "width_px": 200}
        PageDrawer().draw(asked, b"", reply)
    empty, filled = reply.pictures
    assert empty != filled
