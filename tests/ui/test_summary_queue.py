"""Several documents, stops, errors, restarts and versions: nothing that was read is lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_slm import errors
from desktop_slm.engine.protocol import Request
from desktop_slm.errors import DesktopSlmError, EngineKeepsStopping, EngineStopped
from desktop_slm.storage.runs import RunState
from desktop_slm.ui.summaries.page import SummaryPage
from desktop_slm.ui.summaries.work import Stage, Work
from tests.ui.summary_bench import MODEL, PRACTICE, Bench, bench, document, first_words, templating

__all__ = ["bench", "templating"]


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.fixture(autouse=True)
def _shown(bench: Bench, qtbot: QtBot) -> None:
    bench.page.resize(1032, 800)
    bench.page.show()
    qtbot.waitExposed(bench.page)


def work(bench: Bench, index: int = 0) -> Work:
    return bench.page.queue.works[index]


def wait_for(bench: Bench, qtbot: QtBot, stage: Stage, index: int = 0) -> None:
    qtbot.waitUntil(lambda: work(bench, index).stage is stage, timeout=20_000)


class Held:
    """Lets an engine write some notes, then holds it until `release`."""

    def __init__(self, bench: Bench, notes: int) -> None:
        self._engine, self._notes = bench.engine, notes
        self._count = 0
        self._is_over = False
        self._go = threading.Event()
        bench.engine.script = self._script

    def release(self) -> None:
        self._is_over = True
        self._go.set()

    def _script(self, request: Request) -> str:
        self._count += 1
        if self._count > self._notes and not self._is_over:
            self._go.wait(10)
        return first_words(request)


@pytest.fixture
def held(bench: Bench) -> Iterator[Held]:
    made = Held(bench, 5)
    yield made
    made.release()


def test_one_failure_does_not_stop_the_queue(bench: Bench, qtbot: QtBot) -> None:
    kinds: list[DesktopSlmError] = [
        errors.PasswordNeeded(name="a"),
        errors.EmptyFile(name="a"),
        errors.NoText(name="a"),
        errors.DamagedFile(name="a"),
        errors.FolderGiven(name="a"),
        errors.FileTooLarge(name="a", why="too many pages"),
        errors.WrongFormat(name="a"),
    ]
    names = [f"{number}.pdf" for number in range(len(kinds))]
    bench.shelf.found = {**dict(zip(names, kinds, strict=True)), "good.pdf": document(3)}
    bench.page.open_files([Path(name) for name in [*names, "gone.pdf", "good.pdf"]])
    wait_for(bench, qtbot, Stage.DONE, 8)
    rows = bench.page.queue_panel.rows()
    said = [row.state.text() for row in rows]
    assert said[:7] == [str(kind) for kind in kinds]
    assert said[7] == "“gone.pdf” was not found. Check that it has not been moved or renamed."
    assert said[8] == "done"
    assert len(set(said)) == 9
    click(rows[2].button)
    assert bench.page.summary.banner.accessibleName() == str(kinds[2])
    assert "8 failed" in bench.page.queue_panel.fold.accessibleName()


def test_documents_are_done_one_after_the_other_and_can_be_removed(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.shelf.gate.clear()
    bench.drop(document(2, "a.pdf"), document(3, "b.pdf"), document(4, "c.pdf"))
    qtbot.waitUntil(lambda: work(bench).share is not None)
    rows = bench.page.queue_panel.rows()
    assert [row.state.text() for row in rows] == ["opening, 40 %", "waiting", "waiting"]
    click(rows[1].remove)
    bench.shelf.gate.set()
    wait_for(bench, qtbot, Stage.DONE, 1)
    assert bench.shelf.asked == ["a.pdf", "c.pdf"]


def test_selecting_a_line_shows_its_document(bench: Bench, qtbot: QtBot) -> None:
    bench.drop(document(2, "a.pdf"), document(3, "b.pdf"))
    wait_for(bench, qtbot, Stage.DONE, 1)
    click(bench.page.queue_panel.rows()[1].button)
    assert bench.page.header._title.text() == "b.pdf"
    assert bench.page.document.bar.total.text() == "of 4"
    assert bench.page.queue_panel.rows()[1].button.isChecked()
    assert not bench.page.queue_panel.rows()[0].button.isChecked()


def test_a_file_that_failed_can_be_tried_again(bench: Bench, qtbot: QtBot) -> None:
    bench.page.open_files([Path("report.pdf")])
    wait_for(bench, qtbot, Stage.FAILED)
    bench.shelf.found = {"report.pdf": document(3)}
    assert bench.page.header.go_on.text().strip() == "Try again"
    click(bench.page.header.go_on)
    wait_for(bench, qtbot, Stage.DONE)
    assert not bench.page.summary.banner.isVisible()


def test_notes_appear_while_passages_are_read(bench: Bench, qtbot: QtBot, held: Held) -> None:
    bench.drop(document(30))
    qtbot.waitUntil(lambda: len(bench.row_texts()) == 5)
    assert bench.page.summary.lines.coverage.text().startswith("Draft from the first ")
    assert "(5 of " in bench.page.summary.lines.coverage.text()
    words = bench.page.summary.progress._words.text()
    assert words.startswith("Reading passage 6 of ")
    assert bench.page.summary.sentences.rows()[0].text.chips()[0].text() == "p. 1"


def stop_halfway(bench: Bench, qtbot: QtBot, held: Held) -> None:
    """Stops a run while the engine works on a passage."""
    bench.drop(document(30))
    qtbot.waitUntil(lambda: len(bench.row_texts()) == 5)
    click(bench.page.header.stop)
    held.release()
    wait_for(bench, qtbot, Stage.STOPPED)


def test_stop_keeps_a_draft_and_go_on_asks_only_for_the_rest(
    bench: Bench, qtbot: QtBot, held: Held
) -> None:
    stop_halfway(bench, qtbot, held)
    assert len(bench.row_texts()) >= 5
    assert work(bench).is_draft
    asked = len(bench.engine.requests)
    click(bench.page.header.go_on)
    wait_for(bench, qtbot, Stage.DONE)
    assert bench.page.summary.lines.coverage.text().startswith("Model read 30 of 31 pages")
    total = work(bench).coverage.passages_total  # type: ignore[union-attr]
    assert len(bench.engine.requests) - asked <= total
    assert len(work(bench).versions) == 1


def test_a_draft_is_there_after_a_restart_and_goes_on(
    bench: Bench, qtbot: QtBot, held: Held
) -> None:
    stop_halfway(bench, qtbot, held)
    notes, summary_id = bench.row_texts(), work(bench).summary_id
    assert summary_id is not None
    page = _restarted(bench, qtbot)
    page.open_summary(summary_id)
    qtbot.waitUntil(lambda: len(page.summary.sentences.rows()) == len(notes))
    assert [row.item.text for row in page.summary.sentences.rows()] == notes
    assert page.summary.lines.coverage.text().startswith("Draft from the first ")
    assert page.summary.banner.isVisible()
    click(page.header.go_on)
    qtbot.waitUntil(lambda: page._shown is not None and page._shown.stage is Stage.DONE)
    assert page.summary.lines.coverage.text().startswith("Model read 30 of 31 pages")


def _restarted(bench: Bench, qtbot: QtBot) -> SummaryPage:
    page = bench.new_page()
    qtbot.addWidget(page)
    page.resize(1032, 800)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_a_run_cut_off_by_a_crash_says_so(bench: Bench, qtbot: QtBot) -> None:
    bench.drop(document(3))
    wait_for(bench, qtbot, Stage.DONE)
    summary_id, version_id = work(bench).summary_id, work(bench).version_id
    assert summary_id is not None
    assert version_id is not None
    data = bench.core.data
    assert data is not None
    version = data.summaries.version(version_id)
    data.summaries.finish(version_id, RunState.INTERRUPTED, version.items, version.receipt)
    page = _restarted(bench, qtbot)
    page.open_summary(summary_id)
    qtbot.waitUntil(lambda: page._shown is not None)
    assert "cut off" in page.summary.banner.accessibleName()
    assert page.header.go_on.isVisible()


def test_a_death_of_the_engine_keeps_what_was_read(bench: Bench, qtbot: QtBot) -> None:
    def die(request: Request) -> str | DesktopSlmError:
        if len(bench.engine.requests) > 12:
            bench.engine.load_error = EngineKeepsStopping(times=3, how="signal 9")
            return EngineStopped(how="signal 9")
        return first_words(request)

    bench.engine.script = die
    bench.drop(document(30))
    wait_for(bench, qtbot, Stage.FAILED)
    assert bench.row_texts()
    said = bench.page.summary.banner.accessibleName()
    assert said.startswith("The model's process stopped 3 times")
    assert said.endswith("What was read is kept.")
    bench.engine.load_error = None
    bench.engine.script = first_words
    click(bench.page.header.go_on)
    wait_for(bench, qtbot, Stage.DONE)
    assert bench.engine.tries >= 1


def test_redo_makes_a_version_and_versions_can_be_switched(bench: Bench, qtbot: QtBot) -> None:
    bench.drop(document(3))
    wait_for(bench, qtbot, Stage.DONE)
    pane = bench.page.summary
    pane.controls.options.lengths.choose("brief")
    assert pane.controls.redo.accessibleName() == "Redo with these"
    bench.engine.script = lambda request: "Revenue of unit2 rose by 2 percent."
    click(pane.controls.redo)
    qtbot.waitUntil(lambda: bench.row_texts() == ["Revenue of unit2 rose by 2 percent."])
    wait_for(bench, qtbot, Stage.DONE)
    assert pane.controls.versions.accessibleName() == "Version 2 of 2"
    first = work(bench).versions[0].id
    pane.controls.version_requested.emit(first)
    qtbot.waitUntil(lambda: pane.controls.versions.accessibleName() == "Version 1 of 2")
    assert pane.controls.options.lengths.choice() == "standard"
    assert bench.row_texts() != ["Revenue of unit2 rose by 2 percent."]


def test_redo_while_running_stops_and_starts_the_other(
    bench: Bench, qtbot: QtBot, held: Held
) -> None:
    bench.drop(document(30))
    qtbot.waitUntil(lambda: len(bench.row_texts()) == 5)
    assert not bench.page.summary.controls.redo.isVisible()
    bench.page.summary.controls.options.lengths.choose("detailed")
    click(bench.page.summary.controls.redo)
    held.release()
    wait_for(bench, qtbot, Stage.DONE)
    data = bench.core.data
    assert data is not None
    states = [version.state for version in work(bench).versions]
    assert len(states) == 2
    first = data.summaries.version(work(bench).versions[0].id)
    assert first.state is RunState.STOPPED
    assert first.items
    assert bench.page.summary.controls.options.lengths.choice() == "detailed"


def test_without_a_model_the_document_is_shown_and_models_are_offered(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.core.model = None
    bench.drop(document(3))
    wait_for(bench, qtbot, Stage.FAILED)
    assert bench.page.document.isVisible()
    assert "There is no model" in bench.page.summary.banner.accessibleName()
    asked: list[bool] = []
    bench.page.models_requested.connect(lambda: asked.append(True))
    (action,) = [
        button
        for button in bench.page.summary.banner.findChildren(QWidget)
        if button.accessibleName() == "Choose a model"
    ]
    click(action)
    assert asked == [True]


def test_going_on_needs_the_model_it_was_begun_with(bench: Bench, qtbot: QtBot, held: Held) -> None:
    stop_halfway(bench, qtbot, held)
    bench.core.model = PRACTICE
    click(bench.page.header.go_on)
    wait_for(bench, qtbot, Stage.FAILED)
    assert f"The model “{MODEL.name}”" in bench.page.summary.banner.accessibleName()
    assert len(bench.row_texts()) >= 5


def test_a_deleted_summary_is_stopped_and_left(bench: Bench, qtbot: QtBot, held: Held) -> None:
    bench.drop(document(30))
    qtbot.waitUntil(lambda: len(bench.row_texts()) == 5)
    first = work(bench)
    assert first.summary_id is not None
    bench.page.close_summary(first.summary_id)
    held.release()
    qtbot.waitUntil(lambda: first.stage is Stage.STOPPED)
    assert bench.page.queue.works == []
    assert bench.page.start.isVisible()


def test_a_new_title_is_shown_at_once(bench: Bench, qtbot: QtBot) -> None:
    bench.drop(document(3))
    wait_for(bench, qtbot, Stage.DONE)
    summary_id = work(bench).summary_id
    assert summary_id is not None
    bench.page.rename_summary(summary_id, "<b>Lease</b>")
    assert bench.page.header._title.text() == "<b>Lease</b>"


def test_a_running_summary_opened_from_the_list_is_the_running_one(
    bench: Bench, qtbot: QtBot, held: Held
) -> None:
    bench.drop(document(30))
    qtbot.waitUntil(lambda: len(bench.row_texts()) == 5)
    running = work(bench)
    assert running.summary_id is not None
    bench.page.show_start()
    assert bench.page.queue_panel.isVisible()
    bench.page.open_summary(running.summary_id)
    assert bench.page._shown is running


def test_a_long_draft_shows_its_first_notes_and_the_rest_on_request(
    bench: Bench, qtbot: QtBot
) -> None:
    from desktop_slm.assistants.summaries.summary import Item

    sentences = bench.page.summary.sentences
    sentences.show_items([Item(f"Sentence {number}.") for number in range(150)])
    qtbot.waitUntil(lambda: len(sentences.rows()) == 120)
    assert sentences._more.accessibleName() == "Show 30 more"
    sentences._more.click()
    qtbot.waitUntil(lambda: len(sentences.rows()) == 150)
    assert sentences._more.isHidden()


def test_a_stored_summary_that_goes_on_is_in_the_list(
    bench: Bench, qtbot: QtBot, held: Held
) -> None:
    stop_halfway(bench, qtbot, held)
    summary_id = work(bench).summary_id
    assert summary_id is not None
    page = _restarted(bench, qtbot)
    page.open_summary(summary_id)
    qtbot.waitUntil(lambda: page._shown is not None)
    bench.shelf.found = {"b.pdf": document(2, "b.pdf")}
    bench.shelf.gate.clear()
    page.open_files([Path("b.pdf")])
    page.open_summary(summary_id)
    qtbot.waitUntil(lambda: page._shown is not None and page._shown.summary_id == summary_id)
    click(page.header.go_on)
    assert [row.state.text() for row in page.queue_panel.rows()][1] == "waiting"
    bench.shelf.gate.set()
    qtbot.waitUntil(lambda: all(each.stage is Stage.DONE for each in page.queue.works))


def test_the_keyboard_stays_in_the_summary_when_notes_are_joined(
    bench: Bench, qtbot: QtBot, held: Held
) -> None:
    bench.drop(document(30))
    qtbot.waitUntil(lambda: len(bench.row_texts()) == 5)
    bench.page.focus_first()
    assert bench.page.focusWidget() is bench.page.summary.sentences.rows()[0]
    bench.engine.script = lambda request: "Revenue of unit2 rose by 2 percent."
    held.release()
    wait_for(bench, qtbot, Stage.DONE)
    qtbot.waitUntil(lambda: bench.row_texts() == ["Revenue of unit2 rose by 2 percent."])
    assert bench.page.focusWidget() is bench.page.summary.sentences.rows()[0]


def test_finished_documents_make_room_for_new_ones(bench: Bench, qtbot: QtBot) -> None:
    bench.drop(document(2, "a.pdf"))
    wait_for(bench, qtbot, Stage.DONE)
    bench.drop(document(3, "b.pdf"))
    wait_for(bench, qtbot, Stage.DONE)
    assert [each.name for each in bench.page.queue.works] == ["b.pdf"]
    assert not bench.page.queue_panel.isVisible()


def test_work_waits_until_the_data_is_open(bench: Bench, qtbot: QtBot) -> None:
    data, bench.core.data = bench.core.data, None
    assert data is not None
    bench.drop(document(3))
    assert work(bench).stage is Stage.WAITING
    assert bench.shelf.asked == []
    bench.core.set_data(data)
    wait_for(bench, qtbot, Stage.DONE)
