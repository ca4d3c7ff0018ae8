"""Windows: a job object for memory and child processes, and no crash dumps.

Written against the documentation; untested here. Network is refused by this program alone.
"""

from __future__ import annotations

import ctypes
import sys

from desktop_slm.workers.confine import Enforced, Level, Limits, Profile

_ACTIVE_PROCESS_LIMIT, _PROCESS_MEMORY_LIMIT, _DIE_ON_EXCEPTION = 0x8, 0x100, 0x400
_EXTENDED_LIMIT_INFORMATION = 9
_SILENT_ERRORS = 0x0001 | 0x0002 | 0x8000


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("per_process_user_time", ctypes.c_int64),
        ("per_job_user_time", ctypes.c_int64),
        ("limit_flags", ctypes.c_uint32),
        ("minimum_working_set", ctypes.c_size_t),
        ("maximum_working_set", ctypes.c_size_t),
        ("active_process_limit", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority_class", ctypes.c_uint32),
        ("scheduling_class", ctypes.c_uint32),
    )


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("basic", _BasicLimits),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory_limit", ctypes.c_size_t),
        ("job_memory_limit", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def confine(profile: Profile, limits: Limits) -> Enforced:
    """Puts this process into a job of its own; see `confine_process`."""
    if sys.platform != "win32":
        return Enforced()
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.SetErrorMode(_SILENT_ERRORS)
    if profile is not Profile.SEALED:
        own = Level.APP if profile is Profile.WINDOW else Level.NONE
        return Enforced(network=own)
    wanted = _ExtendedLimits()
    wanted.basic.limit_flags = _ACTIVE_PROCESS_LIMIT | _DIE_ON_EXCEPTION
    wanted.basic.active_process_limit = 1
    if limits.memory_bytes:
        wanted.basic.limit_flags |= _PROCESS_MEMORY_LIMIT
        wanted.process_memory_limit = limits.memory_bytes
    job = kernel.CreateJobObjectW(None, None)
    confined = (
        job
        and kernel.SetInformationJobObject(
            job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(wanted), ctypes.sizeof(wanted)
        )
        and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
    )
    return Enforced(
        network=Level.APP,
        programs=Level.KERNEL if confined else Level.APP,
        memory_bytes=limits.memory_bytes if confined else 0,
        notes=("Windows lets this program refuse network only by itself",),
    )
