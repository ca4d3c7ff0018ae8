"""Documents made to hurt whoever opens them."""

from __future__ import annotations

import random
import zlib

from tests.fakes.documents import Pdf, show

_FLATE = "/Filter /FlateDecode"


def bomb() -> bytes:
    """Returns under 3 KB of PDF whose page unpacks to a gigabyte."""
    pdf = Pdf()
    packer = zlib.compressobj(9)
    million = b" " * 1_000_000
    first = packer.compress(million) + packer.flush(zlib.Z_FULL_FLUSH)
    # After a full flush each piece stands for itself, so one can be had a thousand times.
    again = packer.compress(million) + packer.flush(zlib.Z_FULL_FLUSH)
    once = first + again * 999 + packer.flush()
    stream = pdf.stream(zlib.compress(once, 9), "/Filter [/FlateDecode /FlateDecode]")
    return pdf.page_of(stream).bytes()


def endless_page(first: str = "") -> bytes:
    """Returns a PDF with a page of two million words, after one that can be read."""
    pdf = Pdf()
    if first:
        pdf.page(show(first))
    words = b"BT /F1 9 Tf 1 0 0 1 9 9 Tm (words) Tj ET\n" * 2_000_000
    return pdf.page_of(pdf.stream(zlib.compress(words, 1), _FLATE)).bytes()


def page_tree_loop() -> bytes:
    """Returns a PDF whose page tree holds itself."""
    pdf = Pdf().page(show("x"))
    pdf.objects[2] = b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>"
    return pdf.bytes()


def too_many_pages() -> bytes:
    """Returns a PDF with one page 300,000 times."""
    pdf = Pdf().page(show("x"))
    kids = b" ".join([b"%d 0 R" % pdf.pages[0]] * 300_000)
    pdf.objects[2] = b"<< /Type /Pages /Count 300000 /Kids [" + kids + b"] >>"
    return pdf.bytes()


def wrong_count() -> bytes:
    """Returns a PDF of one page that says it has two thousand million."""
    pdf = Pdf().page(show("The page"))
    pdf.objects[2] = b"<< /Type /Pages /Count 2000000000 /Kids [%d 0 R] >>" % pdf.pages[0]
    return pdf.bytes()


def outline_loop() -> bytes:
    """Returns a PDF whose bookmark is its own next and its own child."""
    pdf = Pdf().page(show("The page")).outline([(1, "The page", 0)])
    for number, body in pdf.objects.items():
        if b"/Title" in body:
            more = b"/Next %d 0 R /First %d 0 R >>" % (number, number)
            pdf.objects[number] = body.replace(b">>", more)
    return pdf.bytes()


def mutated(data: bytes, randomly: random.Random) -> bytes:
    """Returns the bytes with a few of them changed, lost, doubled or replaced."""
    changed = bytearray(data)
    for _ in range(randomly.choice((1, 3, 10, 40))):
        place = randomly.randrange(len(changed))
        roll = randomly.random()
        if roll < 0.4:
            changed[place] = randomly.randrange(256)
        elif roll < 0.6:
            del changed[place : place + randomly.randrange(1, 50)]
        elif roll < 0.8:
            changed[place:place] = changed[-randomly.randrange(1, 80) :]
        else:
            changed[place : place + 4] = randomly.choice(
                (b"0000", b"9999", b"-1 ", b"<<>>", b"<w:p>", b"[[[[", b"&a;", b"\xff" * 4)
            )
        changed = changed or bytearray(b"x")
    return bytes(changed)
