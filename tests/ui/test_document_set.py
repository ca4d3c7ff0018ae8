"""Digest and questions over several documents, by mouse and keys."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.evidence import Support
from desktop_slm.engine.protocol import Request
from desktop_slm.errors import EngineFailed
from desktop_slm.ui.summaries.asking.asked import AskStage
from desktop_slm.ui.summaries.asking.set_view import SetView
from desktop_slm.ui.summaries.work import Stage
from desktop_slm.ui.widgets.menu import Menu
from tests.fakes.scripted_engine import last_text
from tests.fakes.sets import LOWERED, RENT, lease_set
from tests.ui.summary_bench import Bench, bench, templating

__all__ = ["bench", "templating"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def script(request: Request) -> str:
    """Summaries and digests quote; questions find the sentences on rent."""
    text = last_text(request)
    if request.json_schema:
        found = [line for line in text.splitlines() if "rent" in line]
        return json.dumps({"relevant": bool(found), "findings": found})
    lines = [line.removeprefix("- ") for line in text.splitlines() if line[-1:] == "."]
    return " ".join(lines)


def all_done(bench: Bench, qtbot: QtBot) -> None:
    """Waits for the summaries: each has an analysis child of its own."""
    qtbot.waitUntil(
        lambda: all(work.stage is Stage.DONE for work in bench.page.queue.works), timeout=30_000
    )


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.fixture
def summarized(bench: Bench, qtbot: QtBot) -> Bench:
    """Three documents, each with its summary."""
    bench.engine.script = script
    bench.engine.context = 4096
    bench.page.resize(1032, 800)
    bench.page.show()
    bench.page.activateWindow()
    qtbot.waitExposed(bench.page)
    bench.drop(*lease_set())
    all_done(bench, qtbot)
    return bench


def opened(bench: Bench) -> SetView:
    view = bench.page.set_view
    assert view is not None
    return view


def ask(view: SetView, text: str) -> None:
    QTest.keyClicks(view.box.field, text)
    QTest.keyClick(view.box.field, Qt.Key.Key_Return)


def answered(view: SetView, qtbot: QtBot, count: int = 1) -> None:
    qtbot.waitUntil(lambda: len(view.cards) == count and not view.runs.is_busy, timeout=30_000)


def test_nothing_is_offered_for_one_document(bench: Bench, qtbot: QtBot) -> None:
    bench.engine.script = script
    bench.page.show()
    bench.drop(lease_set()[0])
    all_done(bench, qtbot)
    assert not bench.page.queue_panel.ask.isVisible()
    assert not bench.page.queue_panel.digest.isVisible()


def test_the_answer_leads_to_the_words_in_the_right_file(summarized: Bench, qtbot: QtBot) -> None:
    click(summarized.page.queue_panel.ask)
    view = opened(summarized)
    assert view.box.field.hasFocus()
    ask(view, "What is the rent?")
    answered(view, qtbot)
    (card,) = view.cards
    assert [row.item.text for row in card.answer.rows()] == [RENT, LOWERED]
    chips = [chip.text() for row in card.answer.rows() for chip in row.text.chips()]
    assert chips == ["lease.pdf, p. 1", "addendum.docx, p. 1"]
    click(card.answer.rows()[1].text.chips()[0])
    assert view.document._opened is view._set.members[1].opened
    assert view.document.column.marked_text() == LOWERED
    assert view.name.text() == "addendum.docx"
    click(card.answer.rows()[0].text.chips()[0])
    assert view.document.column.marked_text() == RENT
    assert card.read.text().startswith("lease.pdf, addendum.docx and menu.txt were read whole. · ")
    assert card.further.text() == "Nothing on this was found in menu.txt."


def test_the_shown_file_can_be_searched_and_found(
    summarized: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    click(summarized.page.queue_panel.ask)
    view = opened(summarized)
    QTest.keyClick(view.box.field, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.document.search_bar.isVisible()
    summarized.dialogs.files = [tmp_path / "elsewhere.pdf"]
    view.document.file_requested.emit()
    assert summarized.dialogs.files == []  # it was asked for


def test_findings_behind_a_written_answer_can_be_opened(summarized: Bench, qtbot: QtBot) -> None:
    summarized.engine.script = lambda request: (
        script(request) if request.json_schema else "The rent was lowered to 1,050 euros."
    )
    click(summarized.page.queue_panel.ask)
    view = opened(summarized)
    ask(view, "What is the rent?")
    answered(view, qtbot)
    (card,) = view.cards
    assert card.shows_findings.isVisible()
    click(card.shows_findings)
    qtbot.waitUntil(lambda: len(card.findings.rows()) == 2)
    assert card.findings.rows()[0].text.chips()[0].text() == "lease.pdf, p. 1"


def test_questions_are_kept_for_just_this_set(summarized: Bench, qtbot: QtBot) -> None:
    page = summarized.page
    click(page.queue_panel.ask)
    ask(opened(summarized), "How many rents are there?")
    answered(opened(summarized), qtbot)
    assert opened(summarized).cards[0].count.text() == "2 entries were found."
    click(opened(summarized).header.back)
    assert page.set_view is None
    click(page.queue_panel.ask)
    qtbot.waitUntil(lambda: len(opened(summarized).cards) == 1)
    (card,) = opened(summarized).cards
    assert card.title.text() == "How many rents are there?"
    assert [row.item.text for row in card.answer.rows()] == [RENT, LOWERED]
    # A single document is another set: nothing is mixed.
    page.queue_panel.rows()[0].button.click()
    click(page.header.ask)
    view = opened(summarized)
    assert len(view._set.members) == 1
    ask(view, "Who pays?")
    answered(view, qtbot)
    assert [card.title.text() for card in view.cards] == ["Who pays?"]


def test_a_removed_question_is_gone_for_good(summarized: Bench, qtbot: QtBot) -> None:
    click(summarized.page.queue_panel.ask)
    view = opened(summarized)
    ask(view, "What is the rent?")
    answered(view, qtbot)
    click(view.cards[0].remove)
    assert view.cards == []
    qtbot.waitUntil(lambda: summarized.database.rows("SELECT id FROM questions") == [])


def test_a_stopped_question_goes_on_where_it_was(summarized: Bench, qtbot: QtBot) -> None:
    summarized.engine.gate = threading.Event()
    click(summarized.page.queue_panel.ask)
    view = opened(summarized)
    ask(view, "What is the rent?")
    qtbot.waitUntil(
        lambda: bool(view.cards) and view.cards[0].asked.stage is AskStage.READING, timeout=30_000
    )
    assert "To be read: " in view.cards[0].plan.text()
    assert not view.box.ask.isVisible()
    click(view.box.stop)
    answered(view, qtbot)
    assert view.cards[0].asked.stage is AskStage.STOPPED
    assert view.cards[0].banner.isVisible()
    summarized.engine.gate = None
    view.cards[0].go_on_requested.emit()
    qtbot.waitUntil(lambda: view.cards[0].asked.stage is AskStage.DONE, timeout=30_000)
    assert len(view.cards[0].answer.rows()) == 2
    assert len(summarized.database.rows("SELECT id FROM questions")) == 1


def test_an_error_is_said_and_the_question_stays(summarized: Bench, qtbot: QtBot) -> None:
    click(summarized.page.queue_panel.ask)
    view = opened(summarized)
    summarized.engine.load_error = EngineFailed(why="no room")
    ask(view, "What is the rent?")
    answered(view, qtbot)
    assert view.cards[0].asked.stage is AskStage.FAILED
    assert view.cards[0].banner.accessibleName()
    assert view.box.ask.isVisible()


def test_an_empty_question_is_not_asked(summarized: Bench) -> None:
    click(summarized.page.queue_panel.ask)
    view = opened(summarized)
    ask(view, " ?")
    assert view.cards == []
    assert not view.box.ask.isEnabled()


def test_a_digest_is_made_stored_and_opened_again(summarized: Bench, qtbot: QtBot) -> None:
    page = summarized.page
    click(page.queue_panel.digest)
    view = opened(summarized)
    qtbot.waitUntil(lambda: not view.runs.is_busy, timeout=30_000)
    work = view.shown_digest
    assert work is not None and work.summary_id is not None
    texts = [item.text for item in work.items]
    assert texts[0] == RENT
    assert LOWERED in texts
    qtbot.waitUntil(lambda: len(view.digest.sentences.rows()) == len(texts))
    assert view.header.export.isVisible()
    assert "menu.txt: Model read the whole page." in view.digest.lines.text()
    page.show_start()
    page.open_summary(work.summary_id)
    qtbot.waitUntil(lambda: page.set_view is not None)
    again = opened(summarized)
    qtbot.waitUntil(lambda: len(again.digest.sentences.rows()) == len(texts))
    assert [row.item.text for row in again.digest.sentences.rows()] == texts
    click(again.digest.sentences.rows()[texts.index(LOWERED)].text.chips()[0])
    assert again.document.column.marked_text() == LOWERED
    # Made again, it is a version more and no summary more.
    click(again.digest.make)
    qtbot.waitUntil(lambda: not again.runs.is_busy, timeout=30_000)
    assert again.shown_digest is not None
    assert len(again.shown_digest.versions) == 2


def test_a_deleted_summary_takes_its_set_off_the_page(summarized: Bench) -> None:
    page = summarized.page
    click(page.queue_panel.ask)
    summary_id = page.queue.works[1].summary_id
    assert summary_id is not None
    page.close_summary(summary_id)
    assert page.set_view is None


def test_in_a_narrow_window_answers_and_document_are_tabs(summarized: Bench, qtbot: QtBot) -> None:
    click(summarized.page.queue_panel.ask)
    view = opened(summarized)
    ask(view, "What is the rent?")
    answered(view, qtbot)
    summarized.page.resize(663, 512)
    qtbot.waitUntil(view.tabs.isVisible)
    assert not view.document.isVisible()
    click(view.cards[0].answer.rows()[0].text.chips()[0])
    assert view.document.isVisible()
    QTest.keyClick(view.document.column, Qt.Key.Key_Escape)
    assert view.cards[0].isVisible()
    QTest.keyClick(view.box.field, Qt.Key.Key_Escape)
    assert summarized.page.set_view is None


def test_hostile_names_and_questions_stay_words(bench: Bench, qtbot: QtBot) -> None:
    from tests.fakes.sets import document_named

    bench.engine.script, bench.engine.context = script, 4096
    bench.page.show()
    bench.drop(document_named("<b>a&b.pdf", [RENT]), document_named("b.pdf", [LOWERED]))
    all_done(bench, qtbot)
    click(bench.page.queue_panel.ask)
    view = opened(bench)
    ask(view, "<img src=x> rent?")
    answered(view, qtbot)
    (card,) = view.cards
    assert card.title.text() == "<img src=x> rent?"
    assert card.answer.rows()[0].text.chips()[0].text() == "<b>a&b.pdf, p. 1"


@pytest.fixture
def digested(summarized: Bench, qtbot: QtBot) -> SetView:
    """The digest of the three documents, made."""
    click(summarized.page.queue_panel.digest)
    view = opened(summarized)
    qtbot.waitUntil(lambda: not view.runs.is_busy, timeout=30_000)
    work = view.shown_digest
    assert work is not None
    qtbot.waitUntil(lambda: len(view.digest.sentences.rows()) == len(work.items) > 2)
    return view


def digest_texts(view: SetView) -> list[str]:
    return [row.item.text for row in view.digest.sentences.rows()]


def press(view: SetView, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    focused = view.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held or Qt.KeyboardModifier.NoModifier)


def export_checked(view: SetView) -> None:
    click(view.header.export)
    menu = view.header.export.findChildren(Menu)[0]
    actions = {action.text(): action for action in menu.actions()}
    actions["Only what I have checked"].setChecked(True)
    actions["Markdown…"].trigger()
    menu.close()


def test_a_digest_is_worked_on_as_a_summary(
    summarized: Bench, digested: SetView, qtbot: QtBot, tmp_path: Path
) -> None:
    view, before = digested, digest_texts(digested)
    view.digest.sentences.focus_row(0)
    press(view, Qt.Key.Key_Space)
    assert f"1 of {len(before)} sentences checked" in view.digest.person.checked.text()
    press(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert digest_texts(view) == [before[1], before[0], *before[2:]]
    press(view, Qt.Key.Key_Delete)
    after = [before[1], *before[2:]]
    assert digest_texts(view) == after
    assert view.undo.isVisible()
    press(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert digest_texts(view) == [before[1], before[0], *before[2:]]
    # It is stored: opened again it is the same.
    work = view.shown_digest
    assert work is not None and work.summary_id is not None
    summarized.page.show_start()
    summarized.page.open_summary(work.summary_id)
    qtbot.waitUntil(lambda: summarized.page.set_view is not None)
    again = opened(summarized)
    qtbot.waitUntil(lambda: digest_texts(again) == [before[1], before[0], *before[2:]])
    assert [row.item.is_checked for row in again.digest.sentences.rows()][:2] == [False, True]
    # What was ticked alone goes out.
    summarized.dialogs.target = tmp_path / "out.md"
    export_checked(again)
    qtbot.waitUntil(summarized.dialogs.target.exists)
    said = summarized.dialogs.target.read_text(encoding="utf-8").split("[^1]:")[0]
    assert before[0] in said
    assert before[1] not in said


def test_words_of_a_person_are_looked_for_in_the_file_that_they_name(
    digested: SetView, qtbot: QtBot
) -> None:
    sentences = digested.digest.sentences
    said = "According to addendum.docx, the monthly rent of the workshop is lowered to 1,050 euros."
    wrong = "According to menu.txt, the monthly rent of the workshop is lowered to 1,050 euros."
    for number, text in enumerate((said, wrong)):
        sentences.focus_row(number)
        press(digested, Qt.Key.Key_F2)
        press(digested, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(digested.focusWidget(), text)
        press(digested, Qt.Key.Key_Return)
    rows = sentences.rows()
    qtbot.waitUntil(lambda: all(row.item.is_looked_for for row in rows[:2]), timeout=30_000)
    assert [row.item.support for row in rows[:2]] == [Support.FULL, Support.NONE]
    assert rows[0].text.chips()[0].text() == "addendum.docx, p. 1"
    assert rows[0].item.is_edited


def test_a_digest_made_again_leaves_the_edited_version(digested: SetView, qtbot: QtBot) -> None:
    assert not digested.digest.versions.isVisible()
    digested.digest.sentences.focus_row(0)
    press(digested, Qt.Key.Key_Delete)
    edited = digest_texts(digested)
    click(digested.digest.make)
    qtbot.waitUntil(lambda: not digested.runs.is_busy, timeout=30_000)
    assert digest_texts(digested) != edited
    assert digested.digest.versions.text().strip() == "Version 2 of 2"
    click(digested.digest.versions)
    menu = digested.digest.versions.findChildren(Menu)[0]
    menu.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(lambda: digest_texts(digested) == edited)
