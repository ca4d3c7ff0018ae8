"""A person's work on sentences, by keys and mouse: seen at once, kept, looked for again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.evidence import Support
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.ui.summaries.page import SummaryPage
from desktop_slm.ui.summaries.sentences.sentence_acts import Act
from desktop_slm.ui.summaries.sentences.sentence_row import SentenceRow
from desktop_slm.ui.summaries.work import Stage, Work
from desktop_slm.ui.widgets.button import Button
from tests.ui.summary_bench import Bench, bench, document, templating

__all__ = ["bench", "templating"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_FOUND = "Revenue of unit2 rose by 2 percent."
_ALSO_FOUND = "Revenue of unit4 rose by 4 percent."
_INVENTED = "Elephants sang in Zanzibar 977 times."
Key = Qt.Key


@pytest.fixture
def page(bench: Bench, qtbot: QtBot) -> SummaryPage:
    """A page with a summary of three sentences, the last of which nothing supports."""
    bench.engine.script = lambda request: f"{_FOUND} {_ALSO_FOUND} {_INVENTED}"
    _show(bench.page, qtbot)
    bench.drop(document(5))
    qtbot.waitUntil(lambda: _work(bench.page).stage is Stage.DONE, timeout=20_000)
    qtbot.waitUntil(lambda: len(_rows(bench.page)) == 3)
    return bench.page


def _show(page: SummaryPage, qtbot: QtBot) -> None:
    page.resize(1032, 800)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)


def _work(page: SummaryPage) -> Work:
    assert page.queue.works
    return page.queue.works[0]


def _rows(page: SummaryPage) -> list[SentenceRow]:
    return page.summary.sentences.rows()


def _texts(page: SummaryPage) -> list[str]:
    return [row.item.text for row in _rows(page)]


def _press(page: SummaryPage, key: Key, keys: Qt.KeyboardModifier | None = None) -> None:
    focused = page.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, keys or Qt.KeyboardModifier.NoModifier)


def _write(page: SummaryPage, text: str) -> None:
    focused = page.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused, text)


def _reopened(bench: Bench, qtbot: QtBot) -> SummaryPage:
    """Returns a page as after a restart, with the summary opened from the list."""
    summary_id = _work(bench.page).summary_id
    assert summary_id is not None
    page = bench.new_page()
    qtbot.addWidget(page)
    _show(page, qtbot)
    page.open_summary(summary_id)
    qtbot.waitUntil(lambda: bool(_rows(page)))
    return page


def _button(inside: QWidget, name: str) -> Button:
    return next(
        each
        for each in inside.findChildren(Button)
        if each.accessibleName() == name and each.isVisible()
    )


def test_keys_tick_and_go_to_the_next_unchecked(
    bench: Bench, page: SummaryPage, qtbot: QtBot
) -> None:
    page.focus_first()
    _press(page, Key.Key_Space)
    _press(page, Key.Key_N)
    assert page.focusWidget() is _rows(page)[1]
    _press(page, Key.Key_Space)
    _press(page, Key.Key_Space)
    assert [row.item.is_checked for row in _rows(page)] == [True, False, False]
    assert page.summary.person.checked.text() == "1 of 3 sentences checked by a person"
    assert _rows(page)[0].accessibleName() == f"{_FOUND} Checked by you"
    again = _reopened(bench, qtbot)
    assert [row.item.is_checked for row in _rows(again)] == [True, False, False]


def test_a_click_on_the_mark_ticks(page: SummaryPage) -> None:
    QTest.mouseClick(_rows(page)[0].mark, Qt.MouseButton.LeftButton)
    assert _work(page).items[0].is_checked


def test_a_sentence_in_other_words_is_looked_for_again(
    bench: Bench, page: SummaryPage, qtbot: QtBot
) -> None:
    page.focus_first()
    _press(page, Key.Key_F2)
    _write(page, "Revenue of unit3 rose by 3 percent.")
    _press(page, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    row = _rows(page)[0]
    assert page.focusWidget() is row
    assert row.item.is_edited
    qtbot.waitUntil(lambda: bool(row.text.chips()))
    assert row.text.chips()[0].text() == "p. 3"
    assert row.accessibleName() == "Revenue of unit3 rose by 3 percent. Edited"
    again = _reopened(bench, qtbot)
    assert _rows(again)[0].item == row.item


def test_esc_leaves_a_sentence_as_it_was_and_leaving_it_keeps_what_was_written(
    page: SummaryPage,
) -> None:
    page.focus_first()
    _press(page, Key.Key_F2)
    _write(page, "Nothing.")
    _press(page, Key.Key_Escape)
    assert _texts(page)[0] == _FOUND
    assert not _work(page).items[0].is_edited
    _press(page, Key.Key_F2)
    _write(page, "Something.")
    page.header.export.setFocus()
    assert _texts(page)[0] == "Something."


def test_the_same_words_are_no_edit(page: SummaryPage) -> None:
    page.focus_first()
    _press(page, Key.Key_F2)
    _press(page, Key.Key_Return)
    assert not _work(page).items[0].is_edited


def test_a_removed_sentence_can_be_brought_back(
    bench: Bench, page: SummaryPage, qtbot: QtBot
) -> None:
    page.focus_first()
    _press(page, Key.Key_Delete)
    assert _texts(page) == [_ALSO_FOUND, _INVENTED]
    assert page.focusWidget() is _rows(page)[0]
    assert _rows(_reopened(bench, qtbot))[0].item.text == _ALSO_FOUND
    _button(page.summary.undo, "Undo").click()
    assert _texts(page) == [_FOUND, _ALSO_FOUND, _INVENTED]
    assert not page.summary.undo.isVisible()


def test_ctrl_z_undoes_step_by_step(page: SummaryPage) -> None:
    page.focus_first()
    _press(page, Key.Key_Space)
    _press(page, Key.Key_Delete)
    _press(page, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _work(page).items[0].is_checked
    _press(page, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [item.is_checked for item in _work(page).items] == [False] * 3


def test_alt_and_arrows_move_a_sentence_and_the_keyboard_with_it(
    bench: Bench, page: SummaryPage, qtbot: QtBot
) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    page.focus_first()
    _press(page, Key.Key_Down, alt)
    assert _texts(page) == [_ALSO_FOUND, _FOUND, _INVENTED]
    assert page.focusWidget() is _rows(page)[1]
    _press(page, Key.Key_Down, alt)
    _press(page, Key.Key_Down, alt)  # there is no further down
    assert _texts(page) == [_ALSO_FOUND, _INVENTED, _FOUND]
    assert [row.item.text for row in _rows(_reopened(bench, qtbot))] == _texts(page)


def test_a_sentence_can_be_added(bench: Bench, page: SummaryPage, qtbot: QtBot) -> None:
    page.focus_first()
    _press(page, Key.Key_Insert)
    QTest.keyClicks(page.focusWidget(), "Revenue of unit1 rose by 1 percent.")
    _press(page, Key.Key_Return)
    assert _texts(page)[1] == "Revenue of unit1 rose by 1 percent."
    qtbot.waitUntil(lambda: bool(_rows(page)[1].text.chips()))
    assert page.focusWidget() is _rows(page)[1]
    page.summary.add.click()
    QTest.keyClicks(page.focusWidget(), "The end.")
    _press(page, Key.Key_Return)
    assert _texts(page)[-1] == "The end."
    again = _reopened(bench, qtbot)
    qtbot.waitUntil(lambda: _texts(again) == _texts(page))


def test_what_nothing_supports_says_what_is_missing_and_what_to_do(page: SummaryPage) -> None:
    row = _rows(page)[2]
    assert row.item.support is Support.NONE
    assert "No passage found that supports this." in row.accessibleName()
    assert "“977 times” are not in the document." in row.accessibleName()
    doubted = [row.item.text[start:end] for start, end in row.text._doubted]
    assert doubted == ["Zanzibar", "977 times"]
    _button(row, "Search the document for it").click()
    assert page.document.search_bar.field.text() == row.item.unknown[0]


def test_keep_ticks_and_the_warning_s_buttons_go(page: SummaryPage) -> None:
    row = _rows(page)[2]
    _button(row, "Keep this sentence: I have checked it").click()
    assert _work(page).items[2].is_checked
    assert [b for b in row.findChildren(Button) if b.isVisible()] == []


def test_what_nothing_supports_can_be_left_out_here_and_in_a_copy(
    bench: Bench, page: SummaryPage, qtbot: QtBot
) -> None:
    page.summary.person.only_supported.click()
    assert _texts(page) == [_FOUND, _ALSO_FOUND]
    assert page.summary.person.left_out.text().startswith("1 sentence is left out, here and")
    page.header.copy.click()
    assert _FOUND in QGuiApplication.clipboard().text()
    assert "Elephants" not in QGuiApplication.clipboard().text()
    again = _reopened(bench, qtbot)
    assert _texts(again) == [_FOUND, _ALSO_FOUND]
    again.summary.person.only_supported.click()
    assert _INVENTED in _texts(again)


def test_numbers_are_those_of_the_summary_where_others_are_left_out(page: SummaryPage) -> None:
    page.editing.act(0, Act.REMOVE)
    page.editing.act(0, Act.REMOVE)
    page.editing.write(1, "Mine.")
    page.summary.person.only_supported.click()
    sentences = page.summary.sentences
    assert [sentences.number(row) for row in _rows(page)] == [1]


def test_a_selection_in_the_document_marks_the_sentences_that_rest_on_it(
    page: SummaryPage,
) -> None:
    evidence = _work(page).items[1].evidence[0]
    page.document.places_selected.emit(evidence.page, evidence.start, evidence.end)
    assert [row.is_resting for row in _rows(page)] == [False, True, False]
    assert "Rests on what is selected" in _rows(page)[1].accessibleName()
    assert page.summary.person.resting.text() == "1 sentence rests on what is selected."
    page.document.places_selected.emit(0, 0, 0)
    assert not any(row.is_resting for row in _rows(page))
    assert page.summary.person.resting.isHidden()


def test_a_draft_is_not_edited(page: SummaryPage) -> None:
    work = _work(page)
    work.stage, work.is_draft = Stage.STOPPED, True
    page.summary.show_work(work)
    page.focus_first()
    _press(page, Key.Key_Space)
    _press(page, Key.Key_Delete)
    assert len(work.items) == 3
    assert not any(item.is_checked for item in work.items)
    assert not page.summary.add.isVisible()


def test_redo_leaves_a_person_s_work_in_its_version(
    bench: Bench, page: SummaryPage, qtbot: QtBot
) -> None:
    page.editing.reword(0, "In my words.")
    first = _work(page).version_id
    page.summary.controls.redo.click()
    qtbot.waitUntil(lambda: _work(page).stage is Stage.DONE, timeout=20_000)
    assert len(_work(page).versions) == 2
    assert _texts(page)[0] == _FOUND
    page.summary.controls.version_requested.emit(first)
    qtbot.waitUntil(lambda: _texts(page)[:1] == ["In my words."])


def test_labels_of_entries_stand_over_their_sentence(page: SummaryPage) -> None:
    page.summary.sentences.show_items(())
    page.summary.sentences.show_items([Item("Pay the rent.", label="<b>May 3</b>")])
    (row,) = _rows(page)
    assert row.accessibleName().startswith("<b>May 3</b> Pay the rent.")
    assert row._label is not None
    assert row._label.text() == "<b>May 3</b>"


def test_a_dragged_sentence_is_kept_there_and_comes_back(
    bench: Bench, page: SummaryPage, qtbot: QtBot
) -> None:
    first, target = _rows(page)[0], _rows(page)[2]
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    for part in (4, 2):
        place = target.mapToGlobal(QPoint(20, target.height() - part))
        QTest.mouseMove(first, first.mapFromGlobal(place))
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    moved = [_ALSO_FOUND, _INVENTED, _FOUND]
    assert _texts(page) == moved
    assert page.focusWidget() is _rows(page)[2]
    again = _reopened(bench, qtbot)
    qtbot.waitUntil(lambda: _texts(again) == moved)
    assert "moved" in page.summary.undo.accessibleName()
    page.activateWindow()
    QTest.mouseClick(_button(page.summary.undo, "Undo"), Qt.MouseButton.LeftButton)
    assert _texts(page) == [_FOUND, _ALSO_FOUND, _INVENTED]
    assert not page.summary.undo.isVisible()


def test_the_offer_to_undo_goes_with_the_next_change(page: SummaryPage) -> None:
    page.summary.sentences.focus_row(0)
    _press(page, Key.Key_Delete)
    assert page.summary.undo.isVisible()
    _press(page, Key.Key_Space)
    assert not page.summary.undo.isVisible()
