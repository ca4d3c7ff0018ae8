"""The window as a process: a second start hands over and leaves, and an end is a proper one."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_slm.ui.instance_server import server_name
from tests.process.cli_runs import Terminal

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals and sockets of Linux")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def terminal(folder: Path) -> Terminal:
    return Terminal(folder)


def start(terminal: Terminal, *words: str | Path) -> subprocess.Popen[str]:
    # Files come first on the command line, as desktops pass them: the folder is a variable then.
    options = () if words else ("--data-dir", terminal.folder)
    return subprocess.Popen(
        terminal.command(*options, *words),
        env=terminal.environment(QT_QPA_PLATFORM="offscreen"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def first(terminal: Terminal) -> Iterator[subprocess.Popen[str]]:
    process = start(terminal)
    deadline = time.monotonic() + 30
    while not Path(server_name(terminal.folder)).exists():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.02)
    yield process
    process.send_signal(signal.SIGCONT)
    process.kill()
    process.communicate()


def test_the_second_hands_over_and_leaves_and_the_first_stays(
    terminal: Terminal, first: subprocess.Popen[str], tmp_path: Path
) -> None:
    second = start(terminal)
    _, errors = second.communicate(timeout=30)
    assert (second.returncode, errors.replace(_OFFSCREEN, "")) == (0, "")
    assert first.poll() is None


def test_a_first_that_does_not_answer_is_said_in_one_sentence(
    terminal: Terminal, first: subprocess.Popen[str]
) -> None:
    first.send_signal(signal.SIGSTOP)
    second = start(terminal)
    _, errors = second.communicate(timeout=30)
    assert second.returncode == 1
    assert errors.startswith("Desktop SLM is already open on this data but does not answer.")
    assert errors.count("\n") == 1


def test_the_call_names_files_by_their_whole_path_and_waits_for_an_answer(
    terminal: Terminal, tmp_path: Path, folder: Path
) -> None:
    """A stand-in for the first window shows what is really said to it."""
    document = tmp_path / "a report.txt"
    document.write_text("Revenue rose.")
    heard: list[bytes] = []
    first = start(terminal)
    try:
        deadline = time.monotonic() + 30
        while not Path(server_name(folder)).exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        first.send_signal(signal.SIGSTOP)  # keeps the right to the folder, answers nothing
        os.unlink(server_name(folder))
        server = socket.socket(socket.AF_UNIX)
        server.bind(server_name(folder))
        server.listen()

        def answer() -> None:
            connection, _ = server.accept()
            with connection:
                heard.append(connection.recv(65536))
                connection.sendall(b"ok\n")
                connection.recv(1)

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        second = start(terminal, document)
        second.communicate(timeout=30)
        thread.join(5)
        server.close()
    finally:
        first.send_signal(signal.SIGCONT)
        first.kill()
        first.communicate()
    assert second.returncode == 0
    assert json.loads(heard[0])["files"] == [str(document)]


def test_after_a_crash_the_next_start_is_the_first_again(
    terminal: Terminal, first: subprocess.Popen[str]
) -> None:
    first.kill()
    first.communicate()
    left_behind = Path(server_name(terminal.folder)).stat().st_ino
    again = start(terminal)
    try:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            path = Path(server_name(terminal.folder))
            if path.exists() and path.stat().st_ino != left_behind:
                break
            time.sleep(0.02)
        second = start(terminal)
        second.communicate(timeout=30)
        assert (second.returncode, again.poll()) == (0, None)
    finally:
        again.kill()
        again.communicate()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_window_closes_properly_when_the_system_asks_for_its_end(
    first: subprocess.Popen[str], terminal: Terminal, number: signal.Signals
) -> None:
    first.send_signal(number)
    _, errors = first.communicate(timeout=15)
    assert (first.returncode, errors.replace(_OFFSCREEN, "")) == (0, "")
    assert '"window": "' in (terminal.folder / "settings.json").read_text()


_OFFSCREEN = "This plugin does not support propagateSizeHints()\n"


def test_terminal_verbs_work_beside_the_window(
    terminal: Terminal, folder: Path, tiny_llama: Path
) -> None:
    """The window has the data open; a verb writes to the same file and the window stays."""
    words = ("chat", "--model", tiny_llama, "--max-tokens", "4", "--json", "Hello")
    key = folder / "desktop-slm.key"
    assert terminal.run(*words, "--key-file", key).json["stored"] is True
    window = start(terminal)
    try:
        deadline = time.monotonic() + 30
        while not any((folder / "sessions").glob("*")):
            assert window.poll() is None and time.monotonic() < deadline
            time.sleep(0.02)
        for _ in range(3):
            ran = terminal.run(*words)
            assert (ran.status, ran.errors) == (0, "")
            assert ran.json["stored"] is True
        assert window.poll() is None
    finally:
        window.terminate()
        window.communicate(timeout=30)
    assert window.returncode == 0
