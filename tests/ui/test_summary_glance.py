"""At a glance, not in the summary, and the strip: there without a model, led through by keys."""

from __future__ import annotations

import threading

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.evidence import Evidence
from desktop_slm.assistants.omissions.omissions import PageState
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.ui.summaries.document.coverage_strip import CoverageStrip
from desktop_slm.ui.summaries.glance.glance_pane import excerpt
from desktop_slm.ui.summaries.glance.omitted_part_view import OmittedPartView
from desktop_slm.ui.summaries.glance.place_row import PlaceRow
from desktop_slm.ui.summaries.glance.row_column import RowColumn
from desktop_slm.ui.summaries.summary_tabs import Tab
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Stage
from desktop_slm.ui.theme import Theme
from desktop_slm.workers.process import State
from tests.ui.summary_bench import Bench, bench, templating
from tests.unit.assistants.glance.lease import LEASE, document_of

__all__ = ["bench", "templating"]


def _show(bench: Bench, qtbot: QtBot, width: int = 1100) -> None:
    bench.page.resize(width, 700)
    bench.page.show()
    bench.page.activateWindow()
    qtbot.waitExposed(bench.page)


def _texts(column: RowColumn) -> list[str]:
    return [row.accessibleName() for row in column.rows()]


def _row(column: RowColumn, words: str) -> PlaceRow:
    return next(row for row in column.rows() if words in row.accessibleName())


def _glance_while_loading(bench: Bench, qtbot: QtBot) -> None:
    """Drops the lease while the model takes its time, and waits for the glance."""
    bench.engine.gate = threading.Event()
    bench.drop(document_of(LEASE))
    column = bench.page.side.glance.column
    qtbot.waitUntil(lambda: bool(column.rows()) and not column.is_building())


def _finished(bench: Bench, qtbot: QtBot, covered: str) -> None:
    """Drops the lease and gives it a summary that rests on some words of it."""
    bench.drop(document_of(LEASE))
    qtbot.waitUntil(lambda: bench.page.queue.works[0].stage is Stage.DONE)
    _rest_on(bench, covered)
    qtbot.waitUntil(lambda: bench.page.queue.works[0].omissions is not None)
    qtbot.waitUntil(lambda: not bench.page.side.omissions.column.is_building())


def _rest_on(bench: Bench, words: str) -> None:
    """Puts another summary in place, as an edit does."""
    work = bench.page.queue.works[0]
    assert work.opened is not None
    page = next(page for page in work.opened.document.pages if words in page.text)
    start = page.text.index(words)
    place = Evidence(page.number, start, start + len(words), words, 1.0)
    work.items = (Item(words, (place,)),)
    bench.page.queue.work_changed.emit(work)


def test_the_documents_own_words_are_there_before_the_model(bench: Bench, qtbot: QtBot) -> None:
    _show(bench, qtbot)
    _glance_while_loading(bench, qtbot)
    side = bench.page.side
    assert side.tab is Tab.GLANCE
    assert bench.page.queue.works[0].is_running
    names = _texts(side.glance.column)
    assert "Page 2: Ending the lease" in names
    assert any(name.startswith("Page 1: £48,000 ") for name in names)
    assert "word for word" in side.glance.note.text()


def test_the_summary_takes_its_place_when_it_comes(bench: Bench, qtbot: QtBot) -> None:
    _show(bench, qtbot)
    _glance_while_loading(bench, qtbot)
    assert bench.engine.gate is not None
    bench.engine.gate.set()
    qtbot.waitUntil(lambda: bench.page.queue.works[0].stage is Stage.DONE)
    assert bench.page.side.tab is Tab.SUMMARY


def test_nothing_is_taken_from_a_person_who_reads(bench: Bench, qtbot: QtBot) -> None:
    _show(bench, qtbot)
    _glance_while_loading(bench, qtbot)
    bench.page.side.glance.column.rows()[0].setFocus()
    assert bench.engine.gate is not None
    bench.engine.gate.set()
    qtbot.waitUntil(lambda: bench.page.queue.works[0].stage is Stage.DONE)
    assert bench.page.side.tab is Tab.GLANCE


def test_a_tab_that_was_chosen_by_keys_stays(bench: Bench, qtbot: QtBot) -> None:
    _show(bench, qtbot)
    _finished(bench, qtbot, "The yearly rent is £48,000")
    bar = bench.page.side.bar
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Right)
    QTest.keyClick(bar, Qt.Key.Key_Right)
    _rest_on(bench, "Small animals are welcome.")
    assert bench.page.side.tab is Tab.OMISSIONS


def test_arrow_keys_and_enter_lead_to_the_words(bench: Bench, qtbot: QtBot) -> None:
    _show(bench, qtbot)
    _glance_while_loading(bench, qtbot)
    column, document = bench.page.side.glance.column, bench.page.document
    bench.page.focus_first()
    first, second = column.rows()[:2]
    assert bench.page.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert bench.page.focusWidget() is second
    row = _row(column, "2: 1 April 2027")
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert document.column.marked_text() == "1 April 2027"
    assert document.column.hasFocus()
    QTest.keyClick(document.column, Qt.Key.Key_Escape)
    assert bench.page.side.isAncestorOf(bench.page.focusWidget())


def test_in_a_narrow_window_all_tabs_stand_in_one_row(bench: Bench, qtbot: QtBot) -> None:
    _show(bench, qtbot, 700)
    _glance_while_loading(bench, qtbot)
    page = bench.page
    assert page.tabs.isVisible()
    assert not page.side.bar.isVisible()
    assert page.tabs.currentIndex() == Tab.GLANCE
    QTest.keyClick(_row(page.side.glance.column, "1 April 2027"), Qt.Key.Key_Return)
    assert page.document.isVisible()
    QTest.keyClick(page.document.column, Qt.Key.Key_Escape)
    assert page.side.glance.isVisible()


def test_what_no_sentence_rests_on_is_listed(bench: Bench, qtbot: QtBot) -> None:
    _show(bench, qtbot)
    _finished(bench, qtbot, "The yearly rent is £48,000")
    side = bench.page.side
    side.bar.setCurrentIndex(Tab.OMISSIONS)
    names = _texts(side.omissions.column)
    assert [name.split(" ", 2)[2] for name in names] == [
        "Repairs 2 sentences · 1 duty",
        "Ending the lease 3 sentences · 4 amounts · 1 date · 1 exception",
        "Pets 1 sentence",
    ]
    assert side.omissions.pages.text() == (
        "No sentence of the summary rests on 1 of 2 pages with text."
    )


def test_findings_open_and_lead_to_their_sentence(bench: Bench, qtbot: QtBot) -> None:
    _show(bench, qtbot)
    _finished(bench, qtbot, "The yearly rent is £48,000")
    side = bench.page.side
    side.bar.setCurrentIndex(Tab.OMISSIONS)
    view = side.omissions.findChildren(OmittedPartView)[0]
    assert view.more.text() == "Show the sentence"
    view.more.click()
    row = _row(side.omissions.column, "keep the roof")
    assert row.accessibleName().endswith("Duty: “must”")
    assert not view.more.isVisible()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(2, row.height() // 2))
    marked = bench.page.document.column.marked_text()
    assert marked == "The landlord must keep the roof of the shop in repair."


def test_an_edit_is_followed_by_other_omissions(bench: Bench, qtbot: QtBot) -> None:
    _show(bench, qtbot)
    _finished(bench, qtbot, "The yearly rent is £48,000")
    _rest_on(bench, "Small animals are welcome.")
    work = bench.page.queue.works[0]

    def titles() -> list[str]:
        return [part.title for part in work.omissions.parts] if work.omissions else []

    qtbot.waitUntil(lambda: titles() == ["The lease", "Repairs", "Ending the lease"])
    assert bench.page.document.strip.words_for(1) == "Page 2: the summary rests on it."


def test_another_document_ends_the_child_of_the_one_before(bench: Bench, qtbot: QtBot) -> None:
    _show(bench, qtbot)
    _finished(bench, qtbot, "The yearly rent is £48,000")
    child = bench.page.look._place.child
    assert child is not None
    assert child._analysis is not None
    worker = child._analysis._worker
    assert worker.state is State.READY
    bench.page.show_start()
    qtbot.waitUntil(lambda: worker.state is State.EXITED)


def test_a_long_sentence_is_shown_around_its_words() -> None:
    sentence = "many words " * 40 + "£48,000 is the rent " + "more words " * 40
    shown = excerpt(sentence, "£48,000")
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert "£48,000 is the rent" in shown
    assert len(shown) < 200
    assert excerpt("£5 is\nthe rent.", "£5") == "£5 is the rent."


PAGES = [
    (1, PageState.RESTED_ON),
    (2, PageState.NOT_RESTED_ON),
    (3, PageState.NOTHING_TO_READ),
    (4, PageState.NOT_RESTED_ON),
    (5, PageState.RESTED_ON),
]


def _strip(theme: Theme, qtbot: QtBot, height: int = 400) -> CoverageStrip:
    strip = CoverageStrip(theme, Words())
    qtbot.addWidget(strip)
    strip.resize(16, height)
    strip.show_pages(PAGES)
    strip.show()
    qtbot.waitExposed(strip)
    return strip


def test_the_strip_says_on_how_many_pages_the_summary_rests(theme: Theme, qtbot: QtBot) -> None:
    strip = _strip(theme, qtbot)
    assert strip.accessibleName() == "Pages of the document: the summary rests on 2 of 4"
    assert strip.words_for(1) == "Page 2: nothing in the summary rests on it."


def test_a_click_on_the_strip_goes_to_that_page(theme: Theme, qtbot: QtBot) -> None:
    strip = _strip(theme, qtbot)
    wanted = QSignalSpy(strip.page_requested)
    for index in range(len(PAGES)):
        at = QPoint(8, int(strip.middle_of(index)))
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at)
    assert [wanted.at(number)[0] for number in range(wanted.count())] == [1, 2, 3, 4, 5]


def test_keys_go_by_page_and_to_the_next_bare_one(theme: Theme, qtbot: QtBot) -> None:
    strip = _strip(theme, qtbot)
    wanted = QSignalSpy(strip.page_requested)
    keys = (
        Qt.Key.Key_Down,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_End,
        Qt.Key.Key_Down,
    )
    for key in keys:
        QTest.keyClick(strip, key)
    assert [wanted.at(number)[0] for number in range(wanted.count())] == [2, 4, 2, 5, 5]
    assert strip.accessibleDescription() == "Page 5: the summary rests on it."


def test_pages_rested_on_are_told_apart_without_colour(theme: Theme, qtbot: QtBot) -> None:
    strip = _strip(theme, qtbot)
    image = strip.grab().toImage()
    middle = image.width() // 2
    ratio = image.height() / strip.height()
    grays = [
        image.pixelColor(middle, int(strip.middle_of(index) * ratio)).lightness()
        for index in range(len(PAGES))
    ]
    assert grays[0] == grays[4]
    assert grays[1] == grays[2] == grays[3]  # hollow, and nothing at all
    assert abs(grays[0] - grays[1]) > 60


def test_many_pages_share_bands(theme: Theme, qtbot: QtBot) -> None:
    strip = CoverageStrip(theme, Words())
    qtbot.addWidget(strip)
    strip.resize(16, 300)
    strip.show_pages([(page, PageState.RESTED_ON) for page in range(1, 2001)])
    assert strip.index_at(0) == 0
    assert strip.index_at(299) == 1999
    assert abs(strip.index_at(strip.middle_of(1000)) - 1000) < 30
