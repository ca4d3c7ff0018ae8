"""Defects of pictures: sizes without bounds, chunks that lie, frames in circles, bombs."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator

from tests.fakes.hostile_documents.seeds import seed

Defect = Callable[[bytes], bytes]
_MUCH = 0x7FFFFFFF


def _chunk(kind: bytes, data: bytes, length: int | None = None) -> bytes:
    size = len(data) if length is None else length
    return struct.pack(">I", size) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width: int, height: int, rows: bytes, *more: bytes, kind: int = 0, bits: int = 8) -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, 0))
    packed = _chunk(b"IDAT", zlib.compress(rows, 9))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + packed + _chunk(b"IEND", b"")


def _write(form: str, place: int, *values: int) -> Defect:
    def change(data: bytes) -> bytes:
        changed = bytearray(data)
        struct.pack_into(form, changed, place, *values)
        return bytes(changed)

    return change


def _after(mark: bytes, form: str, offset: int, *values: int) -> Defect:
    return lambda data: _write(form, data.find(mark) + offset, *values)(data)


def _tiff(entries: list[tuple[int, int, int, int]], after: int = 0, more: bytes = b"") -> bytes:
    """Returns a TIFF of one directory: tag, kind, count, value."""
    body = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return (
        b"II*\0\x08\0\0\0"
        + struct.pack("<H", len(entries))
        + body
        + struct.pack("<I", after)
        + more
    )


def _grey(
    width: int, height: int, *more: tuple[int, int, int, int]
) -> list[tuple[int, int, int, int]]:
    return [(256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 1),
            (262, 3, 1, 1), (273, 4, 1, 8), (277, 3, 1, 1), (278, 4, 1, height),
            (279, 4, 1, width * height & _MUCH), *more]  # fmt: skip


_TEXT = _chunk(b"zTXt", b"a\0\0" + zlib.compress(b" " * 60_000_000, 9))
_PROFILE = _chunk(b"iCCP", b"a\0\0" + zlib.compress(b" " * 60_000_000, 9))
_NOISE = _chunk(b"eXIf", b"II*\0\x08\0\0\0\xff\xff" + bytes(range(256)))
_MADE: dict[str, dict[str, Callable[[], bytes]]] = {
    "png": {
        "2 thousand million pixels wide": lambda: _png(_MUCH, 1, b"\0"),
        "2 thousand million pixels high": lambda: _png(1, _MUCH, b"\0"),
        "60,000 by 60,000 pixels": lambda: _png(60_000, 60_000, bytes(10_000_000)),
        "a bomb of 400 MB": lambda: _png(20_000, 20_000, bytes(20_001 * 20_000)),
        "no pixels": lambda: _png(0, 0, b""),
        "a line 30,000 wide": lambda: _png(30_000, 1, bytes(30_001)),
        "rows that are missing": lambda: _png(900, 900, bytes(90)),
        "more rows than it says": lambda: _png(9, 9, bytes(9_000_000)),
        "a filter that nobody knows": lambda: _png(9, 9, b"\x63" * 90),
        "no palette": lambda: _png(9, 9, bytes(90), kind=3),
        "a palette of 9,000": lambda: _png(9, 9, bytes(90), _chunk(b"PLTE", bytes(27_000)), kind=3),
        "colours of no kind": lambda: _png(9, 9, bytes(90), kind=77),
        "bits of no number": lambda: _png(9, 9, bytes(90), bits=77),
        "text that unpacks to 60 MB": lambda: _png(9, 9, bytes(90), _TEXT),
        "a profile that unpacks to 60 MB": lambda: _png(9, 9, bytes(90), _PROFILE),
        "a chunk of 4 GB": lambda: _png(9, 9, bytes(90), _chunk(b"tEXt", b"x", 0xFFFFFFFF)),
        "100,000 chunks": lambda: _png(9, 9, bytes(90), *[_chunk(b"tEXt", b"a\0b")] * 100_000),
        "a camera's words that are noise": lambda: _png(9, 9, bytes(90), _NOISE),
        "clear in a wrong length": lambda: _png(9, 9, bytes(90), _chunk(b"tRNS", b"x")),
        "a film of 4 thousand million": lambda: _png(
            9, 9, bytes(90), _chunk(b"acTL", b"\xff" * 8), _chunk(b"fcTL", b"\xff" * 26)
        ),
    },
    "tiff": {
        "60,000 by 60,000 pixels": lambda: _tiff(_grey(60_000, 60_000)),
        "2 thousand million pixels": lambda: _tiff(_grey(_MUCH, _MUCH)),
        "no pixels": lambda: _tiff(_grey(0, 0)),
        "a directory that is its own next": lambda: _tiff(_grey(9, 9), 8),
        "a next directory beyond the file": lambda: _tiff(_grey(9, 9), 0xFFFFFFF0),
        "values of 4 thousand million": lambda: _tiff([*_grey(9, 9)[:-1], (279, 4, _MUCH, 8)]),
        "values beyond the file": lambda: _tiff([*_grey(9, 9)[:5], (273, 4, 9, 0xFFFFFFF0)]),
        "an unknown packing": lambda: _tiff([*_grey(9, 9)[:3], (259, 3, 1, 999)]),
        "99 colours": lambda: _tiff([*_grey(9, 9)[:6], (277, 3, 1, 99), *_grey(9, 9)[7:]]),
        "kinds that nobody knows": lambda: _tiff([(256, 99, 1, 9), (257, 99, 1, 9)]),
        "no entries": lambda: _tiff([]),
        "one entry 20,000 times": lambda: _tiff([(256, 4, 1, 9)] * 20_000),
        "tiles of no size": lambda: _tiff([*_grey(9, 9), (322, 3, 1, 0), (323, 3, 1, 0)]),
        "a tile of 4 GB": lambda: _tiff([*_grey(9, 9), (322, 4, 1, _MUCH), (323, 4, 1, _MUCH)]),
        "a resolution divided by nothing": lambda: _tiff([*_grey(9, 9), (282, 5, 1, 300)]),
        "5,000 directories": lambda: (
            b"II*\0\x08\0\0\0"
            + b"".join(
                struct.pack("<HHHIII", 1, 256, 4, 1, 9, 8 + 18 * (n + 1)) for n in range(5_000)
            )
        ),
        "the form of 8 bytes, cut": lambda: b"II+\0\x08\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff",
        "bytes in the other order": lambda: b"MM" + seed("tiff")[2:],
    },
    "gif": {
        "65,535 by 65,535 pixels": lambda: _write("<HH", 6, 65_535, 65_535)(seed("gif")),
        "no pixels": lambda: _write("<HH", 6, 0, 0)(seed("gif")),
        "a frame outside": lambda: (
            _after(b"\x2c\0\0\0\0", "<HHHH", 1, 60_000, 60_000, 60_000, 60_000)(seed("gif"))
        ),
        "letters of 99 bits": lambda: (
            b"GIF89a\x09\0\x09\0\0\0\0\x2c\0\0\0\0\x09\0\x09\0\0\x63\1\1\0;"
        ),
        "50,000 frames": lambda: (
            b"GIF89a\x09\0\x09\0\x80\0\0\0\0\0\xff\xff\xff"
            + b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0" * 50_000 + b";"
        ),
        "100,000 comments": lambda: b"GIF89a\x09\0\x09\0\0\0\0" + b"\x21\xfe\x01x\0" * 100_000,
        "no palette": lambda: b"GIF89a\x09\0\x09\0\0\0\0\x2c\0\0\0\0\x09\0\x09\0\0\x02\x02D\x01\0;",
        "no frame": lambda: b"GIF89a\x09\0\x09\0\0\0\0;",
    },
    "bmp": {
        "2 thousand million pixels wide": lambda: _write("<i", 18, _MUCH)(seed("bmp")),
        "2 thousand million pixels high": lambda: _write("<i", 22, _MUCH)(seed("bmp")),
        "below zero": lambda: _write("<ii", 18, -9, -9)(seed("bmp")),
        "the lowest number": lambda: _write("<i", 22, -(2**31))(seed("bmp")),
        "no pixels": lambda: _write("<ii", 18, 0, 0)(seed("bmp")),
        "points beyond the file": lambda: _write("<I", 10, 0xFFFFFFF0)(seed("bmp")),
        "points in the header": lambda: _write("<I", 10, 0)(seed("bmp")),
        "99 bits": lambda: _write("<H", 28, 99)(seed("bmp")),
        "an unknown packing": lambda: _write("<I", 30, 99)(seed("bmp")),
        "run lengths that never end": lambda: _write("<HI", 28, 8, 1)(seed("bmp")),
        "a palette of 4 thousand million": lambda: (
            _write("<I", 46, 0xFFFFFFFF)(_write("<H", 28, 8)(seed("bmp")))
        ),
        "a resolution of 2 thousand million": lambda: _write("<ii", 38, _MUCH, _MUCH)(seed("bmp")),
    },
    "jpg": {
        "65,535 by 65,535 pixels": lambda: (
            _after(b"\xff\xc0", ">HH", 5, 65_535, 65_535)(seed("jpg"))
        ),
        "no pixels": lambda: _after(b"\xff\xc0", ">HH", 5, 0, 0)(seed("jpg")),
        "99 colours": lambda: _after(b"\xff\xc0", ">B", 9, 99)(seed("jpg")),
        "99 bits": lambda: _after(b"\xff\xc0", ">B", 4, 99)(seed("jpg")),
        "another way of packing": lambda: _after(b"\xff\xc0", ">B", 1, 0xC9)(seed("jpg")),
        "tables of noise": lambda: _after(b"\xff\xc4", ">Q", 5, (1 << 64) - 1)(seed("jpg")),
        "a part of no length": lambda: _after(b"\xff\xdb", ">H", 2, 0)(seed("jpg")),
        "a part of 64 kB": lambda: _after(b"\xff\xdb", ">H", 2, 65_535)(seed("jpg")),
        "no points": lambda: seed("jpg")[: seed("jpg").find(b"\xff\xda")],
        "points without an end": lambda: seed("jpg")[:-2] + b"\x55" * 3_000_000,
        "20,000 comments": lambda: seed("jpg")[:2] + b"\xff\xfe\0\x03x" * 20_000 + seed("jpg")[2:],
        "a camera's words that are noise": lambda: (
            seed("jpg")[:2] + b"\xff\xe1\0\x20Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\xff" * 14
            + seed("jpg")[2:]
        ),
        "a camera's words in a circle": lambda: (
            seed("jpg")[:2] + b"\xff\xe1\0\x22Exif\0\0II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0"
            b"\x08\0\0\0\x08\0\0\0" + seed("jpg")[2:]
        ),
    },
    "webp": {
        "16,383 by 16,383 pixels": lambda: (
            _after(b"\x9d\x01\x2a", "<HH", 3, 0x3FFF, 0x3FFF)(seed("webp"))
        ),
        "no pixels": lambda: _after(b"\x9d\x01\x2a", "<HH", 3, 0, 0)(seed("webp")),
        "a file of 4 GB": lambda: _write("<I", 4, 0xFFFFFFF0)(seed("webp")),
        "a part of 4 GB": lambda: _write("<I", 16, 0xFFFFFFF0)(seed("webp")),
        "a part of no length": lambda: _write("<I", 16, 0)(seed("webp")),
        "parts of no kind": lambda: seed("webp").replace(b"VP8 ", b"NOPE"),
        "a film without frames": lambda: (
            b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\xff\xff\xff\xff\xff\xff"
        ),
        "without loss, of noise": lambda: (
            b"RIFF\x26\0\0\0WEBPVP8L\x1a\0\0\0\x2f\xff\xff\xff\x0f" + b"\xaa" * 22
        ),
    },
}  # fmt: skip


def makers() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Yields format, what is wrong, and what makes the file."""
    for name, pictures in _MADE.items():
        for what, make in pictures.items():
            yield name, what, make
