"""Deleting with undo, forking, other words for an answer, quoting, copying."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.ui.chat.writing.question_editor import QuestionEditor
from tests.fakes.scripted_engine import last_text
from tests.ui.chat_window import ChatWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _menu(target: QWidget) -> QMenu:
    place = target.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, target.mapToGlobal(QPoint(place))
    )
    QApplication.sendEvent(target, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _act(target: QWidget, words: str) -> None:
    menu = _menu(target)
    next(each for each in menu.actions() if each.text() == words).trigger()
    menu.close()


def _two_turns(window: ChatWindow) -> None:
    window.scripted.script = lambda request: f"To {last_text(request)}"
    window.ask("first")
    window.ask("second")


def test_a_message_is_deleted_with_what_hangs_on_it_and_comes_back(window: ChatWindow) -> None:
    _two_turns(window)
    shown = window.shown()
    _act(window.questions()[0], "Delete your message and all behind it")
    window.wait(lambda: not window.shown())
    assert "4 messages were deleted" in window.words()
    window.click("Undo")
    window.wait(lambda: window.shown() == shown)
    assert "deleted" not in window.words()


def test_a_question_without_an_answer_can_be_answered(window: ChatWindow) -> None:
    _two_turns(window)
    _act(window.answers()[1], "Delete this answer")
    window.wait(lambda: window.shown() == ["first", "To first", "second"])
    assert "The message was deleted." in window.words()
    _act(window.questions()[1], "Answer this message")
    window.wait(lambda: window.shown()[-1] == "To second")
    window.wait_for_end()


def test_undo_is_not_offered_in_another_chat(window: ChatWindow) -> None:
    _two_turns(window)
    _act(window.answers()[1], "Delete this answer")
    window.wait(lambda: bool(window.buttons("Undo")))
    window.page.new_chat()
    assert not window.buttons("Undo")


def test_nothing_is_deleted_while_an_answer_is_written(window: ChatWindow) -> None:
    window.ask("first")
    window.hold_answers()
    window.send("second")
    _act(window.questions()[0], "Delete your message and all behind it")
    assert "Stop it first" in window.words()
    assert len(window.chats.path(window.chats.recent()[0].id)) == 4


def test_a_branch_becomes_a_chat_of_its_own(window: ChatWindow) -> None:
    _two_turns(window)
    first = window.chats.recent()[0].id
    opened = QSignalSpy(window.page.chat_opened)
    _act(window.answers()[0], "Continue from here in a new chat")
    window.wait(lambda: window.shown() == ["first", "To first"])
    assert opened.at(0)[0] != first
    window.ask("elsewhere")
    assert [m.text for m in window.chats.path(first)][-2:] == ["second", "To second"]


def test_a_fork_keeps_what_is_left_out(window: ChatWindow) -> None:
    chats = window.chats
    first = chats.begin_chat("one")
    chats.finish_answer(first.answer.id, MessageState.COMPLETE, text="1")
    second = chats.begin_turn(first.answer.chat_id, "two")
    details = {"sent_from": second.user.id, "earlier_note": "They said one."}
    chats.finish_answer(second.answer.id, MessageState.COMPLETE, text="2", details=details)
    window.page.open_chat(first.answer.chat_id)
    window.wait(lambda: len(window.shown()) == 4)
    _act(window.answers()[1], "Continue from here in a new chat")
    window.wait(lambda: "a chat of its own" in window.words())
    window.ask("three")
    prompt = "".join(segment.text for segment in window.scripted.requests[-1].prompt)
    assert "They said one." in prompt
    assert "one<" not in prompt
    assert "two" in prompt


def test_an_answer_in_other_words_stands_beside_the_model_s(window: ChatWindow) -> None:
    _two_turns(window)
    _act(window.answers()[1], "Edit this answer")
    editor = window.find(QuestionEditor)
    assert editor.edit.toPlainText() == "To second"
    editor.edit.setPlainText("My own words")
    QTest.keyClick(editor.edit, Qt.Key.Key_Return)
    window.wait(lambda: window.shown()[-1] == "My own words")
    assert "edited by you" in window.words(window.answers()[1])
    assert "2 / 2" in window.words(window.answers()[1])
    window.click("Earlier version")
    window.wait(lambda: window.shown()[-1] == "To second")
    assert len(window.scripted.requests) == 2


def test_esc_leaves_an_answer_as_it_was(window: ChatWindow) -> None:
    window.ask("x")
    _act(window.answers()[0], "Edit this answer")
    editor = window.find(QuestionEditor)
    QTest.keyClicks(editor.edit, " changed")
    QTest.keyClick(editor.edit, Qt.Key.Key_Escape)
    assert window.shown() == ["x", "An answer."]
    assert window.answers()[0].body.isVisible()


def test_a_selection_is_quoted_into_the_box(window: ChatWindow) -> None:
    window.scripted.script = lambda request: "One line.\n\nAnother line."
    window.ask("x")
    window.write("And this")
    body = window.answers()[0].body
    window.wait(lambda: not body.is_busy and bool(body.texts()))
    body.select_all()
    text = body.texts()[0].viewport()
    _act(text, "Quote the selection")
    assert window.box.toPlainText() == "And this\n\n> One line.\n>\n> Another line.\n\n"
    assert window.box.hasFocus()


def test_the_whole_chat_is_copied_as_markdown(window: ChatWindow) -> None:
    _two_turns(window)
    _act(window.answers()[0], "Copy the whole chat")
    window.wait(lambda: "The chat was copied" in window.words())
    copied = QGuiApplication.clipboard().text()
    assert copied.index("first") < copied.index("To first") < copied.index("To second")


def test_the_button_under_an_answer_opens_the_same_menu(window: ChatWindow) -> None:
    window.ask("x")
    window.click("More for this answer")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [each.text() for each in menu.actions()]
    menu.close()
    assert {"Copy the whole chat", "Edit this answer", "Delete this answer"} <= set(words)
