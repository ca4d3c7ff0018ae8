"""One window per data folder: a second program says what it wanted and leaves.

The message is the list of files that it was started with; both ends are this account's.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_TIMEOUT_MS = 2000
_MAX_MESSAGE_BYTES = 64 << 10


def server_name(data_folder: Path) -> str:
    """Returns the local socket's name for a data folder."""
    digest = hashlib.sha256(str(data_folder.resolve()).encode()).hexdigest()
    return f"desktop-slm-{digest[:16]}"


def ask_first_window(data_folder: Path, files: list[str]) -> bool:
    """Has the window of this folder come to the front and open files; says whether it heard."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(data_folder))
    if not socket.waitForConnected(_TIMEOUT_MS):
        return False
    socket.write(json.dumps([str(Path(file).absolute()) for file in files]).encode() + b"\n")
    heard = socket.waitForBytesWritten(_TIMEOUT_MS)
    socket.disconnectFromServer()
    return heard


class InstanceServer(QObject):
    """Listens for later starts of the program on the same data folder."""

    called = Signal(list)  # paths of files, often none

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
            if socket.bytesAvailable() > _MAX_MESSAGE_BYTES:
                socket.abort()
            return
        try:
            files = json.loads(socket.readLine().data())
        except ValueError:
            return
        if isinstance(files, list):
            self.called.emit([file for file in files if isinstance(file, str)])
