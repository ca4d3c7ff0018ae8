"""The Summarize page with the real reader child: from a file on the disk to a marked passage."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_slm.documents import reading
from desktop_slm.engine.protocol import Request
from desktop_slm.ui.summaries.work import Stage
from desktop_slm.ui.theme import Theme
from tests.fakes.documents import Pdf, docx, heading, para, paragraph, scan, show
from tests.fakes.locked_pdf import locked
from tests.ui.summary_bench import Bench, templating

__all__ = ["templating"]
SENTENCE = "Revenue rose by 12 percent to 4.1 billion."


@pytest.fixture
def page_bench(qapp: QApplication, templating: object, tmp_path: Path) -> Iterator[Bench]:
    theme = Theme(qapp, scheme="light")
    made = Bench(theme, templating, tmp_path / "data", read_file=reading.read)  # type: ignore[arg-type]
    made.engine.script = _note
    made.page.resize(1032, 800)
    made.page.show()
    yield made
    made.close()
    theme.deleteLater()


def _note(request: Request) -> str:
    return SENTENCE


def _pdf(folder: Path) -> Path:
    made = Pdf()
    made.page(show("The year", size=20) + paragraph(["A quiet beginning."], y=680))
    made.page(show("Results", size=20) + paragraph([SENTENCE, "Debt fell."], y=680))
    path = folder / "report.pdf"
    path.write_bytes(made.bytes())
    return path


def _docx(folder: Path) -> Path:
    path = folder / "minutes.docx"
    body = heading("Start") + para("A quiet beginning.") + heading("Results") + para(SENTENCE)
    path.write_bytes(docx(body))
    return path


@pytest.mark.parametrize(("make", "chip"), [(_pdf, "p. 2"), (_docx, "part 2")])
def test_a_file_becomes_a_summary_whose_chip_marks_the_passage(
    page_bench: Bench, qtbot: QtBot, tmp_path: Path, make: object, chip: str
) -> None:
    assert callable(make)
    page = page_bench.page
    page.open_files([make(tmp_path)])
    work = page.queue.works[0]
    qtbot.waitUntil(lambda: work.stage in (Stage.DONE, Stage.FAILED), timeout=30_000)
    assert work.error is None
    (row,) = page.summary.sentences.rows()
    (found,) = row.text.chips()
    assert found.text() == chip
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    assert page.document.column.marked_text() == SENTENCE
    if chip == "p. 2":  # a PDF: the words are marked on the picture of their page, too
        qtbot.waitUntil(lambda: bool(page.document.pictures.marks), timeout=15_000)
        assert page.document.pictures.page == 2


def test_pasted_text_becomes_a_summary_whose_chip_marks_the_passage(
    page_bench: Bench, qtbot: QtBot
) -> None:
    page = page_bench.page
    QGuiApplication.clipboard().setText(f"The year\n========\n\nQuiet.\n\n{SENTENCE}\n")
    page.setFocus()
    QTest.keySequence(page, "Ctrl+V")
    (work,) = page.queue.works
    qtbot.waitUntil(lambda: work.stage in (Stage.DONE, Stage.FAILED), timeout=30_000)
    assert (work.error, work.name) == (None, "Pasted text")
    (row,) = page.summary.sentences.rows()
    (found,) = row.text.chips()
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    assert page.document.column.marked_text() == SENTENCE


def test_files_that_cannot_be_read_say_why_and_the_rest_goes_on(
    page_bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    files = {
        "locked.pdf": locked("secret").bytes(),
        "scan.pdf": scan(Pdf()).bytes(),
        "empty.txt": b"",
        "broken.pdf": b"%PDF-1.7 and nothing more",
        "tune.mp3": b"ID3\x03\x00\x00\x00\x00\x00\x21" + bytes(range(256)) * 8,
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    page = page_bench.page
    page.open_files([*(tmp_path / name for name in files), tmp_path, _docx(tmp_path)])
    last = page.queue.works[-1]
    qtbot.waitUntil(lambda: last.stage in (Stage.DONE, Stage.FAILED), timeout=60_000)
    assert last.stage is Stage.DONE
    kinds = [type(work.error).__name__ for work in page.queue.works[:-1]]
    assert kinds == [
        "PasswordNeeded", "NoText", "EmptyFile", "DamagedFile", "WrongFormat", "FolderGiven",
    ]  # fmt: skip


def test_stopping_a_reading_ends_its_child_and_it_can_be_tried_again(
    page_bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    made = Pdf()
    stream = made.stream(show(SENTENCE).encode())
    for _ in range(2_000):
        made.page_of(stream)
    path = tmp_path / "long.pdf"
    path.write_bytes(made.bytes())
    page = page_bench.page
    page.open_files([path])
    work = page.queue.works[0]
    qtbot.waitUntil(lambda: work.share is not None, timeout=30_000)
    QTest.mouseClick(page.header.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: work.stage is Stage.STOPPED, timeout=10_000)
    assert work.opened is None
    assert page.header.go_on.text().strip() == "Try again"
