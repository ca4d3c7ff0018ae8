from __future__ import annotations

import struct
import zlib

from desktop_slm.documents.readers.picture import to_png


def test_a_png_holds_the_pixels_without_the_padding() -> None:
    pixels = bytes(range(6)) + b"\xaa\xaa" + bytes(range(6, 12)) + b"\xaa\xaa"
    png = to_png(2, 2, 8, pixels)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", png[16:24]) == (2, 2)
    length = struct.unpack(">I", png[33:37])[0]
    rows = zlib.decompress(png[41 : 41 + length])
    assert rows == b"\x00" + bytes(range(6)) + b"\x00" + bytes(range(6, 12))
