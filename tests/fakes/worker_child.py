"""A child with jobs that misbehave, for tests of the parent's side; run as a module."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from desktop_slm.errors import EmptyFile
from desktop_slm.workers import host
from desktop_slm.workers.confine import Limits, Profile
from desktop_slm.workers.process import Process

_ROOT = Path(__file__).resolve().parents[2]
_SYSTEM_CALLS = {"io_uring_setup": 425, "pidfd_getfd": 438}


def spawn(name: str) -> Process:
    """Starts this module as the child `name`."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.worker_child", name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=_ROOT,
    )


def _echo(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    for count in range(request.get("events", 0)):
        reply.event("step", count=count)
    reply.event("bytes", payload=payload)
    return {"said": request.get("say")}


def _die(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    print("last words", file=sys.stderr, flush=True)
    os.kill(os.getpid(), request.get("signal", signal.SIGSEGV))
    return {}


def _garbage(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    # Native code prints to descriptor 1, which must not reach the protocol.
    os.write(1, b"printed by native code\n")
    reply._parent._channel._writer.write(b"{this is no JSON\n")
    reply._parent._channel._writer.flush()
    time.sleep(30)
    return {}


def _sleep(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    time.sleep(request["seconds"])
    return {}


def _fail(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    if request.get("known"):
        raise EmptyFile(name="a file")
    raise ValueError("the secret text of a document")


def _print(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    os.write(1, b"printed by native code\n")
    return {}


def _try(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    """Tries what a sealed process must not be able to do; native calls pass the audit hook by."""
    libc = ctypes.CDLL(None, use_errno=True)
    attempts: dict[str, Callable[[], object]] = {
        "python socket": lambda: __import__("socket").socket(),
        "internet socket": lambda: _check(libc.socket(2, 1, 0)),
        "unix socket": lambda: _check(libc.socket(1, 1, 0)),
        "netlink socket": lambda: _check(libc.socket(16, 3, 0)),
        "raw socket": lambda: _check(libc.socket(17, 3, 0)),
        "io_uring": lambda: _check(libc.syscall(_SYSTEM_CALLS["io_uring_setup"], 1, 0)),
        "another's files": lambda: _check(libc.syscall(_SYSTEM_CALLS["pidfd_getfd"], 0, 0, 0)),
        "ptrace": lambda: _check(libc.ptrace(16, os.getppid(), 0, 0)),
        "python program": lambda: subprocess.run(["/bin/true"], check=False),
        "native program": lambda: _check(libc.execl(b"/bin/true", b"true", None)),
        "fork": lambda: _check(libc.fork()),
        "signal to parent": lambda: os.kill(os.getppid(), 0),
        "parent's variables": lambda: Path(f"/proc/{os.getppid()}/environ").read_bytes(),
        "read elsewhere": lambda: Path(request["elsewhere"]).read_bytes(),
        "write elsewhere": lambda: Path(request["elsewhere"] + ".new").write_bytes(b"x"),
        "read granted": lambda: Path(request["granted"]).read_bytes(),
        "write granted": lambda: Path(request["granted"]).write_bytes(b"x"),
        "import": lambda: __import__("decimal"),
        "thread": lambda: threading.Thread(target=time.time).start(),
    }
    return {"allowed": [name for name, attempt in attempts.items() if _succeeds(attempt)]}


def _check(result: int) -> None:
    if result < 0:
        raise OSError(ctypes.get_errno(), "refused")


def _succeeds(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except OSError:
        return False
    return True


def _allocate(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    try:
        bytearray(request["size_bytes"])
    except MemoryError:
        return {"got": False}
    return {"got": True}


JOBS = {
    "echo": _echo,
    "die": _die,
    "garbage": _garbage,
    "sleep": _sleep,
    "fail": _fail,
    "print": _print,
    "try": _try,
    "allocate": _allocate,
}

if __name__ == "__main__":
    if sys.argv[1] == "silent":
        time.sleep(60)
    if sys.argv[1] == "stillborn":
        sys.exit(3)
    host.serve_jobs(host.connect(sys.argv[1], Profile.SEALED, Limits(memory_bytes=1 << 30)), JOBS)
