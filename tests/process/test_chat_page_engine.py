"""The chat page over the real engine child: an answer streams, is stopped, and survives a kill."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_slm.engine.client import Engine
from desktop_slm.engine.templating import Templating
from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.ui.theme import Theme
from tests.ui.chat_window import ChatWindow


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = Engine()
    yield engine
    engine.unload()


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, tiny_llama: Path, engine: Engine
) -> Iterator[ChatWindow]:
    templating = Templating()
    model = InstalledModel("tiny", "Tiny", tiny_llama, 1, "", Place.FOLDER)
    window = ChatWindow(qtbot, Theme(qapp, scheme="light"), tmp_path, templating, engine, model)
    engine.on_state = window.core.note_engine_state
    window.open_data()
    yield window
    window.close()
    templating.close()


def _text(window: ChatWindow) -> str:
    return window.answers()[-1].body.source() if window.answers() else ""


def test_an_answer_streams_is_stopped_and_keeps_its_text(window: ChatWindow) -> None:
    window.send("Once upon a time")
    window.wait(lambda: len(_text(window)) > 20, 20_000)
    window.press(Qt.Key.Key_Escape)
    window.wait_for_end()
    message = window.answers()[-1].message
    assert message.state is MessageState.STOPPED
    assert len(message.text) > 20
    assert message.text == _text(window)
    assert "stopped by you" in window.words()


def test_a_killed_engine_keeps_the_text_and_try_again_answers(
    window: ChatWindow, engine: Engine, expected_logs: list[str]
) -> None:
    expected_logs.append("the engine child ended")
    window.send("Once upon a time")
    window.wait(lambda: len(_text(window)) > 20, 20_000)
    assert engine.pid is not None
    os.kill(engine.pid, signal.SIGKILL)
    window.wait_for_end()
    kept = window.answers()[-1].message
    assert kept.state is MessageState.FAILED
    assert len(kept.text) > 20
    assert "stopped unexpectedly" in window.words()
    window.click("Try again")
    window.wait(lambda: window.answers()[-1].message.id != kept.id)
    window.wait(lambda: len(_text(window)) > 20, 20_000)
    window.click("Stop")
    window.wait_for_end()
    assert "2 / 2" in window.words()
    assert window.chats.message(kept.id).text == kept.text
