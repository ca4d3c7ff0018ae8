"""The reader child and its parent, on files that behave."""

from __future__ import annotations

import hashlib
import os
import sys
import threading
import time
from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents.document import BlockKind, Format, SkipReason
from desktop_slm.documents.notices import Notice, NoticeKind
from desktop_slm.documents.reading import Progress, ReadingCancelled, ReadLimits, read
from desktop_slm.workers.process import Process, spawn
from tests.fakes.documents import Pdf, docx, heading, para, show
from tests.fakes.locked_pdf import locked


class Spawner:
    """Starts real children and keeps them for the test to hurt."""

    def __init__(self) -> None:
        self.children: list[Process] = []

    def __call__(self, name: str) -> Process:
        self.children.append(spawn(name))
        return self.children[-1]


def long_pdf(folder: Path, pages: int = 3_000) -> Path:
    pdf = Pdf()
    stream = pdf.stream(show("Words on a page").encode())
    for _ in range(pages):
        pdf.page_of(stream)
    path = folder / "long.pdf"
    path.write_bytes(pdf.bytes())
    return path


def test_a_pdf_comes_whole_with_its_hash_and_progress(tmp_path: Path) -> None:
    pdf = Pdf(info={"Title": "T"}).page(show("One", size=20)).page(show("Two 2"))
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf.bytes())
    seen: list[Progress] = []
    document = read(path, seen.append)
    assert [page.text for page in document.pages] == ["One", "Two 2"]
    assert (document.name, document.format, document.title) == ("a.pdf", Format.PDF, "T")
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert seen[-1] == Progress(2, 2)


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.docx", docx(heading("H") + para("x")), Format.DOCX),
        ("a.html", b"<html><h1>H</h1>x", Format.HTML),
        ("a.md", b"# H\n\nx", Format.MARKDOWN),
        ("a.txt", "H\n=\n\nx".encode("utf-16").replace(b"=\0", b"=\0=\0=\0"), Format.TEXT),
    ],
)
def test_each_format_is_read_in_the_child(
    tmp_path: Path, name: str, data: bytes, found: Format
) -> None:
    (tmp_path / name).write_bytes(data)
    document = read(tmp_path / name)
    assert document.format is found
    assert document.pages[0].label == "H"
    assert [block.kind for block in document.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_a_misleading_name_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("<html><p>Saved by a browser")
    expected = Notice(NoticeKind.OTHER_FORMAT, {"named": "PDF", "found": "HTML"})
    assert read(tmp_path / "a.pdf").warnings == (expected,)


def test_paths_are_looked_at_before_a_child_is_started(tmp_path: Path) -> None:
    spawner = Spawner()
    (tmp_path / "empty.pdf").touch()
    for path, kind in (
        (tmp_path / "none.pdf", errors.FileMissing),
        (tmp_path / "empty.pdf" / "x", errors.FileMissing),
        (tmp_path, errors.FolderGiven),
        (tmp_path / "empty.pdf", errors.EmptyFile),
        (Path(os.devnull), errors.WrongFormat),
    ):
        with pytest.raises(kind):
            read(path, spawner=spawner)
    assert not spawner.children


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="this account may read everything"
)
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("secret")
    path.chmod(0)
    with pytest.raises(errors.FileUnreadable):
        read(path)


def test_a_password_is_passed_on(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(locked("sesame").page(show("Secret words")).bytes())
    with pytest.raises(errors.PasswordNeeded) as needed:
        read(path)
    assert needed.value.fields == {"name": "a.pdf"}
    with pytest.raises(errors.PasswordWrong):
        read(path, password="no")
    assert read(path, password="sesame").pages[0].text == "Secret words"


def test_a_link_keeps_its_name_in_messages(tmp_path: Path) -> None:
    (tmp_path / "stored-1234").write_bytes(b"%PDF-1.7 and no more")
    link = tmp_path / "lease.pdf"
    try:
        link.symlink_to(tmp_path / "stored-1234")
    except OSError:
        pytest.skip("this account may not make links")
    with pytest.raises(errors.DamagedFile) as damaged:
        read(link)
    assert damaged.value.fields["name"] == "lease.pdf"


def test_pages_read_before_a_crash_are_kept(tmp_path: Path) -> None:
    spawner = Spawner()

    def kill(progress: Progress) -> None:
        if progress.read >= 10:
            spawner.children[0].kill()

    document = read(long_pdf(tmp_path), kill, spawner=spawner)
    assert 10 <= len(document.pages) < 3_000
    assert document.page_count == 3_000
    assert {page.why for page in document.skipped} == {SkipReason.READER_STOPPED}
    assert document.warnings[-1].kind is NoticeKind.PAGES_MISSING


def test_a_crash_before_the_first_page_is_an_error(tmp_path: Path) -> None:
    spawner = Spawner()
    path = long_pdf(tmp_path, 10)

    def crash(name: str) -> Process:
        child = spawner(name)
        child.kill()
        return child

    with pytest.raises(errors.ReaderCrashed) as crashed:
        read(path, spawner=crash)
    assert crashed.value.fields["name"] == "long.pdf"


def test_cancelling_ends_the_child_at_once(tmp_path: Path) -> None:
    spawner = Spawner()
    cancel = threading.Event()

    def on_progress(progress: Progress) -> None:
        cancel.set()

    started = time.monotonic()
    with pytest.raises(ReadingCancelled):
        read(long_pdf(tmp_path), on_progress, cancel, spawner=spawner)
    assert time.monotonic() - started < 3
    assert spawner.children[0].poll() is not None


def test_a_time_limit_keeps_the_pages_that_were_read(tmp_path: Path) -> None:
    document = read(long_pdf(tmp_path), limits=ReadLimits(seconds=0.25))
    assert 0 < len(document.pages) < 3_000
    assert document.page_count == 3_000
    assert {page.why for page in document.skipped} == {SkipReason.TOO_SLOW}


def test_scans_are_said_to_be_scans(tmp_path: Path) -> None:
    from tests.fakes.documents import scan

    path = tmp_path / "scan.pdf"
    path.write_bytes(scan(scan(Pdf())).bytes())
    with pytest.raises(errors.NoText):
        read(path)
