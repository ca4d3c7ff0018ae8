"""The message box as a person uses it: keys, an input method, pastes, drops, attachments."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from desktop_slm.ui.chat.message_edit import LONG_PASTE_CHARACTERS
from desktop_slm.ui.chat.writing.attachment_chip import AttachmentChip
from desktop_slm.ui.chat.writing.composer import Composer, Draft
from desktop_slm.ui.dropped_files import DroppedFiles, files_in
from desktop_slm.ui.theme import Theme

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def composer(theme: Theme, qtbot: QtBot) -> Composer:
    made = Composer(theme)
    qtbot.addWidget(made)
    made.resize(600, 140)
    made.show()
    made.edit.setFocus()
    return made


def _button(composer: Composer, name: str) -> QToolButton:
    return next(
        each for each in composer.findChildren(QToolButton) if each.accessibleName() == name
    )


def _hint(composer: Composer) -> QLabel:
    return next(each for each in composer.findChildren(QLabel) if "new line" in each.text())


def _paste(composer: Composer, text: str) -> None:
    QApplication.clipboard().setText(text)
    composer.edit.paste()


def test_enter_sends_what_was_typed_and_keeps_it(composer: Composer) -> None:
    sent = QSignalSpy(composer.submitted)
    QTest.keyClicks(composer.edit, "Can I sublet?")
    QTest.keyClick(composer.edit, Qt.Key.Key_Return)
    assert sent.at(0)[0] == Draft("Can I sublet?")
    assert composer.edit.toPlainText() == "Can I sublet?"  # until it is stored


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_shift_and_enter_begin_a_line(composer: Composer, key: Qt.Key) -> None:
    sent = QSignalSpy(composer.submitted)
    QTest.keyClicks(composer.edit, "a")
    QTest.keyClick(composer.edit, key, SHIFT)
    QTest.keyClicks(composer.edit, "b")
    assert composer.edit.toPlainText() == "a\nb"
    assert sent.count() == 0


def test_with_the_other_setting_ctrl_and_enter_send(composer: Composer) -> None:
    composer.set_send_key("ctrl+enter")
    sent = QSignalSpy(composer.submitted)
    QTest.keyClicks(composer.edit, "a")
    QTest.keyClick(composer.edit, Qt.Key.Key_Return)
    assert (composer.edit.toPlainText(), sent.count()) == ("a\n", 0)
    QTest.keyClick(composer.edit, Qt.Key.Key_Return, CTRL)
    assert sent.count() == 1
    assert _hint(composer).text() == "Ctrl+Enter sends · Enter new line"


def test_ctrl_and_enter_do_nothing_where_enter_sends(composer: Composer) -> None:
    sent = QSignalSpy(composer.submitted)
    QTest.keyClicks(composer.edit, "a")
    QTest.keyClick(composer.edit, Qt.Key.Key_Return, CTRL)
    assert (composer.edit.toPlainText(), sent.count()) == ("a", 0)


def test_enter_never_sends_while_a_word_is_composed(composer: Composer) -> None:
    sent = QSignalSpy(composer.submitted)
    QTest.keyClicks(composer.edit, "a")
    QApplication.sendEvent(composer.edit, QInputMethodEvent("に", []))
    QTest.keyClick(composer.edit, Qt.Key.Key_Return)
    assert sent.count() == 0
    done = QInputMethodEvent("", [])
    done.setCommitString("日")
    QApplication.sendEvent(composer.edit, done)
    QTest.keyClick(composer.edit, Qt.Key.Key_Return)
    assert sent.at(0)[0] == Draft("a日")


def test_a_held_enter_sends_once(composer: Composer) -> None:
    sent = QSignalSpy(composer.submitted)
    QTest.keyClicks(composer.edit, "a")
    QTest.keyClick(composer.edit, Qt.Key.Key_Return)
    for _ in range(3):
        repeated = QKeyEvent(
            QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
        )
        QApplication.sendEvent(composer.edit, repeated)
    assert sent.count() == 1


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_nothing_is_not_sent(composer: Composer, text: str) -> None:
    sent = QSignalSpy(composer.submitted)
    composer.set_text(text)
    QTest.keyClick(composer.edit, Qt.Key.Key_Return)
    assert sent.count() == 0
    assert not _button(composer, "Send").isEnabled()


def test_while_an_answer_comes_there_is_stop_and_what_is_written_can_wait(
    composer: Composer,
) -> None:
    stopped, sent = QSignalSpy(composer.stop_requested), QSignalSpy(composer.submitted)
    composer.set_streaming(True)
    assert not _button(composer, "Send when the answer is done").isVisible()
    composer.set_text("the next one")
    assert _button(composer, "Send when the answer is done").isVisible()
    QTest.mouseClick(_button(composer, "Stop"), Qt.MouseButton.LeftButton)
    QTest.keyClick(composer.edit, Qt.Key.Key_Escape)
    QTest.keyClick(composer.edit, Qt.Key.Key_Return)
    assert (stopped.count(), sent.count()) == (2, 1)
    assert composer.edit.toPlainText() == "the next one"


def test_esc_does_nothing_when_nothing_comes(composer: Composer) -> None:
    stopped = QSignalSpy(composer.stop_requested)
    QTest.keyClick(composer.edit, Qt.Key.Key_Escape)
    assert stopped.count() == 0


def test_up_in_an_empty_box_asks_for_the_last_message(composer: Composer) -> None:
    asked = QSignalSpy(composer.edit_last_requested)
    QTest.keyClick(composer.edit, Qt.Key.Key_Up)
    QTest.keyClicks(composer.edit, "a")
    QTest.keyClick(composer.edit, Qt.Key.Key_Up)
    assert asked.count() == 1


def test_the_box_grows_with_its_lines_and_then_scrolls(composer: Composer) -> None:
    one = composer.edit.height()
    composer.set_text("a\nb\nc")
    three = composer.edit.height()
    composer.set_text("a\n" * 50)
    many = composer.edit.height()
    assert one < three < many
    assert composer.edit.verticalScrollBar().maximum() > 0
    composer.clear()
    assert composer.edit.height() == one


def test_a_long_word_wraps_and_makes_the_box_higher(composer: Composer) -> None:
    one = composer.edit.height()
    composer.set_text("w" * 400)
    assert composer.edit.height() > 2 * one
    assert composer.width() == 600


def test_a_paste_is_plain_text(composer: Composer) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold")
    composer.edit.insertFromMimeData(data)
    assert composer.edit.toPlainText() == "bold"
    composer.edit.selectAll()
    assert composer.edit.createMimeDataFromSelection().formats() == ["text/plain"]


def test_a_pasted_megabyte_becomes_an_attachment_at_once(composer: Composer) -> None:
    text = "words and more " * 70_000
    before = time.perf_counter()
    _paste(composer, text)
    assert time.perf_counter() - before < 0.5
    assert composer.edit.toPlainText() == ""
    assert composer.draft() == Draft("", (), (text,))
    chip = composer.findChild(AttachmentChip)
    assert chip is not None
    assert chip.accessibleName() == "Pasted text, 1,050,000 characters"
    assert _button(composer, "Send").isEnabled()


def test_a_paste_of_usual_length_goes_into_the_box(composer: Composer) -> None:
    _paste(composer, "w" * LONG_PASTE_CHARACTERS)
    assert len(composer.edit.toPlainText()) == LONG_PASTE_CHARACTERS


def test_pasted_and_dropped_files_are_offered(composer: Composer) -> None:
    offered: list[DroppedFiles] = []
    composer.files_offered.connect(offered.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/folder/lease.pdf")])
    composer.edit.insertFromMimeData(data)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    viewport = composer.edit.viewport()
    QApplication.sendEvent(viewport, QDragEnterEvent(QPointF(5, 5), copy, data, left, none))
    QApplication.sendEvent(viewport, QDropEvent(QPointF(5, 5), copy, data, left, none))
    assert offered == [DroppedFiles(("/folder/lease.pdf",))] * 2
    assert composer.edit.toPlainText() == ""


def test_a_path_to_another_computer_is_refused() -> None:
    data = QMimeData()
    data.setUrls([QUrl("file://host/share/a.pdf"), QUrl("file:////host/share/b.pdf"),
                  QUrl("file:///tmp/c.pdf"), QUrl("https://example.org/d.pdf")])  # fmt: skip
    assert files_in(data) == DroppedFiles(("/tmp/c.pdf",), ("a.pdf", "b.pdf"))


def test_a_web_address_that_is_dropped_is_text(composer: Composer) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/d")])
    data.setText("https://example.org/d")
    composer.edit.insertFromMimeData(data)
    assert composer.edit.toPlainText() == "https://example.org/d"


def test_an_attachment_can_be_taken_away_again(composer: Composer) -> None:
    removed = QSignalSpy(composer.attachment_removed)
    composer.add_attachment("key", "lease.pdf", "reading, 40 %")
    composer.set_attachment_detail("key", "12 pages · fits")
    assert composer.draft() == Draft("", ("key",))
    assert not composer.draft()  # a file alone asks nothing
    chip = composer.findChild(AttachmentChip)
    assert chip is not None
    assert chip.accessibleName() == "lease.pdf, 12 pages · fits"
    QTest.mouseClick(_button(composer, "Remove lease.pdf"), Qt.MouseButton.LeftButton)
    assert removed.at(0) == ["key"]
    assert composer.draft() == Draft("")


def test_clearing_takes_everything(composer: Composer) -> None:
    composer.set_text("a")
    composer.add_attachment("key", "lease.pdf")
    _paste(composer, "x" * 20_000)
    composer.clear()
    assert composer.draft() == Draft("")


def test_the_hint_goes_before_it_is_cut(composer: Composer) -> None:
    assert _hint(composer).isVisible()
    composer.resize(300, 140)
    assert not _hint(composer).isVisible()


def test_tab_leaves_the_box(composer: Composer) -> None:
    QTest.keyClick(composer.edit, Qt.Key.Key_Tab)
    assert composer.edit.toPlainText() == ""
    assert not composer.edit.hasFocus()


def test_every_control_has_a_name(composer: Composer) -> None:
    names = {each.accessibleName() for each in composer.findChildren(QToolButton)}
    assert names == {"Add a file", "Send", "Stop"}
    assert composer.edit.accessibleName() == "Message"
