"""Linux: resource limits, no new privileges, and a seccomp filter over every thread."""

from __future__ import annotations

import ctypes
import os
import resource

from desktop_slm.workers.confine import Enforced, Level, Limits, Profile, seccomp

_PR_SET_DUMPABLE = 4
_PR_SET_NO_NEW_PRIVS = 38


def confine(profile: Profile, limits: Limits) -> Enforced:
    """Sets limits and filter; see `confine_process`."""
    _set_limits(limits)
    libc = ctypes.CDLL(None, use_errno=True)
    if profile is not Profile.WINDOW:
        # In the window this would break the desktop portal's file dialogs.
        libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    problem = seccomp.install(_RULES[profile])
    own = Level.NONE if profile is Profile.FETCH else Level.APP
    if problem:
        return Enforced(
            network=own, programs=own, memory_bytes=limits.memory_bytes, notes=(problem,)
        )
    return Enforced(
        network=Level.NONE if profile is Profile.FETCH else Level.KERNEL,
        programs=Level.KERNEL if profile is Profile.SEALED else Level.NONE,
        memory_bytes=limits.memory_bytes,
    )


def _set_limits(limits: Limits) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if limits.memory_bytes:
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    if limits.cpu_s:
        resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_s, limits.cpu_s + 1))
    os.umask(0o077)


# Reading or steering another process of this account, and ways around a socket filter.
_NEVER = (
    "ptrace",
    "process_vm_readv",
    "process_vm_writev",
    "pidfd_getfd",
    "io_uring_setup",
    "io_uring_enter",
    "io_uring_register",
    "bpf",
    "perf_event_open",
    "userfaultfd",
    "kexec_load",
    "mount",
    "umount2",
    "setns",
    "init_module",
    "finit_module",
    "keyctl",
    "add_key",
    "request_key",
)

_RULES = {
    Profile.WINDOW: seccomp.Rules(refused=_NEVER, only_unix_sockets=True),
    Profile.SEALED: seccomp.Rules(
        refused=(
            *_NEVER,
            *("socket", "socketpair", "connect", "bind", "listen", "accept", "accept4"),
            *("execve", "execveat", "fork", "vfork", "unshare"),
        ),
        # clone3 hides its flags from the filter; on ENOSYS the C library falls back to clone.
        missing=("clone3",),
        only_threads=True,
    ),
    Profile.FETCH: seccomp.Rules(refused=_NEVER),
}
