"""The way to the Assistants page and back, in the whole window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_slm import app
from desktop_slm.models.library import PRACTICE_FILE
from desktop_slm.ui.assistants.page import AssistantsPage
from desktop_slm.ui.chat.answering.assistant_button import AssistantButton
from desktop_slm.ui.chat.writing.composer import Composer
from desktop_slm.ui.data_opening import DataOpening
from desktop_slm.ui.finding.actions import Act, of_window
from desktop_slm.ui.main_window import MainWindow
from desktop_slm.ui.theme import Theme
from tests.fakes.keyring import FakeKeyring
from tests.fakes.window_core import make_core

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]


@pytest.fixture
def window(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    starter = tmp_path / "starter"
    starter.mkdir()
    (starter / PRACTICE_FILE).write_bytes(b"GGUF")  # only listed: nothing is loaded
    core = make_core(theme, tmp_path / "data", starter=starter)
    opening = DataOpening(core, FakeKeyring("SecretService"))
    made = MainWindow(core, opening)
    made.show()
    made.complete()
    opening.begin()
    qtbot.waitUntil(lambda: bool(made.pages.chat._assistants.list.assistants))
    yield made
    made.close()
    app.take_down(core)
    made.deleteLater()


def _page(window: MainWindow, qtbot: QtBot) -> AssistantsPage:
    page = window.pages.assistants
    qtbot.waitUntil(lambda: bool(page.list.rows))
    assert window.pages.currentWidget() is page
    return page


def _button(window: MainWindow) -> AssistantButton:
    [button] = window.pages.chat.findChildren(AssistantButton)
    return button


def test_from_the_header_to_the_page_and_into_a_chat(window: MainWindow, qtbot: QtBot) -> None:
    menu = _button(window).menu_of(window.pages.chat._assistants.list.assistants, "")
    menu.actions()[-1].trigger()
    page = _page(window, qtbot)
    assert window.windowTitle() == "Assistants"
    [row] = [each for each in page.list.rows if each.accessibleName() == "Code helper"]
    QTest.mouseClick(row.action, Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.pages.chat
    qtbot.waitUntil(lambda: _button(window).accessibleName() == "Assistant: Code helper")


def test_ctrl_k_knows_the_page(window: MainWindow, qtbot: QtBot) -> None:
    assert Act.ASSISTANTS in {action.act for action in of_window()}
    window._acts[Act.ASSISTANTS]()
    _page(window, qtbot).header.back_requested.emit()
    assert window.pages.currentWidget() is window.pages.chat


def test_a_prompt_of_the_page_comes_into_the_box_around_the_draft(
    window: MainWindow, qtbot: QtBot
) -> None:
    [composer] = window.pages.chat.findChildren(Composer)
    composer.set_text("my words")
    window._acts[Act.ASSISTANTS]()
    _page(window, qtbot).prompt_requested.emit("correct")
    assert window.pages.currentWidget() is window.pages.chat
    assert composer.edit.toPlainText().endswith("nothing else:\n\nmy words")
