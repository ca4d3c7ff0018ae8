"""A small clear file of the app's own: read leniently, written in one step, errors with names."""

from __future__ import annotations

import errno
import json
from pathlib import Path
from typing import Any

from desktop_slm import files
from desktop_slm.errors import DiskFull, FolderUnwritable


class JsonFile:
    """One JSON value in one file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Any:
        """Returns the value, or None where there is none or it is damaged."""
        try:
            return json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return None

    def store(self, value: Any) -> None:
        """Replaces the value. Raises DiskFull, FolderUnwritable."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            files.replace_content(self._path, json.dumps(value, indent=1).encode())
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise DiskFull from None
            raise FolderUnwritable(path=self._path.parent) from None
