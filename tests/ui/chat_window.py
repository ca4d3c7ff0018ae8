"""A chat page with real parts around it: database in memory, threads, templates; scripted answers.

Acts as a person does (keys and mouse) and reads what stands on the screen.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.engine.templating import Templating
from desktop_slm.engine.text_engine import TextEngine
from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.paths import Paths
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import MessageState
from desktop_slm.storage.database import Database
from desktop_slm.ui.chat.answers.answer_view import AnswerView
from desktop_slm.ui.chat.message_edit import MessageEdit
from desktop_slm.ui.chat.page import ChatPage
from desktop_slm.ui.chat.question_view import QuestionView
from desktop_slm.ui.chat.transcript import Transcript
from desktop_slm.ui.chat.writing.composer import Composer
from desktop_slm.ui.core import Core, Data, EngineParts, Outside
from desktop_slm.ui.operations import Operations
from desktop_slm.ui.theme import Theme
from desktop_slm.workers.confine import Enforced
from tests.fakes.plain_set import PlainSet
from tests.fakes.scripted_engine import ScriptedEngine

W = TypeVar("W", bound=QWidget)


class Launcher:
    """Remembers what would be opened in the browser."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def open_address(self, address: str) -> None:
        self.opened.append(address)


class ChatWindow:
    """The page, and hands and eyes for it."""

    def __init__(
        self,
        qtbot: QtBot,
        theme: Theme,
        folder: Path,
        templating: Templating,
        engine: TextEngine | None = None,
        model: InstalledModel | None = None,
    ) -> None:
        self.qtbot = qtbot
        self.scripted = ScriptedEngine()
        self.launcher = Launcher()
        paths = Paths(folder, folder, folder / "logs", folder / "models", folder / "starter")
        outside = Outside(paths, self.launcher, Enforced(), is_offline=True)  # type: ignore[arg-type]
        self.operations = Operations()
        self.core = Core(
            outside,
            theme,
            self.operations,
            lambda: EngineParts(engine or self.scripted, templating),
        )
        self.core.model = model or installed(folder)
        # A test of titles switches them on: the others count what the engine is asked.
        self.core.settings = self.core.settings.with_changes(model_titles=False)
        self.database = Database.in_memory()
        self.page = self.make_page()

    def make_page(self) -> ChatPage:
        page = ChatPage(self.core)
        page.checks.analyse = PlainSet
        self.qtbot.addWidget(page)
        page.resize(800, 600)
        page.show()
        page.focus_first()
        return page

    def open_data(self) -> Conversations:
        self.core.set_data(Data.of(self.database))
        return self.chats

    @property
    def chats(self) -> Conversations:
        assert self.core.data is not None
        return self.core.data.conversations

    def close(self) -> None:
        if self.scripted.gate is not None:
            self.scripted.gate.set()
        self.operations.shut_down()

    # Hands

    def write(self, text: str) -> None:
        QTest.keyClicks(self.box, text)

    def press(self, key: Qt.Key, target: QWidget | None = None) -> None:
        QTest.keyClick(target or self.box, key)

    def send(self, text: str) -> None:
        """Types and sends, and waits until it is stored."""
        self.write(text)
        self.press(Qt.Key.Key_Return)
        self.wait(lambda: not self.box.toPlainText())

    def ask(self, text: str) -> None:
        """Sends and waits for the end of the answer."""
        before = len(self.answers())
        self.send(text)
        self.wait(lambda: len(self.answers()) > before)
        self.wait_for_end()

    def click(self, name: str, inside: QWidget | None = None) -> None:
        button = self.button(name, inside)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))

    def hold_answers(self) -> threading.Event:
        """Lets answers wait before each word until the event is set."""
        self.scripted.gate = threading.Event()
        return self.scripted.gate

    # Eyes

    @property
    def composer(self) -> Composer:
        return self.find(Composer)

    @property
    def box(self) -> MessageEdit:
        return self.composer.edit

    @property
    def transcript(self) -> Transcript:
        return self.find(Transcript)

    def find(self, kind: type[W]) -> W:
        """Returns the one widget of a kind that is there, or will be soon."""
        self.wait(lambda: self.page.findChild(kind) is not None)
        found = self.page.findChild(kind)
        assert found is not None
        return found

    def buttons(self, name: str, inside: QWidget | None = None) -> list[QAbstractButton]:
        found = (inside or self.page).findChildren(QAbstractButton)
        return [each for each in found if each.accessibleName() == name and each.isVisible()]

    def button(self, name: str, inside: QWidget | None = None) -> QAbstractButton:
        self.wait(lambda: bool(self.buttons(name, inside)))
        return self.buttons(name, inside)[-1]

    def words(self, inside: QWidget | None = None) -> str:
        """Returns the words of all visible labels."""
        labels = (inside or self.page).findChildren(QLabel)
        return "\n".join(each.text() for each in labels if each.isVisible())

    def answers(self) -> list[AnswerView]:
        return [each for each in self._views() if isinstance(each, AnswerView)]

    def questions(self) -> list[QuestionView]:
        return [each for each in self._views() if isinstance(each, QuestionView)]

    def _views(self) -> list[AnswerView | QuestionView]:
        views: list[AnswerView | QuestionView] = [*self.page.findChildren(AnswerView)]
        views += self.page.findChildren(QuestionView)
        return sorted((view for view in views if not view.isHidden()), key=lambda view: view.y())

    def shown(self) -> list[str]:
        """Returns the text of every message that is shown, from top to bottom."""
        return [
            view.body.source() if isinstance(view, AnswerView) else view.message.text
            for view in self._views()
        ]

    def wait(self, condition: Callable[[], bool], timeout_ms: int = 5000) -> None:
        self.qtbot.waitUntil(condition, timeout=timeout_ms)

    def wait_for_end(self) -> None:
        self.wait(lambda: bool(self.answers()) and not self.answers()[-1].is_live)
        self.wait(lambda: self.answers()[-1].message.state is not MessageState.STREAMING)


def installed(folder: Path, place: Place = Place.FOLDER, name: str = "Test 1B") -> InstalledModel:
    return InstalledModel(name.lower(), name, folder / "test.gguf", 98_000_000, "", place)
