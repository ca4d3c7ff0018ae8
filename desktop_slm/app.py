"""The window's composition root: builds everything once, hands it over, and takes it down again.

Order matters: the launcher is forked and the process confined before Qt and before any thread.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from desktop_slm import __version__, logs, paths
from desktop_slm.workers.confine import Profile, confine_process
from desktop_slm.workers.launcher import Launcher

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop_slm.ui.core import Core, Outside
    from desktop_slm.ui.main_window import MainWindow

_log = logging.getLogger(__name__)
_NO_SCREEN = "There is no screen here for a window; try: desktop-slm chat\n"


def run(files: Sequence[str] = (), *, offline: bool = False) -> int:
    """Opens the window and returns the exit status when it is closed."""
    if not has_screen():
        sys.stderr.write(_NO_SCREEN)
        return 1
    launcher = Launcher.fork(offline=offline)
    enforced = confine_process(Profile.WINDOW)
    # A busy Python thread is to give the Qt thread its turn within half a millisecond.
    sys.setswitchinterval(0.0005)
    from desktop_slm.ui.core import Outside

    outside = Outside(paths.find(), launcher, enforced, is_offline=offline)
    try:
        return _run_window(outside, list(files))
    finally:
        launcher.close()


def has_screen() -> bool:
    """Says whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _run_window(outside: Outside, files: list[str]) -> int:
    from desktop_slm.storage.instance import WindowInstance

    application = _make_application()
    instance = WindowInstance(outside.paths.data)
    if not _may_use_folder(outside) or not _is_first(instance, outside.paths.data, files):
        return 0
    logs.start(outside.paths.logs)
    sys.excepthook = _log_defect
    core, window = build(application, outside)
    window.show()
    if files:
        window.open_files(files)
    server = _listen(outside.paths.data, window)
    status = application.exec()
    server.close()
    take_down(core)
    instance.release()
    return status


def build(application: QApplication, outside: Outside) -> tuple[Core, MainWindow]:
    """Makes the core and the window over it; the data is opened in the background."""
    from desktop_slm.engine.client import Engine
    from desktop_slm.engine.templating import Templating
    from desktop_slm.settings import SettingsFile
    from desktop_slm.storage.os_keyring import OsKeyring
    from desktop_slm.ui.core import Core
    from desktop_slm.ui.data_opening import DataOpening
    from desktop_slm.ui.focus_ring import FocusRing
    from desktop_slm.ui.main_window import MainWindow
    from desktop_slm.ui.operations import Operations
    from desktop_slm.ui.theme import Theme

    settings = SettingsFile(outside.paths.settings).load()
    theme = Theme(application, scheme=settings.theme, zoom_percent=settings.zoom_percent)
    FocusRing(application, theme)
    engine = Engine()
    core = Core(outside, theme, Operations(), engine, Templating())
    engine.on_state = core.note_engine_state
    opening = DataOpening(core, OsKeyring())
    window = MainWindow(core, opening)
    opening.begin()
    return core, window


def take_down(core: Core) -> None:
    """Finishes what is to be stored and ends the children."""
    core.operations.shut_down()
    core.engine.unload()
    core.templating.close()
    if core.data is not None:
        core.data.database.close()


def _make_application() -> QApplication:
    from PySide6.QtWidgets import QApplication

    # Importing the package mends PySide6 on Python 3.11, before the first Qt call.
    import desktop_slm.ui  # noqa: F401

    application = QApplication(sys.argv[:1])
    application.setApplicationName("desktop-slm")
    application.setApplicationDisplayName("Desktop SLM")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("desktop-slm")
    return application


def _may_use_folder(outside: Outside) -> bool:
    """Asks before the first write to a folder that other computers share."""
    if outside.paths.data.exists():
        return True
    from desktop_slm.storage import locations
    from desktop_slm.ui.shared_folder import confirm_shared_folder

    shared = locations.recognise(outside.paths.data)
    return shared is None or confirm_shared_folder(outside.paths.data, shared)


def _is_first(instance: object, folder: Path, files: list[str]) -> bool:
    """Takes the right to the folder's window, or hands the files to the window that has it."""
    from desktop_slm.storage.instance import WindowInstance

    assert isinstance(instance, WindowInstance)
    if instance.take():
        return True
    from desktop_slm.ui.instance_server import ask_first_window

    ask_first_window(folder, files)
    return False


def _listen(folder: Path, window: MainWindow) -> object:
    from desktop_slm.ui.instance_server import InstanceServer

    server = InstanceServer(folder, window)
    server.called.connect(window.come_to_front)
    return server


def _log_defect(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """A defect in a slot is logged without its message; the window goes on."""
    _log.error("unexpected %s", kind.__name__, exc_info=(kind, error, trace))
