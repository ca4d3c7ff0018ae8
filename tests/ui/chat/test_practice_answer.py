"""An answer of the practice model can be made again once a person's own model is there."""

from __future__ import annotations

from dataclasses import replace

from desktop_slm.models.library import Place
from tests.ui.chat_window import ChatWindow


def test_the_last_words_are_answered_again_beside_the_practice_answer(window: ChatWindow) -> None:
    own = window.core.model
    assert own is not None
    before = window.page.has_practice_answer  # there is no answer at all
    window.scripted.script = lambda request: f"Answer {len(window.scripted.requests)}"
    window.core.choose_model(replace(own, id="practice", place=Place.PRACTICE))
    window.ask("x")
    assert (before, window.page.has_practice_answer) == (False, True)
    window.core.choose_model(own)
    window.page.answer_again()
    window.wait(lambda: window.shown() == ["x", "Answer 2"])
    window.wait_for_end()
    assert not window.page.has_practice_answer
    assert "2 / 2" in window.words()
