"""`/name` in the box: a list to choose from by key or click, and never anything sent by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_slm.ui.chat.writing.prompt_completion import PromptCompletion
from tests.ui.chat_window import ChatWindow

_KEY = Qt.Key


@pytest.fixture
def prompts(window: ChatWindow) -> PromptCompletion:
    return window.find(PromptCompletion)


def _shown(prompts: PromptCompletion) -> list[str]:
    model = prompts.model()
    rows = range(model.rowCount()) if prompts.isVisible() else ()
    return [str(model.index(row, 0).data()).split()[0] for row in rows]


def _current(prompts: PromptCompletion) -> str:
    return str(prompts.currentIndex().data()).split()[0]


def test_the_list_follows_what_is_typed(window: ChatWindow, prompts: PromptCompletion) -> None:
    assert _shown(prompts) == []
    window.write("/")
    assert len(_shown(prompts)) >= 8
    window.write("ex")
    assert _shown(prompts) == ["/explain"]
    window.write("x")
    assert _shown(prompts) == []


def test_enter_fills_the_box_and_sends_nothing(
    window: ChatWindow, prompts: PromptCompletion
) -> None:
    window.write("/explain")
    window.press(_KEY.Key_Return)
    assert window.box.toPlainText() == "Explain in simple words, with one example from daily life: "
    assert not prompts.isVisible()
    assert window.chats.recent() == ()
    window.write("rain")
    assert window.box.toPlainText().endswith("daily life: rain")


def test_what_was_typed_behind_the_name_goes_to_its_place(
    window: ChatWindow, prompts: PromptCompletion
) -> None:
    window.write("/shorter a long text")
    assert _shown(prompts) == ["/shorter"]
    window.press(_KEY.Key_Tab)
    assert window.box.toPlainText().endswith("a fact:\n\na long text")
    assert window.chats.recent() == ()
    window.press(_KEY.Key_Return)
    window.wait(lambda: len(window.chats.recent()) == 1)


def test_arrows_go_round_and_a_click_chooses(window: ChatWindow, prompts: PromptCompletion) -> None:
    window.write("/")
    names = _shown(prompts)
    window.press(_KEY.Key_Down)
    assert _current(prompts) == names[1]
    window.press(_KEY.Key_Up)
    window.press(_KEY.Key_Up)
    assert _current(prompts) == names[-1]
    place = prompts.visualRect(prompts.model().index(len(names) - 1, 0)).center()
    QTest.mouseClick(prompts.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not prompts.isVisible()
    assert window.box.toPlainText() not in ("", "/")
    assert window.box.hasFocus()


def test_esc_puts_the_list_away_and_the_words_are_sent_as_they_are(
    window: ChatWindow, prompts: PromptCompletion
) -> None:
    window.write("/shorter")
    window.press(_KEY.Key_Escape)
    assert _shown(prompts) == []
    window.press(_KEY.Key_Return)
    window.wait(lambda: bool(window.questions()))
    assert window.shown()[0] == "/shorter"


def test_a_path_is_no_prompt(window: ChatWindow, prompts: PromptCompletion) -> None:
    window.write("/etc/hosts is what?")
    assert _shown(prompts) == []


def test_shift_and_enter_breaks_the_line_as_ever(
    window: ChatWindow, prompts: PromptCompletion
) -> None:
    window.write("/shorter x")
    QTest.keyClick(window.box, _KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.box.toPlainText() == "/shorter x\n"


def test_the_button_offers_prompts_around_what_stands_in_the_box(
    window: ChatWindow, prompts: PromptCompletion
) -> None:
    window.write("my words")
    window.click("Insert a prompt")
    assert len(_shown(prompts)) >= 8
    while _current(prompts) != "/correct":
        window.press(_KEY.Key_Down)
    window.press(_KEY.Key_Return)
    assert window.box.toPlainText().endswith("nothing else:\n\nmy words")
