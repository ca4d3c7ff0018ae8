"""From a drop to a summary whose sentences lead to their passages, by mouse and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.ui.summaries.ordering import sample
from desktop_slm.ui.summaries.work import Stage
from tests.ui.summary_bench import PRACTICE, Bench, bench, document, templating

__all__ = ["bench", "templating"]
LEFT = Qt.MouseButton.LeftButton


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)


def drop(page: QWidget, data: QMimeData) -> None:
    at, action = QPointF(100, 100), Qt.DropAction.CopyAction
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, action, data, LEFT, none)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(page, QDropEvent(at, action, data, LEFT, none))


def show(bench: Bench, qtbot: QtBot, width: int = 1032, height: int = 800) -> None:
    bench.page.resize(width, height)
    bench.page.show()
    bench.page.activateWindow()
    qtbot.waitExposed(bench.page)


def made(bench: Bench, qtbot: QtBot, pages: int = 6) -> None:
    """Drops a document and waits for its summary."""
    show(bench, qtbot)
    bench.drop(document(pages))
    wait_for(bench, qtbot, Stage.DONE)
    qtbot.waitUntil(lambda: bool(bench.row_texts()))


def wait_for(bench: Bench, qtbot: QtBot, stage: Stage, index: int = 0) -> None:
    qtbot.waitUntil(lambda: bench.page.queue.works[index].stage is stage, timeout=20_000)


def test_a_dropped_file_becomes_a_summary_with_sources(bench: Bench, qtbot: QtBot) -> None:
    show(bench, qtbot)
    changed = QSignalSpy(bench.page.summaries_changed)
    opened = QSignalSpy(bench.page.summary_opened)
    given = document(6)
    bench.shelf.found = {given.name: given}
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/tmp/{given.name}")])
    drop(bench.page, data)
    wait_for(bench, qtbot, Stage.DONE)
    qtbot.waitUntil(lambda: bool(bench.row_texts()))
    rows = bench.page.summary.sentences.rows()
    assert rows[0].text.chips()[0].text() == "p. 1"
    assert bench.page.summary.lines.coverage.text() == "Model read 6 of 7 pages"
    assert bench.page.summary.lines.gaps.text().startswith("Page 7 was not read: no text")
    assert bench.page.summary.foot.text().startswith("Qwen3 4B · a link means that the words")
    assert changed.count() >= 2
    assert opened.at(opened.count() - 1)[0] == bench.page.queue.works[0].summary_id


def test_a_click_on_a_chip_marks_the_passage_and_esc_goes_back(bench: Bench, qtbot: QtBot) -> None:
    made(bench, qtbot)
    row = bench.page.summary.sentences.rows()[0]
    chip = row.text.chips()[0]
    assert chip.accessibleName().startswith("Source, page 1: ")
    click(chip)
    column = bench.page.document.column
    assert column.marked_text() == row.item.evidence[0].quote
    assert bench.page.focusWidget() is column
    QTest.keyClick(column, Qt.Key.Key_Escape)
    assert bench.page.focusWidget() is row


def test_up_down_enter_and_f6_lead_through_the_page(bench: Bench, qtbot: QtBot) -> None:
    bench.engine.script = lambda request: (
        "Revenue of unit2 rose by 2 percent. Revenue of unit4 rose by 4 percent."
    )
    made(bench, qtbot)
    first, second = bench.page.summary.sentences.rows()
    bench.page.focus_first()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert bench.page.focusWidget() is second
    assert second.is_current
    assert not first.is_current
    QTest.keyClick(second, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.page.document.column.page == 4)
    QTest.keyClick(bench.page.document.column, Qt.Key.Key_F6)
    assert bench.page.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_F6)
    assert bench.page.focusWidget() is bench.page.document.column


def test_a_sentence_without_evidence_is_marked_and_read_out(bench: Bench, qtbot: QtBot) -> None:
    bench.engine.script = lambda request: "Elephants sing in winter."
    made(bench, qtbot)
    (row,) = bench.page.summary.sentences.rows()
    assert row.text.chips() == []
    assert row.accessibleName() == (
        "Elephants sing in winter. No passage found that supports this."
    )


def test_what_the_practice_model_makes_is_headed_so(bench: Bench, qtbot: QtBot) -> None:
    bench.core.model = PRACTICE
    made(bench, qtbot)
    assert bench.page.summary._practice.isVisible()
    click(bench.page.header.copy)
    assert "Practice model: do not rely on this" in QGuiApplication.clipboard().text()


def test_another_model_has_no_such_heading(bench: Bench, qtbot: QtBot) -> None:
    made(bench, qtbot)
    assert not bench.page.summary._practice.isVisible()


def test_hostile_words_of_a_model_stay_words(bench: Bench, qtbot: QtBot) -> None:
    bench.engine.script = lambda request: '<img src="file:///etc/passwd"> [x](//host/share).'
    made(bench, qtbot)
    (row,) = bench.page.summary.sentences.rows()
    assert row.text.text.toPlainText() == '<img src="file:///etc/passwd"> [x](//host/share).'


def test_in_a_narrow_window_document_and_summary_are_tabs(bench: Bench, qtbot: QtBot) -> None:
    made(bench, qtbot)
    bench.page.resize(663, 512)
    page = bench.page
    assert page.tabs.isVisible()
    assert page.summary.isVisible()
    assert not page.document.isVisible()
    click(page.summary.sentences.rows()[0].text.chips()[0])
    assert page.document.isVisible()
    assert not page.summary.isVisible()
    QTest.keyClick(page.document.column, Qt.Key.Key_Escape)
    assert page.summary.isVisible()
    page.resize(1032, 800)
    assert page.document.isVisible()
    assert not page.tabs.isVisible()


@pytest.mark.parametrize(("zoom", "width"), [(100, 663), (200, 911)])
def test_the_page_fits_a_small_window(bench: Bench, qtbot: QtBot, zoom: int, width: int) -> None:
    bench.core.theme.set_zoom(zoom)
    show(bench, qtbot)
    bench.drop(document(6), document(2, "b.pdf"))
    wait_for(bench, qtbot, Stage.DONE, 1)
    least = bench.page.minimumSizeHint()
    assert least.width() <= width
    assert least.height() <= 512
    bench.page.resize(width, 512)
    area = bench.page.summary._area
    inner = area.widget()
    assert inner is not None
    assert inner.minimumSizeHint().width() <= area.viewport().width()


def test_a_chip_has_room_for_its_words_after_zooming(bench: Bench, qtbot: QtBot) -> None:
    made(bench, qtbot)
    bench.core.theme.set_zoom(200)
    for chip in bench.page.summary.sentences.rows()[0].text.chips():
        assert chip.width() >= chip.sizeHint().width()


def test_the_outline_leads_to_a_heading(bench: Bench, qtbot: QtBot) -> None:
    made(bench, qtbot, pages=30)
    pane = bench.page.document
    click(pane.bar.lists)
    assert pane.outline.isVisible()
    pane.outline.setFocus()
    pane.outline.setCurrentIndex(pane.outline.model().index(19, 0))
    QTest.keyClick(pane.outline, Qt.Key.Key_Return)
    assert not pane.outline.isVisible()
    qtbot.waitUntil(lambda: pane.column.page == 20)
    assert pane.bar.page.text() == "20"


def test_pages_are_turned_and_entered(bench: Bench, qtbot: QtBot) -> None:
    made(bench, qtbot, pages=30)
    pane = bench.page.document
    assert pane.bar.total.text() == "of 31"
    click(pane.bar.after)
    assert pane.column.page == 2
    pane.bar.page.selectAll()
    QTest.keyClicks(pane.bar.page, "17")
    QTest.keyClick(pane.bar.page, Qt.Key.Key_Return)
    assert pane.column.page == 17
    QTest.keyClicks(pane.bar.page, "99")
    QTest.keyClick(pane.bar.page, Qt.Key.Key_Return)
    assert pane.column.page == 17
    assert pane.bar.page.text() == "17"


def test_the_text_of_the_document_can_be_made_larger(bench: Bench, qtbot: QtBot) -> None:
    made(bench, qtbot)
    pane = bench.page.document
    before = pane.column._cards[0].text.document().defaultFont().pixelSize()
    click(pane.bar.larger)
    qtbot.waitUntil(lambda: bool(pane.column._cards))
    assert pane.column._cards[0].text.document().defaultFont().pixelSize() > before
    assert pane.bar.zoom.text() == "125 %"


def test_the_start_page_says_what_is_read_and_chooses_files(bench: Bench, qtbot: QtBot) -> None:
    show(bench, qtbot)
    given = document(6)
    bench.shelf.found = {given.name: given}
    bench.dialogs.files = [Path(given.name)]
    bench.page.focus_first()
    assert bench.page.focusWidget() is bench.page.start.choose
    QTest.keyClick(bench.page.start.choose, Qt.Key.Key_Space)
    wait_for(bench, qtbot, Stage.DONE)


def test_the_length_chosen_at_the_start_is_obeyed(bench: Bench, qtbot: QtBot) -> None:
    show(bench, qtbot)
    bench.page.start.options.lengths.choose("brief")
    bench.drop(document(30))
    wait_for(bench, qtbot, Stage.DONE)
    assert bench.engine.requests[-1].max_tokens == 160
    assert bench.page.summary.controls.options.lengths.choice() == "brief"


def test_pasted_files_are_queued(bench: Bench, qtbot: QtBot) -> None:
    show(bench, qtbot)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/report.pdf")])
    bench.shelf.found = {"report.pdf": document(6)}
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keySequence(bench.page, "Ctrl+V")
    QGuiApplication.clipboard().clear()  # what Python made must not outlive it there
    wait_for(bench, qtbot, Stage.DONE)


def test_a_drop_from_another_computer_is_refused_with_words(bench: Bench, qtbot: QtBot) -> None:
    show(bench, qtbot)
    data = QMimeData()
    data.setUrls([QUrl("file://host/share/report.pdf")])
    drop(bench.page, data)
    assert bench.shelf.asked == []
    assert "another computer" in bench.page.banner.accessibleName()


def test_the_sample_of_the_app_is_summarized_at_a_press(bench: Bench, qtbot: QtBot) -> None:
    path = sample.lease()
    assert path.is_file()
    bench.shelf.found = {path.name: document(2, path.name)}
    qtbot.addWidget(bench.page)
    bench.page.show()
    bench.page.start.sample.click()
    [work] = bench.page.queue.works
    assert work.path == path
    qtbot.waitUntil(lambda: work.stage is Stage.DONE, timeout=20_000)
