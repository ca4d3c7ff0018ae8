"""Notices of the desktop: when they come, and that they say nothing of what the work was about."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.database import Database
from desktop_slm.ui.chat.answers.live_answers import LiveAnswers
from desktop_slm.ui.core import Core, now
from desktop_slm.ui.ended import LONG_ANSWER_S, Ended
from desktop_slm.ui.notices import Notices, sentence
from desktop_slm.ui.theme import Theme
from tests.fakes.window_core import make_core


class Heard:
    """What the desktop was asked to say."""

    def __init__(self) -> None:
        self.sentences: list[str] = []

    def say(self, sentence: str) -> None:
        self.sentences.append(sentence)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def core(theme: Theme, tmp_path: Path) -> Core:
    return make_core(theme, tmp_path)


def test_the_end_of_long_work_is_told_while_nobody_looks(core: Core, heard: Heard) -> None:
    away = [False]
    Notices(core, core, notice=heard, away=lambda: away[0])
    core.work_ended.emit(Ended.SUMMARY)
    assert heard.sentences == []
    away[0] = True
    core.work_ended.emit(Ended.SUMMARY)
    assert heard.sentences == ["A summary is done."]


def test_the_setting_switches_it_off(core: Core, heard: Heard) -> None:
    Notices(core, core, notice=heard, away=lambda: True)
    core.change_settings(notices=False)
    core.work_ended.emit(Ended.SUMMARY)
    assert heard.sentences == []


@pytest.mark.parametrize("ended", list(Ended))
def test_every_end_has_a_sentence_that_is_whole_in_itself(ended: Ended) -> None:
    words = sentence(ended)
    assert words.endswith(".")
    assert "{" not in words


def test_a_download_that_fails_is_told_once(core: Core, heard: Heard) -> None:
    class Download:
        def __init__(self, key: str, state: str) -> None:
            self.key, self.state = key, state

    Notices(core, core, notice=heard, away=lambda: True)
    core.downloads_changed.emit((Download("a", "running"), Download("b", "running")))
    core.downloads_changed.emit((Download("a", "failed"), Download("b", "running")))
    core.downloads_changed.emit((Download("a", "failed"), Download("b", "done")))
    assert heard.sentences == ["A download could not be finished."]


@pytest.mark.parametrize(
    ("seconds", "state", "told"),
    [
        (LONG_ANSWER_S, MessageState.COMPLETE, [Ended.ANSWER]),
        (LONG_ANSWER_S, MessageState.FAILED, [Ended.ANSWER_FAILED]),
        (LONG_ANSWER_S, MessageState.STOPPED, []),
        (LONG_ANSWER_S - 1, MessageState.COMPLETE, []),
    ],
)
def test_only_a_long_answer_that_ended_by_itself_is_told(
    core: Core, seconds: float, state: MessageState, told: list[Ended]
) -> None:
    chats = Conversations(Database.in_memory(), now)
    turn = chats.begin_chat("a secret matter")
    chats.finish_answer(turn.answer.id, state, text="of Miller", details={"seconds": seconds})
    ended: list[Ended] = []
    core.work_ended.connect(ended.append)
    LiveAnswers(core, core)._tell_if_long(chats.message(turn.answer.id))
    assert ended == told
