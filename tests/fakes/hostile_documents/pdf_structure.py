"""Defects of a PDF: tables and lengths that lie, objects that hold themselves, streams of lies."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator

from tests.fakes.documents import Pdf, show
from tests.fakes.hostile_documents.seeds import seed

Defect = Callable[[bytes], bytes]


def _cut(mark: bytes, *, last: bool = False) -> Defect:
    return lambda data: data[: (data.rfind if last else data.find)(mark) + len(mark) // 2]


def _swap(before: bytes, after: bytes, count: int = -1) -> Defect:
    return lambda data: data.replace(before, after, count)


def _every(pattern: bytes, after: bytes) -> Defect:
    return lambda data: re.sub(pattern, after, data)


DEFECTS: dict[str, Defect] = {
    "cut in its first object": _cut(b"obj"),
    "cut in its first stream": _cut(b"stream"),
    "cut in its last object": _cut(b"endobj", last=True),
    "cut in its table": _cut(b"xref\n"),
    "cut in its trailer": _cut(b"trailer"),
    "cut before the place of its table": _cut(b"startxref"),
    "no header": _swap(b"%PDF-1.7\n", b""),
    "a header of no version": _swap(b"%PDF-1.7", b"%PDF-x.y"),
    "no end": _swap(b"%%EOF", b""),
    "a thousand ends": _swap(b"%%EOF", b"%%EOF\n" * 1_000),
    "its table at zero": _every(rb"startxref\n\d+", b"startxref\n0"),
    "its table below zero": _every(rb"startxref\n\d+", b"startxref\n-99"),
    "its table beyond the file": _every(rb"startxref\n\d+", b"startxref\n999999999999"),
    "its table in an object": _every(rb"startxref\n\d+", b"startxref\n20"),
    "every object at one place": _every(rb"\d{10} 00000 n", b"0000000015 00000 n"),
    "every object beyond the file": _every(rb"\d{10} 00000 n", b"4294967290 00000 n"),
    "every object is free": _every(rb"00000 n", b"00000 f"),
    "a table of 2 thousand million": _every(rb"xref\n0 \d+", b"xref\n0 2000000000"),
    "a table from below zero": _every(rb"xref\n0 ", b"xref\n-9 "),
    "a size of 2 thousand million": _every(rb"/Size \d+", b"/Size 2000000000"),
    "a size of nothing": _every(rb"/Size \d+", b"/Size 0"),
    "a table before that is itself": _every(rb"/Size", b"/Prev 9 /Size"),
    "no root": _swap(b"/Root 1 0 R", b""),
    "a root that is a page": _swap(b"/Root 1 0 R", b"/Root 3 0 R"),
    "a root that is itself a reference": _swap(b"/Root 1 0 R", b"/Root 99 0 R"),
    "streams longer than the file": _every(rb"/Length \d+", b"/Length 2000000000"),
    "streams of no length": _every(rb"/Length \d+", b"/Length 0"),
    "streams shorter than nothing": _every(rb"/Length \d+", b"/Length -1"),
    "streams whose length is themselves": _every(rb"/Length \d+", b"/Length 6 0 R"),
    "streams of no known packing": _swap(b"/FlateDecode", b"/NobodyDecode"),
    "streams packed a hundred times": _swap(b"/FlateDecode", b"[" + b"/FlateDecode " * 100 + b"]"),
    "streams in run lengths": _swap(b"/FlateDecode", b"/RunLengthDecode"),
    "streams in LZW": _swap(b"/FlateDecode", b"/LZWDecode"),
    "streams in base 85": _swap(b"/FlateDecode", b"/ASCII85Decode"),
    "streams with a predictor of 2 thousand million": _swap(
        b"/FlateDecode",
        b"/FlateDecode /DecodeParms << /Predictor 15 /Columns 2000000000 /Colors 99 >>",
    ),
    "streams in other files": _swap(b"/Length", b"/F (/etc/hostname) /Length"),
    "parents that are their children": _every(rb"/Parent \d+ 0 R", b"/Parent 9 0 R"),
    "pages without a kind": _swap(b"/Type /Page ", b"/Type /Nothing "),
    "pages without contents": _every(rb"/Contents \d+ 0 R", b""),
    "contents that are a page": _every(rb"/Contents \d+ 0 R", b"/Contents 9 0 R"),
    "10,000 contents": _every(rb"/Contents (\d+ 0 R)", b"/Contents [" + rb"\1 " * 10_000 + b"]"),
    "fonts that are pages": _every(rb"/F1 \d+ 0 R", b"/F1 9 0 R"),
    "fonts without a name": _swap(b"/BaseFont /Helvetica", b"/BaseFont ()"),
    "fonts in an encoding of lies": _swap(
        b"/WinAnsiEncoding", b"<< /Differences [-5 /a 999999 /b (c) 0 /uni110000] >>"
    ),
    "pages turned by 45": _swap(b"/MediaBox", b"/Rotate 45 /MediaBox"),
    "pages turned by 2 thousand million": _swap(b"/MediaBox", b"/Rotate 2000000000 /MediaBox"),
    "units of a mile": _swap(b"/MediaBox", b"/UserUnit 1e30 /MediaBox"),
    "pages cut to nothing": _swap(b"/MediaBox", b"/CropBox [9 9 9 9] /MediaBox"),
    "pages of no size": _swap(b"[0 0 612 792]", b"[]"),
    "titles in half of a letter": _every(rb"/Title <[^>]*>", b"/Title <FEFFD800>"),
    "bookmarks beyond the last page": _every(rb"/Dest \[\d+ 0 R", b"/Dest [99999 0 R"),
    "bookmarks without an end": _every(rb"/Next \d+ 0 R", b"/Next 1 0 R"),
    "notes of themselves": _every(rb"/Annots ?\[", b"/Annots [9 0 R 9 0 R "),
    "names with zeros": _swap(b"/Font", b"/Fo#00nt"),
    "comments everywhere": _swap(b" 0 R", b" 0%%%%%\nR"),
    "generations of 65,535": _every(rb"(\d+) 0 R", rb"\1 65535 R"),
    "encrypted by nobody": _swap(b"/Root", b"/Encrypt << /Filter /Nobody /V 9 >> /Root"),
    "encrypted without a key": _swap(
        b"/Root", b"/Encrypt << /Filter /Standard /V 5 /R 6 /O () /U () /P -1 >> /Root"
    ),
    "encrypted by itself": _swap(b"/Root", b"/Encrypt 1 0 R /Root"),
}

_CONTENTS: dict[str, str] = {
    "half a million states saved": "q " * 500_000 + show("words"),
    "half a million states restored": "Q " * 500_000 + show("words"),
    "100,000 texts begun": "BT " * 100_000 + show("words"),
    "a text that never ends": "BT /F1 11 Tf 72 720 Td (words",
    "numbers of 10,000 digits": f"BT /F1 {'9' * 10_000} Tf 72 720 Td (words) Tj ET",
    "letters of no size": "BT /F1 0 Tf 72 720 Td (words) Tj ET",
    "letters as large as a town": "BT /F1 1e9 Tf 72 720 Td (words) Tj ET",
    "letters mirrored": "BT /F1 -11 Tf 72 720 Td (words) Tj ET",
    "a matrix that is not finite": "1e308 1e308 1e308 1e308 0 0 cm " * 9 + show("words"),
    "a matrix of nothing": "0 0 0 0 0 0 cm " + show("words"),
    "words beyond the page": "".join(show("words", x, x) for x in (-1e9, 1e9, 1e38)),
    "20,000 words at one place": show("words") * 20_000,
    "a font that is nowhere": "BT /F99 11 Tf 72 720 Td (words) Tj ET",
    "operators that nobody knows": "(words) Nobody " * 50_000,
    "200,000 operands": "1 " * 200_000 + "Td " + show("words"),
    "100,000 brackets": "[" * 100_000 + show("words"),
    "100,000 dictionaries": "/A <<" * 100_000 + show("words"),
    "a picture in the line that never ends": "BI /W 9 /H 9 /BPC 8 /CS /G ID " + show("words"),
    "a picture in the line of 4 GB": "BI /W 65535 /H 65535 /BPC 8 /CS /RGB ID xx EI " + show("w"),
    "marked contents in each other": "/Span << /ActualText (x) >> BDC " * 20_000 + show("words"),
    "300,000 lines": "0 0 m 9 9 l S " * 300_000 + show("words"),
    "a clip of nothing": "0 0 0 0 re W n " * 20_000 + show("words"),
    "dashes of nothing": "[0 0 0] 0 d 0 w 0 0 m 9e9 9e9 l S " + show("words"),
}


def _content(text: str) -> bytes:
    pdf = Pdf()
    stream = pdf.stream(zlib.compress(text.encode(), 1), "/Filter /FlateDecode")
    return pdf.page_of(stream).bytes()


def makers() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Yields format, what is wrong, and what makes the file."""
    for what, defect in DEFECTS.items():
        yield "pdf", what, lambda defect=defect: defect(seed("pdf"))  # type: ignore[misc]
    for what, text in _CONTENTS.items():
        yield "pdf", what, lambda text=text: _content(text)  # type: ignore[misc]
