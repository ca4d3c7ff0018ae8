"""Temporary chats: nothing of them reaches the disk, unless the person keeps one."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_slm.ui.places import Place
from desktop_slm.ui.temporary.page import TemporaryPage
from desktop_slm.ui.widgets.confirm_dialog import ConfirmDialog
from tests.fakes.scripted_engine import ScriptedEngine
from tests.ui.test_main_window import Run, keyring, run

__all__ = ["keyring", "run"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ASKED, ANSWERED, TYPED = "planted feldspar", "planted basalt", "planted obsidian"


def press(run: Run, key: Qt.Key, *, shift: bool = False) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier
    if shift:
        modifiers |= Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(run.window, key, modifiers)


def begin(run: Run, qtbot: QtBot) -> TemporaryPage:
    if run.core.data is None:
        run.begin().wait_until_open()
        engine = run.core.engine
        assert isinstance(engine, ScriptedEngine)
        engine.script = lambda request: ANSWERED
    press(run, Qt.Key.Key_N, shift=True)
    qtbot.waitUntil(lambda: run.window.pages.temporary is not None)
    page = run.window.pages.temporary
    assert page is not None
    return page


def say(page: TemporaryPage, words: str, qtbot: QtBot) -> None:
    box = page.chat._pane.composer.edit
    QTest.keyClicks(box, words)
    before = len(page.chat._chat.state.path)
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: len(page.chat._chat.state.path) == before + 2 and page.chat._chat.live is None
    )


def has_temporary(run: Run) -> bool:
    return run.window.pages.temporary is not None


def stored_words(run: Run) -> str:
    """All rows of the open database, decrypted."""
    assert run.core.data is not None
    database = run.core.data.database
    tables = database.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
    )
    return "\n".join(
        repr(row) for (table,) in tables for row in database.rows(f'SELECT * FROM "{table}"')
    )


def words_on_disk(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def assert_nothing_is_stored(run: Run, folder: Path) -> None:
    words, disk = stored_words(run), words_on_disk(folder)
    assert "planted" not in words
    for each in ("planted", "feldspar", "basalt", "obsidian"):
        assert each.encode() not in disk
        assert not run.core.data.search.find(each).hits  # type: ignore[union-attr]


def dialog(run: Run, qtbot: QtBot) -> Any:
    found: list[ConfirmDialog] = []

    def is_there() -> bool:
        every = run.window.findChildren(ConfirmDialog)
        found[:] = [each for each in every if each.isVisible()]
        return bool(found)

    qtbot.waitUntil(is_there)
    return found[0]


def test_nothing_of_a_temporary_chat_reaches_the_disk(
    run: Run, qtbot: QtBot, tmp_path: Path
) -> None:
    page = begin(run, qtbot)
    say(page, ASKED, qtbot)
    QTest.keyClicks(page.chat._pane.composer.edit, TYPED)
    page.chat.save_draft()
    assert page.chat._chat.state.path[-1].text == ANSWERED
    run.window.pages.show_place(Place.MODELS)
    run.window.pages.show_place(Place.TEMPORARY)
    assert_nothing_is_stored(run, tmp_path)
    run.window.close()
    assert run.core.operations.shut_down()
    assert_nothing_is_stored(run, tmp_path)


def test_the_words_would_be_found_if_they_were_stored(
    run: Run, qtbot: QtBot, tmp_path: Path
) -> None:
    """The search of the test above can fail."""
    begin(run, qtbot)
    assert run.core.data is not None
    run.core.data.conversations.begin_chat(ASKED)
    with pytest.raises(AssertionError):
        assert_nothing_is_stored(run, tmp_path)


def test_the_header_and_the_list_say_what_it_is(run: Run, qtbot: QtBot) -> None:
    page = begin(run, qtbot)
    say(page, ASKED, qtbot)
    assert page.chat._header.title.title() == "Temporary chat"
    assert page.bar.accessibleName().startswith("Temporary chat: nothing of it is stored.")
    rows = [
        button
        for button in run.window.sidebar.findChildren(QPushButton)
        if button.accessibleName() == "Temporary chat"
    ]
    assert [row.isVisible() and row.isChecked() for row in rows] == [True]
    run.window.pages.show_place(Place.CHAT)
    assert not rows[0].isChecked()
    QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    assert run.window.pages.currentWidget() is page
    assert run.window.windowTitle() == "Chat"


def test_the_keys_come_back_to_the_one_that_is_there(run: Run, qtbot: QtBot) -> None:
    page = begin(run, qtbot)
    run.window.pages.show_place(Place.CHAT)
    press(run, Qt.Key.Key_N, shift=True)
    assert run.window.pages.currentWidget() is page


def test_a_kept_chat_is_stored_with_its_branches_and_its_draft(run: Run, qtbot: QtBot) -> None:
    page = begin(run, qtbot)
    assert not page.bar.keep.isEnabled()
    say(page, ASKED, qtbot)
    question = page.chat._chat.state.path[0]
    page.chat._chat.edit(question.id, "another wording")
    qtbot.waitUntil(
        lambda: (
            page.chat._chat.state.path[0].text == "another wording" and page.chat._chat.live is None
        )
    )
    QTest.keyClicks(page.chat._pane.composer.edit, TYPED)
    page.bar.keep.click()
    qtbot.waitUntil(lambda: run.window.pages.temporary is None)
    assert run.core.data is not None
    chats = run.core.data.conversations
    [chat] = chats.recent()
    assert chat.title == ASKED
    assert [each.text for each in chats.path(chat.id)] == ["another wording", ANSWERED]
    assert [len(ids) for ids in chats.branches(chat.id).values()] == [2]
    assert run.core.data.search.find("feldspar").hits
    entry = run.window.pages.entry
    assert entry is not None
    assert entry.id == chat.id
    qtbot.waitUntil(lambda: run.window.pages.chat.draft_text == TYPED)


def test_an_answer_under_way_is_not_kept_by_half(run: Run, qtbot: QtBot) -> None:
    page = begin(run, qtbot)
    engine = run.core.engine
    assert isinstance(engine, ScriptedEngine)
    engine.gate = threading.Event()
    QTest.keyClicks(page.chat._pane.composer.edit, ASKED)
    QTest.keyClick(page.chat._pane.composer.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.chat._chat.live is not None)
    page.keep()
    assert run.window.pages.temporary is page
    engine.gate.set()
    qtbot.waitUntil(lambda: page.chat._chat.live is None)
    page.keep()
    qtbot.waitUntil(lambda: run.window.pages.temporary is None)


def test_closing_asks_only_where_something_would_be_lost(run: Run, qtbot: QtBot) -> None:
    page = begin(run, qtbot)
    pages = run.window.pages
    page.bar.close_chat.click()
    assert not has_temporary(run)
    page = begin(run, qtbot)
    say(page, ASKED, qtbot)
    page.bar.close_chat.click()
    dialog(run, qtbot).reject()
    assert has_temporary(run)
    page.bar.close_chat.click()
    dialog(run, qtbot).accept()
    assert not has_temporary(run)
    assert pages.place is Place.CHAT


def test_closing_the_window_asks_too(run: Run, qtbot: QtBot) -> None:
    page = begin(run, qtbot)
    say(page, ASKED, qtbot)
    press(run, Qt.Key.Key_Q)
    dialog(run, qtbot).reject()
    assert run.window.isVisible()
    press(run, Qt.Key.Key_Q)
    dialog(run, qtbot).accept()
    assert not run.window.isVisible()


def test_a_close_that_nobody_asked_for_does_not_hang_on_a_question(run: Run, qtbot: QtBot) -> None:
    say(begin(run, qtbot), ASKED, qtbot)
    run.window.close()  # as a signal to the process does
    assert not run.window.isVisible()


def test_the_window_managers_close_asks(run: Run, qtbot: QtBot) -> None:
    say(begin(run, qtbot), ASKED, qtbot)
    handle = run.window.windowHandle()
    assert handle is not None
    QApplication.sendEvent(handle, QCloseEvent())
    dialog(run, qtbot).reject()
    assert run.window.isVisible()
