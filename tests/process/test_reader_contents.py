"""Documents that lie in no file: handed to the reader child in memory, read like any other."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents.document import Format
from desktop_slm.documents.limits import ReadLimits
from desktop_slm.documents.reading import Contents, read
from tests.fakes import hostile
from tests.fakes.documents import Pdf, docx, heading, para, show
from tests.fakes.mail import attached_file, compound, mail, msg
from tests.fakes.reading import blocks


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.pdf", Pdf().page(show("Words")).bytes(), Format.PDF),
        ("a.docx", docx(heading("Words")), Format.DOCX),
        ("a.rtf", rb"{\rtf1\ansi Words\par}", Format.RTF),
        ("a.eml", mail("Words").as_bytes(), Format.EML),
        ("a.msg", compound(msg({0x0037: "Words"})), Format.MSG),
        ("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\nWords\n", Format.SRT),
        ("a.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nWords\n", Format.VTT),
        ("Pasted text", b"Words", Format.TEXT),
    ],
)
def test_each_format_is_read_from_memory_in_the_child(
    name: str, data: bytes, found: Format
) -> None:
    document = read(Contents(name, data))
    assert (document.name, document.format) == (name, found)
    assert "Words" in document.pages[0].text
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.warnings == ()


def test_nothing_is_written_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    made = mail()
    made.add_attachment(Pdf().page(show("x")).bytes(), maintype="a", subtype="b", filename="x.pdf")
    assert len(read(Contents("a.eml", made.as_bytes())).pages) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_looks_like_a_path_opens_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("on the disk")
    document = read(Contents(str(tmp_path / "a.txt"), b"in memory"))
    assert document.pages[0].text == "in memory"


def test_nothing_and_too_much_are_refused() -> None:
    with pytest.raises(errors.EmptyFile):
        read(Contents("Pasted text", b""))
    with pytest.raises(errors.FileTooLarge):
        read(Contents("Pasted text", b"x" * 2_000), limits=ReadLimits(file_bytes=1_000))


def test_a_bomb_in_a_mail_costs_the_attachment_and_not_the_mail() -> None:
    made = mail("The text of the mail")
    made.add_attachment(hostile.bomb(), maintype="a", subtype="b", filename="bomb.pdf")
    started = time.monotonic()
    document = read(Contents("a.eml", made.as_bytes()))
    assert time.monotonic() - started < 10
    assert "The text of the mail" in document.pages[0].text
    assert document.skipped or document.warnings


def test_files_attached_to_an_outlook_message_are_read_in_the_child() -> None:
    files = {
        "a": attached_file("a.docx", docx(para("In Word"))),
        "b": attached_file("b.rtf", rb"{\rtf1 In RTF\par}"),
        "c": attached_file("c.exe", b"MZ\0\1\2"),
    }
    document = read(Contents("a.msg", compound(msg({0x0037: "S", 0x1000: "Text"}, files))))
    assert [page.label for page in document.pages] == ["S", "a.docx", "b.rtf"]
    assert blocks(document)[-2:] == ["In Word", "In RTF"]
    assert "c.exe (5 bytes)" in str(document.warnings[0])


def test_an_rtf_of_nothing_but_groups_ends_at_the_time_limit() -> None:
    started = time.monotonic()
    with pytest.raises(errors.ReaderTooSlow):
        read(Contents("a.rtf", b"{\\rtf1 " + b"{}" * 5_000_000), limits=ReadLimits(seconds=0.3))
    assert time.monotonic() - started < 5
