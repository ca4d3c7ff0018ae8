"""What is wished for before and after: controls that are obeyed, the plan, the question before
long ones, and what is remembered."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.assistants.summaries.options import SummaryOptions
from desktop_slm.assistants.summaries.pages import PageChoice
from desktop_slm.assistants.summaries.shortfalls import Shortfall, Wish
from desktop_slm.settings import Settings
from desktop_slm.ui.summaries.ordering.plan_words import PlanWords
from desktop_slm.ui.summaries.ordering.wishes import Wishes
from desktop_slm.ui.summaries.page import SummaryPage
from desktop_slm.ui.summaries.running import version_making
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Stage, Work
from tests.ui.summary_bench import MODEL, PRACTICE, Bench, bench, document, first_words, templating

__all__ = ["bench", "templating"]
_ALL = Wishes(
    Length.DETAILED, Form.TIMELINE, 250, "de", "only the risks", PageChoice.parse("1-2"), True
)


@pytest.fixture(autouse=True)
def _shown(bench: Bench, qtbot: QtBot) -> None:
    bench.page.resize(1032, 800)
    bench.page.show()
    bench.page.activateWindow()
    qtbot.waitExposed(bench.page)


def _work(page: SummaryPage, index: int = 0) -> Work:
    return page.queue.works[index]


def _wait(bench: Bench, qtbot: QtBot, stage: Stage, index: int = 0) -> Work:
    qtbot.waitUntil(lambda: _work(bench.page, index).stage is stage, timeout=20_000)
    return _work(bench.page, index)


def _stored(bench: Bench, work: Work) -> SummaryOptions:
    assert bench.core.data is not None and work.version_id is not None
    version = bench.core.data.summaries.version(work.version_id)
    return SummaryOptions.from_settings(MODEL, version.options)


def test_every_control_reaches_the_summary(bench: Bench, qtbot: QtBot) -> None:
    bench.engine.script = lambda request: '{"events": []}'
    options = bench.page.start.options
    options.more.click()
    options.lengths.choose("detailed")
    options.forms.choose("timeline")
    options.languages.choose("de")
    QTest.keyClicks(options.count, "250")
    QTest.keyClicks(options.focus, "only the risks")
    QTest.keyClicks(options.pages, "1-2")
    options.reproducible.click()
    assert options.wishes() == _ALL
    bench.drop(document(6))
    work = _wait(bench, qtbot, Stage.DONE)
    assert _stored(bench, work) == _ALL.options(MODEL)
    assert bench.engine.loads[-1].parallel == 1
    lines = bench.page.summary.lines
    assert "4 pages were not read: not asked for (3, 4, 5, 6)." in lines.gaps.text()
    assert "nothing in the document on what was asked for: only the risks" in lines.missed.text()
    assert bench.page.summary.controls.options.wishes() == _ALL


def test_the_last_choice_is_remembered_but_not_what_it_was_about(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.engine.script = lambda request: '{"events": []}'
    bench.page.start.options.show_wishes(_ALL)
    bench.drop(document(3))
    _wait(bench, qtbot, Stage.DONE)
    page = bench.new_page()
    qtbot.addWidget(page)
    wanted = Wishes(Length.DETAILED, Form.TIMELINE, 250, "de", is_reproducible=True)
    assert page.start.options.wishes() == wanted
    assert bench.page.start.options.wishes() == wanted
    assert "risks" not in str(bench.core.settings)


def test_unknown_settings_are_as_usual() -> None:
    odd = Settings(summary_length="endless", summary_form="poem", summary_language="tlh")
    assert Wishes.of_settings(odd) == Wishes()


def test_pages_that_are_none_are_said_and_nothing_is_begun(bench: Bench) -> None:
    options = bench.page.start.options
    options.pages.setText("10-3")
    assert options.wishes() is None
    assert options._wrong.text().startswith("“10-3” names no pages.")
    bench.drop(document(3))
    assert bench.page.queue.works == []
    assert bench.page.focusWidget() is options.pages


def test_what_is_out_of_sight_is_said(bench: Bench) -> None:
    options = bench.page.start.options
    options.show_wishes(_ALL)
    assert options._told.text() == (
        "about 250 words · Deutsch · “only the risks” · pages 1-2 · same result every time"
    )
    options.more.click()
    assert not options._told.isVisible()


# The plan


def test_a_short_summary_begins_at_once_and_shows_its_plan(bench: Bench, qtbot: QtBot) -> None:
    bench.engine.gate = threading.Event()
    bench.drop(document(6))
    _wait(bench, qtbot, Stage.NOTING)
    line = bench.page.summary.controls.plan.text()
    assert line.startswith("Plan: ")
    assert "passages" in line
    assert line.endswith("Left out: 1 page.")
    bench.engine.gate.set()
    _wait(bench, qtbot, Stage.DONE)
    assert not bench.page.summary.controls.plan.isVisible()


def _asked(bench: Bench, qtbot: QtBot, pages: int = 6) -> Work:
    bench.core.change_settings(summary_asks_first=True)
    bench.drop(document(pages))
    return _wait(bench, qtbot, Stage.PLANNED)


def test_asked_first_nothing_is_read_before_start(bench: Bench, qtbot: QtBot) -> None:
    work = _asked(bench, qtbot)
    controls = bench.page.summary.controls
    assert controls.start.isVisible()
    assert not controls.leave.isVisible()  # there is nothing else to go back to
    assert controls.plan.text().endswith("Nothing is read before you start it.")
    assert bench.engine.requests == []
    assert work.version_id is None
    controls.start.click()
    _wait(bench, qtbot, Stage.DONE)
    assert not controls.start.isVisible()


def test_a_long_summary_asks_first(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(version_making, "_MANY_REQUESTS", 3)
    bench.drop(document(6))
    _wait(bench, qtbot, Stage.PLANNED)
    assert bench.engine.requests == []


def test_other_wishes_make_another_plan_before_the_start(bench: Bench, qtbot: QtBot) -> None:
    work = _asked(bench, qtbot)
    assert work.plan is not None
    passages = len(work.plan.passages)
    options = bench.page.summary.controls.options
    options.pages.setText("1")
    qtbot.waitUntil(lambda: work.plan is not None and len(work.plan.passages) < passages)
    assert work.stage is Stage.PLANNED
    assert "Left out: 6 pages." in bench.page.summary.controls.plan.text()
    bench.page.summary.controls.start.click()
    _wait(bench, qtbot, Stage.DONE)
    assert str(_stored(bench, work).pages) == "1"


def test_start_takes_what_was_chosen_just_before(bench: Bench, qtbot: QtBot) -> None:
    work = _asked(bench, qtbot)
    bench.page.summary.controls.options.lengths.choose("brief")
    bench.page.summary.controls.start.click()
    _wait(bench, qtbot, Stage.DONE)
    assert _stored(bench, work).length is Length.BRIEF


def test_several_files_are_not_asked_about(bench: Bench, qtbot: QtBot) -> None:
    bench.core.change_settings(summary_asks_first=True)
    bench.drop(document(2, "a.pdf"), document(3, "b.pdf"))
    _wait(bench, qtbot, Stage.DONE, 1)


def test_a_waiting_plan_does_not_hold_up_the_queue(bench: Bench, qtbot: QtBot) -> None:
    work = _asked(bench, qtbot)
    bench.drop(document(2, "a.pdf"), document(3, "b.pdf"))
    _wait(bench, qtbot, Stage.DONE, 2)
    assert work.stage is Stage.PLANNED


def test_a_redo_can_be_left_and_the_summary_is_as_before(bench: Bench, qtbot: QtBot) -> None:
    bench.drop(document(6))
    work = _wait(bench, qtbot, Stage.DONE)
    items = work.items
    bench.core.change_settings(summary_asks_first=True)
    controls = bench.page.summary.controls
    controls.options.forms.choose("bullets")
    assert controls.redo.accessibleName() == "Redo with these"
    controls.redo.click()
    _wait(bench, qtbot, Stage.PLANNED)
    assert controls.leave.isVisible()
    controls.leave.click()
    assert work.stage is Stage.DONE
    assert work.items == items
    assert controls.options.wishes() == Wishes()
    assert len(work.versions) == 1
    assert work.can_be_edited


def test_the_box_asks_first_from_then_on(bench: Bench, qtbot: QtBot) -> None:
    bench.page.start.options.asks_first.click()
    assert bench.core.settings.summary_asks_first
    page = bench.new_page()
    qtbot.addWidget(page)
    assert page.start.options.asks_first.isChecked()


# Going on


def test_a_version_goes_on_with_its_own_options(bench: Bench, qtbot: QtBot) -> None:
    """Begun in the terminal, say: nothing of the page's choices counts."""
    data = bench.core.data
    assert data is not None
    given = document(6)
    own = Wishes(form=Form.BULLETS, words=90, focus="units", pages=PageChoice.parse("2-4"))
    record = data.records.begin(given, own.options(MODEL))
    record.stop()
    bench.page.open_summary(record.summary_id)
    qtbot.waitUntil(lambda: bench.page._shown is not None)
    assert bench.page.summary.controls.options.wishes() == own
    shown = bench.page._shown
    assert shown is not None
    shown.wishes = Wishes(Length.BRIEF)  # of a redo that was stopped before it began
    bench.core.model = PRACTICE
    bench.engine.script = lambda request: f"- {first_words(request)}"
    bench.core.library.models = lambda: (MODEL,)  # type: ignore[method-assign]
    bench.page.header.go_on.click()
    _wait(bench, qtbot, Stage.DONE)
    assert _stored(bench, _work(bench.page)) == own.options(MODEL)
    made = data.records.load(record.summary_id).summary
    assert made is not None and made.receipt is not None
    assert made.receipt.settings["form"] == "bullets"
    assert "3 pages were not read: not asked for (1, 5, 6)." in (
        bench.page.summary.lines.gaps.text()
    )


# Words


@pytest.mark.parametrize(
    ("missed", "said"),
    [
        (Shortfall(Wish.WORDS, "100", "160"),
         "About 100 words were asked for; the summary has 160."),
        (Shortfall(Wish.LANGUAGE, "German"),
         "It was asked for in Deutsch; the model did not write it so."),
        (Shortfall(Wish.FOCUS, "{found}"), "No sentence names what was asked for: {found}."),
        (Shortfall(Wish.ROOM, "50", "7"), "For about 50 words, 7 entries were left out."),
        (Shortfall(Wish.JOINING, found="3"),
         "3 parts could not be joined; their notes stand one after the other."),
    ],
)  # fmt: skip
def test_what_was_missed_is_said(qtbot: QtBot, missed: Shortfall, said: str) -> None:
    assert PlanWords(Words()).shortfalls([missed]) == [said]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, "time not known yet for this model"),
        (30, "less than a minute"),
        (250, "about 4 min"),
        (9000, "about 2.5 h"),
    ],
)
def test_the_time_of_a_plan_is_rounded(qtbot: QtBot, seconds: float | None, said: str) -> None:
    assert PlanWords(Words()).duration(seconds) == said


def test_controls_are_reached_by_keys_in_the_order_of_the_eye(bench: Bench) -> None:
    options = bench.page.start.options
    options.more.click()
    options.languages.setFocus()
    order = []
    for _ in range(5):
        order.append(bench.page.focusWidget())
        QTest.keyClick(order[-1], Qt.Key.Key_Tab)
    assert order == [
        *(options.languages, options.count, options.pages, options.focus),
        options.reproducible,
    ]
