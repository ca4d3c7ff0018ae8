"""A new account for the smoke tests: a home folder of its own and no variables of ours."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

_PATIENCE_S = 180.0
_USER = 1500
# Where a person's own data is kept, and what the smoke tests themselves put into the home folder.
_DATA = tuple(f".{place}/desktop-slm/" for place in ("local/share", "config", "local/state"))
_GIVEN = ("lease.txt", "scan.pdf", "starter/")
# Made by libraries of the system for every program.
_CACHES = (".cache/",)


class SmokeFailed(Exception):
    """Something did not work; the message says what."""


class Account:
    """Its home, and how programs are started in it, here or in the root of another system."""

    def __init__(self, root: Path | None, display: str, home: Path | None = None) -> None:
        self._root = root or Path("/")
        # With a blank: people have such folders.
        self.home = home or Path(tempfile.mkdtemp(prefix="smoke a-", dir=self._root / "tmp"))
        self.home.chmod(0o700)
        os.chown(self.home, self._user, self._user)
        self._variables = {
            "HOME": self.inside(self.home),
            "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "DISPLAY": display,
        }

    @property
    def _user(self) -> int:
        return os.geteuid() if self._root == Path("/") else _USER

    def inside(self, path: Path) -> str:
        """Returns the path by which a program in the account knows a file."""
        return "/" + str(path.relative_to(self._root)) if self._root != Path("/") else str(path)

    def own(self) -> None:
        """Makes all files in the home folder the account's."""
        for path in self.home.rglob("*"):
            os.chown(path, self._user, self._user)

    def files(self) -> set[str]:
        """Returns the files of the home folder."""
        every = self.home.rglob("*")
        return {str(file.relative_to(self.home)) for file in every if not file.is_dir()}

    def data_files(self) -> set[str]:
        """Returns those that are the person's own data."""
        return {file for file in self.files() if file.startswith(_DATA)}

    def strange_files(self) -> set[str]:
        """Returns those that are neither data nor given."""
        return {f for f in self.files() if not f.startswith((*_DATA, *_GIVEN, *_CACHES))}

    def remove(self) -> None:
        """Takes the account away with all that is in it."""
        shutil.rmtree(self.home, ignore_errors=True)

    def start(self, *words: str, **variables: str) -> subprocess.Popen[str]:
        """Starts a program."""
        line = [*words]
        if self._root != Path("/"):
            user = f"--userspec={self._user}:{self._user}"
            line = ["/usr/sbin/chroot", user, str(self._root), *words]
        return subprocess.Popen(
            line,
            env={**self._variables, **variables},
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str, **variables: str) -> str:
        """Runs a program to its end and returns what it printed. Raises SmokeFailed."""
        with self.start(*words, **variables) as process:
            try:
                printed, said = process.communicate(timeout=_PATIENCE_S)
            except subprocess.TimeoutExpired:
                process.kill()
                raise SmokeFailed(f"{words[1:2]} did not end in time") from None
        if process.returncode:
            raise SmokeFailed(f"{words[1:]} ended with {process.returncode}: {said[-500:]}")
        return printed
