"""One small valid document of every format that is read: what the defects are done to."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from functools import cache
from typing import Any

from tests.fakes import office
from tests.fakes.documents import Pdf, docx, heading, para, show, text_string, word
from tests.fakes.mail import attached_file, compound, mail, msg
from tests.fakes.pdf_notes import Notes, over

_HTML = (
    "<!doctype html><html><head><title>T</title></head><body><h1>Größe</h1><p>words &amp; more</p>"
    "<table><tr><td>a<td>b</table><ul><li>x<li>y</ul><p hidden>z</p></body></html>"
)
_MARKDOWN = (
    "---\ntitle: x\n---\n\n# Größe\n\n- a\n  - b\n\n| a | b |\n|---|---|\n| c | d |\n\n"
    "```\nx\n```\n[l](http://x.invalid)\n"
)
_TEXT = "Title\n=====\n\nSome words, Größe und Maß.\n\n1.1 Part\n\nMore words.\n"
_RTF = (
    rb"{\rtf1\ansi{\fonttbl{\f0\fcharset0 A;}}{\stylesheet{\s1 heading 1;}}\s1 H\par\pard\trowd"
    rb"\intbl a\cell b\cell\row\pard{\footnote n}{\listtext 1.\tab}\u8364?words\par}"
)
_SRT = (
    "1\n00:00:01,000 --> 00:00:02,000\n<i>Ann: Größe</i>\n\n2\n00:00:03,000 --> 00:00:04,000\ny\n"
)
_VTT = (
    "WEBVTT title\n\nNOTE x\n\nid\n00:01.000 --> 00:02.000 align:start\n<v Ann>Größe &amp; x\n\n"
    "00:03.000 --> 00:04.000\ny\n"
)


def _pdf() -> bytes:
    pdf = Pdf(info={"Title": "T"})
    notes = Notes(pdf).field("n", "Tx", f"/V {text_string('v')}").box("b", "Yes")
    notes.note("Highlight", "words", "Ann", over(72, 716, 250, 732))
    pdf.page(show("Words", size=20) + show("More", y=600), more=notes.more()).page(show("Next"))
    pdf.outline([(1, "One", 0), (2, "Two", 1)])
    return notes.finish()


def _docx() -> bytes:
    changed = '<w:p><w:ins w:author="A"><w:r><w:t>new</w:t></w:r></w:ins></w:p>'
    table = f"<w:tbl><w:tr><w:tc>{para('a')}</w:tc><w:tc>{para('b')}</w:tc></w:tr></w:tbl>"
    notes = word("comments", f'<w:comment w:id="1" w:author="A">{para("c")}</w:comment>')
    return docx(heading("H") + para("words") + changed + table, comments=notes)


def _odt() -> bytes:
    listed = f"<text:list><text:list-item>{office.p('x')}</text:list-item></text:list>"
    note = f"<text:note><text:note-body>{office.p('n')}</text:note-body></text:note>"
    return office.odt(office.h("H") + office.p(f"words{note}") + listed)


def _pptx() -> bytes:
    slides = [office.slide(office.title("H"), office.shape(office.paragraph("words")))] * 2
    return office.pptx(slides)


def _xlsx() -> bytes:
    row = office.row(1, office.words("A1", "words"), office.number("B1", 2.5, 1))
    shared = office.row(2, office.cell("A2", "<s:v>0</s:v>", "s"))
    strings = "<s:si><s:t>shared</s:t></s:si>"
    return office.xlsx({"S": office.sheet(row + shared)}, strings=strings, formats=["#,##0.00"])


def _epub() -> bytes:
    parts = {"OEBPS/nav.xhtml": office.navigation(("a.xhtml", "H"))}
    chapter = office.chapter("<h1>H</h1><p>words</p>")
    return office.epub({"a.xhtml": chapter, "b.xhtml": chapter}, parts=parts)


def _letter() -> bytes:
    made = mail("words", html="<p>words</p>")
    made.add_attachment(docx(para("inner")), maintype="a", subtype="b", filename="ä.docx")
    return made.as_bytes()


def _outlook() -> bytes:
    texts: dict[int, str | bytes] = {0x37: "Subject", 0x1000: "words " * 900, 0xC1A: "Ann"}
    return compound(msg(texts, {"a": attached_file("a.txt", b"words")}))


def _picture(form: str, **options: Any) -> Callable[[], bytes]:
    def make() -> bytes:
        from PIL import Image

        file = io.BytesIO()
        noise = random.Random(1).randbytes(3 * 40 * 24)
        Image.frombytes("RGB", (40, 24), noise).save(file, form, **options)
        return file.getvalue()

    return make


_MAKERS: dict[str, Callable[[], bytes]] = {
    "pdf": _pdf,
    "docx": _docx,
    "odt": _odt,
    "pptx": _pptx,
    "xlsx": _xlsx,
    "epub": _epub,
    "html": _HTML.encode,
    "md": _MARKDOWN.encode,
    "txt": lambda: _TEXT.encode("cp1252"),
    "csv": lambda: 'name;Größe;x\nx;1;"a ""b"""\n"y\nz";2;\n'.encode("cp1252"),
    "rtf": lambda: _RTF,
    "eml": _letter,
    "msg": _outlook,
    "srt": _SRT.encode,
    "vtt": _VTT.encode,
    "png": _picture("PNG"),
    "jpg": _picture("JPEG"),
    "gif": _picture("GIF"),
    "bmp": _picture("BMP"),
    "tiff": _picture("TIFF", compression="tiff_lzw"),
    "webp": _picture("WEBP"),
}
FORMATS = tuple(_MAKERS)
ZIPPED = ("docx", "odt", "pptx", "xlsx", "epub")
PICTURES = ("png", "jpg", "gif", "bmp", "tiff", "webp")
BINARY = ("pdf", *ZIPPED, "msg", *PICTURES)
TEXTS = tuple(name for name in FORMATS if name not in BINARY)


@cache
def seed(name: str) -> bytes:
    """Returns the small document of a format."""
    return _MAKERS[name]()
