"""One start of a window, in a process of its own: says when a key stood in its text."""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit


def main(name: str) -> None:
    """Starts a window and prints the seconds since our parent started us, and our memory."""
    {"window": _start_window, "bare": _start_bare}[name]()


def _start_window() -> None:
    """The steps of `app.run`, up to where its event loop would begin."""
    from desktop_slm import app, paths
    from desktop_slm.workers.confine import Profile, confine_process
    from desktop_slm.workers.launcher import Launcher

    gc.disable()
    launcher = Launcher.fork(offline=False)
    enforced = confine_process(Profile.WINDOW)
    sys.setswitchinterval(0.0005)
    from desktop_slm.settings import SettingsFile
    from desktop_slm.storage.instance import WindowInstance
    from desktop_slm.ui import language, shared_folder
    from desktop_slm.ui.core import Outside

    application = app.make_application()
    outside = Outside(paths.find(), launcher, enforced, is_offline=False)
    language.install(application, SettingsFile(outside.paths.settings).load().language)
    shared_folder.may_use(application, outside.paths)
    instance = WindowInstance(outside.paths.data)
    instance.take()
    core, window = app.build(application, outside)
    window.show()
    # Not `findChild`, which makes Python know every widget class of Qt: ten milliseconds.
    box = window.pages.chat._pane.composer.edit
    _type_and_tell(application.processEvents, box)
    window.close()
    app.take_down(core)
    instance.release()
    launcher.close()


def _start_bare() -> None:
    from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidget, QPlainTextEdit, QWidget

    application = QApplication([])
    window = QWidget()
    row = QHBoxLayout(window)
    row.addWidget(QListWidget())
    text = QPlainTextEdit()
    row.addWidget(text)
    window.resize(1280, 800)
    window.show()
    text.setFocus()
    _type_and_tell(application.processEvents, text)


def _type_and_tell(process_events: Callable[[], None], box: QPlainTextEdit) -> None:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    while not box.isVisible() or box.visibleRegion().isEmpty():
        process_events()
    process_events()
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none, "a"))
    while "a" not in box.toPlainText():
        process_events()
    process_events()
    seconds = time.monotonic() - float(os.environ["STARTED_AT"])
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    memory_mb = pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    print(json.dumps({"seconds": seconds, "memory_mb": memory_mb}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
