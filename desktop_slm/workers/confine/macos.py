"""macOS: Seatbelt through sandbox_init, which Apple calls deprecated and browsers still use.

Written against the documentation; untested here.
"""

from __future__ import annotations

import ctypes
import resource

from desktop_slm.workers.confine import Enforced, Level, Limits, Profile

_PROFILES = {
    Profile.WINDOW: (
        "(version 1)(allow default)"
        '(deny network-outbound (remote ip "*:*"))(deny network-bind (local ip "*:*"))'
    ),
    Profile.SEALED: (
        "(version 1)(allow default)(deny network*)(deny process-exec*)(deny process-fork)"
    ),
}


def confine(profile: Profile, limits: Limits) -> Enforced:
    """Sets limits and sandbox; see `confine_process`."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if limits.cpu_s:
        resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_s, limits.cpu_s + 1))
    # RLIMIT_AS is not honoured: the parent watches the memory instead.
    text = _PROFILES.get(profile)
    if text is None:
        return Enforced()
    if not _enter_sandbox(text):
        return Enforced(
            network=Level.APP, programs=Level.APP, notes=("the system refused its sandbox",)
        )
    return Enforced(
        network=Level.KERNEL,
        programs=Level.KERNEL if profile is Profile.SEALED else Level.NONE,
    )


def _enter_sandbox(text: str) -> bool:
    try:
        library = ctypes.CDLL("/usr/lib/libSystem.B.dylib")
        message = ctypes.c_char_p()
        result = library.sandbox_init(text.encode(), ctypes.c_uint64(0), ctypes.byref(message))
    except (OSError, AttributeError):
        return False
    return int(result) == 0
