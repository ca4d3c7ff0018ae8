"""The window on a stage: real parts over a folder of its own, answers that a scene writes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from desktop_slm import app
from desktop_slm.paths import Paths, starter_folder
from desktop_slm.settings import Settings, SettingsFile
from desktop_slm.ui.core import Core, Data, Outside
from desktop_slm.ui.main_window import MainWindow
from desktop_slm.workers.confine import Enforced, Level
from desktop_slm.workers.launcher_child import Refused
from tests.fakes import described
from tests.fakes.keyring import FakeKeyring
from tests.fakes.scripted_engine import ScriptedEngine
from tests.fakes.tiny_models import make_llama

MODEL_FILE = "Qwen3-4B-Instruct-Q4_K_M.gguf"
_MODEL_BYTES = 2_497_280_256
_PATIENCE_S = 20.0


class _Launcher:
    """Opens nothing: pictures need no browser."""

    def open_address(self, address: str) -> None:
        """Does nothing."""

    def spawn(self, name: str) -> NoReturn:
        """Starts nothing: pictures need no network."""
        raise Refused

    def close(self) -> None:
        """Does nothing."""


class Stage:
    """One window, in one theme. `set_up` makes it; scenes then bring it where they want it."""

    def __init__(self, application: QApplication, folder: Path, scheme: str) -> None:
        self._application = application
        self._scheme = scheme
        self._font = application.font()
        self.folder = folder
        self.paths = Paths(folder, folder, folder / "logs", folder / "models", starter_folder())
        self.engine = ScriptedEngine()
        self.keyring = FakeKeyring("Secret Service")
        self.window: MainWindow
        self.core: Core

    def set_up(
        self,
        size: tuple[int, int] = (1280, 800),
        zoom_percent: int = 100,
        *,
        with_model: bool = True,
        with_practice: bool = True,
    ) -> None:
        """Makes the window."""
        if with_model:
            self._make_model()
        if not with_practice:
            self.paths = replace(self.paths, starter=self.folder / "none")
        settings = Settings(theme=self._scheme, zoom_percent=zoom_percent)
        SettingsFile(self.paths.settings).save(settings)
        enforced = Enforced(network=Level.KERNEL)
        outside = Outside(self.paths, _Launcher(), enforced, is_offline=False)  # type: ignore[arg-type]
        self.core, self.window = app.build(
            self._application, outside, keyring=self.keyring, engine=self.engine
        )
        # What a measurement brought would be another picture on every computer.
        self.core.calibration = described.calibration(self.paths, described.LAPTOP)
        self.window.resize(*size)
        self.window.show()

    def open_data(self) -> Data:
        """Waits for the database and returns it."""
        self.wait(lambda: self.core.data is not None)
        assert self.core.data is not None
        return self.core.data

    def hold_answers(self) -> threading.Event:
        """Lets answers wait before each word until the event is set."""
        self.engine.gate = threading.Event()
        return self.engine.gate

    def wait(self, condition: Callable[[], bool]) -> None:
        """Runs the window until something is so."""
        end = time.monotonic() + _PATIENCE_S
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError("the scene did not come to be")
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            time.sleep(0.005)

    def settle(self, seconds: float = 0.4) -> None:
        """Runs the window for a moment, for what follows a timer."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > end)

    def save(self, path: Path, widget: QWidget | None = None) -> None:
        """Draws the window, or another one of the scene."""
        self.settle()
        (widget or self._application.activeModalWidget() or self.window).grab().save(str(path))

    def close(self) -> None:
        """Takes the window down."""
        if self.engine.gate is not None:
            self.engine.gate.set()
        dialog = self._application.activeModalWidget()
        if dialog is not None:
            dialog.close()  # it would stand before the next scene
        self.window.close()
        app.take_down(self.core)
        self.window.deleteLater()
        # A theme zooms from the font that it finds.
        self._application.setFont(self._font)
        self.settle(0.05)

    def _make_model(self) -> None:
        """Puts a model there that looks like a large one: its file has a hole."""
        path = self.paths.models / MODEL_FILE
        path.parent.mkdir(parents=True)
        make_llama(path, context=8192)
        with path.open("r+b") as file:
            file.truncate(_MODEL_BYTES)
