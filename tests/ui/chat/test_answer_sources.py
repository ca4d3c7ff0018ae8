"""Answers in chats with documents: checked after their end, chips that lead to the passage."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from desktop_slm.assistants.attachments import Attachment, details_of
from desktop_slm.assistants.chat_evidence import CheckedAnswer
from desktop_slm.assistants.evidence import Support
from desktop_slm.errors import AnalysisFailed
from desktop_slm.storage.chats.messages import Message, MessageState
from desktop_slm.ui.chat.evidence.passage_dialog import PassageDialog
from desktop_slm.ui.widgets.chip import Chip
from tests.fakes.plain_set import PlainSet
from tests.ui.chat_window import ChatWindow

_PAGES = (
    "The rent is 900 euros a month and is due on the third working day.",
    "Pets need the written consent of the landlord. The notice period is three months.",
)
LEASE = Attachment(
    "lease.pdf", "\n\n".join(_PAGES), 2, format="pdf", starts=((1, 0), (2, len(_PAGES[0]) + 2))
)
ANSWER = (
    "The rent is **900 euros** a month.\n\n- The notice period is three months.\n"
    "- Saturn has beautiful rings everywhere."
)


def _open(window: ChatWindow, answer: str = ANSWER, document: Attachment = LEASE) -> Message:
    chats = window.chats
    turn = chats.begin_chat("What does it say?", user_details=details_of([document]))
    chats.finish_answer(turn.answer.id, MessageState.COMPLETE, text=answer)
    window.page.open_chat(turn.answer.chat_id)
    window.wait(lambda: bool(window.shown()))
    return chats.message(turn.answer.id)


def _chips(window: ChatWindow) -> list[Chip]:
    return [each for each in window.page.findChildren(Chip) if each.isVisible()]


def _checked(window: ChatWindow, answer: Message) -> CheckedAnswer:
    window.wait(lambda: CheckedAnswer.of(window.chats.message(answer.id).details) is not None)
    found = CheckedAnswer.of(window.chats.message(answer.id).details)
    assert found is not None
    return found


def test_every_sentence_is_looked_for_and_what_was_found_is_kept(window: ChatWindow) -> None:
    answer = _open(window)
    checked = _checked(window, answer)
    assert [item.support for item in checked.items] == [Support.FULL, Support.FULL, Support.NONE]
    assert [item.evidence[0].page for item in checked.items[:2]] == [1, 2]
    window.wait(lambda: "2 of 3 sentences found in lease.pdf" in window.words())
    assert "No passage found that supports this" in window.words()


def test_chips_stand_behind_their_sentences_and_lie_inside_the_text(window: ChatWindow) -> None:
    _open(window)
    window.wait(lambda: len(_chips(window)) == 2)
    first, second = sorted(_chips(window), key=lambda chip: chip.geometry().top())
    assert (first.text(), second.text()) == ("p. 1", "p. 2")
    assert first.accessibleName().startswith("Source, lease.pdf, part 1: The rent is 900")
    for chip in (first, second):
        place = chip.parentWidget()
        assert place is not None
        assert place.rect().contains(chip.geometry().center())
        assert chip.x() > place.width() // 8  # behind the words, not at the line's beginning


def test_the_text_of_a_marked_answer_is_copied_with_its_sources(window: ChatWindow) -> None:
    _open(window)
    window.wait(lambda: len(_chips(window)) == 2)
    window.click("Copy this answer")
    copied = QGuiApplication.clipboard().text()
    assert "900 euros a month. [p. 1]" in copied
    assert window.answers()[0].body.source() == ANSWER


def test_chips_are_still_at_their_places_after_a_change_of_zoom(window: ChatWindow) -> None:
    _open(window)
    window.wait(lambda: len(_chips(window)) == 2)
    before = sorted(chip.width() for chip in _chips(window))
    window.core.theme.set_zoom(200)
    window.wait(lambda: len(_chips(window)) == 2)
    after = sorted(chip.width() for chip in _chips(window))
    assert all(new > old for old, new in zip(before, after, strict=True))
    window.page.resize(520, 700)
    for chip in _chips(window):
        place = chip.parentWidget()
        assert place is not None
        assert place.rect().contains(chip.geometry().center())


def test_a_chip_opens_the_page_with_the_words_marked(window: ChatWindow) -> None:
    _open(window)
    window.wait(lambda: len(_chips(window)) == 2)
    chip = max(_chips(window), key=lambda each: each.geometry().top())
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    dialog = window.find(PassageDialog)
    text = dialog.findChild(QPlainTextEdit)
    assert text is not None
    assert text.toPlainText() == _PAGES[1]
    (mark,) = text.extraSelections()
    assert mark.cursor.selectedText() == "The notice period is three months."
    assert "Page 2" in window.words(dialog)
    QTest.mouseClick(window.button("Page before", dialog), Qt.MouseButton.LeftButton)
    assert text.toPlainText() == _PAGES[0]
    assert not text.extraSelections()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_an_answer_that_has_just_ended_is_checked_without_asking(window: ChatWindow) -> None:
    window.scripted.script = lambda request: "The rent is 900 euros a month."
    window.page._pane.attaching.add_read(LEASE)
    window.ask("How much is it?")
    window.wait(lambda: len(_chips(window)) == 1)
    assert "memory" not in window.words()


def test_a_check_that_fails_is_said_and_can_be_asked_for_again(window: ChatWindow) -> None:
    class Broken(PlainSet):
        def evidence(self, *_: object, **__: object) -> list:  # type: ignore[type-arg]
            raise AnalysisFailed

    window.page.checks.analyse = Broken
    chats = window.chats
    turn = chats.begin_chat("x", user_details=details_of([LEASE]))
    chats.finish_answer(turn.answer.id, MessageState.COMPLETE, text=ANSWER)
    window.page.open_chat(turn.answer.chat_id)
    window.wait(lambda: "could not be checked" in window.words())
    window.page.checks.analyse = PlainSet
    window.click("Check again")
    window.wait(lambda: len(_chips(window)) == 2)
    assert "could not be checked" not in window.words()


def test_an_answer_without_documents_says_once_where_it_comes_from(window: ChatWindow) -> None:
    window.ask("first")
    window.wait(lambda: "From the model’s memory, not from a document." in window.words())
    window.ask("second")
    assert window.words().count("From the model’s memory") == 1


def test_an_answer_that_goes_on_is_checked_anew(window: ChatWindow) -> None:
    chats = window.chats
    turn = chats.begin_chat("x", user_details=details_of([LEASE]))
    chats.finish_answer(turn.answer.id, MessageState.STOPPED, text="The rent is 900 euros a month.")
    window.page.open_chat(turn.answer.chat_id)
    window.wait(lambda: len(_chips(window)) == 1)
    window.scripted.script = lambda request: "\n\nThe notice period is three months."
    window.click("Continue")
    window.wait_for_end()
    window.wait(lambda: len(_chips(window)) == 2)
