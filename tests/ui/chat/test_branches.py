"""Edits, other answers and branches, and what happens where an answer fails."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop_slm.engine.protocol import StopReason
from desktop_slm.errors import DiskFull, EngineKeepsStopping, EngineStopped, NotGguf
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.ui.chat.answers.answer_notice import AnswerNotice
from desktop_slm.ui.chat.message_edit import MessageEdit
from desktop_slm.ui.chat.room.not_sent_line import NotSentLine
from desktop_slm.ui.chat.writing.question_editor import QuestionEditor
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel
from tests.fakes.scripted_engine import last_text
from tests.ui.chat_window import ChatWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, for menus


def _editor(window: ChatWindow) -> MessageEdit:
    return window.find(QuestionEditor).edit


def _menu(window: ChatWindow, target: QWidget) -> QMenu:
    place = target.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, target.mapToGlobal(QPoint(place))
    )
    QApplication.sendEvent(target, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _act(menu: QMenu, words: str) -> None:
    next(each for each in menu.actions() if each.text() == words).trigger()
    menu.close()


# Branches


def test_another_answer_is_a_branch_and_the_first_one_is_kept(window: ChatWindow) -> None:
    window.scripted.script = lambda request: f"Answer {len(window.scripted.requests)}"
    window.ask("x")
    window.click("Answer again")
    window.wait(lambda: window.shown() == ["x", "Answer 2"])
    window.wait_for_end()
    assert "2 / 2" in window.words()
    window.click("Earlier version")
    window.wait(lambda: window.shown() == ["x", "Answer 1"])
    assert "1 / 2" in window.words()
    assert not window.button("Earlier version").isEnabled()


def test_an_edit_is_answered_anew_on_a_branch_of_its_own(window: ChatWindow) -> None:
    window.scripted.script = lambda request: f"To {last_text(request)}"
    window.ask("first")
    window.ask("second")
    window.click("Edit your message", window.answers()[0])
    edit = _editor(window)
    assert edit.toPlainText() == "first"
    QTest.keyClicks(edit, "!")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    window.wait(lambda: window.shown() == ["first!", "To first!"])
    window.wait_for_end()
    window.click("Earlier version", window.questions()[0])
    window.wait(lambda: window.shown() == ["first", "To first", "second", "To second"])


def test_up_in_the_empty_box_edits_the_last_message_and_esc_leaves_it(window: ChatWindow) -> None:
    window.ask("first")
    window.ask("second")
    window.press(Qt.Key.Key_Up)
    edit = _editor(window)
    assert edit.toPlainText() == "second"
    assert edit.hasFocus()
    QTest.keyClicks(edit, " changed")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert window.shown()[2] == "second"
    assert window.box.hasFocus()


def test_an_edit_that_cannot_be_stored_stays_in_its_box(
    window: ChatWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise DiskFull

    window.ask("first")
    window.press(Qt.Key.Key_Up)
    edit = _editor(window)
    QTest.keyClicks(edit, " changed")
    monkeypatch.setattr(type(window.chats), "begin_edit", fail)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    window.wait(lambda: "The disk is full" in window.words())
    assert edit.isVisible()
    assert edit.toPlainText() == "first changed"


def test_the_draft_survives_an_edit_of_another_message(window: ChatWindow) -> None:
    window.ask("first")
    window.write("half a thought")
    window.click("Edit your message")
    QTest.keyClick(_editor(window), Qt.Key.Key_Return)
    window.wait(lambda: "2 / 2" in window.words())
    window.wait_for_end()
    assert window.box.toPlainText() == "half a thought"


# Errors


def test_a_dead_engine_keeps_the_text_and_try_again_answers(window: ChatWindow) -> None:
    window.scripted.script = lambda request: EngineStopped(how="signal 9", details="last words")
    window.scripted.text_before_error = "It begins with"
    window.ask("x")
    assert window.shown() == ["x", "It begins with"]
    assert "stopped unexpectedly (signal 9)" in window.words()
    window.click("Copy details")
    assert "last words" in QGuiApplication.clipboard().text()
    window.scripted.script = lambda request: "All is well."
    window.click("Try again")
    window.wait(lambda: window.shown() == ["x", "All is well."])
    window.wait_for_end()
    assert "2 / 2" in window.words()  # what was there before is a branch


def test_all_of_a_notice_can_be_read_and_pressed(window: ChatWindow) -> None:
    window.page.resize(1032, 800)
    window.scripted.script = lambda request: EngineStopped(how="signal 9, SIGKILL", details="x")
    window.ask("x")
    button = window.button("Try again")
    notice = window.find(AnswerNotice)
    assert button.mapTo(notice, button.rect().bottomLeft()).y() < notice.height()
    window.scripted.script = lambda request: "Fine."
    window.ask("y")  # the notice is not the last one any more and offers less
    (button,) = window.buttons("Copy details", notice)
    assert button.mapTo(notice, button.rect().bottomLeft()).y() < notice.height()
    (sentence,) = [
        each for each in notice.findChildren(WrappedLabel) if "stopped unexpectedly" in each.text()
    ]
    assert sentence.height() >= sentence.heightForWidth(sentence.width())


def test_an_edited_message_is_seen_whole_at_200_percent(window: ChatWindow) -> None:
    window.core.theme.set_zoom(200)
    window.page.resize(911, 1024)
    window.ask("Can I sublet a room, and how do I write that politely to the landlord? " * 2)
    window.press(Qt.Key.Key_Up)
    editor = window.find(QuestionEditor)
    for label in editor.findChildren(WrappedLabel):
        assert label.height() >= label.heightForWidth(label.width())
        assert label.geometry().bottom() < editor.height()
    assert not editor.edit.verticalScrollBar().isVisible()


def test_trying_again_is_allowed_after_deaths_in_a_row(window: ChatWindow) -> None:
    window.scripted.load_error = EngineKeepsStopping(times=3, how="signal 9")
    window.ask("x")
    assert "3 times in a row" in window.words()
    window.scripted.load_error = None
    window.click("Try again")
    window.wait(lambda: window.shown() == ["x", "An answer."])
    window.wait_for_end()
    assert window.scripted.tries == 1
    assert "/ 2" not in window.words()  # an empty failure leaves no branch behind


def test_an_error_of_the_model_offers_another_one(window: ChatWindow) -> None:
    window.scripted.load_error = NotGguf(name="test.gguf")
    window.ask("x")
    assert "not a GGUF model file" in window.words()
    window.click("Use another model")
    window.wait(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_an_error_is_still_told_after_a_restart(window: ChatWindow) -> None:
    window.scripted.script = lambda request: EngineStopped(how="signal 9")
    window.ask("x")
    page = window.make_page()
    page.open_chat(window.chats.recent()[0].id)
    window.wait(lambda: "stopped unexpectedly (signal 9)" in window.words(page))


def test_an_answer_failed_by_a_crash_of_storage_is_told_in_its_place(
    window: ChatWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise DiskFull

    monkeypatch.setattr(type(window.chats), "finish_answer", fail)
    window.send("x")
    window.wait(lambda: "The disk is full" in window.words())
    window.wait(lambda: window.shown() == ["x", "An answer."])  # it stays on the screen
    assert not window.buttons("Stop")


# What does not fit


def _fill(window: ChatWindow) -> None:
    """Makes a chat of which only the end fits into 120 tokens."""
    for number in range(3):
        window.ask(f"question {number} " + "word " * 30)
    window.scripted.context = 120
    window.ask("the last question")


def test_a_chat_that_does_not_fit_says_so_and_cuts_nothing(window: ChatWindow) -> None:
    _fill(window)
    assert "needs more room than the model has" in window.words()
    assert "nothing was sent" in window.words()
    assert window.shown()[-1] == ""
    assert len(window.chats.path(window.chats.recent()[0].id)) == 8


def test_the_oldest_messages_are_left_out_when_asked_and_marked(window: ChatWindow) -> None:
    _fill(window)
    window.click("Leave out the oldest messages")
    window.wait(lambda: window.shown()[-1] == "An answer.")
    window.wait_for_end()
    prompt = "".join(segment.text for segment in window.scripted.requests[-1].prompt)
    assert "the last question" in prompt
    assert "question 0" not in prompt
    window.transcript.verticalScrollBar().setValue(0)
    window.wait(lambda: window.shown()[0].startswith("question 0"))
    assert "not sent any more" in window.words(window.questions()[0])
    assert "not sent any more" not in window.words(window.questions()[-1])
    assert len([w for w in window.page.findChildren(NotSentLine) if w.isVisible()]) == 1


def test_what_was_left_out_stays_out_in_the_next_turn(window: ChatWindow) -> None:
    _fill(window)
    window.click("Leave out the oldest messages")
    window.wait(lambda: window.shown()[-1] == "An answer.")
    window.wait_for_end()
    window.ask("and now")
    prompt = "".join(segment.text for segment in window.scripted.requests[-1].prompt)
    assert "and now" in prompt
    assert "question 0" not in prompt


def test_a_single_message_that_does_not_fit_offers_nothing_to_leave_out(
    window: ChatWindow,
) -> None:
    window.scripted.context = 40
    window.ask("word " * 60)
    assert not window.buttons("Leave out the oldest messages")
    assert window.buttons("Use another model")
    assert window.buttons("Edit your message")


def test_an_answer_that_filled_the_room_says_so(window: ChatWindow) -> None:
    answer = window.chats.begin_chat("x").answer
    window.chats.finish_answer(
        answer.id,
        MessageState.COMPLETE,
        text="As far as",
        details={"stop_reason": StopReason.CONTEXT.value},
    )
    window.page.open_chat(answer.chat_id)
    window.wait(lambda: "filled all the room" in window.words())
    assert "ran out of room" in window.words()


# Menus


def test_the_menu_of_an_answer_copies_as_text_and_as_markdown(window: ChatWindow) -> None:
    window.scripted.script = lambda request: "- **one**\n- two"
    window.ask("x")
    body = window.answers()[0].body
    window.wait(lambda: bool(body.findChildren(QWidget, "qt_scrollarea_viewport")))
    text = body.findChildren(QWidget, "qt_scrollarea_viewport")[0]
    _act(_menu(window, text), "Copy message as text")
    assert QGuiApplication.clipboard().text() == "- one\n- two"
    _act(_menu(window, text), "Copy message as Markdown")
    assert QGuiApplication.clipboard().text() == "- **one**\n- two"


def test_the_menu_of_a_question_edits_it(window: ChatWindow) -> None:
    window.ask("first")
    view = window.questions()[0]
    _act(_menu(window, view), "Edit your message")
    assert _editor(window).toPlainText() == "first"


def test_nothing_is_begun_while_an_answer_is_written(window: ChatWindow) -> None:
    window.ask("first")
    window.hold_answers()
    window.send("second")
    before = QSignalSpy(window.page.chats_changed).count()
    window.click("Answer again", window.answers()[0])
    assert "Stop it first" in window.words()
    assert before == 0
    assert len(window.answers()) == 2
