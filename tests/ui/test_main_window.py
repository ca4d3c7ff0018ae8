"""The window as a whole: where one can go, keys, files dropped, errors, folding, and its end."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm import app
from desktop_slm.engine.client import Engine
from desktop_slm.errors import DiskFull
from desktop_slm.models.library import PRACTICE_FILE
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.ui import defects
from desktop_slm.ui.chat.writing.composer import Composer
from desktop_slm.ui.core import Core
from desktop_slm.ui.data_opening import DataOpening
from desktop_slm.ui.drop_targets import DropTargets
from desktop_slm.ui.instance_server import Call, parse_call
from desktop_slm.ui.key_list import KeyListDialog
from desktop_slm.ui.main_window import MINIMUM, MainWindow
from desktop_slm.ui.places import Place
from desktop_slm.ui.sidebar.entry import EntryKey, Kind
from desktop_slm.ui.sidebar.rail import Rail
from desktop_slm.ui.sidebar.sidebar import Sidebar
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.plain_label import PlainLabel
from tests.fakes.keyring import FakeKeyring
from tests.fakes.scripted_engine import ScriptedEngine
from tests.fakes.window_core import make_core

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    # Its other form, with a QPointF, came after the oldest PySide6 that this runs on.
    pytest.mark.filterwarnings("ignore:.*QDrag(Enter|Move)Event.*:DeprecationWarning"),
]


class Run:
    """One run of the program: its core, its window, and what can be seen and done there."""

    def __init__(self, theme: Theme, folder: Path, keyring: FakeKeyring, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        starter = folder.with_name("starter")
        starter.mkdir(exist_ok=True)
        (starter / PRACTICE_FILE).write_bytes(b"GGUF")  # only listed: the engine is scripted
        self.core: Core = make_core(theme, folder, starter=starter)
        self.opening = DataOpening(self.core, keyring)
        self.window = MainWindow(self.core, self.opening)
        self.given: list[tuple[str, list[Path]]] = []

    def begin(self) -> Run:
        """Shows the window and opens the data."""
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.window.complete()
        self.opening.begin()
        return self

    def wait_until_open(self) -> Run:
        """Waits for the data."""
        self.qtbot.waitUntil(lambda: self.core.data is not None)
        return self

    def end(self) -> None:
        """Closes the window and ends the program."""
        self.window.close()
        app.take_down(self.core)
        self.window.deleteLater()

    def press(self, words: str, within: type[QWidget] = Sidebar) -> None:
        """Clicks a visible button by its name."""
        [side] = self.window.findChildren(within)
        [button] = [b for b in side.findChildren(QPushButton) if b.accessibleName() == words]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def keys(self, keys: str) -> None:
        """Presses keys wherever the focus is."""
        QTest.keySequence(self.window, QKeySequence(keys))

    def banner(self) -> str:
        """The sentence of the banner at the top, or nothing."""
        area = self.window.pages.parentWidget()
        assert area is not None
        for banner in area.findChildren(Banner):
            labels = [label for label in banner.findChildren(PlainLabel) if label.isVisible()]
            if labels and not self.window.pages.isAncestorOf(banner):
                return labels[0].text()
        return ""

    def record_files(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Notes which files reach which page, in place of what the pages do with them."""
        pages = self.window.pages
        monkeypatch.setattr(
            pages.summary, "open_files", lambda files: self.given.append(("open_files", files))
        )
        monkeypatch.setattr(
            pages.chat, "attach_files", lambda files: self.given.append(("attach_files", files))
        )


@pytest.fixture
def keyring() -> FakeKeyring:
    return FakeKeyring("SecretService")


@pytest.fixture
def run(theme: Theme, tmp_path: Path, keyring: FakeKeyring, qtbot: QtBot) -> Iterator[Run]:
    made = Run(theme, tmp_path / "data", keyring, qtbot)
    yield made
    made.end()


def mime(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


_COPY = Qt.DropAction.CopyAction
_LEFT = Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier


def drag_over(run: Run, data: QMimeData) -> None:
    """Drags something over the box that one writes in, as the system tells the window."""
    [box] = run.window.pages.chat.findChildren(Composer)
    place = box.edit.mapTo(run.window, QPoint(10, 10))
    event = QDragEnterEvent(place, _COPY, data, _LEFT, _PLAIN)
    QApplication.sendEvent(run.window.windowHandle(), event)


def drag_in(run: Run, data: QMimeData) -> DropTargets:
    """Does so, and returns what it brings up."""
    drag_over(run, data)
    [targets] = run.window.findChildren(DropTargets)
    return targets


def drop_on(targets: DropTargets, data: QMimeData, number: int) -> None:
    """Drops it in the middle of a target."""
    place = targets.targets()[number][0].center()
    handle = targets.window().windowHandle()
    QApplication.sendEvent(handle, QDragMoveEvent(place, _COPY, data, _LEFT, _PLAIN))
    QApplication.sendEvent(handle, QDropEvent(QPointF(place), _COPY, data, _LEFT, _PLAIN))


# Going somewhere


def test_it_opens_on_a_chat_with_the_cursor_where_one_writes(run: Run) -> None:
    run.begin()
    assert run.window.pages.currentWidget() is run.window.pages.chat
    assert run.window.pages.chat.isAncestorOf(run.window.focusWidget())
    assert run.window.windowTitle() == "Chat"


def test_the_sidebar_leads_everywhere(run: Run) -> None:
    run.begin().wait_until_open()
    for words in ("Summarize", "Models", "Settings"):
        run.press(words)
        assert run.window.windowTitle() == words
    run.press("New chat")
    assert run.window.pages.currentWidget() is run.window.pages.chat


def test_pages_are_made_when_they_are_first_shown(run: Run) -> None:
    run.begin().wait_until_open()
    assert run.window.pages.count() == 1
    run.press("Models")
    assert run.window.pages.count() == 2


def test_the_title_never_shows_what_a_chat_is_about(run: Run) -> None:
    run.begin().wait_until_open()
    assert run.core.data is not None
    chat = run.core.data.conversations.create("My blood test")
    run.window.sidebar.entry_opened.emit(EntryKey(Kind.CHAT, chat.id))
    assert run.window.windowTitle() == "Chat"


def test_the_shown_chat_is_marked_and_deleting_it_begins_a_new_one(run: Run) -> None:
    run.begin().wait_until_open()
    assert run.core.data is not None
    key = EntryKey(Kind.CHAT, run.core.data.conversations.create("Lease questions").id)
    sidebar = run.window.sidebar
    sidebar.refresh()
    run.qtbot.waitUntil(lambda: sidebar.list.model().rowCount() == 2)
    sidebar.entry_opened.emit(key)
    run.qtbot.waitUntil(lambda: run.window.pages.entry == key)
    assert [i.data() for i in sidebar.list.selectionModel().selectedIndexes()] == [
        "Lease questions"
    ]
    sidebar.list.delete_requested.emit(key)
    run.qtbot.waitUntil(lambda: run.window.pages.entry is None)


# Keys


def test_keys_lead_to_a_new_chat_and_to_the_settings(run: Run) -> None:
    run.begin().wait_until_open()
    run.keys("Ctrl+,")
    assert run.window.windowTitle() == "Settings"
    run.keys("Ctrl+N")
    assert run.window.windowTitle() == "Chat"


def test_zoom_goes_by_steps_and_back(run: Run, theme: Theme) -> None:
    run.begin()
    run.keys("Ctrl++")
    run.keys("Ctrl++")
    assert (theme.zoom_percent, run.core.settings.zoom_percent) == (125, 125)
    run.keys("Ctrl+-")
    assert theme.zoom_percent == 110
    run.keys("Ctrl+0")
    assert theme.zoom_percent == 100
    run.keys("Ctrl+-")
    assert theme.zoom_percent == 100


def test_f1_lists_the_keys(run: Run) -> None:
    run.begin()
    run.keys("F1")
    [dialog] = run.window.findChildren(KeyListDialog)
    said = [label.text() for label in dialog.findChildren(PlainLabel)]
    assert {"Ctrl+N", "Ctrl+O", "F6", "Shift+Enter"} <= set(said)
    dialog.close()


def test_f6_goes_to_the_list_and_back(run: Run) -> None:
    run.begin().wait_until_open()
    QTest.keyClick(run.window.focusWidget(), Qt.Key.Key_F6)
    assert run.window.sidebar.isAncestorOf(run.window.focusWidget())
    QTest.keyClick(run.window.focusWidget(), Qt.Key.Key_F6)
    assert run.window.pages.chat.isAncestorOf(run.window.focusWidget())


def test_escape_stops_the_shown_page(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run.begin().wait_until_open()
    run.press("Summarize")
    stopped: list[bool] = []
    monkeypatch.setattr(run.window.pages.summary, "stop", lambda: stopped.append(True))
    QTest.keyClick(run.window, Qt.Key.Key_Escape)
    assert stopped == [True]


# The start


def test_the_window_tells_once_that_it_has_been_painted(run: Run, qtbot: QtBot) -> None:
    told: list[bool] = []
    run.window.painted.connect(lambda: told.append(run.window.isVisible()))
    with qtbot.waitSignal(run.window.painted):
        run.window.show()
    run.window._on_painted()  # as at the latest, or when it is uncovered once more
    assert told == [True]


def test_without_files_to_open_no_page_for_them_is_made(run: Run) -> None:
    run.begin()
    run.window.open_files(())
    assert "_files" not in run.window.__dict__


# Room


def test_a_narrow_window_folds_the_list_away_and_shows_it_over_the_page(run: Run) -> None:
    run.begin().wait_until_open()
    sidebar = run.window.sidebar
    run.window.resize(MINIMUM)
    assert sidebar.isVisible() and not run.window.findChildren(Rail)
    run.core.change_settings(zoom_percent=200)
    [rail] = run.window.findChildren(Rail)
    assert rail.isVisible() and not sidebar.isVisible()
    rail.sidebar_requested.emit()
    assert sidebar.isVisible()
    assert sidebar.isAncestorOf(run.window.focusWidget())
    QTest.keyClick(run.window.focusWidget(), Qt.Key.Key_Escape)
    assert not sidebar.isVisible()
    run.core.change_settings(zoom_percent=100)
    assert sidebar.isVisible() and not rail.isVisible()


def test_nothing_is_wider_than_the_smallest_window(run: Run) -> None:
    run.begin().wait_until_open()
    for zoom in (100, 150, 200):
        run.core.change_settings(zoom_percent=zoom)
        run.window.resize(MINIMUM)
        assert run.window.size() == MINIMUM


def test_size_and_width_of_the_list_are_there_at_the_next_start(
    run: Run, theme: Theme, tmp_path: Path, keyring: FakeKeyring, qtbot: QtBot
) -> None:
    run.begin().wait_until_open()
    run.window.resize(MINIMUM.width(), 540)
    run.core.change_settings(list_width=300)
    run.window.close()
    assert run.core.operations.shut_down()
    again = Run(theme, tmp_path / "data", keyring, qtbot)
    assert again.window.height() == 540
    assert again.core.settings.list_width == 300
    again.end()


# Files


def test_dragging_files_over_a_chat_shows_two_targets(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.begin().wait_until_open()
    run.record_files(monkeypatch)
    document = tmp_path / "report.txt"
    document.write_text("Revenue rose.")
    for number, name in enumerate(("open_files", "attach_files")):
        run.window.pages.show_place(Place.CHAT)
        targets = drag_in(run, mime(document))
        assert [words for _, _, words in targets.targets()] == ["Summarize", "Add to this chat"]
        drop_on(targets, mime(document), number)
        assert not targets.isVisible()
        run.qtbot.waitUntil(lambda: len(run.given) > number)  # noqa: B023
        assert run.given[number] == (name, [document])


def test_elsewhere_there_is_one_target(run: Run, tmp_path: Path) -> None:
    run.begin().wait_until_open()
    run.press("Models")
    targets = drag_in(run, mime(tmp_path))
    assert [words for _, _, words in targets.targets()] == ["Summarize"]


def test_text_that_is_dragged_is_left_to_the_box(run: Run) -> None:
    run.begin().wait_until_open()
    data = QMimeData()
    data.setText("words")
    drag_over(run, data)
    assert not run.window.findChildren(DropTargets)


def test_a_folder_and_a_file_of_another_computer_get_one_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.begin().wait_until_open()
    run.record_files(monkeypatch)
    folder = tmp_path / "a folder"
    folder.mkdir()
    drop_on(drag_in(run, mime(folder)), mime(folder), 0)
    run.qtbot.waitUntil(lambda: run.banner() == "“a folder” is a folder; drop the files in it.")
    elsewhere = QMimeData()
    elsewhere.setUrls([QUrl("file://server/share/secret.pdf")])
    drop_on(drag_in(run, elsewhere), elsewhere, 0)
    run.qtbot.waitUntil(lambda: "lies on another computer" in run.banner())
    assert run.given == []


def test_files_of_the_command_line_wait_until_the_data_is_open(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = tmp_path / "report.txt"
    document.write_text("Revenue rose.")
    run.record_files(monkeypatch)
    run.window.show()
    run.window.open_files([str(document)])
    run.qtbot.waitUntil(lambda: run.window.pages.place is Place.SUMMARY)
    assert run.given == []
    run.begin().wait_until_open()
    assert run.given == [("open_files", [document])]


def test_a_later_start_brings_its_files_and_the_window_to_the_front(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.begin().wait_until_open()
    run.record_files(monkeypatch)
    document = tmp_path / "report.txt"
    document.write_text("Revenue rose.")
    run.window.showMinimized()
    run.window.on_called(Call((str(document),)))
    assert not run.window.isMinimized()
    run.qtbot.waitUntil(lambda: run.given == [("open_files", [document])])


@pytest.mark.parametrize(
    ("line", "call"),
    [
        (b'{"files": ["/a", 1], "token": "t"}\n', Call(("/a",), "t")),
        (b"[]\n", None),
        (b'{"files": "a", "token": ""}\n', None),
        (b"\xff\n", None),
        (b"[" * 100_000 + b"\n", None),
    ],
)
def test_a_call_is_taken_for_what_it_is_or_not_at_all(line: bytes, call: Call | None) -> None:
    assert parse_call(line) == call


# What concerns the whole window


def test_an_error_that_belongs_to_no_message_is_shown_with_details_to_copy(run: Run) -> None:
    run.begin().wait_until_open()
    run.core.report(DiskFull(details="SQLite error 13"))
    assert run.banner().startswith("The disk is full, so the last change could not be saved.")
    [copy] = [
        button
        for button in run.window.findChildren(QPushButton)
        if button.accessibleName() == "Copy details" and button.isVisible()
    ]
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "SQLite error 13" in QGuiApplication.clipboard().text()


def test_in_a_low_window_the_banner_takes_no_room_from_the_page(run: Run) -> None:
    run.begin().wait_until_open()
    run.core.change_settings(zoom_percent=200)
    run.window.resize(MINIMUM)
    before = run.window.pages.height()
    run.core.report(DiskFull())
    assert run.banner()
    assert run.window.pages.height() == before


def test_a_defect_is_logged_and_said_and_the_window_goes_on(
    run: Run, expected_logs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    run.begin().wait_until_open()
    expected_logs.append("unexpected ZeroDivisionError")
    defects.install(run.core.report)
    try:
        raise ZeroDivisionError("private words")
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert run.banner().startswith("Desktop SLM made a mistake of its own.")
    assert "private words" not in run.banner()


# While the data is not open


def test_a_question_stands_in_for_chats_and_the_rest_goes_on(
    run: Run, keyring: FakeKeyring
) -> None:
    keyring.names.clear()
    run.begin()
    pages = run.window.pages
    run.qtbot.waitUntil(lambda: pages.is_asking)
    assert pages.currentWidget() is pages.opening
    run.press("Models")
    assert pages.currentWidget() is pages.models
    run.press("Summarize")
    assert pages.currentWidget() is pages.opening
    run.opening.store_nothing()
    run.wait_until_open()
    assert pages.currentWidget() is pages.summary


def test_what_was_typed_while_the_question_came_is_still_there(
    run: Run, keyring: FakeKeyring
) -> None:
    keyring.names.clear()
    run.begin()
    [composer] = run.window.pages.chat.findChildren(Composer)
    composer.edit.setPlainText("Can I sublet")
    run.qtbot.waitUntil(lambda: run.window.pages.is_asking)
    run.opening.store_nothing()
    run.wait_until_open()
    assert composer.edit.toPlainText() == "Can I sublet"


# The end


def test_closing_keeps_what_was_typed(
    run: Run, theme: Theme, tmp_path: Path, keyring: FakeKeyring, qtbot: QtBot
) -> None:
    run.begin().wait_until_open()
    [composer] = run.window.pages.chat.findChildren(Composer)
    composer.edit.setPlainText("Can I sublet")
    run.keys("Ctrl+W")
    assert not run.window.isVisible()
    app.take_down(run.core)
    again = Run(theme, tmp_path / "data", keyring, qtbot).begin().wait_until_open()
    assert again.core.data is not None
    assert again.core.data.conversations.draft(None) == "Can I sublet"
    again.end()


def test_closing_during_an_answer_keeps_what_there_is_of_it(
    run: Run, theme: Theme, tmp_path: Path, keyring: FakeKeyring, qtbot: QtBot
) -> None:
    engine = run.core.engine
    assert isinstance(engine, ScriptedEngine)
    engine.script = lambda request: "one two three"
    engine.gate = threading.Event()  # the answer waits for ever, until it is cancelled
    run.begin().wait_until_open()
    [composer] = run.window.pages.chat.findChildren(Composer)
    composer.edit.setPlainText("Can I sublet?")
    QTest.keyClick(composer.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(engine.requests))
    run.window.close()
    app.take_down(run.core)
    again = Run(theme, tmp_path / "data", keyring, qtbot).begin().wait_until_open()
    assert again.core.data is not None
    [chat] = again.core.data.conversations.recent()
    question, answer = again.core.data.conversations.path(chat.id)
    assert (question.text, answer.state) == ("Can I sublet?", MessageState.STOPPED)
    again.end()


def test_closing_erases_what_was_deleted(
    run: Run, theme: Theme, tmp_path: Path, keyring: FakeKeyring, qtbot: QtBot
) -> None:
    run.begin().wait_until_open()
    assert run.core.data is not None
    key = EntryKey(Kind.CHAT, run.core.data.conversations.create("Secret").id)
    run.window.sidebar.refresh()
    run.qtbot.waitUntil(lambda: run.window.sidebar.list.model().rowCount() == 2)
    run.window.sidebar.list.delete_requested.emit(key)
    run.window.close()
    assert run.core.operations.shut_down()
    assert run.core.data.database.rows("SELECT title FROM chats") == []


def test_closing_while_a_question_stands_writes_no_data(
    run: Run, tmp_path: Path, keyring: FakeKeyring
) -> None:
    keyring.names.clear()
    run.begin()
    run.qtbot.waitUntil(lambda: run.window.pages.is_asking)
    run.window.close()
    app.take_down(run.core)
    assert not list(tmp_path.glob("data/*.db"))


def test_a_chat_that_is_renamed_in_the_list_shows_its_title(run: Run) -> None:
    run.begin().wait_until_open()
    data = run.core.data
    assert data is not None
    chat = data.conversations.begin_chat("Can I sublet?").answer.chat_id
    key = EntryKey(Kind.CHAT, chat)
    run.window.pages.open_entry(key)
    data.conversations.rename(chat, "Lease questions")
    run.window.pages.rename_entry(key, "Lease questions")

    def shown() -> bool:
        labels = run.window.pages.chat.findChildren(QLabel)
        return any(label.text() == "Lease questions" for label in labels if label.isVisible())

    run.qtbot.waitUntil(shown)
    run.window.pages.leave_entry(key)
    assert run.window.pages.entry is None


def test_the_engine_unloads_as_the_settings_say(
    qapp: QApplication, tmp_path: Path, keyring: FakeKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[float] = []
    monkeypatch.setattr(Engine, "unload_when_idle", lambda engine, after_s: told.append(after_s))
    font = qapp.font()
    core, window = app.build(
        qapp, make_core(Theme(qapp), tmp_path / "data").outside, keyring=keyring
    )
    assert core.engine.facts is None  # it is made when it is first asked for
    core.change_settings(unload_after_min=5)
    core.change_settings(unload_after_min=0)
    window.close()
    app.take_down(core)
    for each in (window, core, core.theme):
        each.deleteLater()
    qapp.setFont(font)
    assert told[:3] == [1800, 300, 0]
