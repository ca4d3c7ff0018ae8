"""Search at the side, Ctrl+K, what is pinned and archived, and the one list of actions."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.finding.search_text import fold
from desktop_slm.ui.finding import actions, fuzzy
from desktop_slm.ui.finding.actions import Act
from desktop_slm.ui.finding.palette import Palette
from desktop_slm.ui.finding.palette_list import OfferList
from desktop_slm.ui.key_list import KeyListDialog, shown_keys
from desktop_slm.ui.operations import Lane
from desktop_slm.ui.places import Place
from desktop_slm.ui.sidebar.entry import EntryKey, Kind
from desktop_slm.ui.sidebar.search_pane import SearchPane
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.search_field import SearchField
from tests.fakes.keyring import FakeKeyring
from tests.ui.test_main_window import Run

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def run(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[Run]:
    made = Run(theme, tmp_path / "data", FakeKeyring("SecretService"), qtbot)
    made.begin().wait_until_open()
    yield made
    made.end()


def add(run: Run, title: str, question: str = "", answer: str = "") -> int:
    """Stores a chat and has the list read it."""
    assert run.core.data is not None
    chats = run.core.data.conversations
    chat_id = chats.create(title).id
    if question:
        turn = chats.begin_turn(chat_id, question)
        chats.finish_answer(turn.answer.id, MessageState.COMPLETE, text=answer)
    run.window.sidebar.refresh()
    key = EntryKey(Kind.CHAT, chat_id)
    run.qtbot.waitUntil(lambda: any(e.key == key for e in run.window.sidebar.entries()))
    return chat_id


def pane(run: Run) -> SearchPane:
    return run.window.sidebar.search


def search(run: Run, typed: str) -> list[str]:
    """Types into the field and returns the rows that come."""
    pane(run).field.setFocus()
    pane(run).field.clear()
    QTest.keyClicks(pane(run).field, typed)
    run.qtbot.waitUntil(lambda: bool(rows(run)) or bool(said(run)))
    return rows(run)


def rows(run: Run) -> list[str]:
    model = pane(run).model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def said(run: Run) -> str:
    labels = pane(run).findChildren(PlainLabel)
    return "".join(label.text() for label in labels if label.isVisible())


def titles(run: Run) -> list[str]:
    model = run.window.sidebar.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


# Search at the side


def test_hits_come_in_groups_while_one_types(run: Run) -> None:
    add(run, "Lease questions", "Can I sublet?", "Ask the landlord about the lease.")
    add(run, "Other", "nothing", "at all")
    assert search(run, "leas") == ["Chats", "Lease questions", "Messages", "Lease questions"]
    assert pane(run).list.isVisible()


def test_down_and_enter_open_the_message(run: Run) -> None:
    chat_id = add(run, "Trip", "Where to?", "To Oslo by train.")
    add(run, "Other", "nothing", "at all")
    search(run, "oslo")
    QTest.keyClick(pane(run).field, Qt.Key.Key_Down)
    assert pane(run).list.hasFocus()
    QTest.keyClick(pane(run).list, Qt.Key.Key_Return)
    run.qtbot.waitUntil(lambda: run.window.pages.entry == EntryKey(Kind.CHAT, chat_id))
    assert rows(run) == ["Messages", "Trip"]


def test_enter_in_the_field_opens_the_first_hit_even_before_it_is_there(run: Run) -> None:
    chat_id = add(run, "Trip", "Where to?", "To Oslo by train.")
    pane(run).field.setFocus()
    QTest.keyClicks(pane(run).field, "oslo")
    QTest.keyClick(pane(run).field, Qt.Key.Key_Return)
    run.qtbot.waitUntil(lambda: run.window.pages.entry == EntryKey(Kind.CHAT, chat_id))


def test_escape_goes_back_to_the_field_and_then_to_the_list(run: Run) -> None:
    add(run, "Trip", "Where to?", "To Oslo by train.")
    search(run, "oslo")
    QTest.keyClick(pane(run).field, Qt.Key.Key_Down)
    QTest.keyClick(pane(run).list, Qt.Key.Key_Escape)
    assert pane(run).field.hasFocus()
    QTest.keyClick(pane(run).field, Qt.Key.Key_Escape)
    assert pane(run).field.text() == ""
    assert run.window.sidebar.list.isVisible()
    assert not pane(run).isVisible()


def test_a_summary_is_opened_from_its_hit(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run.core.data is not None
    number = run.core.data.summaries.create("Annual report").id
    opened: list[int] = []
    monkeypatch.setattr(run.window.pages.summary, "open_summary", opened.append)
    assert search(run, "annual") == ["Summaries", "Annual report"]
    place = pane(run).list.visualRect(pane(run).model.index(1, 0)).center()
    QTest.mouseClick(pane(run).list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert opened == [number]
    assert run.window.pages.place is Place.SUMMARY


def test_nothing_found_is_said(run: Run) -> None:
    assert search(run, "zzzz") == []
    assert said(run) == "Nothing found."


def test_a_stale_answer_is_dropped(run: Run) -> None:
    add(run, "Alpha")
    add(run, "Beta")
    gate = threading.Event()
    run.core.operations.run(
        run.window,
        lambda job: gate.wait(5),
        on_success=lambda done: None,
        on_failure=lambda error: None,
        lane=Lane.STORAGE,
    )
    shown: list[list[str]] = []
    pane(run).model.modelReset.connect(lambda: shown.append(rows(run)))
    field = pane(run).field
    field.setText("alpha")
    QTest.keyClick(field, Qt.Key.Key_Down)  # asks at once
    field.setText("beta")
    QTest.keyClick(field, Qt.Key.Key_Down)
    gate.set()
    run.qtbot.waitUntil(lambda: rows(run) == ["Chats", "Beta"])
    assert ["Chats", "Alpha"] not in shown


def test_an_index_that_is_being_made_is_told(run: Run) -> None:
    assert run.core.data is not None
    add(run, "Alpha")
    database = run.core.data.database
    database.execute("UPDATE search_progress SET mark = 1 WHERE source = 'chats'")
    database.execute("INSERT INTO search_chats (search_chats) VALUES ('delete-all')")
    search(run, "alpha")
    assert said(run).startswith("Search is being prepared")
    run.window.sidebar._preparation.begin()
    run.qtbot.waitUntil(lambda: rows(run) == ["Chats", "Alpha"])
    assert said(run) == ""


# Pinned and archived


def test_a_pinned_chat_stands_at_the_top_also_after_a_restart(run: Run) -> None:
    first = add(run, "First")
    add(run, "Second")
    run.window.sidebar.list.pin_requested.emit(EntryKey(Kind.CHAT, first), True)
    assert titles(run) == ["Pinned", "First", "Today", "Second"]
    assert run.core.data is not None
    run.qtbot.waitUntil(lambda: run.core.data.conversations.chat(first).is_pinned)  # type: ignore[union-attr]
    run.window.sidebar._history.read_all()
    run.window.sidebar.list.pin_requested.emit(EntryKey(Kind.CHAT, first), False)
    assert titles(run) == ["Today", "Second", "First"]


def test_an_archived_chat_is_found_under_archived_and_in_search(run: Run) -> None:
    first = add(run, "First", "word", "word")
    add(run, "Second")
    key = EntryKey(Kind.CHAT, first)
    run.window.sidebar.list.archive_requested.emit(key, True)
    assert titles(run) == ["Today", "Second"]
    run.press("Archived (1)")
    assert titles(run) == ["Today", "First"]
    run.press("Back to the list")
    assert titles(run) == ["Today", "Second"]
    assert search(run, "first") == ["Chats", "First (archived)"]
    pane(run).field.clear()
    run.press("Archived (1)")
    run.window.sidebar.list.archive_requested.emit(key, False)
    assert titles(run) == ["Today", "Second", "First"]


# Ctrl+K


def palette(run: Run) -> Palette:
    run.keys("Ctrl+K")
    [dialog] = run.window.findChildren(Palette)
    run.qtbot.waitUntil(dialog.isVisible)
    return dialog


def offered(dialog: Palette) -> list[str]:
    model = dialog.findChildren(OfferList)[0].model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def type_into(dialog: Palette, typed: str) -> SearchField:
    [field] = dialog.findChildren(SearchField)
    QTest.keyClicks(field, typed)
    return field


def test_the_palette_finds_an_action_and_runs_it(run: Run) -> None:
    dialog = palette(run)
    field = type_into(dialog, "sett")
    assert "Settings" in offered(dialog)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert run.window.pages.place is Place.SETTINGS


def test_the_palette_finds_a_chat_by_some_letters(run: Run) -> None:
    chat_id = add(run, "Lease questions")
    add(run, "Other")
    dialog = palette(run)
    field = type_into(dialog, "quest lea")
    assert offered(dialog)[:2] == ["Chats and summaries", "Lease questions"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert run.window.pages.entry == EntryKey(Kind.CHAT, chat_id)


def test_the_palette_finds_what_was_written(run: Run) -> None:
    chat_id = add(run, "Trip", "Where to?", "To Oslo by train.")
    dialog = palette(run)
    field = type_into(dialog, "oslo")
    run.qtbot.waitUntil(lambda: "To Oslo by train." in offered(dialog))
    QTest.keyClick(field, Qt.Key.Key_Return)
    run.qtbot.waitUntil(lambda: run.window.pages.entry == EntryKey(Kind.CHAT, chat_id))


def test_arrows_choose_in_the_palette_and_are_told(run: Run) -> None:
    dialog = palette(run)
    [field] = dialog.findChildren(SearchField)
    first = field.accessibleDescription()
    QTest.keyClick(field, Qt.Key.Key_Down)
    second = field.accessibleDescription()
    assert first != second
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.accessibleDescription() == first
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("typed", "title", "fits"),
    [
        ("que lea", "Lease questions", True),
        ("lqu", "Lease questions", True),
        ("ease", "Lease questions", True),
        ("cafe", "Café notes", True),
        ("x", "Lease questions", False),
        ("lease x", "Lease questions", False),
        ("snoitseuq", "Lease questions", False),
    ],
)
def test_fuzzy_fits(typed: str, title: str, fits: bool) -> None:
    assert bool(fuzzy.score(fold(typed).split(), fold(title))) is fits


def test_the_beginning_of_a_word_comes_before_its_middle() -> None:
    folded = [(title, title) for title in ("a please", "lease", "l e a")]
    assert fuzzy.best("lea", folded, 9)[0] == "lease"


# One list of actions


def test_every_shortcut_of_the_window_is_in_the_list_of_keys(run: Run) -> None:
    run.keys("F1")
    [dialog] = run.window.findChildren(KeyListDialog)
    labels = {label.text() for label in dialog.findChildren(PlainLabel)}
    for action in actions.of_window():
        assert action.words in labels or not action.keys
        assert not action.keys or shown_keys(action.keys[0]) in labels
    dialog.close()
    installed = {
        shortcut.key().toString()
        for shortcut in run.window.findChildren(QShortcut)
        if shortcut.parent() is run.window
    }
    wanted = {
        QKeySequence(keys).toString()
        for action in actions.of_window()
        if action.is_shortcut
        for keys in action.keys
    }
    assert installed == wanted


def test_every_action_of_the_window_is_offered_once_and_can_be_run(run: Run) -> None:
    acts = [action.act for action in actions.of_window()]
    assert sorted(acts, key=str) == sorted(Act, key=str)
    assert set(run.window._acts) == set(Act)


def test_searching_in_everything_has_a_key(run: Run) -> None:
    run.keys("Ctrl+Shift+F")
    assert pane(run).field.hasFocus()
