"""Ctrl+F in a chat, and the way from a search to the message that it found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.finding.search_text import Query
from desktop_slm.ui.chat.finding.find_bar import FindBar
from desktop_slm.ui.widgets.safe_text import SafeText
from tests.ui.chat_window import ChatWindow

ANSWER = """\
The **wor**d, then a [word](https://example.org/word):

```python
word = 1  # a word
```

| word | other |
| --- | --- |
| a | the Wörd |
"""


def store(window: ChatWindow, *turns: tuple[str, str]) -> int:
    """Stores a chat of questions and answers and returns its id."""
    chat_id = window.chats.create("Words").id
    for question, answer in turns:
        turn = window.chats.begin_turn(chat_id, question)
        window.chats.finish_answer(turn.answer.id, MessageState.COMPLETE, text=answer)
    return chat_id


def show(window: ChatWindow, chat_id: int) -> None:
    window.page.open_chat(chat_id)
    window.wait(lambda: bool(window.answers()))


def find(window: ChatWindow, words: str) -> FindBar:
    """Opens the bar with its keys and types."""
    window.page.activateWindow()
    window.wait(window.page.isActiveWindow)
    window.page.focus_first()
    QTest.keySequence(window.page, QKeySequence("Ctrl+F"))
    bar = window.find(FindBar)
    window.wait(bar.field.hasFocus)
    bar.field.clear()
    QTest.keyClicks(bar.field, words)
    return bar


def count(window: ChatWindow, bar: FindBar, words: str) -> None:
    window.wait(lambda: bar.count.text() == words)


def marked(window: ChatWindow) -> list[str]:
    """Returns every marked word, from top to bottom."""
    return [
        selection.cursor.selectedText()
        for view in window.transcript.views
        for text in view.body.texts()
        for selection in text.extraSelections()
    ]


def has_current(window: ChatWindow) -> bool:
    return len(currents(window)) == 1


def current(window: ChatWindow) -> tuple[SafeText, QRect]:
    """Returns the text with the match that was gone to, and where that stands in it."""
    [found] = currents(window)
    return found


def currents(window: ChatWindow) -> list[tuple[SafeText, QRect]]:
    accent = window.core.theme.color("accent")
    return [
        (text, text.cursorRect(selection.cursor))
        for view in window.transcript.views
        for text in view.body.texts()
        for selection in text.extraSelections()
        if selection.format.background().color() == accent
    ]


def is_in_sight(window: ChatWindow) -> bool:
    text, rect = current(window)
    viewport = window.transcript.viewport()
    at = text.viewport().mapTo(viewport, QPoint(rect.left(), rect.center().y()))
    return 0 <= at.y() <= viewport.height()


def test_words_are_found_in_prose_code_and_tables(window: ChatWindow) -> None:
    window.page.resize(900, 1200)  # the first match is the first one in sight
    show(window, store(window, ("Which word?", ANSWER)))
    bar = find(window, "WORD")
    count(window, bar, "1 of 7")
    assert sorted(marked(window)) == sorted(
        ["word", "word", "word", "word", "word", "word", "Wörd"]
    )


def test_enter_goes_on_and_shift_enter_back(window: ChatWindow) -> None:
    show(window, store(window, ("one two one", "one")))
    bar = find(window, "one")
    count(window, bar, "1 of 3")
    for expected in ("2 of 3", "3 of 3", "1 of 3"):
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
        assert bar.count.text() == expected
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "3 of 3"
    QTest.keyClick(bar.field, Qt.Key.Key_F3)
    assert bar.count.text() == "1 of 3"
    QTest.keyClick(bar.field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "3 of 3"


def test_messages_that_are_not_laid_out_are_counted_and_gone_to(window: ChatWindow) -> None:
    turns = [(f"question {number}", "filler line\n\n" * 12) for number in range(60)]
    turns[2] = ("question 2", "filler\n\n" * 20 + "the **nee**dle")
    turns[50] = ("the needle, too", "filler")
    show(window, store(window, *turns))
    assert len(window.transcript.views) < 60
    bar = find(window, "needle")
    window.wait(lambda: bar.count.text() in ("1 of 2", "2 of 2"))
    for _ in range(3):
        before = bar.count.text()
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
        window.wait(lambda before=before: bar.count.text() not in ("", before))  # type: ignore[misc]
        window.wait(lambda: is_in_sight(window))
    assert bar.count.text() in ("1 of 2", "2 of 2")


def test_what_only_shapes_the_text_is_not_counted(window: ChatWindow) -> None:
    show(window, store(window, ("a", "[here](https://example.org/secret)")))
    bar = find(window, "secret")
    count(window, bar, "Not in this chat")
    assert marked(window) == []


def test_escape_closes_the_bar_and_takes_the_marks_away(window: ChatWindow) -> None:
    show(window, store(window, ("one", "one")))
    bar = find(window, "one")
    count(window, bar, "1 of 2")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert marked(window) == []
    window.wait(window.box.hasFocus)


def test_an_answer_that_streams_in_is_counted(window: ChatWindow) -> None:
    show(window, store(window, ("word", "nothing")))
    bar = find(window, "word")
    count(window, bar, "1 of 1")
    window.scripted.script = lambda request: "a word and a word"
    window.page.focus_first()
    window.send("go on")
    count(window, bar, "1 of 3")


def test_a_long_answer_is_shown_to_its_end_where_the_match_is_there(window: ChatWindow) -> None:
    text = "filler words in a line\n\n" * 9_000 + "the needle"
    show(window, store(window, ("a", text)))
    bar = find(window, "needle")
    window.wait(lambda: marked(window) == ["needle"], timeout_ms=20_000)
    count(window, bar, "1 of 1")


# From a search


def test_a_hit_opens_its_chat_at_the_message(window: ChatWindow) -> None:
    turns = [(f"question {number}", "filler\n\n" * 12) for number in range(40)]
    turns[3] = ("question 3", "here is the Needle and a thread")
    chat_id = store(window, *turns)
    [hit] = window.core.data.search.find("needle thread").hits  # type: ignore[union-attr]
    assert hit.message_id is not None
    window.page.open_chat_at(chat_id, hit.message_id, Query("needle thread").pattern)
    window.wait(lambda: marked(window) == ["Needle", "thread"])
    view = window.transcript.view_of(hit.message_id)
    assert view is not None
    assert (
        window.transcript.viewport()
        .rect()
        .contains(view.mapTo(window.transcript.viewport(), QPoint(5, 5)))
    )
    assert "another version" not in window.words()
    window.press(Qt.Key.Key_Escape)
    assert marked(window) == []


def test_a_hit_in_another_branch_switches_and_says_so(window: ChatWindow) -> None:
    chat_id = store(window, ("first wording", "the needle"))
    first = window.chats.path(chat_id)
    edited = window.chats.begin_edit(first[0].id, "second wording")
    window.chats.finish_answer(edited.answer.id, MessageState.COMPLETE, text="nothing here")
    show(window, chat_id)
    assert window.shown() == ["second wording", "nothing here"]
    window.page.open_chat_at(chat_id, first[1].id, Query("needle").pattern)
    window.wait(lambda: window.shown() == ["first wording", "the needle"])
    window.wait(lambda: marked(window) == ["needle"])
    assert "another version of this chat" in window.words()
    assert [each.id for each in window.chats.path(chat_id)] == [each.id for each in first]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_match_keeps_its_colours_in_another_theme(window: ChatWindow, scheme: str) -> None:
    show(window, store(window, ("one", "one")))
    bar = find(window, "one")
    count(window, bar, "1 of 2")
    window.core.theme.set_scheme(scheme)
    window.wait(lambda: has_current(window))
