"""One window per data folder: a second program says what it wanted, hears yes, and leaves.

A call is one line of JSON, the answer one line. Both ends are this account's: the socket lies in a
folder that nobody else can enter, so that nobody can stand in for the first window and be told
which files are opened.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_WITHIN_S = 2.0
_RETRY_S = 0.05
_MOST_BYTES = 1 << 20
_ANSWER = b"ok\n"
_MOST_PATH_BYTES = 100  # what a Unix socket's address holds, less a few
_ACTIVATION = "XDG_ACTIVATION_TOKEN"


@dataclass(frozen=True, slots=True)
class Call:
    """What a later start of the program wanted; `token` lets a Wayland window come to the front."""

    files: tuple[str, ...] = ()
    token: str = ""


def server_name(data_folder: Path) -> str:
    """Returns the local socket's name for a data folder: a pipe's on Windows, else a path."""
    digest = hashlib.sha256(str(data_folder.resolve()).encode()).hexdigest()[:16]
    name = f"desktop-slm-{digest}"
    if sys.platform == "win32":
        return name
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    inside = Path(runtime) / name if runtime and Path(runtime).is_dir() else data_folder / "window"
    if len(os.fsencode(inside)) <= _MOST_PATH_BYTES:
        return str(inside)
    return name  # Qt's own folder for temporary files


def call_first_window(data_folder: Path, files: Sequence[str]) -> bool:
    """Has the window of this folder come to the front and open files; says whether it answered.

    A window that has just been started does not listen yet, so this tries for a while.
    """
    deadline = time.monotonic() + ANSWER_WITHIN_S
    call = {
        "files": [str(Path(file).absolute()) for file in files],
        "token": os.environ.get(_ACTIVATION, ""),
    }
    line = json.dumps(call).encode() + b"\n"
    name = server_name(data_folder)
    while (left_s := deadline - time.monotonic()) > 0:
        socket = QLocalSocket()
        socket.connectToServer(name)
        if socket.waitForConnected(_ms(left_s)):
            return _ask(socket, line, deadline)
        time.sleep(min(_RETRY_S, left_s))
    return False


def _ask(socket: QLocalSocket, line: bytes, deadline: float) -> bool:
    _let_come_to_front()
    socket.write(line)
    while not socket.canReadLine():
        left_s = deadline - time.monotonic()
        if left_s <= 0 or not socket.waitForReadyRead(_ms(left_s)):
            return False
    return bytes(socket.readLine().data()) == _ANSWER


def _let_come_to_front() -> None:
    """Windows lets a program in the background raise its window only where another allows it."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)


def _ms(seconds: float) -> int:
    return max(round(seconds * 1000), 1)


class InstanceServer(QObject):
    """Listens for later starts of the program on the same data folder."""

    called = Signal(object)  # Call

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)
        name = server_name(data_folder)
        # A crash leaves the socket's file behind; the lock on the folder says that it is ours.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def close(self) -> None:
        """Stops listening."""
        self._server.close()

    def _on_connected(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.setParent(self)
        socket.readyRead.connect(lambda: self._on_readable(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _on_readable(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _MOST_BYTES:
                socket.abort()
            return
        call = parse_call(bytes(socket.readLine().data()))
        if call is None:
            socket.abort()
            return
        socket.write(_ANSWER)
        socket.flush()
        self.called.emit(call)


def parse_call(line: bytes) -> Call | None:
    """Returns what a line asks for, or None for anything else."""
    try:
        fields = json.loads(line)
        files, token = fields["files"], fields["token"]
    except (ValueError, RecursionError, KeyError, TypeError):
        return None
    if not isinstance(files, list) or not isinstance(token, str):
        return None
    return Call(tuple(file for file in files if isinstance(file, str)), token)
