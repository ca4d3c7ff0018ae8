"""The chat page as a person uses it: asking, reading, stopping, and what is left of each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_slm.assistants.chat import PRACTICE_NOTICE
from desktop_slm.engine.protocol import Delta, Loading, Reading, StopReason, Waiting
from desktop_slm.engine.templating import Templating
from desktop_slm.errors import DiskFull
from desktop_slm.models.library import Place
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.ui.chat.answers.answer_details import AnswerDetails
from desktop_slm.ui.chat.room.room_meter import RoomMeter
from desktop_slm.ui.theme import Theme
from tests.ui.chat_window import ChatWindow, installed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, for menus


# Asking


def test_enter_asks_and_the_answer_appears(window: ChatWindow) -> None:
    opened, changed = QSignalSpy(window.page.chat_opened), QSignalSpy(window.page.chats_changed)
    window.ask("What is the capital?")
    assert window.shown() == ["What is the capital?", "An answer."]
    assert "finished" in window.words(window.answers()[0])
    (chat,) = window.chats.recent()
    assert opened.at(opened.count() - 1)[0] == chat.id
    assert changed.count() >= 2  # begun, answered


def test_a_new_chat_is_named_after_its_first_words(window: ChatWindow) -> None:
    window.ask("What is the capital of France?")
    assert window.chats.recent()[0].title == "What is the capital of France?"
    assert "What is the capital of France?" in window.words()


def test_the_box_is_emptied_only_when_the_message_is_stored(
    window: ChatWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = window.chats.begin_chat
    seen: list[str] = []

    def noted(*args: object, **options: object) -> object:
        seen.append(window.box.toPlainText())
        return begin(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(type(window.chats), "begin_chat", lambda self, *a, **o: noted(*a, **o))
    window.ask("Keep me")
    assert seen == ["Keep me"]
    assert window.box.toPlainText() == ""


def test_where_storing_fails_the_words_stay_and_the_error_is_told(
    window: ChatWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(type(window.chats), "begin_chat", fail)
        window.write("Precious words")
        window.press(Qt.Key.Key_Return)
        window.wait(lambda: "The disk is full" in window.words())
    assert window.box.toPlainText() == "Precious words"
    window.press(Qt.Key.Key_Return)
    window.wait(lambda: window.shown() == ["Precious words", "An answer."])
    window.wait_for_end()


def test_what_is_typed_while_the_message_is_stored_stays(window: ChatWindow) -> None:
    window.write("first")
    window.press(Qt.Key.Key_Return)
    window.write(" and more")
    window.wait(lambda: window.box.toPlainText() == " and more")
    window.wait_for_end()
    assert window.shown()[0] == "first"


def test_without_a_model_the_page_leads_to_one(window: ChatWindow) -> None:
    window.core.model = None
    window.core.model_changed.emit(None)
    asked = QSignalSpy(window.page.models_requested)
    window.click("Open Models")
    window.write("Hello")
    window.press(Qt.Key.Key_Return)
    assert "no model on this computer yet" in window.words()
    assert window.box.toPlainText() == "Hello"
    window.click("Open Models", window.composer.parentWidget())
    assert asked.count() == 2


def test_before_the_data_is_open_sending_waits(
    qtbot: QtBot, theme: Theme, tmp_path: Path, templating: Templating
) -> None:
    window = ChatWindow(qtbot, theme, tmp_path, templating)
    window.write("Early")
    window.press(Qt.Key.Key_Return)
    assert "being opened" in window.words()
    assert window.box.toPlainText() == "Early"
    window.open_data()
    window.wait(lambda: window.shown() == ["Early", "An answer."])
    window.wait_for_end()
    window.close()


# While it is written


def test_before_the_first_word_its_place_says_what_goes_on(window: ChatWindow) -> None:
    window.hold_answers()
    window.send("x")
    window.wait(lambda: "Reading, 100 %" in window.words())
    live = window.answers()[0]._live
    assert live is not None
    for event, words in (
        (Loading(0.4), "Loading Test 1B, 40 %"),
        (Waiting(), "Waiting until another answer is done"),
        (Reading(55, 100), "Reading, 55 %"),
    ):
        live.take([event])
        assert words in window.words()
    live.phase_since -= 7
    window.wait(lambda: re.search("Reading, 55 % · [78] s", window.words()) is not None)


def test_the_first_word_takes_the_place_of_the_status(window: ChatWindow) -> None:
    window.scripted.script = lambda request: "One two"
    window.ask("x")
    assert "Reading" not in window.words(window.answers()[0])


@pytest.mark.parametrize("by", ["button", "esc", "esc in the transcript"])
def test_stop_keeps_what_is_there(window: ChatWindow, by: str) -> None:
    gate = window.hold_answers()
    window.scripted.script = lambda request: "one two three"
    window.send("Count")
    window.wait(lambda: bool(window.answers()))
    live = window.answers()[0]._live
    assert live is not None
    live.take([Delta("one")])  # as the engine does: the first word is there
    if by == "button":
        window.click("Stop")
    else:
        window.press(Qt.Key.Key_Escape, window.transcript if "transcript" in by else None)
    gate.set()
    window.wait_for_end()
    assert window.answers()[0].message.state is MessageState.STOPPED
    assert "stopped by you" in window.words(window.answers()[0])
    assert window.buttons("Send")


def test_a_stopped_answer_can_go_on_behind_its_text(window: ChatWindow) -> None:
    answer = window.chats.begin_chat("Count").answer
    window.chats.finish_answer(answer.id, MessageState.STOPPED, text="one two")
    window.page.open_chat(answer.chat_id)
    window.scripted.script = lambda request: ", three"
    window.click("Continue")
    window.wait(lambda: window.shown() == ["Count", "one two, three"])
    window.wait_for_end()
    assert window.scripted.requests[-1].prompt[-1].text == "one two"
    assert window.scripted.requests[-1].prompt[-1].is_literal


def test_an_answer_at_the_length_limit_says_so_and_offers_to_go_on(window: ChatWindow) -> None:
    answer = window.chats.begin_chat("Count").answer
    window.chats.finish_answer(
        answer.id,
        MessageState.COMPLETE,
        text="one",
        details={"stop_reason": StopReason.LENGTH.value, "model_name": "M"},
    )
    window.page.open_chat(answer.chat_id)
    window.wait(lambda: "reached the length limit" in window.words())
    assert window.buttons("Continue")


def test_an_answer_cut_off_by_a_crash_says_so(window: ChatWindow) -> None:
    answer = window.chats.begin_chat("x").answer
    window.chats.update_answer(answer.id, "It began")
    window.database.execute("UPDATE messages SET state = 'interrupted' WHERE id = ?", (answer.id,))
    window.page.open_chat(answer.chat_id)
    window.wait(lambda: window.shown() == ["x", "It began"])
    assert "cut off: the program ended" in window.words()


def test_what_the_practice_model_makes_is_headed(window: ChatWindow) -> None:
    window.core.model = installed(Path("."), Place.PRACTICE, "Practice model")
    gate = window.hold_answers()
    window.send("x")
    window.wait(lambda: PRACTICE_NOTICE in window.words())  # from the first moment
    gate.set()
    window.wait_for_end()
    assert PRACTICE_NOTICE in window.words(window.answers()[0])
    window.core.model = installed(Path("."))
    window.ask("y")
    assert PRACTICE_NOTICE not in window.words(window.answers()[1])


def test_thinking_is_folded_above_the_answer(window: ChatWindow) -> None:
    answer = window.chats.begin_chat("x").answer
    window.chats.finish_answer(
        answer.id, MessageState.COMPLETE, text="So it is.", thinking="Hm, let me see."
    )
    window.page.open_chat(answer.chat_id)
    window.wait(lambda: bool(window.answers()))
    height = window.answers()[0].height()
    window.click("What it thought first")
    assert window.answers()[0].height() > height
    window.click("What it thought first")
    assert window.answers()[0].height() == height


def test_details_tell_the_figures_and_fold_away_again(window: ChatWindow) -> None:
    window.ask("x")
    view = window.answers()[0]
    height = view.height()
    window.click("Details")
    words = window.words(view.findChild(AnswerDetails))
    assert "Test 1B" in words
    assert "2 tokens, 50.0 tokens/s" in words
    assert "the model ended its answer" in words
    window.click("Details")
    assert view.height() == height


def test_details_tell_that_the_model_s_own_template_failed(window: ChatWindow) -> None:
    answer = window.chats.begin_chat("x").answer
    details = {"model_name": "M", "template": "built-in"}
    window.chats.finish_answer(answer.id, MessageState.COMPLETE, text="one", details=details)
    window.page.open_chat(answer.chat_id)
    window.wait(lambda: bool(window.answers()))
    window.click("Details")
    assert "The model’s own fails; a common one is used." in window.words(window.answers()[0])


# The header


def test_the_title_is_changed_in_its_place(window: ChatWindow) -> None:
    window.ask("x")
    QTest.keyClick(window.box, Qt.Key.Key_F2)
    field = window.find(QLineEdit)
    assert field.isVisible()
    assert field.selectedText() == "x"
    QTest.keyClicks(field, "My title")
    QTest.keyClick(field, Qt.Key.Key_Return)
    window.wait(lambda: window.chats.recent()[0].title == "My title")
    assert window.chats.recent()[0].has_own_title


def test_esc_keeps_the_title(window: ChatWindow) -> None:
    window.ask("x")
    QTest.keyClick(window.box, Qt.Key.Key_F2)
    field = window.find(QLineEdit)
    QTest.keyClicks(field, "Not this")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert window.chats.recent()[0].title == "x"


def test_the_model_button_tells_disk_before_and_memory_after_loading(window: ChatWindow) -> None:
    button = window.button("Model: Test 1B")
    assert button.accessibleDescription() == "98 MB on disk, not loaded yet"
    window.ask("x")
    window.wait(lambda: button.accessibleDescription() == "220 MB in memory, 98 MB on disk")


def test_the_menu_of_models_chooses_one_and_leads_to_more(
    window: ChatWindow, tmp_path: Path
) -> None:
    (tmp_path / "models").mkdir()
    for name in ("alpha-Q4_0.gguf", "beta-Q8_0.gguf"):
        (tmp_path / "models" / name).write_bytes(b"GGUF" + bytes(2_000_000))
    asked = QSignalSpy(window.page.models_requested)
    window.click("Model: Test 1B")
    window.wait(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    first, second, _, more = menu.actions()
    assert [first.text(), second.text()] == ["alpha · 2 MB", "beta · 2 MB"]
    more.trigger()
    second.trigger()
    assert asked.count() == 1
    assert window.core.model is not None
    assert window.core.model.name == "beta"
    menu.close()
    window.button("Model: beta")


def test_the_room_is_told_once_it_can_be_counted_and_follows_the_typing(
    window: ChatWindow,
) -> None:
    meter = window.find(RoomMeter)
    window.write("some words")
    assert meter.share_text() == ""
    window.scripted.context = 400
    window.write(" ?")
    window.send("")
    window.wait_for_end()
    window.wait(lambda: meter.share_text() != "")
    before = float(meter.share_text().split()[0])
    window.composer.set_text("word " * 100)
    window.wait(lambda: float(meter.share_text().split()[0]) >= before + 24)
    window.scripted.unload()
    window.write(" more")
    assert not meter.isVisible()  # only a loaded model can count


# The empty chat


def test_the_beginnings_put_words_into_the_box(window: ChatWindow) -> None:
    window.click("Explain something")
    assert window.box.toPlainText() == "Explain in simple words: "
    assert window.box.hasFocus()
    window.write("rain")
    assert window.box.toPlainText() == "Explain in simple words: rain"


def test_a_link_is_confirmed_before_it_is_opened(window: ChatWindow) -> None:
    window.scripted.script = lambda request: "See [it](https://example.org/a)."
    window.ask("x")
    window.answers()[0].link_requested.emit("https://example.org/a")
    window.click("Open in browser", QApplication.activeModalWidget())
    window.wait(lambda: window.launcher.opened == ["https://example.org/a"])


def test_copying_an_answer_gives_plain_text(window: ChatWindow) -> None:
    window.scripted.script = lambda request: "This is **bold**."
    window.ask("x")
    window.wait(lambda: not window.answers()[0].body.is_busy)
    window.click("Copy this answer")
    assert QGuiApplication.clipboard().text() == "This is bold."
