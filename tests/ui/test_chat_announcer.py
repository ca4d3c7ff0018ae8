"""What a screen reader is told of streamed text: whole sentences, each once."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_slm.ui.chat.answers import announcer
from desktop_slm.ui.chat.answers.announcer import Announcer, announce
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.plain_label import PlainLabel


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        (["Yes", ", but", " not now. ", "Later", "."], ["Yes, but not now.", "Later."]),
        (["It costs 3", ".5 euros. Or more"], ["It costs 3.5 euros.", "Or more"]),
        (["- one\n- two\n"], ["- one", "- two"]),
        (["日本語です。次"], ["日本語です。", "次"]),
        (["\n\n", "  "], []),
    ],
)
def test_text_is_told_by_sentence(pieces: list[str], said: list[str]) -> None:
    heard: list[str] = []
    teller = Announcer(heard.append)
    for piece in pieces:
        teller.add(piece)
    teller.finish()
    assert heard == said


def test_words_reach_the_screen_reader_where_one_listens(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    class Listening:
        @staticmethod
        def isActive() -> bool:  # noqa: N802 - Qt's name
            return True

        @staticmethod
        def updateAccessibility(event: object) -> None:  # noqa: N802 - Qt's name
            told.append(event.message())  # type: ignore[attr-defined]

    label = PlainLabel("x")
    qtbot.addWidget(label)
    announce(label, "nobody listens")
    monkeypatch.setattr(announcer, "QAccessible", Listening)
    announce(label, "A sentence.")
    assert told == ["A sentence."]
