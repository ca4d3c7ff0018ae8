"""Chats leave through the list's menu and come in through the settings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.models.other_apps.found import Surroundings
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.database import Database
from desktop_slm.ui.core import Core, Data
from desktop_slm.ui.exchange.chat_exchange import ChatExchange
from desktop_slm.ui.settings.chats_section import ChatsSection
from desktop_slm.ui.sidebar.history_model import HistoryModel
from desktop_slm.ui.sidebar.sidebar import Sidebar
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.menu import Menu
from tests.fakes.gpt4all_chats import Said, chat_bytes
from tests.fakes.window_core import make_core
from tests.ui.summary_bench import Dialogs

SAID = [Said("Prompt", "Where to?"), Said("Response", "To **Ulm**.")]


@pytest.fixture
def core(theme: Theme, tmp_path: Path) -> Iterator[Core]:
    core = make_core(theme, tmp_path / "data")
    core.set_data(Data.of(Database.in_memory()))
    yield core
    core.operations.shut_down()
    assert core.data is not None
    core.data.database.close()


@pytest.fixture
def data(core: Core) -> Data:
    assert core.data is not None
    return core.data


@pytest.fixture
def dialogs() -> Dialogs:
    return Dialogs()


@pytest.fixture
def section(core: Core, dialogs: Dialogs, tmp_path: Path, qtbot: QtBot) -> ChatsSection:
    home = Surroundings(tmp_path / "home", {}, "linux")
    made = ChatsSection(core, dialogs=dialogs, surroundings=home)
    qtbot.addWidget(made)
    made.resize(720, 400)
    made.show()
    return made


def _begin(data: Data) -> int:
    turn = data.conversations.begin_chat("Where to?")
    data.conversations.finish_answer(turn.answer.id, MessageState.COMPLETE, text="To **Ulm**.")
    data.conversations.propose_title(turn.answer.chat_id, "Trip: a/b")
    return turn.answer.chat_id


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("words", ["Word", "PDF", "Web page", "Markdown", "Data"])
def test_the_menu_of_a_chat_writes_it_in_every_format(
    core: Core, data: Data, dialogs: Dialogs, qtbot: QtBot, tmp_path: Path, words: str
) -> None:
    _begin(data)
    sidebar = Sidebar(core)
    sidebar.complete()
    qtbot.addWidget(sidebar)
    sidebar.resize(260, 600)
    sidebar.show()
    core.set_data(data)
    over = QWidget()
    qtbot.addWidget(over)
    exchange = ChatExchange(core, over, dialogs)
    sidebar.export_requested.connect(
        lambda entry, chosen: exchange.export(entry.key.id, entry.title, chosen)
    )
    model = sidebar.list.model()
    assert isinstance(model, HistoryModel)
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    index = next(
        model.index(row) for row in range(model.rowCount()) if model.entry(model.index(row))
    )
    sidebar.list.open_menu(index, QPoint(0, 0))
    (menu,) = (each for each in sidebar.list.findChildren(Menu) if not each.title())
    (formats,) = (each for each in menu.findChildren(Menu) if each.title() == "Export as")
    action = next(each for each in formats.actions() if each.text().startswith(words))
    dialogs.target = tmp_path / "written"
    with qtbot.waitSignal(exchange.saved):
        action.trigger()
    menu.close()
    assert dialogs.proposed[0].startswith("Trip- a-b.")
    assert (tmp_path / "written").stat().st_size > 50


def test_chats_that_are_taken_in_are_in_the_list_and_counted_once(
    core: Core,
    data: Data,
    dialogs: Dialogs,
    section: ChatsSection,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    chat, broken = tmp_path / "gpt4all-1.chat", tmp_path / "notes.json"
    chat.write_bytes(chat_bytes(SAID))
    broken.write_text("[1]")
    dialogs.files = [chat, broken]
    sidebar = Sidebar(core)
    qtbot.addWidget(sidebar)
    with qtbot.waitSignal(section.exchange.imported, timeout=20_000):
        QTest.mouseClick(section.import_button, Qt.MouseButton.LeftButton)
    said = section.banner.accessibleName()
    assert "taken in: 1." in said and "not read: 1." in said and "notes.json" in said
    qtbot.waitUntil(lambda: any(entry.title == "Trip" for entry in sidebar.entries()))
    (taken,) = data.conversations.recent()
    assert [message.text for message in data.conversations.path(taken.id)] == [
        "Where to?",
        "To **Ulm**.",
    ]
    with qtbot.waitSignal(section.exchange.imported, timeout=20_000):
        QTest.mouseClick(section.import_button, Qt.MouseButton.LeftButton)
    assert "taken in: 0. Already here: 1." in section.banner.accessibleName()


def test_what_gpt4all_left_is_offered_and_taken_in_with_a_click(
    section: ChatsSection, data: Data, qtbot: QtBot, tmp_path: Path
) -> None:
    section.refresh()
    folder = tmp_path / "home/.local/share/nomic.ai/GPT4All"
    folder.mkdir(parents=True)
    for number in range(2):
        (folder / f"gpt4all-{number}.chat").write_bytes(chat_bytes(SAID, title=f"Chat {number}"))
    section.refresh()
    qtbot.waitUntil(section.found_button.isVisible)
    with qtbot.waitSignal(section.exchange.imported, timeout=20_000):
        QTest.mouseClick(section.found_button, Qt.MouseButton.LeftButton)
    assert {chat.title for chat in data.conversations.recent()} == {"Chat 0", "Chat 1"}
    assert len(list(folder.iterdir())) == 2


def test_all_chats_go_into_one_file_with_every_branch(
    section: ChatsSection, data: Data, dialogs: Dialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    chat_id = _begin(data)
    first = data.conversations.path(chat_id)[0]
    other = data.conversations.begin_answer(first.id)
    data.conversations.finish_answer(other.id, MessageState.COMPLETE, text="To Bonn.")
    dialogs.target = tmp_path / "all.json"
    with qtbot.waitSignal(section.exchange.saved):
        QTest.mouseClick(section.export_button, Qt.MouseButton.LeftButton)
    written = json.loads(dialogs.target.read_text())
    texts = [message["text"] for message in written["chats"][0]["messages"]]
    assert texts == ["Where to?", "To **Ulm**.", "To Bonn."]


def test_a_place_that_cannot_be_written_is_told(
    section: ChatsSection, dialogs: Dialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    dialogs.target = tmp_path / "no such folder" / "all.json"
    with qtbot.waitSignal(section.exchange.failed):
        QTest.mouseClick(section.export_button, Qt.MouseButton.LeftButton)
    assert section.banner.isVisible() and section.banner.property("banner") == "error"
