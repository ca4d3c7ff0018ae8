"""The rounds of windows as `app` runs them: locked and unlocked, restored, erased.

The real event loop runs; what a person does is done by steps that wait for what they need.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from desktop_slm import app, paths
from desktop_slm.storage.keys.keys import InKeyring, Keys
from desktop_slm.storage.keys.passphrase import Scrypt
from desktop_slm.ui.chat.question_view import QuestionView
from desktop_slm.ui.chat.writing.composer import Composer
from desktop_slm.ui.core import Core, Data, Outside, now
from desktop_slm.ui.ending import Ending, EndKind
from desktop_slm.ui.instance_server import Call
from desktop_slm.ui.lock.window import LockWindow
from desktop_slm.ui.main_window import MainWindow
from desktop_slm.ui.sidebar.entry import EntryKey, Kind
from desktop_slm.ui.window_rounds import Making, WindowRounds
from desktop_slm.workers.confine import Enforced, Level
from tests.fakes.keyring import FakeKeyring
from tests.fakes.scripted_engine import ScriptedEngine
from tests.ui.chat_window import Launcher

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]
WORDS = "correct horse battery stäple"
Until = Callable[[], object]
_PATIENCE_MS = 20_000


class Program:
    """A whole run, moved by a generator that yields what it waits for."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self.keyring = FakeKeyring("SecretService")
        self.engine = ScriptedEngine()
        self.paths = replace(paths.find(folder), starter=folder / "no starter")
        outside = Outside(self.paths, Launcher(), Enforced(network=Level.KERNEL), is_offline=True)  # type: ignore[arg-type]
        self.keys = Keys(self.paths.database, self.paths.key_record, self.keyring, Scrypt(n=2))
        self._application = application
        self.cores: list[int] = []

        def build(opened: Data | None) -> tuple[Core, MainWindow]:
            return app.build(
                application, outside, keyring=self.keyring, engine=self.engine, opened=opened
            )

        self.rounds = WindowRounds(application, outside, Making(build, app.take_down), self.keyring)

    def run(self, person: Generator[Until, None, None]) -> None:
        """Runs the program while the person does what they do; they have to close it."""
        timer = QTimer(interval=20)
        wait: list[Until] = [lambda: True]
        failures: list[BaseException] = []
        left = QTimer(singleShot=True, interval=_PATIENCE_MS)

        def step() -> None:
            if not wait[0]():
                return
            try:
                wait[0] = next(person)
                left.start()
            except StopIteration:
                timer.stop()
            except BaseException as failure:
                end(failure)

        def end(failure: BaseException) -> None:
            failures.append(failure)
            timer.stop()
            for widget in self._application.topLevelWidgets():
                widget.close()
            self._application.exit(1)

        timer.timeout.connect(step)
        left.timeout.connect(lambda: end(TimeoutError("waited in vain")))
        timer.start()
        left.start()
        self.rounds.run()
        timer.stop()
        left.stop()
        if failures:
            raise failures[0]

    @property
    def window(self) -> MainWindow:
        window = self.rounds.current
        assert isinstance(window, MainWindow)
        return window

    @property
    def lock(self) -> LockWindow:
        lock = self.rounds.current
        assert isinstance(lock, LockWindow)
        return lock

    @property
    def data(self) -> Data:
        assert self.rounds.core is not None and self.rounds.core.data is not None
        return self.rounds.core.data

    def is_open(self) -> bool:
        core = self.rounds.core
        return core is not None and core.data is not None

    def is_locked(self) -> bool:
        lock = self.rounds.current
        return isinstance(lock, LockWindow) and lock._button.isEnabled()

    def set_passphrase(self) -> None:
        with self.keys.unlock() as key:
            self.keys.protect(key, WORDS, at_start=False)

    def composer(self) -> Composer:
        """The box that one writes in."""
        boxes = self.window.pages.chat.findChildren(Composer)
        return next((box for box in boxes if box.isVisible()), boxes[0])

    def said(self, widget: QWidget) -> str:
        return "\n".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Program:
    return Program(qapp, tmp_path / "data")


def press(window: QWidget, keys: str) -> None:
    window.activateWindow()
    QTest.keySequence(window, QKeySequence(keys))


def test_a_lock_closes_all_and_the_passphrase_opens_it_where_it_was(program: Program) -> None:
    seen: dict[str, object] = {}

    def person() -> Generator[Until, None, None]:
        yield program.is_open
        program.set_passphrase()
        chat = program.data.conversations.begin_chat("a very private question").user.chat_id
        program.data.conversations.propose_title(chat, "very private title")
        program.window.pages.open_entry(EntryKey(Kind.CHAT, chat))
        yield lambda: bool(program.window.pages.chat.findChildren(QuestionView))
        program.composer().set_text("typed and not sent")
        database = program.data.database
        press(program.window, "Ctrl+L")
        yield program.is_locked
        seen["closed"] = not database.is_open
        seen["titles"] = [w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible()]
        seen["windows"] = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        seen["loaded"] = program.engine.loaded
        program.lock.on_called(Call(()))
        [field] = program.lock.findChildren(QLineEdit)
        field.setText("wrong words")
        QTest.keyClick(field, Qt.Key.Key_Return)
        yield lambda: "does not open your data" in program.said(program.lock)
        field.setText(WORDS)
        QTest.keyClick(field, Qt.Key.Key_Return)
        yield program.is_open
        yield lambda: program.window.pages.entry == EntryKey(Kind.CHAT, chat)
        yield lambda: program.composer().draft().text == "typed and not sent"
        program.window.close()

    program.run(person())
    assert seen["closed"] is True
    assert seen["titles"] == ["Desktop SLM"]
    assert seen["windows"] == []
    assert seen["loaded"] is None


def test_a_lock_without_a_passphrase_asks_for_one_first(program: Program) -> None:
    def person() -> Generator[Until, None, None]:
        yield program.is_open
        press(program.window, "Ctrl+L")
        yield lambda: QApplication.activeModalWidget() is not None
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        fields = [f for f in dialog.findChildren(QLineEdit) if f.isVisible()]
        for field in fields:
            field.setText(WORDS)
        QTest.keyClick(fields[-1], Qt.Key.Key_Return)
        yield program.is_locked
        program.keys.confirm(WORDS).wipe()
        program.lock.close()

    program.run(person())


def test_a_locked_program_can_be_closed_and_holds_nothing_open(program: Program) -> None:
    def person() -> Generator[Until, None, None]:
        yield program.is_open
        program.set_passphrase()
        program.rounds.core.lock_requested.emit()  # type: ignore[union-attr]
        yield program.is_locked
        program.lock.close()

    program.run(person())
    gc.collect()
    assert not [w for w in gc.get_objects() if isinstance(w, MainWindow) and _is_alive(w)]


def test_a_running_answer_is_kept_as_stopped_by_a_lock(program: Program) -> None:
    kept: list[str] = []

    def person() -> Generator[Until, None, None]:
        yield program.is_open
        program.set_passphrase()
        turn = program.data.conversations.begin_chat("a question")
        program.data.conversations.update_answer(turn.answer.id, "half an ans")
        program.rounds.core.end_requested.emit(Ending(EndKind.LOCKED))  # type: ignore[union-attr]
        yield program.is_locked
        [field] = program.lock.findChildren(QLineEdit)
        field.setText(WORDS)
        QTest.keyClick(field, Qt.Key.Key_Return)
        yield program.is_open
        message = program.data.conversations.message(turn.answer.id)
        kept.extend((message.text, message.state.value))
        program.window.close()

    program.run(person())
    assert kept == ["half an ans", "interrupted"]


def test_a_restored_backup_opens_in_a_new_window_and_the_rest_is_kept(program: Program) -> None:
    seen: list[str] = []

    def person() -> Generator[Until, None, None]:
        yield program.is_open
        core = program.rounds.core
        assert core is not None
        program.data.conversations.create("before")
        made = core.backups.make(program.data.database, now())
        program.data.conversations.create("after")
        before = program.data
        program.window.pages.settings.backup._prepare(made.path)
        yield lambda: program.is_open() and program.data is not before
        seen.extend(chat.title for chat in program.data.conversations.recent())
        banner = program.said(program.window)
        assert "The backup was restored" in banner
        core = program.rounds.core
        assert core is not None
        assert [backup.kind.value for backup in core.backups.all()] == ["aside", "daily"]
        program.window.close()

    program.run(person())
    assert seen == ["before"]


def test_erasing_everything_leaves_models_alone(program: Program) -> None:
    model = program.paths.models / "mine.gguf"

    def person() -> Generator[Until, None, None]:
        yield program.is_open
        core = program.rounds.core
        assert core is not None
        core.backups.make(program.data.database, now())
        model.parent.mkdir(parents=True, exist_ok=True)
        model.write_bytes(b"GGUF")
        core.end_requested.emit(Ending(EndKind.ERASING))

    program.run(person())
    left = [path for path in program.paths.data.rglob("*") if path.is_file()]
    assert {path.name for path in left} <= {"mine.gguf", "window"}
    assert program.keyring.secrets == {}
    assert model.exists()
    program.keys.create(InKeyring("SecretService")).wipe()  # as new


def _is_alive(window: QObject) -> bool:
    from shiboken6 import isValid

    return isValid(window)
