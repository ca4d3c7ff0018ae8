"""Notices of the desktop: when they come, and that they say nothing of what the work was about."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.database import Database
from desktop_slm.ui.chat.answers.live_answers import LiveAnswers
from desktop_slm.ui.core import Core, now
from desktop_slm.ui.ended import LONG_ANSWER_S, Ended
from desktop_slm.ui.notices import Notices, sentence
from desktop_slm.ui.places import Place
from desktop_slm.ui.sidebar.entry import EntryKey, Kind
from desktop_slm.ui.theme import Theme
from tests.fakes.keyring import FakeKeyring
from tests.fakes.window_core import make_core
from tests.ui.test_main_window import Run

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Heard:
    """What the desktop was asked to say."""

    def __init__(self) -> None:
        self.sentences: list[str] = []

        self.click: Callable[[str], object] = lambda token: None

    def say(self, sentence: str, button: str, on_clicked: Callable[[str], object]) -> None:
        assert button == "Open"
        self.sentences.append(sentence)
        self.click = on_clicked


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def core(theme: Theme, tmp_path: Path) -> Core:
    return make_core(theme, tmp_path)


def test_the_end_of_long_work_is_told_while_nobody_looks(core: Core, heard: Heard) -> None:
    away = [False]
    Notices(core, core, notice=heard, away=lambda: away[0])
    core.work_ended.emit(Ended.SUMMARY, None)
    assert heard.sentences == []
    away[0] = True
    core.work_ended.emit(Ended.SUMMARY, None)
    assert heard.sentences == ["A summary is done."]


def test_the_setting_switches_it_off(core: Core, heard: Heard) -> None:
    Notices(core, core, notice=heard, away=lambda: True)
    core.change_settings(notices=False)
    core.work_ended.emit(Ended.SUMMARY, None)
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
    core.work_ended.connect(lambda each, key: ended.append(each))
    keys: list[EntryKey] = []
    core.work_ended.connect(lambda each, key: keys.append(key))
    LiveAnswers(core, core)._tell_if_long(chats.message(turn.answer.id))
    assert ended == told
    assert keys == [EntryKey(Kind.CHAT, turn.answer.chat_id)] * len(told)


def test_a_click_says_what_the_notice_was_about(core: Core, heard: Heard) -> None:
    clicked: list[tuple[object, ...]] = []
    notices = Notices(core, core, notice=heard, away=lambda: True)
    notices.clicked.connect(lambda *given: clicked.append(given))
    key = EntryKey(Kind.SUMMARY, 7)
    core.work_ended.emit(Ended.SUMMARY, key)
    heard.click("token")
    assert clicked == [(Ended.SUMMARY, key, "token")]


@pytest.mark.parametrize("is_there", [True, False])
def test_a_click_shows_the_summary_as_far_as_it_is_still_there(
    theme: Theme, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    run = Run(theme, tmp_path / "data", FakeKeyring("SecretService"), qtbot)
    run.begin().wait_until_open()
    assert run.core.data is not None
    number = run.core.data.summaries.create("Annual report").id
    key = EntryKey(Kind.SUMMARY, number if is_there else number + 1)
    run.window.sidebar.refresh()
    qtbot.waitUntil(lambda: bool(run.window.sidebar.entries()))
    opened: list[int] = []
    monkeypatch.setattr(run.window.pages.summary, "open_summary", opened.append)
    run.window.setWindowState(Qt.WindowState.WindowMinimized)
    run.window._on_notice_clicked(Ended.SUMMARY, key, "token")
    assert run.window.pages.place is Place.SUMMARY
    assert opened == ([number] if is_there else [])
    assert not run.window.isMinimized()
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "token"
    run.end()
