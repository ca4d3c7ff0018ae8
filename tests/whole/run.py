"""One run of the real program: hands that move it, and eyes that read what stands on the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListView, QWidget

from desktop_slm import app
from desktop_slm.engine.text_engine import TextEngine
from desktop_slm.paths import Paths, starter_folder
from desktop_slm.storage.keys.os_keyring import Keyring
from desktop_slm.ui.chat.answers.answer_view import AnswerView
from desktop_slm.ui.core import Core, Outside
from desktop_slm.ui.main_window import MainWindow
from desktop_slm.workers.confine import Enforced, Level
from tests.ui.chat_window import Launcher

Wait = Callable[[Callable[[], bool]], None]


class Run:
    """One run of the program over a data folder."""

    def __init__(
        self,
        application: QApplication,
        folder: Path,
        keyring: Keyring,
        wait: Wait,
        outside: Outside | None = None,
        engine: TextEngine | None = None,
    ) -> None:
        self.wait = wait
        paths = Paths(folder, folder, folder / "logs", folder / "models", starter_folder())
        if outside is None:
            enforced = Enforced(network=Level.KERNEL)
            outside = Outside(paths, Launcher(), enforced, is_offline=True)  # type: ignore[arg-type]
        self.core: Core
        self.window: MainWindow
        self.core, self.window = app.build(application, outside, keyring=keyring, engine=engine)
        self.window.show()
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)

    def end(self) -> None:
        self.window.close()
        app.take_down(self.core)
        self.window.deleteLater()

    # Hands

    def type(self, text: str) -> None:
        focused = self.window.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def press(self, key: Qt.Key) -> None:
        focused = self.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)

    def click(self, name: str) -> None:
        self.wait(lambda: bool(self._buttons(name)))
        QTest.mouseClick(self._buttons(name)[-1], Qt.MouseButton.LeftButton)

    def drop(self, *paths: Path, at: QPoint) -> None:
        """Drags files over the window and lets them go."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        actions, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        keys = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(at, actions, data, button, keys)
        QApplication.sendEvent(self.window, enter)
        QApplication.processEvents()
        target: QWidget = self.window.childAt(at) or self.window
        while not target.acceptDrops():
            target = target.parentWidget() or self.window
        inside = target.mapFrom(self.window, at)
        QApplication.sendEvent(target, QDragEnterEvent(inside, actions, data, button, keys))
        QApplication.sendEvent(target, QDropEvent(QPointF(inside), actions, data, button, keys))

    # Eyes

    def _buttons(self, name: str) -> list[QAbstractButton]:
        found = self.window.findChildren(QAbstractButton)
        return [b for b in found if b.accessibleName() == name and b.isVisible() and b.isEnabled()]

    def answers(self) -> list[AnswerView]:
        views = self.window.findChildren(AnswerView)
        return sorted((view for view in views if view.isVisible()), key=lambda view: view.y())

    def last_answer(self) -> str:
        return self.answers()[-1].body.source() if self.answers() else ""

    def has_ended(self) -> bool:
        return bool(self.answers()) and not self.answers()[-1].is_live

    def words(self, inside: QWidget | None = None) -> str:
        labels = (inside or self.window).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def listed(self) -> list[str]:
        """Returns the titles of the list at the left."""
        model = self._list().model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def open_listed(self, words: str) -> None:
        """Clicks the entry of the list whose title holds the words, once it is there."""
        self.wait(lambda: any(words in title for title in self.listed()))
        view = self._list()
        [row] = [row for row, title in enumerate(self.listed()) if words in title]
        place = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def _list(self) -> QListView:
        return self.window.sidebar.list
