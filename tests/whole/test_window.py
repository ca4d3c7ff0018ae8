"""The whole path, as a person goes it: the real window, engine, reader, database and model.

Keys and mouse alone move it; what is asserted stands on the screen or in the stored data.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_slm.engine.client import Engine
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.ui.summaries.work import Stage
from desktop_slm.ui.widgets.chip import Chip
from tests.fakes.documents import Pdf, paragraph
from tests.fakes.keyring import FileKeyring
from tests.whole.run import Run
from tests.whole.window_child import QUESTION

pytestmark = [
    pytest.mark.model,
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.filterwarnings("ignore:.*QDrag(Enter|Move)Event.*:DeprecationWarning"),
]
_PATIENCE_MS = 60_000
Start = Callable[[], Run]


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path, starter: Path) -> Iterator[Start]:
    runs: list[Run] = []
    font = qapp.font()

    def start() -> Run:
        for run in runs:
            run.end()
        runs.clear()
        keyring = FileKeyring(tmp_path / "keyring.json")
        run = Run(
            qapp,
            tmp_path / "data",
            keyring,
            lambda condition: qtbot.waitUntil(condition, timeout=_PATIENCE_MS),
        )
        runs.append(run)
        return run

    yield start
    for run in runs:
        run.end()
    qapp.setFont(font)


def test_a_chat_streams_and_is_there_after_a_restart(start: Start) -> None:
    run = start()
    assert run.core.model is not None and run.core.model.is_practice
    run.type("What is the capital of France?")
    run.press(Qt.Key.Key_Return)
    seen: set[str] = set()

    def looks() -> bool:
        seen.add(run.last_answer())
        return run.has_ended()

    run.wait(looks)
    answer = run.last_answer()
    assert answer
    assert len(seen) > 2  # it grew while one looked on
    assert "do not rely on this" in run.words()

    again = start()
    again.open_listed("capital of France")
    again.wait(lambda: again.last_answer() == answer)


def test_stop_keeps_what_is_there(start: Start) -> None:
    run = start()
    run.type(QUESTION)
    run.press(Qt.Key.Key_Return)
    run.wait(lambda: len(run.last_answer()) > 40)
    run.press(Qt.Key.Key_Escape)
    run.wait(run.has_ended)
    kept = run.last_answer()
    assert len(kept) > 40
    assert "stopped" in run.words(run.answers()[-1]).lower()
    assert run.core.data is not None
    chats = run.core.data.conversations
    last = chats.path(chats.recent()[0].id)[-1]
    assert (last.state, last.text) == (MessageState.STOPPED, kept)
    run.type("Hello")
    run.press(Qt.Key.Key_Return)
    run.wait(lambda: len(run.answers()) == 2 and run.has_ended())


def test_a_killed_engine_keeps_the_text_and_tries_again(
    start: Start, expected_logs: list[str]
) -> None:
    expected_logs.append("the engine child ended")
    run = start()
    run.type(QUESTION)
    run.press(Qt.Key.Key_Return)
    run.wait(lambda: len(run.last_answer()) > 40)
    engine = run.core.engine
    assert isinstance(engine, Engine)
    pid = engine.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    run.wait(run.has_ended)
    assert len(run.last_answer()) > 40
    assert "SIGKILL" in run.words(run.answers()[-1])
    run.click("Try again")
    run.wait(lambda: not run.has_ended())
    run.wait(lambda: len(run.last_answer()) > 40)
    assert engine.pid not in (None, pid)
    run.press(Qt.Key.Key_Escape)
    run.wait(run.has_ended)


def test_an_answer_that_a_crash_cut_off_is_in_the_list(start: Start, tmp_path: Path) -> None:
    """The window is killed while it writes."""
    words = ("-m", "tests.whole.window_child", tmp_path / "data", tmp_path / "keyring.json")
    with subprocess.Popen([sys.executable, *words], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        begun = child.stdout.readline().strip()
        child.kill()
    assert begun
    run = start()
    run.open_listed("Write a very long story")
    run.wait(lambda: begun in run.last_answer().replace("\n", " "))
    assert "cut off" in run.words(run.answers()[-1])


def test_a_dropped_document_is_summarized_whole_and_leads_to_its_pages(
    start: Start, tmp_path: Path
) -> None:
    pdf = Pdf()
    for number in range(1, 7):
        line = f"Item {number} was counted in store {number + 3} on day {2 * number}."
        pdf.page(paragraph([line, line]))
    path = tmp_path / "counts.pdf"
    path.write_bytes(pdf.bytes())
    run = start()
    run.click("Summarize")
    run.drop(path, at=QPoint(640, 400))
    page = run.window.pages.summary
    run.wait(lambda: [work.stage for work in page.queue.works] == [Stage.DONE])
    assert "Model read all of 6 pages" in run.words()
    assert "do not rely on this" in run.words()
    run.wait(lambda: "counts" in " ".join(run.listed()))
    chips = [chip for chip in run.window.findChildren(Chip) if chip.isVisible()]
    assert chips, "the practice model repeats these lines, so there are sources"
    QTest.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    run.wait(lambda: page.document.column.marked_text().startswith("Item"))
