"""When the window is locked: after a time without input, with the computer, and not otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.errors import KeyMissing, WrongKey
from desktop_slm.storage.keys.keys import Keys
from desktop_slm.storage.keys.passphrase import Scrypt
from desktop_slm.ui.core import Core, Data
from desktop_slm.ui.data_opening import DataOpening
from desktop_slm.ui.ending import Ending, EndKind
from desktop_slm.ui.lock.idle import IdleWatch
from desktop_slm.ui.lock.locking import Locking
from desktop_slm.ui.lock.session_watch import SessionWatch
from desktop_slm.ui.lock.window import LockWindow
from desktop_slm.ui.operations import Operations
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.plain_label import PlainLabel
from tests.fakes.keyring import FakeKeyring
from tests.fakes.policies import set_policy
from tests.fakes.window_core import make_core

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]
WORDS = "correct horse battery stäple"


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


class Watched:
    """An idle watch over a window, with a clock of the test."""

    def __init__(self, qtbot: QtBot) -> None:
        self.clock = Clock()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        application = QApplication.instance()
        assert isinstance(application, QGuiApplication)
        self.watch = IdleWatch(application, self.window, self.clock)
        self.heard: list[str] = []
        self.watch.idle.connect(lambda: self.heard.append("idle"))
        self.watch.slept.connect(lambda: self.heard.append("slept"))

    def pass_s(self, seconds: int) -> list[str]:
        """Lets time go by in looks of five seconds; returns what was heard."""
        self.heard.clear()
        for _ in range(seconds // 5):
            self.clock.now += 5
            self.watch.look()
        return list(self.heard)


@pytest.fixture
def watched(qtbot: QtBot) -> Watched:
    return Watched(qtbot)


def test_a_time_without_input_is_told_once(watched: Watched) -> None:
    watched.watch.set_limit(1)
    assert watched.pass_s(55) == []
    assert watched.pass_s(5) == ["idle"]
    assert watched.pass_s(50) == []


@pytest.mark.parametrize("kind", ["key", "mouse"])
def test_an_input_begins_the_time_anew(watched: Watched, kind: str) -> None:
    watched.watch.set_limit(1)
    watched.pass_s(50)
    if kind == "key":
        QTest.keyClick(watched.window.windowHandle(), Qt.Key.Key_A)
    else:
        at, no = QPointF(5, 5), Qt.MouseButton.NoButton
        moved = QMouseEvent(QEvent.Type.MouseMove, at, at, no, no, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(watched.window.windowHandle(), moved)
    assert watched.pass_s(55) == []
    assert watched.pass_s(5) == ["idle"]


def test_without_a_limit_nothing_is_told(watched: Watched) -> None:
    watched.watch.set_limit(0)
    assert watched.pass_s(7_200) == []


def test_input_in_a_dialog_counts_too(watched: Watched, qtbot: QtBot) -> None:
    watched.watch.set_limit(1)
    dialog = QWidget()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    watched.pass_s(50)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_A)
    assert watched.pass_s(55) == []


def test_a_sleep_shows_in_the_clock(watched: Watched) -> None:
    watched.clock.now += 3_600
    watched.watch.look()
    assert watched.heard == ["slept"]


def test_a_clock_that_is_set_back_locks_nothing(watched: Watched) -> None:
    watched.watch.set_limit(1)
    watched.clock.now -= 86_400
    watched.watch.look()
    assert watched.pass_s(55) == []


# What locks


class Locked:
    """A core whose wishes to end are noted."""

    def __init__(self, core: Core, window: QWidget, qtbot: QtBot) -> None:
        self.core = core
        self.qtbot = qtbot
        self.endings: list[Ending] = []
        core.end_requested.connect(self.endings.append)
        self.locking = Locking(core, window)

    def set_passphrase(self) -> None:
        with self.core.keys.unlock() as key:
            self.core.keys.protect(key, WORDS, at_start=False)

    def settle(self) -> None:
        """Waits until what was asked for in the background has been answered."""
        answered: list[bool] = []
        self.core.operations.run(
            self.core,
            lambda job: self.core.keys.examine(),
            on_success=lambda case: answered.append(True),
            on_failure=lambda error: answered.append(False),
        )
        self.qtbot.waitUntil(lambda: bool(answered))
        QApplication.processEvents()


@pytest.fixture
def locked(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[Locked]:
    core = make_core(theme, tmp_path / "data")
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    keyring = FakeKeyring("SecretService")
    opening = DataOpening(core, keyring)
    paths = core.outside.paths
    core.keys = Keys(paths.database, paths.key_record, keyring, Scrypt(n=2))
    opening.begin()
    qtbot.waitUntil(lambda: core.data is not None)
    made = Locked(core, window, qtbot)
    yield made
    core.operations.shut_down()
    assert core.data is not None
    core.data.database.close()


def test_what_comes_by_itself_locks_nothing_without_a_passphrase(locked: Locked) -> None:
    locked.locking._begin()
    assert locked.locking._watch is not None
    locked.locking._watch.idle.emit()
    locked.locking._watch.slept.emit()
    locked.settle()
    assert locked.endings == []
    assert QApplication.activeModalWidget() is None


def test_where_an_organisation_wants_a_lock_the_window_closes_without_a_passphrase(
    locked: Locked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_policy(monkeypatch, tmp_path / "etc", "lock_after_min = 5")
    locked.locking._begin()
    assert locked.locking._watch is not None
    locked.locking._watch.idle.emit()
    locked.qtbot.waitUntil(lambda: bool(locked.endings))
    assert [ending.kind for ending in locked.endings] == [EndKind.CLOSED]


def test_idle_time_and_sleep_lock_where_a_passphrase_is_set(locked: Locked) -> None:
    locked.set_passphrase()
    locked.locking._begin()
    assert locked.locking._watch is not None
    for signal in (locked.locking._watch.idle, locked.locking._watch.slept):
        locked.endings.clear()
        signal.emit()
        locked.qtbot.waitUntil(lambda: bool(locked.endings))
        assert [ending.kind for ending in locked.endings] == [EndKind.LOCKED]


def test_the_session_locks_only_where_that_is_wanted(locked: Locked) -> None:
    locked.set_passphrase()
    locked.core.change_settings(lock_with_session=False)
    locked.locking._begin()
    locked.locking._session.locked.emit()
    locked.settle()
    assert locked.endings == []


def test_the_setting_reaches_the_watch(locked: Locked) -> None:
    locked.locking._begin()
    locked.core.change_settings(lock_after_min=5)
    assert locked.locking._watch is not None
    assert locked.locking._watch._limit_s == 300


def test_the_desktop_s_words_are_understood(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    watch = SessionWatch(parent)
    heard: list[None] = []
    watch.locked.connect(lambda: heard.append(None))
    watch._on_flag(False)  # it wakes, or the saver goes
    assert len(heard) == 0
    watch._on_flag(True)
    watch._on_lock()
    assert len(heard) == 2


# The window of the lock


@pytest.fixture
def lock(theme: Theme, qtbot: QtBot) -> LockWindow:
    window = LockWindow(theme, Operations())
    qtbot.addWidget(window)
    window.show()
    return window


def said(window: QWidget) -> str:
    return "\n".join(label.text() for label in window.findChildren(PlainLabel))


def enter(window: LockWindow, words: str) -> None:
    [field] = window.findChildren(QLineEdit)
    field.setText(words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_nothing_is_tried_before_the_data_is_closed(lock: LockWindow) -> None:
    enter(lock, WORDS)
    assert "Closing your data" in said(lock)


def test_wrong_words_are_told_and_may_be_repeated(lock: LockWindow, qtbot: QtBot) -> None:
    tried: list[str] = []
    opened: list[object] = []
    data = object()

    def unlock(words: str) -> Data:
        tried.append(words)
        if words == "gone":
            raise KeyMissing(place="key.json")
        if words != WORDS:
            raise WrongKey
        return data  # type: ignore[return-value]

    lock.unlocked.connect(opened.append)
    lock.enable(unlock)
    enter(lock, "wrong")
    qtbot.waitUntil(lambda: "does not open your data" in said(lock))
    enter(lock, "gone")
    qtbot.waitUntil(lambda: "is not in key.json" in said(lock))
    enter(lock, WORDS)
    qtbot.waitUntil(lambda: bool(opened))
    assert (tried, opened) == (["wrong", "gone", WORDS], [data])
    [field] = lock.findChildren(QLineEdit)
    assert field.text() == ""


def test_the_title_names_nothing_of_the_person(lock: LockWindow) -> None:
    assert lock.windowTitle() == "Desktop SLM"
    lock.waiting.add(("secret-contract.pdf",))
    assert "secret" not in said(lock)
    assert lock.waiting.take() == ("secret-contract.pdf",)
    assert lock.waiting.take() == ()
