"""Tries, inside a process, what this process must not be able to do, and says how each try ended.

The tries are native calls, which pass Python's own rule by: what refuses them is the system. None
of them sends anything: they ask for sockets, and an open socket is closed at once.
"""

from __future__ import annotations

import ctypes
import errno
import functools
import os
import struct
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

# The kernel's generic numbers: the same on x86_64 and aarch64.
_IO_URING_SETUP, _PIDFD_GETFD = 425, 438
_EXECVE = {"x86_64": 59, "aarch64": 221}
_UNIX, _INET = 1, 2
_INET6 = {"linux": 10, "darwin": 30}.get(sys.platform, 23)
_NETLINK, _PACKET = 16, 17
_STREAM, _DATAGRAM, _RAW = 1, 2, 3
_NO_SUCH_PROGRAM = b"/desktop-slm-has-no-such-program"


class Outcome(StrEnum):
    """How a try ended."""

    REFUSED = "refused"
    ALLOWED = "allowed"
    UNTRIED = "untried"  # this system has no such thing


# What no process of the app but the fetch child may do.
NETWORK = ("tcp", "tcp6", "udp", "raw", "packet", "netlink", "dns", "io_uring")
# What a process that opens models and documents may not do either.
SEALED = (*NETWORK, "d-bus", "execute", "start a program", "fork", "signal", "memory", "files")


def probe(tries: Sequence[str], files: Sequence[str] = ()) -> dict[str, str]:
    """Makes the tries by their names; "files" stands for opening each of `files`."""
    made: dict[str, str] = {}
    for name in tries:
        if name != "files":
            made[name] = _outcome(_TRIES[name]).value
            continue
        for path in files:
            made[f"read {path}"] = _outcome(functools.partial(_open, path)).value
    return made


def got_through(made: Mapping[str, str]) -> tuple[str, ...]:
    """Returns the tries that were allowed."""
    return tuple(name for name, outcome in made.items() if outcome == Outcome.ALLOWED)


def _outcome(attempt: Callable[[], object]) -> Outcome:
    try:
        attempt()
    except PermissionError:
        return Outcome.REFUSED
    except (NotImplementedError, OSError):
        # It is not there, or failed for another reason: nothing was refused, nothing is claimed.
        return Outcome.UNTRIED
    return Outcome.ALLOWED


def _socket(family: int, kind: int, protocol: int = 0) -> Callable[[], None]:
    def attempt() -> None:
        if sys.platform == "win32":
            _windows_socket(family, kind, protocol)
            return
        os.close(_checked(_libc().socket(family, kind, protocol)))

    return attempt


def _windows_socket(family: int, kind: int, protocol: int) -> None:
    """Untested here: this app has no rule of Windows that refuses, so this says "allowed"."""
    library = ctypes.CDLL("ws2_32.dll")
    library.WSAStartup(0x0202, ctypes.create_string_buffer(512))
    handle = library.socket(family, kind, protocol)
    if handle == -1:
        raise PermissionError
    library.closesocket(handle)


def _linux_socket(family: int, kind: int, protocol: int = 0) -> Callable[[], None]:
    return _on_linux(_socket(family, kind, protocol))


def _on_linux(attempt: Callable[[], object]) -> Callable[[], None]:
    def guarded() -> None:
        if sys.platform != "linux":
            raise NotImplementedError
        attempt()

    return guarded


def _name_lookup() -> None:
    """Takes the step on which every look-up of a name rests: a datagram socket to a port 53.

    The port is this computer's own and nothing is sent: a real look-up would tell a server of us.
    """
    if sys.platform == "win32":
        _windows_socket(_INET, _DATAGRAM, 17)
        return
    libc = _libc()
    handle = _checked(libc.socket(_INET, _DATAGRAM, 17))
    try:
        family = struct.pack("=BB", 16, _INET) if sys.platform == "darwin" else struct.pack("=H", 2)
        _checked(
            libc.connect(handle, family + struct.pack(">H", 53) + b"\x7f\0\0\1" + bytes(8), 16)
        )
    finally:
        os.close(handle)


def _io_uring() -> None:
    parameters = ctypes.create_string_buffer(120)
    call = ctypes.c_long(_IO_URING_SETUP), ctypes.c_uint(1), parameters
    os.close(_checked(_libc().syscall(*call)))


def _session_bus() -> None:
    """Opens the socket that D-Bus, and with it every service of the desktop, is reached by."""
    if sys.platform == "win32":
        raise NotImplementedError
    os.close(_checked(_libc().socket(_UNIX, _STREAM, 0)))


def _execute() -> None:
    """Replaces this process by a program that does not exist: a refusal comes before the search."""
    number = _EXECVE.get(os.uname().machine)
    if number is None:
        raise NotImplementedError
    call = ctypes.c_long(number), ctypes.c_char_p(_NO_SUCH_PROGRAM), None, None
    if _libc().syscall(*call) < 0 and ctypes.get_errno() == errno.EPERM:
        raise PermissionError


def _start_program() -> None:
    if sys.platform == "win32":
        raise NotImplementedError
    libc, pid = _libc(), ctypes.c_int()
    words = (ctypes.c_char_p * 2)(b"true", None)
    problem = libc.posix_spawn(ctypes.byref(pid), b"/bin/true", None, None, words, None)
    if problem:
        raise OSError(problem, "refused")
    os.waitpid(pid.value, 0)


def _fork() -> None:
    # With Python's lock held throughout: the copy has no thread that could give it back.
    if sys.platform == "win32":
        raise NotImplementedError
    library = ctypes.PyDLL(None, use_errno=True)
    pid = int(library.fork())
    if pid == 0:
        os._exit(0)
    os.waitpid(_checked(pid), 0)


def _signal_parent() -> None:
    if sys.platform == "win32":
        raise NotImplementedError
    os.kill(os.getppid(), 0)  # no signal: asks whether one may be sent


def _parents_memory() -> None:
    open(f"/proc/{os.getppid()}/mem", "rb").close()


def _open(path: str) -> None:
    if Path(path).is_dir():
        os.listdir(path)
    else:
        os.close(os.open(path, os.O_RDONLY))


def _checked(result: int) -> int:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


_TRIES: dict[str, Callable[[], object]] = {
    "tcp": _socket(_INET, _STREAM),
    "tcp6": _socket(_INET6, _STREAM),
    "udp": _socket(_INET, _DATAGRAM),
    "raw": _socket(_INET, _RAW, 1),
    "packet": _linux_socket(_PACKET, _RAW),
    "netlink": _linux_socket(_NETLINK, _RAW),
    "dns": _name_lookup,
    "io_uring": _on_linux(_io_uring),
    "d-bus": _session_bus,
    "execute": _on_linux(_execute),
    "start a program": _start_program,
    "fork": _fork,
    "signal": _signal_parent,
    "memory": _on_linux(_parents_memory),
}
