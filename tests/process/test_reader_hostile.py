"""The reader child on files made to hurt: each ends in its own error, soon, and in no other way."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents import wire
from desktop_slm.documents.assembly import assemble
from desktop_slm.documents.document import SkipReason
from desktop_slm.documents.draft import Draft
from desktop_slm.documents.limits import ReadLimits
from desktop_slm.documents.reading import read
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.process import Worker, WorkerEnded
from tests.fakes import hostile
from tests.fakes.documents import Pdf, docx, heading, para, show, text_string
from tests.fakes.mail import attached_file, compound, mail, msg
from tests.fakes.pdf_notes import Notes, over

SOON_S = 10


def _write(folder: Path, data: bytes, name: str = "a.pdf") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (hostile.page_tree_loop, errors.DamagedFile),
        (hostile.too_many_pages, errors.FileTooLarge),
    ],
)
def test_each_gets_its_error_soon(
    tmp_path: Path, make: Callable[[], bytes], kind: type[errors.DocumentError]
) -> None:
    started = time.monotonic()
    with pytest.raises(kind):
        read(_write(tmp_path, make()))
    assert time.monotonic() - started < SOON_S


@pytest.mark.parametrize("make", [hostile.wrong_count, hostile.outline_loop])
def test_lies_about_the_file_do_not_keep_its_page_from_being_read(
    tmp_path: Path, make: Callable[[], bytes]
) -> None:
    document = read(_write(tmp_path, make()))
    assert [page.text for page in document.pages] == ["The page"]


@pytest.mark.skipif(sys.platform == "darwin", reason="this system sets no memory limit")
def test_a_bomb_meets_the_memory_limit(tmp_path: Path) -> None:
    path = _write(tmp_path, hostile.bomb())
    assert path.stat().st_size < 4_000
    started = time.monotonic()
    with pytest.raises(errors.ReaderCrashed):
        read(path)
    assert time.monotonic() - started < SOON_S


def test_the_parent_ends_a_child_that_uses_too_much_memory(tmp_path: Path) -> None:
    path = _write(tmp_path, hostile.endless_page())
    with pytest.raises(errors.FileTooLarge):
        read(path, limits=ReadLimits(memory_bytes=100 << 20))


def test_a_child_that_does_not_stop_by_itself_is_killed(tmp_path: Path) -> None:
    path = _write(tmp_path, hostile.endless_page())
    started = time.monotonic()
    with pytest.raises(errors.ReaderTooSlow):
        read(path, limits=ReadLimits(seconds=0.2, grace_s=0.2))
    assert time.monotonic() - started < 3


def test_what_came_before_the_page_that_hangs_is_kept(tmp_path: Path) -> None:
    path = _write(tmp_path, hostile.endless_page("First page"))
    document = read(path, limits=ReadLimits(seconds=1.0, grace_s=0.3))
    assert [page.text for page in document.pages] == ["First page"]
    assert [(page.page, page.why) for page in document.skipped] == [(2, SkipReason.TOO_SLOW)]


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(errors.FileTooLarge):
        read(_write(tmp_path, b"x" * 2_000, "a.txt"), limits=ReadLimits(file_bytes=1_000))


def hostile_mail() -> EmailMessage:
    made = mail("Text", html="<p>Html")
    made.add_attachment(docx(para("x")), maintype="a", subtype="b", filename="ä.docx")
    made.add_attachment(mail("Inner"))
    return made


def notes_pdf() -> bytes:
    pdf = Pdf()
    notes = Notes(pdf).field("n", "Tx", f"/V {text_string('v')}").box("b", "Yes")
    notes.note("Highlight", "words", "Ann", over(72, 716, 250, 732))
    pdf.page(show("Words"), more=notes.more())
    return notes.finish()


SEEDS = {
    "a.csv": 'name;Größe\nx;1\n"y";2\n'.encode("cp1252"),
    "a.pdf": Pdf().page(show("Words", size=20) + show("More", y=600)).page(show("Next")).bytes(),
    "a.docx": docx(heading("H") + para("x") * 9, comments="<w/>"),
    "a.html": b"<html><h1>H</h1><table><tr><td>a<td>b</table><ul><li>x</ul><p hidden>y<p>z",
    "a.rtf": rb"{\rtf1\ansi{\fonttbl{\f0\fcharset128 A;}}{\stylesheet{\s1 heading 1;}}\s1 H\par"
    rb"\pard\trowd\intbl a\cell b\cell\row\pard{\footnote n}{\listtext 1.\tab}\u8364?x\par}",
    "a.eml": hostile_mail().as_bytes(),
    "a.msg": compound(msg({0x37: "S", 0x1000: "T"}, {"a": attached_file("a.txt", b"words")})),
    "a.srt": b"1\n00:00:01,000 --> 00:00:02,000\n<i>A: x</i>\n\n2\n0:00:09.0 --> 9:00:00,1\ny\n",
    "a.vtt": b"WEBVTT t\n\nNOTE x\n\nid\n00:01.000 --> 00:02.000 a:b\n<v Ann>Hello &amp; x\n",
    "notes.pdf": notes_pdf(),
    "a.md": b"# H\n\n- a\n  - b\n\n| a | b |\n|---|---|\n| c | d |\n\n```\nx\n```\n[l](http://x)\n",
    "a.txt": "Title\n=====\n\nSome words, Größe und Maß.\n\n1.1 Part\n".encode("cp1252"),
}


@pytest.mark.parametrize("name", SEEDS)
def test_broken_files_end_in_a_document_or_a_document_error(tmp_path: Path, name: str) -> None:
    randomly = random.Random(11)
    path = tmp_path / name
    worker = Worker("reader", Grant(read=(str(tmp_path),)))
    worker.start()
    try:
        for _ in range(80):
            path.write_bytes(hostile.mutated(SEEDS[name], randomly))
            draft = Draft(name)
            try:
                for message in worker.request(
                    "read", path=str(path), password="", limits=ReadLimits().to_dict()
                ):
                    if message.fields["event"] != "done":
                        wire.take(draft, message.fields)
            except errors.DocumentError:
                continue
            assemble(draft)
    except WorkerEnded as end:
        pytest.fail(f"the child died: {end.ending}")
    finally:
        worker.stop(grace_s=0.2)
