"""What the window does at its start, without Qt: fork the launcher, confine itself, try things.

Run as a module: prints one JSON object with what happened.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from desktop_slm.errors import DesktopSlmError
from desktop_slm.models.fetching import FetchChildren
from desktop_slm.models.remote import Hub
from desktop_slm.workers.confine import Profile, confine_process
from desktop_slm.workers.launcher import Launcher
from desktop_slm.workers.launcher_child import Refused
from desktop_slm.workers.process import Worker
from tests.fakes.record import open_record


def main(address: str, mark: str, *, offline: bool) -> None:
    launcher = Launcher.fork(offline=offline)
    enforced = confine_process(Profile.WINDOW)
    result: dict[str, Any] = {"network": enforced.network.value}
    result["internet"] = _outcome(lambda: _connect(address))
    result["unix socket"] = _outcome(lambda: socket.socket(socket.AF_UNIX).close())
    result["program"] = _outcome(lambda: subprocess.run(["true"], check=True))
    result["program with network"] = _outcome(lambda: _connect_in_program(address))
    result["engine child"] = _outcome(_start_engine)
    result["fetch child"] = _outcome(lambda: _hub(launcher).repository("some/model").revision)
    result["browser"] = _outcome(lambda: launcher.open_address(f"{address}/from-browser"))
    result["file address"] = _outcome(lambda: launcher.open_address("file:///etc/passwd"))
    deadline = time.monotonic() + 5
    while result["browser"] == "ok" and not Path(mark).exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    launcher.close()
    print(json.dumps(result))


def _hub(launcher: Launcher) -> Hub:
    return Hub(FetchChildren(launcher.spawn, open_record()))


def _outcome(attempt: Any) -> str:
    try:
        value = attempt()
    except (OSError, Refused, DesktopSlmError, subprocess.CalledProcessError) as error:
        return type(error).__name__
    return value if isinstance(value, str) else "ok"


def _connect(address: str) -> None:
    host, port = urlsplit(address).hostname, urlsplit(address).port
    socket.create_connection((host, port), timeout=5).close()


def _connect_in_program(address: str) -> None:
    code = (
        "import socket, sys; from urllib.parse import urlsplit; u = urlsplit(sys.argv[1]);"
        "socket.create_connection((u.hostname, u.port), timeout=5)"
    )
    command = [sys.executable, "-c", code, address]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def _start_engine() -> None:
    worker = Worker("engine")
    worker.start()
    worker.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], offline=sys.argv[3] == "offline")
