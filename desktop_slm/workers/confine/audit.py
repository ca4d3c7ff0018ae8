"""A Python audit hook that refuses what the profile forbids: the same rule on every system.

It stops our own code and the libraries' Python; native code is the kernel's matter.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

_PROGRAMS = frozenset(
    {"os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.startfile", "os.system"}
    | {"subprocess.Popen", "pty.spawn"}
)
_NAME_LOOKUPS = frozenset(
    {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
)


def install(profile: str) -> None:
    """Adds the hook of a profile. Hooks cannot be removed."""
    hook = _HOOKS.get(profile)
    if hook is not None:
        sys.addaudithook(hook)


def _window(event: str, args: tuple[Any, ...]) -> None:
    # The test of the first letter keeps the hook cheap: it is called for every import and open.
    if event[0] == "s" and (
        event in _NAME_LOOKUPS or (event == "socket.__new__" and not _is_local(args[1]))
    ):
        raise PermissionError("this process has no network")


def _sealed(event: str, args: tuple[Any, ...]) -> None:
    if event in _PROGRAMS:
        raise PermissionError("this process may not start programs")
    if event in _NAME_LOOKUPS or event == "socket.__new__":
        raise PermissionError("this process has no network")


def _is_local(family: int) -> bool:
    import socket

    return hasattr(socket, "AF_UNIX") and family == socket.AF_UNIX


_HOOKS: dict[str, Callable[[str, tuple[Any, ...]], None]] = {
    "window": _window,
    "sealed": _sealed,
}
