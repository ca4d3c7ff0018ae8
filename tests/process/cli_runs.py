"""Runs the program as a script would: its own process, its own data folder, no terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Ran:
    """What a finished program left."""

    status: int
    output: str
    errors: str

    @property
    def json(self) -> Any:
        """The one JSON value of the output."""
        return json.loads(self.output)


@dataclass(frozen=True)
class Terminal:
    """The program over one data folder. There is no keyring in it, as on a server."""

    folder: Path

    def run(self, *words: str | Path, text: str = "", **variables: str) -> Ran:
        """Runs a verb to its end."""
        done = subprocess.run(
            self.command(*words),
            input=text,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=self.environment(**variables),
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def command(self, *words: str | Path) -> list[str]:
        """Returns the command line of a verb."""
        return [sys.executable, "-m", "desktop_slm", *map(str, words)]

    def environment(self, **variables: str) -> dict[str, str]:
        """Returns the variables that it runs with."""
        outside = {
            name: value for name, value in os.environ.items() if not name.startswith("DESKTOP_SLM")
        }
        return {
            **outside,
            "DESKTOP_SLM_DATA_DIR": str(self.folder),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "PYTHONUTF8": "1",
            **variables,
        }
