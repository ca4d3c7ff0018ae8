"""A seccomp filter built from names: classic BPF, installed over all threads at once.

Source: linux/seccomp.h, linux/filter.h and the system call tables of the kernel.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from dataclasses import dataclass

_LOAD, _JUMP_EQUAL, _JUMP_GREATER_EQUAL, _JUMP_SET, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW = 0x7FFF0000
_ERRNO = 0x00050000
_OFFSET_NUMBER, _OFFSET_ARCH, _OFFSET_ARG0 = 0, 4, 16
_SET_MODE_FILTER, _FLAG_TSYNC = 1, 1
_AF_UNIX = 1
_CLONE_THREAD = 0x10000
_X32_BIT = 0x40000000

# fmt: off
_X86_64 = {
    "socket": 41, "connect": 42, "accept": 43, "bind": 49, "listen": 50, "socketpair": 53,
    "clone": 56, "fork": 57, "vfork": 58, "execve": 59, "ptrace": 101, "mount": 165,
    "umount2": 166, "init_module": 175, "kexec_load": 246, "add_key": 248, "request_key": 249,
    "keyctl": 250, "unshare": 272, "accept4": 288, "perf_event_open": 298, "setns": 308,
    "process_vm_readv": 310, "process_vm_writev": 311, "finit_module": 313, "seccomp": 317,
    "bpf": 321, "execveat": 322, "userfaultfd": 323, "io_uring_setup": 425,
    "io_uring_enter": 426, "io_uring_register": 427, "clone3": 435, "pidfd_getfd": 438,
}
_AARCH64 = {
    "umount2": 39, "mount": 40, "unshare": 97, "kexec_load": 104, "init_module": 105,
    "ptrace": 117, "socket": 198, "socketpair": 199, "bind": 200, "listen": 201, "accept": 202,
    "connect": 203, "add_key": 217, "request_key": 218, "keyctl": 219, "clone": 220,
    "execve": 221, "perf_event_open": 241, "accept4": 242, "setns": 268, "process_vm_readv": 270,
    "process_vm_writev": 271, "finit_module": 273, "seccomp": 277, "bpf": 280, "execveat": 281,
    "userfaultfd": 282, "io_uring_setup": 425, "io_uring_enter": 426, "io_uring_register": 427,
    "clone3": 435, "pidfd_getfd": 438,
}
# fmt: on
_MACHINES = {"x86_64": (0xC000003E, _X86_64), "aarch64": (0xC00000B7, _AARCH64)}


@dataclass(frozen=True, slots=True)
class Rules:
    """What a filter refuses, by the names of system calls."""

    refused: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    only_unix_sockets: bool = False
    only_threads: bool = False


def install(rules: Rules) -> str:
    """Puts the filter on every thread of this process. Returns "" or why it could not."""
    name = os.uname().machine
    machine = _MACHINES.get(name)
    if machine is None:
        return f"no system call filter for {name}"
    program = assemble(rules, *machine)
    instructions = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(instructions))
    libc = ctypes.CDLL(None, use_errno=True)
    result = libc.syscall(
        ctypes.c_long(machine[1]["seccomp"]),
        ctypes.c_long(_SET_MODE_FILTER),
        ctypes.c_long(_FLAG_TSYNC),
        ctypes.c_char_p(header),
    )
    if result == 0:
        return ""
    return f"the kernel refused the system call filter ({os.strerror(ctypes.get_errno())})"


def assemble(rules: Rules, architecture: int, numbers: dict[str, int]) -> bytes:
    """Returns the filter as BPF instructions, 8 bytes each."""
    deny = _instruction(_RETURN, _ERRNO | errno.EPERM)
    allow = _instruction(_RETURN, _ALLOW)
    code = [
        _instruction(_LOAD, _OFFSET_ARCH),
        _instruction(_JUMP_EQUAL, architecture, 1, 0),
        deny,
        _instruction(_LOAD, _OFFSET_NUMBER),
        _instruction(_JUMP_GREATER_EQUAL, _X32_BIT, 0, 1),
        deny,
    ]
    for name in rules.refused:
        if name in numbers:  # fork and vfork exist on x86_64 alone
            code += [_instruction(_JUMP_EQUAL, numbers[name], 0, 1), deny]
    for name in rules.missing:
        code += [
            _instruction(_JUMP_EQUAL, numbers[name], 0, 1),
            _instruction(_RETURN, _ERRNO | errno.ENOSYS),
        ]
    if rules.only_unix_sockets:
        code += _when_first_argument(numbers["socket"], _JUMP_EQUAL, _AF_UNIX, deny, allow)
    if rules.only_threads:
        code += _when_first_argument(numbers["clone"], _JUMP_SET, _CLONE_THREAD, deny, allow)
    return b"".join([*code, allow])


def _when_first_argument(
    number: int, jump: int, value: int, deny: bytes, allow: bytes
) -> list[bytes]:
    """Returns: for this call, allow where its first argument meets the test, else deny."""
    return [
        _instruction(_JUMP_EQUAL, number, 0, 4),
        _instruction(_LOAD, _OFFSET_ARG0),
        _instruction(jump, value, 1, 0),
        deny,
        allow,
    ]


def _instruction(code: int, value: int, when_true: int = 0, when_false: int = 0) -> bytes:
    return struct.pack("HBBI", code, when_true, when_false, value)
