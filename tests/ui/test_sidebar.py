"""The list at the side: its order and days, renaming, deleting with a way back, and the badge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_slm.errors import DatabaseBusy, DesktopSlmError
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.connections import StoredConnections
from desktop_slm.storage.database import Database
from desktop_slm.storage.summaries import Summaries
from desktop_slm.ui.core import Core, Data, now
from desktop_slm.ui.operations import Lane
from desktop_slm.ui.sidebar import history
from desktop_slm.ui.sidebar.days import Days, days_of
from desktop_slm.ui.sidebar.entry import Entry, EntryKey, Kind
from desktop_slm.ui.sidebar.history_delegate import button_place
from desktop_slm.ui.sidebar.history_model import HistoryModel
from desktop_slm.ui.sidebar.network_panel import NetworkPanel
from desktop_slm.ui.sidebar.sidebar import Sidebar
from desktop_slm.ui.sidebar.undo_line import UndoLine
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.item_list import ICON_ROLE
from desktop_slm.ui.widgets.menu import Menu
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.workers.confine import Enforced, Level
from tests.fakes.window_core import make_core

Fill = Callable[..., EntryKey]


@pytest.fixture
def core(theme: Theme, tmp_path: Path) -> Iterator[Core]:
    made = make_core(theme, tmp_path)
    yield made
    assert made.operations.shut_down()


@pytest.fixture
def data() -> Data:
    return Data.of(Database.in_memory())


@pytest.fixture
def add(data: Data) -> Fill:
    def add(title: str, days_ago: float = 0.0, *, summary: bool = False) -> EntryKey:
        moment = now() - timedelta(days=days_ago)
        if summary:
            made = Summaries(data.database, lambda: moment).create(title)
            return EntryKey(Kind.SUMMARY, made.id)
        return EntryKey(Kind.CHAT, Conversations(data.database, lambda: moment).create(title).id)

    return add


@pytest.fixture
def sidebar(core: Core, qtbot: QtBot) -> Sidebar:
    made = Sidebar(core)
    made.complete()
    qtbot.addWidget(made)
    made.resize(248, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def opened(sidebar: Sidebar, core: Core, data: Data, qtbot: QtBot) -> Callable[[int], None]:
    """Opens the data and waits for that many rows."""

    def open_data(rows: int) -> None:
        core.set_data(data)
        qtbot.waitUntil(lambda: sidebar.list.model().rowCount() == rows)

    return open_data


def words(sidebar: Sidebar) -> list[str]:
    model = sidebar.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def press(sidebar: Sidebar, row: int) -> None:
    place = sidebar.list.visualRect(sidebar.list.model().index(row, 0))
    QTest.mouseClick(
        sidebar.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(place.left() + 20, place.center().y()),
    )


def put_keyboard_on(sidebar: Sidebar, row: int) -> None:
    sidebar.list.setFocus()
    sidebar.list.selectionModel().setCurrentIndex(
        sidebar.list.model().index(row, 0),
        sidebar.list.selectionModel().SelectionFlag.NoUpdate,
    )


def visible_words(sidebar: Sidebar) -> list[str]:
    return [label.text() for label in sidebar.findChildren(PlainLabel) if label.isVisible()]


def finish(core: Core) -> None:
    """Waits until everything asked of the storage lane is done."""
    assert core.operations.shut_down()


# The list


def test_chats_and_summaries_stand_together_by_day_newest_first(
    sidebar: Sidebar, add: Fill, opened: Callable[[int], None]
) -> None:
    add("Old", 90)
    add("annual-report.pdf", 8 / 86_400, summary=True)
    add("Lease questions", 2 / 86_400)
    add("Kalman filter", 20)
    opened(7)
    assert words(sidebar) == [
        "Today",
        "Lease questions",
        "annual-report.pdf",
        "Last month",
        "Kalman filter",
        "Earlier",
        "Old",
    ]


@pytest.mark.parametrize(
    ("days_ago", "heading"),
    [
        (-1, Days.TODAY),
        (0, Days.TODAY),
        (1, Days.YESTERDAY),
        (2, Days.LAST_WEEK),
        (7, Days.LAST_WEEK),
        (8, Days.LAST_MONTH),
        (31, Days.LAST_MONTH),
        (32, Days.EARLIER),
    ],
)
def test_days_are_those_of_the_calendar(days_ago: int, heading: Days) -> None:
    today = date(2026, 3, 1)
    at_noon = datetime(2026, 3, 1, 12).astimezone()
    assert days_of(at_noon - timedelta(days=days_ago), today) is heading
    just_before_midnight = datetime(2026, 2, 28, 23, 59, 59).astimezone()
    assert days_of(just_before_midnight, today) is Days.YESTERDAY


def test_a_summary_is_told_by_its_icon_and_by_what_is_read_out(
    sidebar: Sidebar, add: Fill, opened: Callable[[int], None]
) -> None:
    add("report.pdf", summary=True)
    opened(2)
    index = sidebar.list.model().index(1, 0)
    assert index.data(ICON_ROLE) == "file-text"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Summary: report.pdf"


def test_an_empty_list_says_what_will_be_there(
    sidebar: Sidebar, core: Core, data: Data, qtbot: QtBot
) -> None:
    core.set_data(data)
    assert "Your chats and summaries will be listed here." in visible_words(sidebar)


def test_hundreds_of_chats_arrive_page_by_page(
    sidebar: Sidebar, add: Fill, opened: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "PAGE", 20)
    for number in range(90):
        add(f"Chat {number}", 100 + number)
    for number in range(25):
        add(f"Summary {number}", 100.5 + number, summary=True)
    opened(116)
    assert words(sidebar)[:4] == ["Earlier", "Chat 0", "Summary 0", "Chat 1"]
    assert words(sidebar)[-1] == "Chat 89"


def test_a_click_and_enter_open_and_arrows_do_not(
    sidebar: Sidebar, add: Fill, opened: Callable[[int], None]
) -> None:
    second, first = add("Second", 1 / 86_400), add("First")
    opened(3)
    spy = QSignalSpy(sidebar.entry_opened)
    press(sidebar, 1)
    assert [spy.at(0)[0]] == [first]
    QTest.keyClick(sidebar.list, Qt.Key.Key_Down)
    assert spy.count() == 1
    QTest.keyClick(sidebar.list, Qt.Key.Key_Return)
    assert spy.at(1)[0] == second


def test_what_is_shown_stays_marked_when_a_newer_chat_comes(
    sidebar: Sidebar, add: Fill, opened: Callable[[int], None], qtbot: QtBot
) -> None:
    add("Oldest", 3 / 86_400)
    shown = add("Shown", 2 / 86_400)
    opened(3)
    sidebar.show_place(next(iter(sidebar._places)), shown)
    add("New")
    sidebar.refresh()
    qtbot.waitUntil(lambda: len(words(sidebar)) == 4)
    assert words(sidebar)[1] == "New"
    [selected] = sidebar.list.selectionModel().selectedIndexes()
    assert selected.data() == "Shown"


def test_only_the_rows_that_change_are_told(qapp: QApplication) -> None:
    model = HistoryModel()
    moment = now()
    entries = [
        Entry(EntryKey(Kind.CHAT, number), str(number), moment - timedelta(seconds=number))
        for number in range(5)
    ]
    model.add(entries, date.today())
    removed, inserted = QSignalSpy(model.rowsRemoved), QSignalSpy(model.rowsInserted)
    model.add([replace(entries[2], changed=moment + timedelta(seconds=1))], date.today())
    assert [row[1:] for row in (removed.at(0), inserted.at(0))] == [[1, 3], [1, 3]]
    model.add([replace(entries[4], title="another")], date.today())
    assert (removed.count(), inserted.count()) == (1, 1)
    assert model.index(5).data() == "another"


def test_at_midnight_today_becomes_yesterday(qapp: QApplication) -> None:
    model = HistoryModel()
    model.add([Entry(EntryKey(Kind.CHAT, 1), "A", now())], date.today())
    model.regroup(date.today() + timedelta(days=1))
    assert [model.index(row).data() for row in range(2)] == ["Yesterday", "A"]


def test_a_title_with_tags_or_none_is_shown_as_words(
    sidebar: Sidebar, add: Fill, opened: Callable[[int], None]
) -> None:
    add("<img src='file:///etc/passwd'>")
    add("", 1 / 86_400)
    opened(3)
    assert words(sidebar)[1:] == ["<img src='file:///etc/passwd'>", "Untitled"]


# Renaming


def rename_with(sidebar: Sidebar, qtbot: QtBot, *keys: Qt.Key, text: str) -> None:
    put_keyboard_on(sidebar, 1)
    QTest.keyClick(sidebar.list, Qt.Key.Key_F2)
    field = sidebar.list.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, text)
    for key in keys:
        QTest.keyClick(field, key)
    qtbot.waitUntil(lambda: not any(f.isVisible() for f in sidebar.list.findChildren(QLineEdit)))


def test_f2_renames_in_place_and_the_title_is_stored(
    sidebar: Sidebar,
    core: Core,
    data: Data,
    add: Fill,
    opened: Callable[[int], None],
    qtbot: QtBot,
) -> None:
    key = add("Lease questions")
    opened(2)
    rename_with(sidebar, qtbot, Qt.Key.Key_Return, text="Subletting")
    assert words(sidebar)[1] == "Subletting"
    finish(core)
    assert data.conversations.chat(key.id).title == "Subletting"


@pytest.mark.parametrize(("text", "key"), [("x", Qt.Key.Key_Escape), ("   ", Qt.Key.Key_Return)])
def test_escape_and_an_empty_title_change_nothing(
    sidebar: Sidebar,
    core: Core,
    data: Data,
    add: Fill,
    opened: Callable[[int], None],
    qtbot: QtBot,
    text: str,
    key: Qt.Key,
) -> None:
    number = add("report.pdf", summary=True).id
    opened(2)
    rename_with(sidebar, qtbot, key, text=text)
    finish(core)
    assert words(sidebar)[1] == "report.pdf" == data.summaries.summary(number).title


def test_a_title_that_cannot_be_stored_is_taken_back_and_said(
    sidebar: Sidebar,
    core: Core,
    data: Data,
    add: Fill,
    opened: Callable[[int], None],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add("Kept")
    opened(2)

    def fail(_self: Conversations, _chat_id: int, _title: str) -> None:
        raise DatabaseBusy

    monkeypatch.setattr(Conversations, "rename", fail)
    said: list[DesktopSlmError] = []
    core.error_reported.connect(said.append)
    rename_with(sidebar, qtbot, Qt.Key.Key_Return, text="Lost")
    qtbot.waitUntil(lambda: words(sidebar)[1] == "Kept")
    assert [type(error) for error in said] == [DatabaseBusy]


# Deleting


def undo_line(sidebar: Sidebar) -> UndoLine:
    line = sidebar.findChild(UndoLine)
    assert isinstance(line, UndoLine)
    return line


def test_delete_offers_undo_which_brings_it_back(
    sidebar: Sidebar,
    core: Core,
    data: Data,
    add: Fill,
    opened: Callable[[int], None],
    qtbot: QtBot,
) -> None:
    add("Lease questions")
    opened(2)
    put_keyboard_on(sidebar, 1)
    QTest.keyClick(sidebar.list, Qt.Key.Key_Delete)
    assert words(sidebar) == []
    assert "Chat deleted" in visible_words(sidebar)
    [undo] = [b for b in undo_line(sidebar).findChildren(QPushButton) if b.text() == "Undo"]
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert words(sidebar) == ["Today", "Lease questions"]
    assert not undo_line(sidebar).isVisible()
    finish(core)
    assert [chat.title for chat in data.conversations.recent()] == ["Lease questions"]


def test_undo_brings_several_back_the_last_one_first(
    sidebar: Sidebar, core: Core, add: Fill, opened: Callable[[int], None], qtbot: QtBot
) -> None:
    add("B", 1 / 86_400)
    add("a.pdf", summary=True)
    opened(3)
    for _ in range(2):
        put_keyboard_on(sidebar, 1)
        QTest.keyClick(sidebar.list, Qt.Key.Key_Delete)
    assert "2 deleted" in visible_words(sidebar)
    undo_line(sidebar).undo()
    assert words(sidebar)[1:] == ["B"]
    assert "Summary deleted" in visible_words(sidebar)


def test_when_the_way_back_ends_it_is_erased_for_good(
    sidebar: Sidebar, core: Core, data: Data, add: Fill, opened: Callable[[int], None]
) -> None:
    add("Secret")
    add("Stays", 1 / 86_400)
    opened(3)
    put_keyboard_on(sidebar, 1)
    QTest.keyClick(sidebar.list, Qt.Key.Key_Delete)
    sidebar.finish()
    finish(core)
    assert data.database.rows("SELECT title FROM chats") == [("Stays",)]


def test_what_a_crashed_window_left_deleted_is_erased_at_the_next_start(
    sidebar: Sidebar, core: Core, data: Data, add: Fill, opened: Callable[[int], None]
) -> None:
    data.conversations.delete(add("Secret").id)
    add("Stays")
    opened(2)
    finish(core)
    assert data.database.rows("SELECT title FROM chats") == [("Stays",)]


def test_a_refresh_that_was_under_way_does_not_bring_a_deleted_chat_back(
    sidebar: Sidebar, core: Core, add: Fill, opened: Callable[[int], None], qtbot: QtBot
) -> None:
    add("Deleted")
    opened(2)
    sidebar.refresh()  # reads before the deletion is stored
    put_keyboard_on(sidebar, 1)
    QTest.keyClick(sidebar.list, Qt.Key.Key_Delete)
    done: list[bool] = []
    core.operations.run(
        sidebar,
        lambda job: True,
        on_success=done.append,
        on_failure=lambda error: None,
        lane=Lane.STORAGE,
    )
    qtbot.waitUntil(lambda: bool(done))
    assert words(sidebar) == []


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_a_row_opens_at_its_button_and_deletes(
    sidebar: Sidebar, theme: Theme, add: Fill, opened: Callable[[int], None], qtbot: QtBot
) -> None:
    add("Lease questions")
    opened(2)
    row = sidebar.list.visualRect(sidebar.list.model().index(1, 0))
    spy = QSignalSpy(sidebar.entry_opened)
    QTest.mouseClick(
        sidebar.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=button_place(theme, row, mirrored=False).center(),
    )
    menu = sidebar.list.findChild(Menu)
    assert isinstance(menu, Menu)
    said = [action.text() for action in menu.actions()]
    assert said[:4] == ["Open", "Rename", "Pin to the top", "Archive"]
    assert said[-1] == "Delete"
    menu.actions()[-1].trigger()
    menu.close()
    assert words(sidebar) == []
    assert spy.count() == 0


# The network


@pytest.mark.parametrize(
    ("level", "said"),
    [(Level.KERNEL, "Offline"), (Level.APP, "Offline · by this app only")],
)
def test_the_badge_tells_who_keeps_the_window_offline(
    core: Core, qtbot: QtBot, level: Level, said: str
) -> None:
    core.outside = replace(core.outside, enforced=Enforced(network=level))
    sidebar = Sidebar(core)
    qtbot.addWidget(sidebar)
    assert sidebar.badge.accessibleName() == said


def test_a_sidebar_over_data_in_memory_says_that_nothing_is_stored(
    sidebar: Sidebar, core: Core, data: Data
) -> None:
    assert "Nothing is stored this time." not in visible_words(sidebar)
    core.set_data(data)
    assert "Nothing is stored this time." in visible_words(sidebar)


def test_the_panel_says_what_holds_in_which_process(core: Core, qtbot: QtBot) -> None:
    answers = {"engine": Level.KERNEL, "reader": Level.APP, "template": None}
    core.connections.keep_in(StoredConnections(Database.in_memory()))
    panel = NetworkPanel(core, lambda: answers)
    qtbot.addWidget(panel)
    panel.show()

    def said() -> list[str]:
        return [label.text() for label in panel.findChildren(PlainLabel) if label.isVisible()]

    qtbot.waitUntil(lambda: "Asking the other parts …" not in said())
    for level, parts in (
        ("The system refuses every connection to:", "this window, the model"),
        ("This app alone refuses, the system would allow it to:", "the document reader"),
        ("Could not be asked just now:", "the model's chat template"),
    ):
        assert said()[said().index(level) + 1] == parts
    assert "None: this app has connected to nothing and opened no link." in said()


def test_the_panel_lists_the_addresses_handed_to_the_browser(core: Core, qtbot: QtBot) -> None:
    core.outside.launcher._opened.append("https://example.org/<b>a</b>")
    panel = NetworkPanel(core, dict)
    qtbot.addWidget(panel)
    shown = panel.findChild(QPlainTextEdit)
    assert isinstance(shown, QPlainTextEdit)
    wanted = "Opened in your browser since the start:\nhttps://example.org/<b>a</b>"
    qtbot.waitUntil(lambda: shown.toPlainText() == wanted)
