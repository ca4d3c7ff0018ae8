from __future__ import annotations

import time
from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents.document import Format
from desktop_slm.documents.limits import ReadLimits
from desktop_slm.documents.readers.detect import detect, is_misnamed
from desktop_slm.documents.readers.source import Source, open_source
from tests.fakes.documents import Pdf, docx, para, show, zipped
from tests.fakes.mail import compound
from tests.fakes.office import chapter, epub, odt, p, pptx, sheet, slide, title, xlsx

OPEN = "application/vnd.oasis.opendocument"
BINARY = "ms-excel.sheet.binary.macroEnabled"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _source(folder: Path, data: bytes, name: str) -> Source:
    (folder / name).write_bytes(data)
    return open_source(str(folder / name), ReadLimits())


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (Pdf().page(show("x")).bytes(), "wrong.txt", Format.PDF),
        (b"junk before\n" + Pdf().page(show("x")).bytes(), "a.pdf", Format.PDF),
        (docx(para("x")), "a.zip", Format.DOCX),
        (b"<!DOCTYPE html><p>x", "a.pdf", Format.HTML),
        (b"<?xml version='1.0'?>\n<html xmlns='x'><p>x", "a", Format.HTML),
        (b"just <p>a part</p>", "a.htm", Format.HTML),
        (b"just <p>a part</p>", "a.txt", Format.TEXT),
        (b"# Title\n\ntext [x](https://x)\n", "a.txt", Format.MARKDOWN),
        (b"#!/bin/sh\n# a comment\necho\n", "a.sh", Format.TEXT),
        (b"plain", "a.md", Format.MARKDOWN),
        ("Grüße".encode("utf-16-le"), "a.txt", Format.TEXT),
        (b"a;b\n1;2\n", "a.csv", Format.CSV),
        (b"a\tb\n1\t2\n", "a.tsv", Format.CSV),
        (b"a;b\n1;2\n", "a.txt", Format.TEXT),
        (b"<html><p>Your session has ended", "a.csv", Format.HTML),
        (odt(p("x")), "a.zip", Format.ODT),
        (pptx([slide(title("x"))]), "a.docx", Format.PPTX),
        (xlsx({"S": sheet("")}), "a", Format.XLSX),
        (xlsx({"S": sheet("")}, parts={"word/document.xml": "wordprocessingml"}), "a", Format.XLSX),
        (epub({"a": chapter("x")}), "a.epub", Format.EPUB),
        (zipped({"META-INF/container.xml": "x"}), "a.epub", Format.EPUB),
    ],
)
def test_content_decides(tmp_path: Path, data: bytes, name: str, expected: Format) -> None:
    assert detect(_source(tmp_path, data, name)) is expected


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), "a.docx", "PasswordNeeded"),
        (OLE + b"\x00" * 600 + "WordDocument".encode("utf-16-le"), "a.doc", "OldFormat"),
        (OLE + b"\x00" * 600, "a.msg", "WrongFormat"),
        (zipped({"mimetype": f"{OPEN}.spreadsheet"}), "a.ods", "WrongFormat"),
        (zipped({"x": "y"}), "a.epub", "DamagedFile"),
        (xlsx({"S": sheet("")}, kind=BINARY), "a.xlsb", "WrongFormat"),
        (zipped({"x": "y"}), "a.docx", "DamagedFile"),
        (docx(para("words")) [:-30], "a.docx", "DamagedFile"),
        (b"\x7fELF\x02\x01\x01" + b"\x00" * 50, "a.so", "WrongFormat"),
        (b"\x00\x01\x02\x03" * 50, "a.pdf", "DamagedFile"),
    ],
)  # fmt: skip
def test_what_is_not_read_has_its_own_error(
    tmp_path: Path, data: bytes, name: str, expected: str
) -> None:
    with pytest.raises(getattr(errors, expected)):
        detect(_source(tmp_path, data, name))


def test_a_word_file_with_a_broken_table_of_contents_is_damaged(tmp_path: Path) -> None:
    data = bytearray(docx(para("words")))
    data[data.find(b"[Content_Types].xml") + 30] ^= 0xFF
    with pytest.raises(errors.DamagedFile):
        detect(_source(tmp_path, bytes(data), "a.docx"))


@pytest.mark.parametrize(
    ("name", "found", "expected"),
    [
        ("a.pdf", Format.HTML, True),
        ("a.pdf", Format.PDF, False),
        ("a.txt", Format.MARKDOWN, False),
        ("a.log", Format.HTML, False),
    ],
)
def test_a_misleading_name_is_noticed(
    tmp_path: Path, name: str, found: Format, expected: bool
) -> None:
    assert is_misnamed(_source(tmp_path, b"x", name), found) is expected


MAIL = b"Received: by x\n with y\nFrom: a@b.org\nSubject: s\n\nwords\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"{\\rtf1 text}", Format.RTF),
        (b"\n{\\rtf1 text}", Format.RTF),
        (compound({"__properties_version1.0": b"x" * 40, "WordDocument": b"y"}), Format.MSG),
        (MAIL, Format.EML),
        (MAIL.replace(b"\n", b"\r\n"), Format.EML),
        (b"From ann Mon Nov  2\n" + MAIL, Format.EML),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nx\n", Format.VTT),
        (b"\xef\xbb\xbfWEBVTT FILE\n", Format.VTT),
        (b"\xef\xbb\xbf1\r\n00:00:01,000 --> 00:00:02,000\r\nx\r\n", Format.SRT),
        (b"From: the desk of Ann\n\nSubject: nothing of a mail\n", Format.TEXT),
        (b"Dear Bob,\nFrom: here\nTo: there\n\nx\n", Format.TEXT),
        (b"WEBVTTs are files\n", Format.TEXT),
        (b"1\n2\n3 --> 4\n", Format.TEXT),
    ],
)
def test_mails_transcripts_and_rtf_by_how_they_begin(
    tmp_path: Path, data: bytes, expected: Format
) -> None:
    assert detect(_source(tmp_path, data, "noname")) is expected


def test_a_long_text_is_not_looked_through_for_headers_again_and_again(tmp_path: Path) -> None:
    started = time.monotonic()
    for data in (b"A:" * 40_000, b"a: b\n " * 20_000, b"From " + b"x" * 70_000):
        detect(_source(tmp_path, data, "noname"))
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    "head",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
        b"II*\x00\x08\x00\x00\x00",
        b"MM\x00*\x00\x00\x00\x08",
        b"RIFF\x10\x00\x00\x00WEBPVP8 ",
        b"BM\x46\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00",
        b"GIF89a\x01\x00",
    ],
)
def test_pictures_are_known_by_their_first_bytes(tmp_path: Path, head: bytes) -> None:
    assert detect(_source(tmp_path, head, "a.bin")) is Format.IMAGE
    assert detect(_source(tmp_path, b"Words: " + head[:2] + b" and more", "a.txt")) is Format.TEXT
