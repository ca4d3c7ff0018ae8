"""The window's end of the launcher, the process that keeps the network when the window gives it up.

A confined process cannot start one that is not, so the launcher is forked before anything else
runs. It starts the fetch child, hands confirmed addresses to the desktop's browser, and has its
file manager show where a file lies.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from desktop_slm.workers import launcher_child
from desktop_slm.workers.launcher_child import MAX_MESSAGE_BYTES, Refused
from desktop_slm.workers.process import Process, spawn


class Launcher:
    """The window's end. On systems where confinement is not inherited it acts by itself."""

    def __init__(self, connection: socket.socket | None, pid: int, *, offline: bool) -> None:
        self._connection = connection
        self._pid = pid
        self._offline = offline
        self._numbers = itertools.count(1)
        self._sending = threading.Lock()
        self._answers = threading.Condition()
        self._answered: dict[int, Mapping[str, Any]] = {}
        self._exits: dict[int, int] = {}
        self._closed = False
        self._opened: list[str] = []
        if connection is not None:
            threading.Thread(target=self._listen, name="launcher", daemon=True).start()

    @classmethod
    def fork(cls, *, offline: bool) -> Launcher:
        """Forks the launcher; call before Qt, before threads and before confinement."""
        if sys.platform == "win32":
            return cls(None, 0, offline=offline)
        ours, theirs = (
            socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            if (sys.platform == "linux")
            else socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        )
        pid = os.fork()
        if pid == 0:
            ours.close()
            launcher_child.run(theirs, offline=offline)
        theirs.close()
        return cls(ours, pid, offline=offline)

    def open_address(self, address: str) -> None:
        """Hands a confirmed address to the desktop's browser or mail program.

        Raises Refused for anything but http, https and mailto, and where there is no browser.
        """
        if self._connection is None:
            launcher_child.open_address(address)
        else:
            self._ask({"op": "open", "address": address})
        self._opened.append(address)

    def show_file(self, path: Path) -> None:
        """Has the desktop's file manager show where a file lies.

        Raises Refused where there is no such file, or no such program.
        """
        if self._connection is None:
            launcher_child.show_file(str(path))
        else:
            self._ask({"op": "show", "path": str(path)})

    @property
    def opened_addresses(self) -> tuple[str, ...]:
        """What was handed to the browser since the start, in order; kept in memory alone."""
        return tuple(self._opened)

    def spawn(self, name: str) -> Process:
        """Starts the fetch child, with its pipes in our hands. Raises Refused when offline."""
        if name != "fetch" or self._offline:
            raise Refused
        if self._connection is None:
            return spawn(name)
        pipes = [os.pipe() for _ in range(3)]
        theirs = [pipes[0][0], pipes[1][1], pipes[2][1]]
        try:
            answer = self._ask({"op": "fetch"}, theirs)
        except Refused:
            for pipe in pipes:
                os.close(pipe[1] if pipe is pipes[0] else pipe[0])
            raise
        finally:
            for handle in theirs:
                os.close(handle)
        return _Launched(
            self,
            int(answer["pid"]),
            os.fdopen(pipes[0][1], "wb"),
            os.fdopen(pipes[1][0], "rb"),
            os.fdopen(pipes[2][0], "rb"),
        )

    def close(self) -> None:
        """Ends the launcher, and with it the fetch child that it started."""
        if self._connection is None or self._closed:
            return
        self._closed = True
        with contextlib.suppress(OSError):
            self._connection.shutdown(socket.SHUT_RDWR)
        with contextlib.suppress(OSError):
            os.waitpid(self._pid, 0)
        self._connection.close()

    def signal(self, pid: int, number: int) -> None:
        """Sends a signal to a child that the launcher started."""
        with contextlib.suppress(Refused):
            self._ask({"op": "signal", "pid": pid, "signal": number})

    def exit_code(self, pid: int, timeout_s: float | None = 0.0) -> int | None:
        """Returns the exit code of a child once the launcher has told it."""
        with self._answers:
            self._answers.wait_for(lambda: pid in self._exits or self._closed, timeout_s)
            return self._exits.get(pid, -9 if self._closed else None)

    def _ask(
        self, fields: Mapping[str, Any], handles: list[int] | None = None
    ) -> Mapping[str, Any]:
        assert self._connection is not None
        number = next(self._numbers)
        line = json.dumps({**fields, "id": number}).encode()
        try:
            with self._sending:
                if handles:
                    socket.send_fds(self._connection, [line], handles)
                else:
                    self._connection.send(line)
        except OSError:
            raise Refused from None
        with self._answers:
            self._answers.wait_for(lambda: number in self._answered or self._closed, 10.0)
            answer = self._answered.pop(number, {"refused": True})
        if answer.get("refused"):
            raise Refused
        return answer

    def _listen(self) -> None:
        assert self._connection is not None
        while True:
            try:
                line = self._connection.recv(MAX_MESSAGE_BYTES)
            except OSError:
                line = b""
            with self._answers:
                if not line:
                    self._closed = True
                    self._answers.notify_all()
                    return
                fields = json.loads(line)
                if "exited" in fields:
                    self._exits[fields["exited"]] = fields["code"]
                else:
                    self._answered[fields["id"]] = fields
                self._answers.notify_all()


class _Launched:
    """A child that the launcher started: the same face as `subprocess.Popen`."""

    def __init__(
        self, launcher: Launcher, pid: int, stdin: IO[bytes], stdout: IO[bytes], stderr: IO[bytes]
    ) -> None:
        self._launcher = launcher
        self.pid = pid
        self.stdin: IO[bytes] | None = stdin
        self.stdout: IO[bytes] | None = stdout
        self.stderr: IO[bytes] | None = stderr

    def poll(self) -> int | None:
        return self._launcher.exit_code(self.pid)

    def wait(self, timeout: float | None = None) -> int:
        code = self._launcher.exit_code(self.pid, timeout)
        if code is None:
            raise subprocess.TimeoutExpired("fetch", timeout or 0.0)
        return code

    def terminate(self) -> None:
        self._launcher.signal(self.pid, 15)

    def kill(self) -> None:
        self._launcher.signal(self.pid, 9)
