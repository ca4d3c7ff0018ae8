"""Notices over a real session bus, from a process that is confined as the window is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None, reason="there is no D-Bus daemon here"
)
_SENDER = """
import sys
from desktop_slm.workers.confine import Profile, confine_process
confine_process(Profile.WINDOW)
from PySide6.QtCore import QCoreApplication, QTimer
from desktop_slm.ui.bus_notice import BusNotice
application = QCoreApplication(sys.argv[:1])
notice = BusNotice(application)
def on_second(token):
    print("second", token)
    application.quit()
def on_first(token):
    print("first", token, flush=True)
    notice.say("A download is done.", "Open", on_second)
notice.say("A summary is done.", "Open", on_first)
QTimer.singleShot(30_000, lambda: application.exit(1))
status = application.exec()
notice.deleteLater()
sys.exit(status)
"""
_ALONE = """
import sys
from desktop_slm.workers.confine import Profile, confine_process
confine_process(Profile.WINDOW)
from desktop_slm.ui.bus_notice import Talk
Talk("A summary is done.", "Open", 0).run(print, print)
print("nothing")
"""
_TRAY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from desktop_slm.ui.desktop_notice import TrayNotice
application = QApplication(sys.argv[:1])
window = QWidget()
window.show()
notice = TrayNotice(window)
notice._tray.show()
notice._tray.hide()
QTimer.singleShot(0, window.close)
sys.exit(application.exec())
"""


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    """A session bus of its own; returns its address."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    command += [f"--address=unix:path={tmp_path / 'bus'}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


class Desktop:
    """A desktop's notification service, which keeps what it was asked to show.

    Somebody clicks each notice at once, after other things have happened to it and to others.
    """

    def __init__(self, address: str) -> None:
        from jeepney import message_bus
        from jeepney.io.blocking import open_dbus_connection

        self.calls: list[tuple[object, ...]] = []
        self._connection = open_dbus_connection(bus=address)
        name = message_bus.RequestName("org.freedesktop.Notifications")
        self._connection.send_and_get_reply(name)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        from jeepney import DBusAddress, HeaderFields, new_method_return, new_signal

        emitter = DBusAddress(
            "/org/freedesktop/Notifications", interface="org.freedesktop.Notifications"
        )

        while len(self.calls) < 2:
            message = self._connection.receive(timeout=30)
            if message.header.fields.get(HeaderFields.member) == "Notify":
                self.calls.append(message.body)
                number = 40 + len(self.calls)
                self._connection.send(new_method_return(message, "u", (number,)))
                for given in (
                    ("ActionInvoked", "us", (number + 7, "default")),
                    ("NotificationClosed", "uu", (number + 7, 2)),
                    ("ActionInvoked", "us", (number, "settings")),
                    ("ActivationToken", "us", (number, f"token-{number}")),
                    ("ActionInvoked", "us", (number, "default")),
                    ("NotificationClosed", "uu", (number, 2)),
                ):
                    self._connection.send(new_signal(emitter, *given))

    def close(self) -> None:
        self._thread.join()
        self._connection.close()


def _run(code: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **variables},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )


def test_a_click_on_a_notice_is_heard_and_the_next_one_takes_its_place(bus: str) -> None:
    desktop = Desktop(bus)
    said = _run(_SENDER, DBUS_SESSION_BUS_ADDRESS=bus).stdout.splitlines()
    assert said == ["first token-41", "second token-42"]
    desktop.close()
    first, second = desktop.calls
    named = ["default", "Open"]
    assert first[:6] == ("Desktop SLM", 0, "", "Desktop SLM", "A summary is done.", named)
    assert (second[1], second[4]) == (41, "A download is done.")


def test_a_desktop_without_the_service_is_no_error(bus: str) -> None:
    assert _run(_ALONE, DBUS_SESSION_BUS_ADDRESS=bus).stdout.split() == ["nothing"]


def test_no_bus_at_all_is_no_error(tmp_path: Path) -> None:
    address = f"unix:path={tmp_path / 'nothing'}"
    assert _run(_ALONE, DBUS_SESSION_BUS_ADDRESS=address).stdout.split() == ["nothing"]


def test_an_icon_in_the_tray_keeps_no_program_alive() -> None:
    assert _run(_TRAY).returncode == 0
