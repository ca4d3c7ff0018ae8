"""Landlock: a child sees the system's own files and what it was granted, and writes nowhere.

Source: linux/landlock.h and the kernel's userspace documentation.
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

from desktop_slm.workers.confine import Grant

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION_FLAG, _PATH_BENEATH = 1, 1
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_TRUNCATE, _IOCTL_DEVICE = 1 << 14, 1 << 15
_RIGHTS_BY_VERSION = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
_LIBRARY_FOLDERS = ("site-packages", "dist-packages")
_SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS = 3
_ON_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEVICE

# Of /proc only what says how large this machine is: no other process's pages.
_SYSTEM = (
    *("/usr", "/lib", "/lib64", "/bin", "/sbin", "/opt", "/nix", "/sys/devices", "/sys/fs/cgroup"),
    *("/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/proc/filesystems"),
    *("/etc/ld.so.cache", "/etc/fonts", "/etc/localtime", "/dev/null", "/dev/urandom"),
)
_DEVICES = ("/dev", "/sys", "/proc/driver", "/proc/devices", "/etc/OpenCL", "/etc/vulkan")


def restrict(grant: Grant) -> bool:
    """Restricts this thread and those it makes. Returns whether the kernel enforces it."""
    libc = ctypes.CDLL(None, use_errno=True)
    version = _call(libc, _CREATE_RULESET, None, 0, _VERSION_FLAG)
    if version < 1:
        return False
    rights = _RIGHTS_BY_VERSION[max(known for known in _RIGHTS_BY_VERSION if known <= version)]
    scoped = _SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS if version >= 6 else 0
    attributes = struct.pack("QQQ", rights, 0, scoped)
    length = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = _call(libc, _CREATE_RULESET, attributes, length, 0)
    if ruleset < 0:
        return False
    try:
        _allow(libc, ruleset, _own_files(), _READ_FILE | _READ_DIR)
        _allow(libc, ruleset, _SYSTEM, _READ_FILE | _READ_DIR)
        _allow(libc, ruleset, grant.read, _READ_FILE | _READ_DIR)
        _allow(libc, ruleset, grant.write, rights & ~_EXECUTE)
        if grant.devices:
            device_rights = _READ_FILE | _READ_DIR | _WRITE_FILE | _IOCTL_DEVICE
            _allow(libc, ruleset, _DEVICES, device_rights & rights)
        return _call(libc, _RESTRICT_SELF, ruleset, 0) == 0
    finally:
        os.close(ruleset)


def _own_files() -> Iterable[str]:
    """Returns the folders that Python, its libraries and this package are loaded from."""
    package = Path(__file__).resolve().parents[2]
    libraries = [path for path in sys.path if Path(path).name in _LIBRARY_FOLDERS]
    # A package of ours carries its modules in the program's own file.
    program = [sys.executable] if getattr(sys, "frozen", False) else []
    return {sys.prefix, sys.base_prefix, sys.exec_prefix, str(package), *libraries, *program}


def _allow(libc: ctypes.CDLL, ruleset: int, paths: Iterable[str], rights: int) -> None:
    for path in paths:
        try:
            handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            continue
        try:
            is_folder = stat.S_ISDIR(os.fstat(handle).st_mode)
            rule = struct.pack("=QI", rights if is_folder else rights & _ON_FILES, handle)
            _call(libc, _ADD_RULE, ruleset, _PATH_BENEATH, rule, 0)
        finally:
            os.close(handle)


def _call(libc: ctypes.CDLL, number: int, *arguments: int | bytes | None) -> int:
    converted = [
        ctypes.c_long(argument) if isinstance(argument, int) else ctypes.c_char_p(argument)
        for argument in arguments
    ]
    return int(libc.syscall(ctypes.c_long(number), *converted))
