"""The document's side of the page with the real reader child: drawn, marked, killed, changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.evidence import Place
from desktop_slm.documents.pictures import PagePictures
from desktop_slm.documents.reading import Contents, read
from desktop_slm.ui.operations import Operations
from desktop_slm.ui.summaries.document.document_pane import DocumentPane
from desktop_slm.ui.summaries.document.view_kind import ViewKind
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Opened
from desktop_slm.ui.theme import Theme
from desktop_slm.workers.process import Process, spawn
from tests.fakes.documents import Pdf, docx, para, paragraph, show

SENTENCE = "Revenue rose by 12 percent to 4.1 billion."


class Stage:
    """A pane over real children."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.children: list[Process] = []
        self.deaths = 0  # so many children more die with their first picture
        self.qtbot = qtbot
        self.operations = Operations()
        self.words = Words()
        self.pane = DocumentPane(theme, self.words, self.operations, make_pictures=self._make)
        self.pane.resize(500, 700)
        self.pane.show()

    def open(self, path: Path) -> None:
        opened = Opened.of(read(path))
        self.words.take(opened.document)
        self.pane.show_document(opened, path)

    def wait_for_pictures(self) -> None:
        store = self.pane.store
        self.qtbot.waitUntil(lambda: store.picture(1, 1) is not None, timeout=15_000)

    def _make(self, given: Path | Contents) -> PagePictures:
        return _Dying(given, self)

    def spawn(self, name: str) -> Process:
        self.children.append(spawn(name))
        return self.children[-1]


class _Dying(PagePictures):
    """Loses its child in the middle of a picture, as often as the test says."""

    def __init__(self, given: Path | Contents, stage: Stage) -> None:
        super().__init__(given, spawner=stage.spawn)
        self._stage = stage

    def draw(self, page: int, width_px: int) -> object:  # type: ignore[override]
        if self._stage.deaths:
            self._stage.deaths -= 1
            self.open()
            self._stage.children[-1].kill()
            self._stage.children[-1].wait()
        return super().draw(page, width_px)


@pytest.fixture
def stage(qapp: QApplication, qtbot: QtBot) -> Iterator[Stage]:
    theme = Theme(qapp, scheme="light")
    made = Stage(theme, qtbot)
    yield made
    made.pane.leave()
    made.operations.shut_down()
    made.pane.close()
    made.pane.deleteLater()
    theme.deleteLater()


def pdf(folder: Path) -> Path:
    made = Pdf()
    made.page(show("The year", size=20) + paragraph(["A quiet beginning."], y=680))
    made.page(show("Results", size=20) + paragraph([SENTENCE, "Debt fell."], y=680))
    path = folder / "report.pdf"
    path.write_bytes(made.bytes())
    return path


def test_the_right_words_are_marked_on_the_picture(stage: Stage, tmp_path: Path) -> None:
    path = pdf(tmp_path)
    stage.open(path)
    stage.wait_for_pictures()
    text = read(path).pages[1].text
    start = text.index(SENTENCE)
    stage.pane.show_source(Place(2, start, start + len(SENTENCE)))
    column = stage.pane.pictures
    stage.qtbot.waitUntil(lambda: bool(column.marks))
    stage.qtbot.waitUntil(lambda: stage.pane.store.picture(2, 1) is not None)
    ((left, top, right, bottom),) = column.marks
    assert (left, right) == pytest.approx((72 / 612, 0.45), abs=0.06)
    assert top < 1 - 683 / 792 < bottom
    picture = stage.pane.store.picture(2, column.page_place(2).width())
    assert picture is not None
    assert has_ink(picture, left, top, right, bottom)
    assert not has_ink(picture, right + 0.01, top, 1, bottom)


def has_ink(picture: QImage, left: float, top: float, right: float, bottom: float) -> bool:
    wide, high = picture.width(), picture.height()
    return any(
        picture.pixelColor(x, y).lightness() < 128
        for x in range(round(left * wide), round(right * wide))
        for y in range(round(top * high), round(bottom * high))
    )


def test_a_child_that_dies_once_is_not_noticed(stage: Stage, tmp_path: Path) -> None:
    stage.deaths = 1
    stage.open(pdf(tmp_path))
    stage.wait_for_pictures()
    assert len(stage.children) == 2
    assert stage.pane.notice.words() == ""


def test_a_file_that_kills_every_child_is_shown_as_text_with_a_line_why(
    stage: Stage, tmp_path: Path
) -> None:
    stage.deaths = 100
    stage.open(pdf(tmp_path))
    stage.qtbot.waitUntil(lambda: stage.pane.notice.words() != "", timeout=20_000)
    stage.qtbot.waitUntil(lambda: stage.pane.view is ViewKind.TEXT, timeout=20_000)
    assert "the reader stopped" in stage.pane.notice.words()
    assert stage.pane.column.isVisible()
    stage.pane.show_source(Place(2, 0, 7))
    assert stage.pane.column.marked_text() == "Results"
    assert len(stage.children) == 4


def test_leaving_the_document_ends_the_child(stage: Stage, tmp_path: Path) -> None:
    stage.open(pdf(tmp_path))
    stage.wait_for_pictures()
    (child,) = stage.children
    stage.pane.leave()
    assert child.wait(5) is not None


def test_another_document_ends_the_child_of_the_one_before(stage: Stage, tmp_path: Path) -> None:
    stage.open(pdf(tmp_path))
    stage.wait_for_pictures()
    path = tmp_path / "minutes.docx"
    path.write_bytes(docx(para("Words")))
    stage.open(path)
    assert stage.children[0].wait(5) is not None
    assert stage.pane.view is ViewKind.TEXT


def test_a_file_that_was_changed_is_shown_as_it_was_read(stage: Stage, tmp_path: Path) -> None:
    path = pdf(tmp_path)
    opened = Opened.of(read(path))
    path.write_bytes(Pdf().page(show("Another")).bytes())
    stage.pane.show_document(opened, path)
    stage.qtbot.waitUntil(lambda: stage.pane.notice.words() != "", timeout=15_000)
    assert "changed after it was read" in stage.pane.notice.words()
    assert stage.pane.view is ViewKind.TEXT
