"""Messages that wait for an answer, and turns that do not fit: nothing goes or is cut silently."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_slm.assistants.attachments import Attachment, attachments_of
from desktop_slm.engine.protocol import Request
from desktop_slm.errors import EngineStopped
from desktop_slm.models.machine import Machine
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.ui.chat.room.earlier_note import EarlierNote
from desktop_slm.ui.chat.room.not_sent_line import NotSentLine
from desktop_slm.ui.widgets.choice_dialog import ChoiceDialog
from desktop_slm.ui.widgets.message_body import MessageBody
from tests.ui.chat_window import ChatWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _begin_live(window: ChatWindow, text: str = "first") -> None:
    window.send(text)
    window.wait(lambda: bool(window.buttons("Stop")))


def _queue(window: ChatWindow, text: str) -> None:
    window.write(text)
    window.press(Qt.Key.Key_Return)
    window.wait(lambda: text in window.words())


def _said(window: ChatWindow) -> list[str]:
    return [view.message.text for view in window.questions()]


# What waits


def test_enter_while_an_answer_is_written_lets_the_message_wait_and_go(window: ChatWindow) -> None:
    gate = window.hold_answers()
    _begin_live(window)
    _queue(window, "second")
    assert "Waiting: sent when the answer is done." in window.words()
    assert not window.box.toPlainText()
    assert _said(window) == ["first"]
    gate.set()
    window.wait(lambda: _said(window) == ["first", "second"])
    window.wait_for_end()
    assert "Waiting" not in window.words()
    assert window.answers()[-1].message.state is MessageState.COMPLETE


def test_several_wait_in_their_order(window: ChatWindow) -> None:
    gate = window.hold_answers()
    _begin_live(window)
    _queue(window, "second")
    _queue(window, "third")
    gate.set()
    window.wait(lambda: _said(window) == ["first", "second", "third"])
    window.wait_for_end()


def test_what_waits_stays_after_the_person_stopped_the_answer(window: ChatWindow) -> None:
    window.hold_answers()
    _begin_live(window)
    _queue(window, "second")
    window.click("Stop")
    window.wait(lambda: "Not sent: you stopped the answer before it." in window.words())
    assert _said(window) == ["first"]
    window.click("Send now")
    window.wait(lambda: _said(window) == ["first", "second"])
    window.wait_for_end()


def test_what_waits_stays_after_an_error(window: ChatWindow) -> None:
    gate = window.hold_answers()
    window.scripted.script = lambda request: EngineStopped(how="signal 9")
    _begin_live(window)
    _queue(window, "second")
    gate.set()
    window.wait(lambda: "Not sent: the answer before it could not be finished." in window.words())
    assert _said(window) == ["first"]


def test_send_now_stops_the_answer_and_sends(window: ChatWindow) -> None:
    window.hold_answers()
    _begin_live(window)
    _queue(window, "second")
    window.click("Send now")
    window.wait(lambda: _said(window) == ["first", "second"])
    window.wait_for_end()
    assert window.answers()[0].message.state is MessageState.STOPPED


def test_what_waits_can_be_edited_and_removed(window: ChatWindow) -> None:
    gate = window.hold_answers()
    _begin_live(window)
    _queue(window, "second")
    window.write("typed")
    window.click("Edit the message that waits")
    assert window.box.toPlainText() == "second\n\ntyped"
    window.box.clear()
    _queue(window, "third")
    window.click("Remove the message that waits")
    gate.set()
    window.wait_for_end()
    assert _said(window) == ["first"]


def test_a_file_waits_with_its_message_and_comes_back_with_it(window: ChatWindow) -> None:
    window.hold_answers()
    _begin_live(window)
    window.page._pane.attaching.add_read(Attachment("lease.pdf", "The rent.", 1))
    _queue(window, "second")
    assert "1 attachment" in window.words()
    assert not window.page._pane.attachments
    window.click("Edit the message that waits")
    assert [each.name for each in window.page._pane.attachments] == ["lease.pdf"]


def test_what_waits_goes_in_its_own_chat_while_another_one_is_shown(window: ChatWindow) -> None:
    gate = window.hold_answers()
    _begin_live(window)
    _queue(window, "second")
    chat_id = window.chats.recent()[0].id
    window.page.new_chat()
    assert "Waiting" not in window.words()
    gate.set()
    window.wait(lambda: len(window.chats.path(chat_id)) == 4)
    window.wait(lambda: window.chats.path(chat_id)[-1].state is MessageState.COMPLETE)
    assert [m.text for m in window.chats.path(chat_id)][::2] == ["first", "second"]
    assert not window.box.toPlainText()


def _restart(window: ChatWindow, chat_id: int, gate: Event) -> None:
    """Shows the stored chat in another page, as after a restart in an answer."""
    window.page.stop()
    gate.set()
    window.wait(lambda: window.chats.path(chat_id)[-1].state is MessageState.STOPPED)
    window.page.close()
    window.page = window.make_page()
    window.page.open_chat(chat_id)


def test_what_waits_survives_a_restart_with_its_file_beside_what_is_typed(
    window: ChatWindow,
) -> None:
    gate = window.hold_answers()
    _begin_live(window)
    lease = Attachment("lease.pdf", "The rent.", 1, format="pdf", starts=((1, 0),))
    window.page._pane.attaching.add_read(lease)
    _queue(window, "second")
    _queue(window, "third")
    window.write("half a thought")
    window.page.save_draft()
    chat_id = window.chats.recent()[0].id
    window.wait(lambda: window.chats.draft(chat_id) == "half a thought")
    window.wait(lambda: len(window.chats.waiting(chat_id)) == 2)
    _restart(window, chat_id, gate)
    window.wait(lambda: window.box.toPlainText() == "half a thought")
    window.wait(lambda: "Not sent: the chat was closed before its turn." in window.words())
    window.wait(lambda: bool(window.buttons("Send now")) and not window.buttons("Stop"))
    window.buttons("Send now")[0].click()
    window.wait(lambda: _said(window) == ["first", "second", "third"])
    window.wait_for_end()
    assert attachments_of(window.questions()[1].message) == (lease,)
    assert not window.chats.waiting(chat_id)
    assert window.box.toPlainText() == "half a thought"


def test_what_waited_before_a_restart_can_be_edited_with_its_file(window: ChatWindow) -> None:
    gate = window.hold_answers()
    _begin_live(window)
    window.page._pane.attaching.add_read(Attachment("lease.pdf", "The rent.", 1))
    _queue(window, "second")
    chat_id = window.chats.recent()[0].id
    window.wait(lambda: bool(window.chats.waiting(chat_id)))
    _restart(window, chat_id, gate)
    window.wait(lambda: bool(window.buttons("Edit the message that waits")))
    window.click("Edit the message that waits")
    assert window.box.toPlainText() == "second"
    assert [each.name for each in window.page._pane.attachments] == ["lease.pdf"]
    window.wait(lambda: not window.chats.waiting(chat_id))
    window.wait(lambda: window.chats.draft(chat_id) == "second")


def test_what_waits_in_a_deleted_chat_is_there_again_after_undo(window: ChatWindow) -> None:
    window.hold_answers()
    _begin_live(window)
    _queue(window, "second")
    chat_id = window.chats.recent()[0].id
    window.wait(lambda: bool(window.chats.waiting(chat_id)))
    window.page.close_chat(chat_id)
    window.chats.delete(chat_id)
    window.chats.restore(chat_id)
    window.page.open_chat(chat_id)
    window.wait(lambda: "the chat was closed" in window.words() and "second" in window.words())


def test_what_was_typed_behind_a_message_that_went_is_still_the_draft(window: ChatWindow) -> None:
    gate = window.hold_answers()
    _begin_live(window)
    _queue(window, "second")
    window.write("half a thought")
    gate.set()
    window.wait(lambda: _said(window) == ["first", "second"])
    window.wait_for_end()
    window.page.save_draft()
    chat_id = window.chats.recent()[0].id
    window.wait(lambda: window.chats.draft(chat_id) == "half a thought")


# What does not fit


def _fill(window: ChatWindow, trained: int = 8192) -> None:
    """Makes a chat of nearly 400 tokens in a room of 400."""
    window.core.change_settings(context_tokens=400)
    window.scripted.context, window.scripted.trained_context = 400, trained
    for number in range(3):
        window.ask(f"question {number} " + "word " * 60)


def _send_long(window: ChatWindow) -> ChoiceDialog:
    window.box.setPlainText("the last question " + "word " * 190)
    window.press(Qt.Key.Key_Return)
    return window.find(ChoiceDialog)


def _machine(window: ChatWindow, memory: int, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine("x", 4, memory, memory // 2, 1 << 40)
    monkeypatch.setattr(type(window.core.calibration), "machine", lambda self: machine)


def _prompt(request: Request) -> str:
    return "".join(segment.text for segment in request.prompt)


def test_a_turn_that_does_not_fit_is_asked_about_before_it_is_sent(
    window: ChatWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    _machine(window, 16 << 30, monkeypatch)
    _fill(window)
    before = len(window.scripted.requests)
    dialog = _send_long(window)
    words = window.words(dialog)
    assert "and the model has 400" in words
    assert "memory" in words
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.box.toPlainText().startswith("the last question")
    assert len(window.scripted.requests) == before
    assert len(window.questions()) == 3


def test_a_larger_context_is_taken_where_it_was_chosen(
    window: ChatWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    _machine(window, 16 << 30, monkeypatch)
    _fill(window)
    dialog = _send_long(window)
    window.scripted.context = 2048
    dialog.choose("larger")
    window.click("Go on", dialog)
    window.wait(lambda: len(window.questions()) == 4)
    window.wait_for_end()
    assert window.core.settings.context_tokens == 2048
    assert window.scripted.loads[-1].context_tokens == 2048
    assert "question 0" in _prompt(window.scripted.requests[-1])


def test_no_larger_context_is_offered_where_the_model_or_the_memory_has_none(
    window: ChatWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    _machine(window, 1 << 28, monkeypatch)
    _fill(window)
    dialog = _send_long(window)
    assert "does not fit into this computer’s memory" in window.words(dialog)
    assert not window.buttons("Give the model more room: 2,048 tokens", dialog)
    dialog.reject()
    window.scripted.trained_context = 400
    window.scripted.unload()
    window.scripted.load(window.core.engine_model(window.core.model))  # type: ignore[arg-type]
    window.wait(lambda: window.page.findChild(ChoiceDialog) is None)
    dialog = _send_long(window)
    assert "The model was not made for more." in window.words(dialog)


def test_earlier_messages_go_as_a_summary_that_can_be_read(
    window: ChatWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    _machine(window, 16 << 30, monkeypatch)
    _fill(window)
    dialog = _send_long(window)
    window.scripted.script = lambda request: (
        "They asked about words." if "You shorten" in _prompt(request) else "Fine."
    )
    dialog.choose("summarize")
    window.click("Go on", dialog)
    window.wait(lambda: len(window.questions()) > 0 and window.shown()[-1] == "Fine.")
    window.wait_for_end()
    sent = _prompt(window.scripted.requests[-1])
    assert "They asked about words." in sent
    assert "the last question" in sent
    assert "question 0" not in sent
    chat_id = window.chats.recent()[0].id
    assert window.chats.path(chat_id)[0].text.startswith("question 0")  # it is kept
    window.transcript.reveal(window.chats.path(chat_id)[6].id)
    note = window.find(EarlierNote)
    assert len(note.findChildren(MessageBody)) == 0  # folded
    window.click("Summary of the messages above, sent in their place", note)
    assert note.is_open
    assert "They asked about words." in note.text
    window.wait(lambda: bool(window.page.findChildren(NotSentLine)))
    window.ask("and now")
    assert "They asked about words." in _prompt(window.scripted.requests[-1])


def test_the_oldest_messages_are_left_out_where_it_was_chosen(
    window: ChatWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    _machine(window, 16 << 30, monkeypatch)
    _fill(window)
    dialog = _send_long(window)
    dialog.choose("leave out")
    window.click("Go on", dialog)
    window.wait(lambda: window.shown()[-1] == "An answer." and len(window.scripted.requests) == 4)
    window.wait_for_end()
    assert "question 0" not in _prompt(window.scripted.requests[-1])


def test_a_message_that_fits_nowhere_stays_in_the_box_and_says_what_to_do(
    window: ChatWindow,
) -> None:
    window.core.change_settings(context_tokens=100)
    window.scripted.context = window.scripted.trained_context = 100
    window.core.engine.load(window.core.engine_model(window.core.model))  # type: ignore[arg-type]
    window.box.setPlainText("word " * 200)
    window.press(Qt.Key.Key_Return)
    window.wait(lambda: "This message alone needs room for" in window.words())
    assert window.box.toPlainText().startswith("word")
    assert not window.scripted.requests


def test_a_waiting_message_that_does_not_fit_is_asked_about_when_its_turn_comes(
    window: ChatWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    _machine(window, 16 << 30, monkeypatch)
    _fill(window)
    gate = window.hold_answers()
    _begin_live(window, "short")
    window.box.setPlainText("long " + "word " * 190)
    window.press(Qt.Key.Key_Return)
    gate.set()
    dialog = window.find(ChoiceDialog)
    dialog.reject()
    window.wait(lambda: "Not sent: it needs more room than the model has." in window.words())
    assert len(window.chats.path(window.chats.recent()[0].id)) == 8


def test_the_notice_of_a_full_model_offers_the_same(
    window: ChatWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    _machine(window, 16 << 30, monkeypatch)
    _fill(window)
    window.scripted.unload()
    window.box.setPlainText("the last question " + "word " * 190)
    window.press(Qt.Key.Key_Return)
    window.wait(lambda: "needs more room than the model has" in window.words())
    assert window.buttons("Summarize the earlier messages")
    assert window.buttons("Leave out the oldest messages")
    window.click("Give the model more room")
    dialog = window.find(ChoiceDialog)
    window.scripted.context = 2048
    dialog.choose("larger")
    window.click("Go on", dialog)
    window.wait(lambda: window.shown()[-1] == "An answer.")
    window.wait_for_end()
    assert window.core.settings.context_tokens == 2048
