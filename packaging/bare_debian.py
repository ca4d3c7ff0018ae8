"""A bare Debian to drive packages in: made by debootstrap, with no Python and no compiler."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SUITE = "bookworm"
_UNWANTED = ("python3", "gcc", "cc", "tesseract")


class BareDebian:
    """The root of that system; whatever runs in it runs as root, but for what `Account` starts."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def run(self, *words: str) -> None:
        """Runs a command inside. Raises CalledProcessError."""
        call("/usr/sbin/chroot", self.root, *words, DEBIAN_FRONTEND="noninteractive")

    def install(self, *names: str) -> None:
        """Installs packages by their names, or by their files inside, with what they depend on."""
        self.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *names)

    def take(self, file: Path) -> str:
        """Copies a file in and returns its path there."""
        shutil.copy(file, self.root / "tmp")
        return f"/tmp/{file.name}"

    def unwanted(self) -> list[str]:
        """Returns what is there and would hide that something is missing in a package."""
        return [name for name in _UNWANTED if shutil.which(name, path=str(self.root / "usr/bin"))]

    def files_of(self, name: str) -> list[Path]:
        """Returns what bears a package's name in the system's own folders."""
        return [
            file for top in ("usr", "etc", "opt") for file in self.root.glob(f"{top}/**/*{name}*")
        ]


@contextmanager
def bare_debian(suite: str = SUITE, root: Path | None = None) -> Iterator[BareDebian]:
    """Makes the system and removes it in the end; one that was made before stays."""
    place = root or Path(tempfile.mkdtemp(prefix="debian-"))
    try:
        if root is None:
            place.chmod(0o755)  # a person other than root is to look into it
            call("debootstrap", "--variant=minbase", suite, place)
        call("mount", "-t", "proc", "proc", place / "proc")
        try:
            debian = BareDebian(place)
            debian.run("apt-get", "update", "-qq")
            yield debian
        finally:
            call("umount", place / "proc")
    finally:
        if root is None:
            shutil.rmtree(place, ignore_errors=True)


def can_be_made() -> bool:
    """Says whether this system and account can make one."""
    return os.geteuid() == 0 and shutil.which("debootstrap") is not None


def call(*words: str | Path, **variables: str) -> None:
    """Runs a command, and shows what it says only where it complains."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", **variables}
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, env=environment)
