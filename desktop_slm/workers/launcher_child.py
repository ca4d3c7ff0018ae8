"""The launcher's own life: it answers until the window is gone, then takes its children along.

No keys, no documents, no Qt. It trusts the window little: a typed request, an allowed scheme, a
file that is there.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

from desktop_slm.workers import environment

OPENED_SCHEMES = ("http", "https", "mailto")
MAX_MESSAGE_BYTES = 64 << 10


class Refused(Exception):
    """The launcher did not do what was asked."""


def run(connection: socket.socket, *, offline: bool) -> NoReturn:
    """Serves the window over `connection` and never returns."""
    server = _Server(connection, offline=offline)
    try:
        with contextlib.suppress(OSError):
            os.setsid()  # Ctrl+C in a terminal is the window's to handle
        server.serve()
    finally:
        server.kill_children()
        os._exit(0)


def open_address(address: str) -> None:
    """Opens an address with the desktop's program for it. Raises Refused, see OPENED_SCHEMES."""
    if not is_allowed(address):
        raise Refused
    import webbrowser  # 5 ms that the window's start would pay

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        raise Refused from None
    # A text browser named in BROWSER stays until it is closed.
    threading.Thread(target=browser.open, args=(address,), daemon=True).start()


def show_file(path: str) -> None:
    """Has the desktop's file manager show where a file lies.

    Raises Refused where there is no such file, or no such program.
    """
    file = Path(path)
    if not file.is_absolute() or not file.exists():
        raise Refused
    # Never the file itself, which the desktop would open with whatever program is set for it.
    command = {
        "darwin": ("open", "-R", str(file)),
        "win32": ("explorer", str(file.parent)),
    }.get(sys.platform, ("xdg-open", str(file.parent)))
    try:
        shown = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        raise Refused from None
    threading.Thread(target=shown.wait, daemon=True).start()


def is_allowed(address: str) -> bool:
    """Says whether an address is one that the browser may be given."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if any(ord(character) < 33 or ord(character) == 127 for character in address):
        return False
    return parts.scheme.lower() in OPENED_SCHEMES and bool(parts.netloc or parts.path)


class _Server:
    """Answers the window's requests, one at a time."""

    def __init__(self, connection: socket.socket, *, offline: bool) -> None:
        self._connection = connection
        self._offline = offline
        self._sending = threading.Lock()
        self._children: dict[int, subprocess.Popen[bytes]] = {}

    def serve(self) -> None:
        """Returns when the window is gone."""
        while True:
            try:
                line, handles, _, _ = socket.recv_fds(self._connection, MAX_MESSAGE_BYTES, 3)
            except OSError:
                return
            if not line:
                return
            request = json.loads(line)
            try:
                answer = self._answer(request, handles)
            except (OSError, Refused):
                answer = {"refused": True}
            finally:
                for handle in handles:
                    os.close(handle)
            self._send({**answer, "id": request["id"]})

    def kill_children(self) -> None:
        """Ends what was started here."""
        for child in list(self._children.values()):
            child.kill()

    def _answer(self, request: Mapping[str, Any], handles: list[int]) -> Mapping[str, Any]:
        match request:
            case {"op": "fetch"} if len(handles) == 3 and not self._offline:
                return {"pid": self._start_fetch(handles)}
            case {"op": "open", "address": str(address)}:
                open_address(address)
                return {}
            case {"op": "show", "path": str(path)}:
                show_file(path)
                return {}
            case {"op": "signal", "pid": int(pid), "signal": int(number)} if pid in self._children:
                self._children[pid].send_signal(number)
                return {}
        raise Refused

    def _start_fetch(self, handles: list[int]) -> int:
        child = subprocess.Popen(
            environment.command("fetch"),
            stdin=handles[0],
            stdout=handles[1],
            stderr=handles[2],
            env=environment.variables("fetch"),
            cwd=environment.working_folder(),
            start_new_session=True,
        )
        self._children[child.pid] = child
        threading.Thread(target=self._tell_exit, args=(child,), daemon=True).start()
        return child.pid

    def _tell_exit(self, child: subprocess.Popen[bytes]) -> None:
        code = child.wait()
        self._children.pop(child.pid, None)
        self._send({"exited": child.pid, "code": code})

    def _send(self, fields: Mapping[str, Any]) -> None:
        with self._sending, contextlib.suppress(OSError):
            self._connection.send(json.dumps(fields).encode())
