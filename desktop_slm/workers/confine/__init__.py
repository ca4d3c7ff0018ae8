"""Takes rights away from this process and says truthfully what it could enforce.

`confine_process` runs before Qt, before threads and before any model or document; `confine_files`
follows once the files that a child may see are known. Neither can be undone.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from enum import Enum, StrEnum

from desktop_slm.workers.confine import audit


class Level(StrEnum):
    """Who refuses: the system, this program alone, or nobody."""

    KERNEL = "kernel"
    APP = "app"
    NONE = "none"


class Profile(Enum):
    """How much a process may do."""

    WINDOW = "window"  # no internet; Unix sockets (keyring, desktop) and child processes allowed
    SEALED = "sealed"  # no sockets of any kind, no programs, no other processes
    FETCH = "fetch"  # the network is its job; no other processes' memory


@dataclass(frozen=True, slots=True)
class Limits:
    """What a process may use; 0 means no limit."""

    memory_bytes: int = 0
    cpu_s: int = 0


@dataclass(frozen=True, slots=True)
class Grant:
    """The files that a child may see, told in the first line that it receives."""

    read: tuple[str, ...] = ()
    write: tuple[str, ...] = ()
    devices: bool = False


@dataclass(frozen=True, slots=True)
class Enforced:
    """What holds in this process, and who holds it."""

    network: Level = Level.NONE
    programs: Level = Level.NONE
    files: Level = Level.NONE
    memory_bytes: int = 0
    notes: tuple[str, ...] = field(default=())

    def to_dict(self) -> dict[str, object]:
        """Returns the form that travels in a child's first line and in `doctor --json`."""
        return {
            "network": self.network.value,
            "programs": self.programs.value,
            "files": self.files.value,
            "memory_bytes": self.memory_bytes,
            "notes": list(self.notes),
        }


def confine_process(profile: Profile, limits: Limits = Limits()) -> Enforced:
    """Refuses network and programs as `profile` says, and sets the limits."""
    audit.install(profile.value)
    if sys.platform == "linux":
        from desktop_slm.workers.confine import linux

        return linux.confine(profile, limits)
    if sys.platform == "darwin":
        from desktop_slm.workers.confine import macos

        return macos.confine(profile, limits)
    if sys.platform == "win32":
        from desktop_slm.workers.confine import windows

        return windows.confine(profile, limits)
    own = Level.NONE if profile is Profile.FETCH else Level.APP
    return Enforced(network=own, programs=own, notes=("this system offers nothing more",))


def confine_files(grant: Grant) -> Level:
    """Leaves only the granted files and the system's own readable. Call before making threads."""
    if sys.platform == "linux":
        from desktop_slm.workers.confine import landlock

        return Level.KERNEL if landlock.restrict(grant) else Level.NONE
    return Level.NONE
