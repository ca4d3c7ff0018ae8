"""The window's composition root: builds everything once, hands it over, and takes it down again.

Order matters: the launcher is forked and the process confined before Qt and before any thread.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from desktop_slm import __version__, paths, policy
from desktop_slm.errors import PolicyUnreadable, StorageError
from desktop_slm.workers.confine import Profile, confine_process
from desktop_slm.workers.launcher import Launcher

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop_slm.engine.text_engine import TextEngine
    from desktop_slm.storage.keys.os_keyring import Keyring
    from desktop_slm.ui.core import Core, Data, Outside
    from desktop_slm.ui.main_window import MainWindow
    from desktop_slm.ui.typeset import Typeset, Typesetter

_log = logging.getLogger(__name__)
_NO_SCREEN = "There is no screen here for a window; try: desktop-slm chat\n"
_NO_ANSWER = (
    "Desktop SLM is already open on this data but does not answer. Nothing was opened here; "
    "close that window, or end its process, and try again.\n"
)


def run(files: Sequence[str] = (), *, offline: bool = False) -> int:
    """Opens the window and returns the exit status when it is closed."""
    if not has_screen():
        sys.stderr.write(_NO_SCREEN)
        return 1
    # Nearly all that is made before the window shows stays: looking for garbage among it takes a
    # tenth of the start.
    gc.disable()
    try:
        offline = policy.begin(is_offline=offline)
    except PolicyUnreadable as error:
        return _refuse(error)
    launcher = Launcher.fork(offline=offline)
    enforced = confine_process(Profile.WINDOW)
    # A busy Python thread is to give the Qt thread its turn within half a millisecond.
    sys.setswitchinterval(0.0005)
    from desktop_slm.ui.core import Outside

    outside = Outside(paths.find(), launcher, enforced, is_offline=offline)
    try:
        return _run_first(outside, files)
    finally:
        launcher.close()


def _refuse(error: PolicyUnreadable) -> int:
    """Says why the program does not start, in a window and in the terminal."""
    sys.stderr.write(f"desktop-slm: {error}\n")
    application = make_application()
    from desktop_slm.ui import language, refusal

    language.install(application, "system")
    refusal.show(application, error)
    return 1


def has_screen() -> bool:
    """Says whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _run_first(outside: Outside, files: Sequence[str]) -> int:
    """Runs the window of this data folder, or has the one that is open come to the front."""
    from desktop_slm.settings import SettingsFile
    from desktop_slm.storage.instance import WindowInstance
    from desktop_slm.ui import language, shared_folder

    application = make_application()
    language.install(application, SettingsFile(outside.paths.settings).load().language)
    if not shared_folder.may_use(application, outside.paths):
        return 0
    instance = WindowInstance(outside.paths.data)
    try:
        if not instance.take():
            from desktop_slm.ui.instance_server import call_first_window

            if call_first_window(outside.paths.data, files):
                return 0
            sys.stderr.write(_NO_ANSWER)
            return 1
    except StorageError as error:
        # The window says it in its own words as soon as it tries to open the data.
        _log.warning("no lock on the data folder: %s", type(error).__name__)
    try:
        return _run_window(application, outside, files)
    finally:
        instance.release()


def _run_window(application: QApplication, outside: Outside, files: Sequence[str]) -> int:
    from desktop_slm.ui.window_rounds import Making, WindowRounds

    def make(opened: Data | None) -> tuple[Core, MainWindow]:
        core, window = build(application, outside, opened=opened)
        if opened is None:
            begin_first_run(core, window)
        return core, window

    making = Making(make, take_down)
    return WindowRounds(application, outside, making).run(files)


def build(
    application: QApplication,
    outside: Outside,
    *,
    keyring: Keyring | None = None,
    engine: TextEngine | None = None,
    opened: Data | None = None,
) -> tuple[Core, MainWindow]:
    """Makes the core and the window over it; the data is opened in the background.

    `opened` is data that is open already.

    `keyring` and `engine` are seams for tests; without them they are the real ones. Close the
    window, then call `take_down`.
    """
    from desktop_slm.settings import SettingsFile
    from desktop_slm.ui.core import Core, EngineParts
    from desktop_slm.ui.data_opening import DataOpening
    from desktop_slm.ui.focus_ring import FocusRing
    from desktop_slm.ui.main_window import MainWindow
    from desktop_slm.ui.operations import Operations
    from desktop_slm.ui.theme import Theme

    settings = SettingsFile(outside.paths.settings).load()
    theme = Theme(
        application, scheme=settings.theme, zoom_percent=settings.zoom_percent, is_dressed=False
    )
    FocusRing(application, theme)

    def made_parts() -> EngineParts:
        from desktop_slm.engine.client import Engine
        from desktop_slm.engine.templating import Templating

        real_engine = Engine()
        real_engine.on_state = core.note_engine_state
        real_engine.unload_when_idle(core.settings.unload_after_min * 60)
        core.settings_changed.connect(
            lambda changed: real_engine.unload_when_idle(changed.unload_after_min * 60)
        )
        templating = Templating(built_in=real_engine.built_in_prompt)
        return EngineParts(engine or real_engine, templating)

    core = Core(outside, theme, Operations(), made_parts)
    theme.make_typeset = lambda: _typeset(core)
    opening = DataOpening(core, keyring)
    window = MainWindow(core, opening)
    theme.dress()
    if opened is not None:
        _begin(core, window, partial(opening.take, opened))
    else:
        # The keyring's libraries take a tenth of a second to load: the window is painted before.
        window.painted.connect(partial(_begin, core, window, opening.begin))
    return core, window


def _begin(core: Core, window: MainWindow, open_data: Callable[[], object]) -> None:
    """Makes what the first paint has not waited for, then opens the data."""
    from desktop_slm.ui import accessible_roles
    from desktop_slm.ui.backup_work import BackupWork

    accessible_roles.install()
    BackupWork(core)
    window.complete()
    open_data()


def begin_first_run(core: Core, window: MainWindow) -> None:
    """Shows the first page to a person who has not gone through it, and has no data of before."""
    is_new = not core.settings.first_run and not core.outside.paths.database.exists()
    if is_new or core.settings.first_run == "begun":
        from desktop_slm.ui.places import Place

        core.change_settings(first_run="begun")
        window.pages.show_place(Place.FIRST_RUN)


def _typeset(core: Core) -> Typeset:
    from desktop_slm.ui.typeset import Typeset

    return Typeset(core.operations, _typesetter, core)


def _typesetter() -> Typesetter:
    from desktop_slm.typesetting.typesetter import Typesetter

    return Typesetter()


def take_down(core: Core) -> None:
    """Stops what is under way, finishes what is to be stored and ends the children; a few seconds.

    What cannot be stored by then is marked as cut off at the next start, as after a crash.
    """
    core.operations.stop()
    core.end_downloads()
    core.end_engine()
    core.theme.end_typeset()
    core.erase_removed_models()
    is_stored = core.operations.shut_down()
    if core.data is None or not is_stored:
        return
    forget_in_backups(core)
    try:
        core.data.database.close()
    except StorageError as error:
        _log.warning("the database was not closed: %s", type(error).__name__)


def forget_in_backups(core: Core) -> None:
    """Takes what was erased at the end out of the backups, too; else the next start does it."""
    if core.data is None or not core.data.database.is_stored or not core.data.database.is_open:
        return
    from desktop_slm.storage.erasure import forgetting

    try:
        forgetting.forget_in_backups(core.data.database, core.backups)
    except StorageError as error:
        _log.warning("the backups wait for the next start: %s", type(error).__name__)


def make_application() -> QApplication:
    """Makes Qt's application with our names."""
    from PySide6.QtWidgets import QApplication

    # Importing the package mends PySide6 on Python 3.11, before the first Qt call.
    import desktop_slm.ui  # noqa: F401

    application = QApplication(sys.argv[:1])
    application.setApplicationName("desktop-slm")
    application.setApplicationDisplayName("Desktop SLM")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("desktop-slm")
    return application
