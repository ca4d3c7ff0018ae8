"""Trying models on a document as a person does it: a scripted engine, a real database."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.summaries.summarizer import Summarizer
from desktop_slm.documents.document import Document
from desktop_slm.engine.protocol import Request
from desktop_slm.engine.text_engine import TextEngine
from desktop_slm.errors import EngineStopped, FileMissing
from desktop_slm.storage.database import Database
from desktop_slm.tuning.trial.records import TrialRecords
from desktop_slm.tuning.trial.trial import State
from desktop_slm.ui.core import Core, Data, now
from desktop_slm.ui.models.trial.view import TrialView
from desktop_slm.ui.models.trial.work import Seams
from desktop_slm.ui.operations import Job
from desktop_slm.ui.theme import Theme
from tests.fakes.direct_inspection import DirectInspection
from tests.fakes.model_files import write_model
from tests.fakes.plain_analysis import PlainAnalysis
from tests.fakes.scripted_engine import ScriptedEngine
from tests.fakes.window_core import make_core
from tests.unit.assistants.summaries.summary_runs import document_of

MODELS = ("Apple-1B-Q4_0", "Berry-2B-Q4_0", "Cherry-70B-Q4_0", "Date-1B-Q4_0", "Elder-1B-Q4_0")
APPLE, BERRY, CHERRY, DATE, ELDER = (name.lower().replace("_", "-") for name in MODELS)
PAGE = "The rent is 900 euro. The tenant is Ms. Lindqvist. " + "The flat has a garden. " * 60
HOSTILE = "<img src=x>The rent is <b>900</b> euro."


class Bench:
    """The view over a core of its own."""

    def __init__(self, core: Core, qtbot: QtBot) -> None:
        self.core, self._qtbot = core, qtbot
        self.engine = ScriptedEngine(self.answer)
        self.engine.needed_bytes["Cherry-70B-Q4_0.gguf"] = 60 << 30
        self.document: Document | FileMissing = document_of([PAGE] * 12)
        seams = Seams(
            engine=lambda: self.engine,
            inspection=DirectInspection,
            read_file=self._read,
            summarizer=self._summarizer,
        )
        self.view = TrialView(core, seams=seams)
        qtbot.addWidget(self.view)
        self.view.resize(1000, 700)
        self.view.show()

    def answer(self, request: Request) -> str:
        if "Berry" in self.engine.loads[-1].path.name:
            return "Rome has 70 hills. The rent is 900 euro."
        return "The rent is 900 euro. The tenant is Ms. Lindqvist."

    def begin(self, *wanted: str) -> None:
        """Waits until the models were looked at."""
        self.view.begin(wanted)
        self._qtbot.waitUntil(lambda: bool(self.boxes()) and not self.view.is_looking)

    def boxes(self) -> dict[str, QAbstractButton]:
        return dict(self.view.setup.ticks.boxes())

    def take(self) -> None:
        self.view.take(Path("lease.pdf"))
        self._qtbot.waitUntil(lambda: self.view.setup.document is not None)

    def run(self, *wanted: str) -> None:
        """Tries models to the end."""
        self.begin(*wanted)
        self.take()
        QTest.keyClick(self.view.setup.start, Qt.Key.Key_Space)
        self.wait_for_end()

    def wait_for_end(self) -> None:
        self._qtbot.waitUntil(lambda: not self.view.is_running)

    def kept(self) -> TrialRecords:
        data = self.core.data
        assert data is not None
        return TrialRecords(data.database, now)

    def _read(self, path: Path, job: Job, core: Core) -> Document:
        if isinstance(self.document, FileMissing):
            raise self.document
        return self.document

    def _summarizer(self, engine: TextEngine, core: Core) -> Summarizer:
        return Summarizer(engine, core.templating, to_run=core.engine_model, analyse=PlainAnalysis)


@pytest.fixture
def core(theme: Theme, tmp_path: Path) -> Iterator[Core]:
    core = make_core(theme, tmp_path / "data")
    for name in MODELS:
        write_model(tmp_path / "data" / "models" / f"{name}.gguf")
    with Database.in_memory() as database:
        core.set_data(Data.of(database))
        yield core
        core.operations.shut_down()
        core.end_engine()


@pytest.fixture
def bench(core: Core, qtbot: QtBot) -> Bench:
    return Bench(core, qtbot)


def _texts(widget: QWidget) -> list[str]:
    labels = [each for each in widget.findChildren(QLabel) if each.isVisible()]
    return [label.text() for label in labels if label.text()]


def _press(widget: QWidget, name: str) -> None:
    found = [
        each
        for each in widget.findChildren(QAbstractButton)
        if each.accessibleName() == name and each.isVisible()
    ]
    assert found, f"no button {name!r}"
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_models_stand_side_by_side_with_what_was_measured(bench: Bench) -> None:
    bench.run(APPLE, BERRY)
    texts = _texts(bench.view.grid)
    assert texts.count("Sentences with evidence") == 2
    assert "2 of 2" in texts
    assert "1 of 2" in texts
    assert "1 without" in texts
    assert texts.count("10 s") == 2  # a page of answer at 50 tokens a second
    assert "“With evidence” means" in " ".join(_texts(bench.view))
    assert bench.view.window().focusWidget() is bench.view.header.back
    apple, berry = bench.view.grid.columns()
    assert [row.item.text for row in berry.rows] == ["Rome has 70 hills.", "The rent is 900 euro."]
    assert apple.widgets[0].mapTo(bench.view, apple.widgets[0].rect().topLeft()).y() == (
        berry.widgets[0].mapTo(bench.view, berry.widgets[0].rect().topLeft()).y()
    )


def test_the_trial_is_kept_and_shown_again(bench: Bench, qtbot: QtBot) -> None:
    bench.run(APPLE, BERRY)
    QTest.keyClick(bench.view, Qt.Key.Key_Escape)
    qtbot.waitUntil(bench.view.setup.earlier.isVisible)
    assert "pages" in " ".join(_texts(bench.view.setup.earlier))
    bench.view.grid.begin([], bench.kept().all()[0].trial)
    _press(bench.view, "Show the trial of test.pdf")
    assert "1 of 2" in _texts(bench.view.grid)


def test_an_earlier_trial_is_erased_once_the_person_said_yes(bench: Bench, qtbot: QtBot) -> None:
    bench.run(APPLE)
    QTest.keyClick(bench.view, Qt.Key.Key_Escape)
    qtbot.waitUntil(bench.view.setup.earlier.isVisible)
    _press(bench.view, "Delete the trial of test.pdf")
    dialog = bench.view.findChild(QDialog)
    assert dialog is not None
    with qtbot.waitSignal(bench.view.tried):
        _press(dialog, "Delete")
    qtbot.waitUntil(lambda: not bench.view.setup.earlier.isVisible())
    assert bench.kept().all() == ()


def test_pages_are_suggested_shown_and_can_be_changed(bench: Bench) -> None:
    bench.begin(APPLE)
    bench.take()
    pages = bench.view.setup.pages
    assert pages.text() == "1-12"
    assert any("of 12 · " in text for text in _texts(bench.view.setup))
    pages.selectAll()
    QTest.keyClicks(pages, "2-3")
    bench.boxes()[BERRY].click()
    assert pages.text() == "2-3"  # what a person wrote stays
    QTest.keyClick(pages, Qt.Key.Key_Return)
    bench.wait_for_end()
    assert str(bench.kept().all()[0].trial.pages.choice) == "2-3"


@pytest.mark.parametrize("written", ["nonsense", "13-20", "3-1"])
def test_pages_that_are_none_cannot_be_tried(bench: Bench, written: str) -> None:
    bench.begin(APPLE)
    bench.take()
    bench.view.setup.pages.selectAll()
    QTest.keyClicks(bench.view.setup.pages, written)
    assert not bench.view.setup.start.isEnabled()
    assert "The document has 12" in " ".join(_texts(bench.view.setup))


def test_what_is_too_big_cannot_be_ticked(bench: Bench) -> None:
    bench.begin(CHERRY)
    box = bench.boxes()[CHERRY]
    assert not box.isChecked()
    assert not box.isEnabled()
    assert "Too big" in box.accessibleDescription()


def test_no_more_than_four_models_are_ticked(
    bench: Bench, core: Core, tmp_path: Path, qtbot: QtBot
) -> None:
    write_model(tmp_path / "data" / "models" / "Fig-1B-Q4_0.gguf")
    bench.begin(APPLE, BERRY, DATE, ELDER)
    assert not bench.boxes()["fig-1b-q4-0"].isEnabled()
    bench.boxes()[APPLE].click()
    assert bench.boxes()["fig-1b-q4-0"].isEnabled()


def test_a_model_that_fails_has_its_sentence_and_the_others_go_on(bench: Bench) -> None:
    bench.engine.load_errors["Apple-1B-Q4_0.gguf"] = EngineStopped(how="signal 11")
    bench.run(APPLE, BERRY)
    assert "signal 11" in " ".join(_texts(bench.view.grid))
    assert "1 of 2" in _texts(bench.view.grid)


def test_stop_keeps_what_was_measured(bench: Bench, qtbot: QtBot) -> None:
    gate = threading.Event()

    def answer(request: Request) -> str:
        if "Berry" in bench.engine.loads[-1].path.name:
            bench.engine.gate = gate
        return "The rent is 900 euro."

    bench.engine.script = answer
    bench.begin(APPLE, BERRY, DATE)
    bench.take()
    QTest.mouseClick(bench.view.setup.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bench.engine.gate is gate)
    assert bench.view.window().focusWidget() is bench.view.header.stop
    QTest.keyClick(bench.view.header.stop, Qt.Key.Key_Escape)
    bench.wait_for_end()
    states = [outcome.state for outcome in bench.kept().all()[0].trial.outcomes]
    assert states == [State.DONE, State.STOPPED, State.NOT_TRIED]
    assert "You stopped it before it was through. Nothing was measured." in _texts(bench.view.grid)


def test_the_columns_are_as_wide_as_each_other_from_the_start(bench: Bench, qtbot: QtBot) -> None:
    bench.engine.gate = threading.Event()
    bench.begin(APPLE, BERRY)
    bench.take()
    QTest.mouseClick(bench.view.setup.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(bench.engine.requests))
    first, second = (cells.widgets[0] for cells in bench.view.grid.columns())
    qtbot.waitUntil(lambda: 0 < first.x() + first.width() < second.x())
    assert abs(second.x() - bench.view.grid.width() / 2) < 30
    bench.engine.gate.set()
    bench.wait_for_end()


def test_leaving_does_not_stop_a_trial(bench: Bench, qtbot: QtBot) -> None:
    bench.engine.gate = threading.Event()
    bench.begin(APPLE)
    bench.take()
    QTest.mouseClick(bench.view.setup.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(bench.engine.requests))
    with qtbot.waitSignal(bench.view.closed):
        QTest.mouseClick(bench.view.header.back, Qt.MouseButton.LeftButton)
    bench.view.begin()
    assert bench.view.is_running
    assert bench.view.grid.isVisible()
    bench.engine.gate.set()
    bench.wait_for_end()
    assert "2 of 2" in _texts(bench.view.grid)


def test_the_source_of_a_sentence_is_shown_by_its_chip_and_by_enter(bench: Bench) -> None:
    bench.run(APPLE)
    row = bench.view.grid.columns()[0].rows[0]
    QTest.keyClick(row, Qt.Key.Key_Return)
    QTest.mouseClick(row.text.chips()[0], Qt.MouseButton.LeftButton)
    dialogs = bench.view.findChildren(QDialog)
    shown = [dialog.findChildren(QPlainTextEdit)[0].toPlainText() for dialog in dialogs]
    assert shown == ["The rent is 900 euro"] * 2


def test_details_have_tokens_a_second_and_the_file(bench: Bench) -> None:
    bench.run(APPLE)
    _press(bench.view, "Details of Apple 1B")
    dialog = bench.view.findChild(QDialog)
    assert dialog is not None
    text = dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    assert "Writing: 50.0 tokens a second" in text
    assert "Apple-1B-Q4_0.gguf" in text


def test_a_document_is_dropped(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    bench.begin(APPLE)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "lease.pdf"))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(5, 5), copy, data, buttons, keys)
    bench.view.dragEnterEvent(enter)
    assert enter.isAccepted()
    bench.view.dropEvent(QDropEvent(QPointF(5, 5), copy, data, buttons, keys))
    qtbot.waitUntil(lambda: bench.view.setup.document is not None)


def test_a_document_that_cannot_be_read_is_said(bench: Bench, qtbot: QtBot) -> None:
    bench.document = FileMissing(name="lease.pdf")
    bench.begin(APPLE)
    bench.view.take(Path("lease.pdf"))
    qtbot.waitUntil(bench.view.banner.isVisible)
    assert "was not found" in " ".join(_texts(bench.view.banner))
    assert bench.view.setup.choose.isEnabled()


def test_text_of_a_model_stays_text(bench: Bench) -> None:
    bench.engine.script = lambda request: HOSTILE
    bench.run(APPLE)
    row = bench.view.grid.columns()[0].rows[0]
    assert row.text.text.whole_text() == HOSTILE


@pytest.mark.parametrize(("width", "across"), [(1000, 3), (620, 2), (420, 1)])
def test_models_stand_under_each_other_where_there_is_no_room(
    bench: Bench, width: int, across: int, qtbot: QtBot
) -> None:
    bench.run(APPLE, BERRY, DATE)
    bench.view.resize(width, 600)

    def lefts() -> set[int]:
        heads = [cells.widgets[0] for cells in bench.view.grid.columns()]
        return {head.mapTo(bench.view, head.rect().topLeft()).x() for head in heads}

    qtbot.waitUntil(lambda: len(lefts()) == across)


def test_nothing_scrolls_sideways_at_twice_the_size(
    bench: Bench, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    write_model(tmp_path / "data" / "models" / f"{'A-very-long-name-' * 6}Q4_0.gguf")
    bench.run(APPLE, BERRY)
    theme.set_zoom(200)
    bench.view.resize(640, 512)
    qtbot.waitUntil(lambda: bench.view.grid.width() <= 640)
    QTest.keyClick(bench.view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: 0 < bench.view.setup.width() <= 640)


def test_a_model_that_waits_for_the_next_chat_gives_its_memory_back(bench: Bench) -> None:
    waiting = bench.core.engine
    waiting.load(bench.core.engine_model(bench.core.library.models()[0]))
    bench.run(APPLE)
    assert waiting.loaded is None
