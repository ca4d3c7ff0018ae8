"""Hostile text formats: towers, giant lines, broken encodings, letters in letters, polyglots."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.fakes import hostile
from tests.fakes.documents import Pdf, docx, para, show
from tests.fakes.hostile_documents import pdfs
from tests.fakes.mail import attached_file, compound, mail, msg

Maker = Callable[[random.Random], bytes]


def _html(chance: random.Random) -> bytes:
    size = chance.choice((1_000, 100_000, 400_000))
    piece = chance.choice(
        ("<div>", "<table><tr><td>", "<ul><li>", "<b><i>", "&#x1F600;", "&amp;", "<p x='",
         "<script>fetch('http://x.invalid')</script>", "<!--", "<![CDATA[", "<svg><use href='#a'>",
         "<meta http-equiv=refresh content='0;url=file:///etc/hostname'>",
         "<img src='file:///etc/hostname'>", "<iframe src='//host/share'>")
    )  # fmt: skip
    return ("<html><body><p>words" + piece * size + "more").encode()


def _markdown(chance: random.Random) -> bytes:
    size = chance.choice((1_000, 50_000, 200_000))
    piece = chance.choice(
        ("> ", "- ", "[", "![x](file:///etc/hostname) ", "**a ", "`" * 3, "|a", "1. ", "\\", "<b>",
         "[a]: http://x.invalid\n", "* a\n  ", "#")
    )  # fmt: skip
    return (piece * size + "\nwords\n").encode()


def _rtf(chance: random.Random) -> bytes:
    size = chance.choice((1_000, 50_000, 300_000))
    piece = chance.choice(
        (b"{", b"}", b"{\\b ", b"\\trowd\\intbl ", b"\\bin99999999 ", b"\\u-1?", b"{\\*\\a ",
         b"\\'zz", b"{\\field{\\*\\fldinst INCLUDEPICTURE file:///etc/hostname}}",
         b"{\\object\\objdata 00}", b"\\li999999999999 ", b"{\\upr{a}{\\*\\ud{b}}}")
    )  # fmt: skip
    return b"{\\rtf1\\ansi words " + piece * size + b" more}"


def _table(chance: random.Random) -> bytes:
    size = chance.choice((1_000, 200_000))
    piece = chance.choice(('"', ",", ";\n", "a;b\n", '"a""', "\t", "=cmd|' /C calc'!A0\n", "\x00"))
    return ("name;x\n" + piece * size + "\n1;2\n").encode()


def _subtitles(chance: random.Random) -> bytes:
    size = chance.choice((500, 100_000))
    piece = chance.choice(
        ("1\n00:00:01,000 --> 00:00:02,000\nx\n\n", "99:99:99,999 --> ", "<i>", "<v a>",
         "\n", "1\n00:00:01,000 --> 00:00:00,000\n\n", "--> --> -->\n")
    )  # fmt: skip
    return ("WEBVTT\n\n" if chance.random() < 0.3 else "").encode() + (piece * size).encode()


def _letter(chance: random.Random) -> bytes:
    how = chance.randrange(5)
    if how == 0:
        made = mail("words")
        for _ in range(chance.choice((5, 40))):
            outer = mail("outer")
            outer.add_attachment(made)
            made = outer
        return made.as_bytes()
    if how == 1:
        parts = "".join(
            f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(2_000)
        )
        return f"Subject: x\nMIME-Version: 1.0\n{parts}words".encode()
    if how == 2:
        return b"Subject: " + b"=?utf-8?B?" * 20_000 + b"\nFrom: " + b"a," * 50_000 + b"\n\nwords"
    if how == 3:
        made = mail("words")
        name = chance.choice(
            ("../../../tmp/slm-escaped.txt", "/etc/x.txt", "a\x00b.txt", "x" * 9_000)
        )
        made.add_attachment(b"x", maintype="text", subtype="plain", filename=name)
        return made.as_bytes()
    return b"Content-Transfer-Encoding: base64\nContent-Type: text/html\n\n" + b"PGI+" * 400_000


def _outlook(chance: random.Random) -> bytes:
    data = compound(msg({0x37: "S", 0x1000: "T"}, {"a": attached_file("../a.txt", b"words")}))
    return hostile.mutated(data, chance)


def _plain(chance: random.Random) -> bytes:
    size = chance.choice((10_000, 5_000_000))
    return chance.choice(
        (b"\xff\xfe" + b"\xd8\x00" * size, b"\x00" * size, b"\xef\xbb\xbf" + b"\xc3" * size,
         b"a" * size, "\u202ea\u2066".encode() * (size // 10), b"\n" * size, b"word " * size,
         "\U000e0041".encode() * (size // 10), b"1.1.1.1. X\n===\n" * (size // 100))
    )  # fmt: skip


def _polyglot(chance: random.Random) -> bytes:
    pdf, zipped = Pdf().page(show("The page")).bytes(), docx(para("words"))
    html = b"<html><script>1</script><p>words</p></html>"
    picture = b"GIF89a\x01\x00\x01\x00\x80\x00\x00" + bytes(20)
    parts = [pdf, zipped, html, picture, b"{\\rtf1 words}", b"GGUF\x03\0\0\0", b"#!/bin/sh\n"]
    return b"\n".join(chance.sample(parts, chance.choice((2, 3))))


def _wrong_name(chance: random.Random) -> bytes:
    return chance.choice(
        (b"\x7fELF" + bytes(4_000), b"MZ" + bytes(4_000), chance.randbytes(20_000), b"%PDF-1.7\n",
         b"PK\x05\x06" + bytes(18), b"\x1f\x8b" + bytes(99), b"Rar!\x1a\x07\x00" + bytes(99))
    )  # fmt: skip


def _pdf_in_letter(chance: random.Random) -> bytes:
    made = mail("words")
    data = pdfs.FAMILIES[chance.choice(("deep", "page tree", "form loop", "broken"))](chance)
    made.add_attachment(data, maintype="application", subtype="pdf", filename="a.pdf")
    return made.as_bytes()


FAMILIES: dict[str, tuple[str, Maker]] = {
    "html": ("a.html", _html),
    "markdown": ("a.md", _markdown),
    "rtf": ("a.rtf", _rtf),
    "csv": ("a.csv", _table),
    "srt": ("a.srt", _subtitles),
    "eml": ("a.eml", _letter),
    "eml: a hostile PDF in it": ("b.eml", _pdf_in_letter),
    "msg": ("a.msg", _outlook),
    "txt": ("a.txt", _plain),
    "polyglot as PDF": ("p.pdf", _polyglot),
    "polyglot as DOCX": ("p.docx", _polyglot),
    "polyglot as text": ("p.txt", _polyglot),
    "another thing as PDF": ("w.pdf", _wrong_name),
    "another thing as HTML": ("w.html", _wrong_name),
}
