"""The desktop's word that the session is locked, over a real D-Bus of the test's own."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("dbus-send")),
    reason="needs D-Bus",
)

_LISTENER = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from desktop_slm.ui.lock.session_watch import SessionWatch
application, parent = QCoreApplication([]), QObject()
watch = SessionWatch(parent)
print("told", watch.is_told, flush=True)
watch.locked.connect(lambda: (print("locked", flush=True), application.exit(0)))
QTimer.singleShot(20_000, lambda: application.exit(3))
for active in sys.argv[2:]:
    name = sys.argv[1]
    path = "/" + name.replace(".", "/")
    subprocess.run(
        ["dbus-send", "--session", "--type=signal", path, name + ".ActiveChanged",
         "boolean:" + active], check=True)
sys.exit(application.exec())
"""


@pytest.mark.parametrize("saver", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"])
def test_a_locked_session_is_heard(saver: str) -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", _LISTENER, saver, "false", "true"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.split() == ["told", "True", "locked"], done.stderr
    assert done.returncode == 0
