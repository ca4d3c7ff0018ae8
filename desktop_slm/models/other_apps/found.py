"""What is found of other apps, and how folders and small files of theirs are looked at.

Names and sizes alone are read here; what is in a model file is for the inspection's child. Every
look is bounded: a strange folder costs a moment, never a hang.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_slm.gguf.parts import part_of

_MOST_TEXT_BYTES = 256 << 10
_MOST_FILES = 20_000
_LEAST_MODEL_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where to look: the person's folder, the variables, and which system this is.

    `system` is as `sys.platform`; `root` is where absolute places begin, for tests.
    """

    home: Path
    environment: Mapping[str, str]
    system: str
    root: Path = Path("/")

    def folder(self, variable: str, *otherwise: str) -> Path:
        """Returns the folder that a variable names, else one under the person's own."""
        named = self.environment.get(variable, "").strip()
        path = Path(named)
        return path if named and path.is_absolute() else self.home.joinpath(*otherwise)

    @property
    def config(self) -> Path:
        """Where apps keep what was set."""
        if self.system == "win32":
            return self.folder("APPDATA", "AppData", "Roaming")
        if self.system == "darwin":
            return self.home / "Library" / "Application Support"
        return self.folder("XDG_CONFIG_HOME", ".config")

    @property
    def data(self) -> Path:
        """Where apps keep what is large."""
        if self.system == "win32":
            return self.folder("LOCALAPPDATA", "AppData", "Local")
        if self.system == "darwin":
            return self.home / "Library" / "Application Support"
        return self.folder("XDG_DATA_HOME", ".local", "share")


@dataclass(frozen=True, slots=True)
class FoundModel:
    """A model of another app; `name` is "" where the file's own says it.

    `sha256` is what that app says the fingerprint is, or "".
    """

    app: str
    path: Path
    name: str = ""
    sha256: str = ""
    size_bytes: int = field(default=0, compare=False)


def model_files(folder: Path, depth: int) -> Iterator[Path]:
    """Returns the model files of a folder, not deeper than so many folders."""
    seen = 0
    for inner, folders, names in os.walk(folder, onerror=None):
        level = len(Path(inner).relative_to(folder).parts)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if level >= depth:
            folders.clear()
        seen += len(names)
        if seen > _MOST_FILES:
            return
        for name in sorted(names):
            path = Path(inner, name)
            if is_model(path):
                yield path


def is_model(path: Path) -> bool:
    """Whether a file may be a model, by its name and size."""
    is_named_so = path.suffix.lower() == ".gguf" and not path.name.startswith((".", "mmproj"))
    return is_named_so and part_of(path)[0] == 1 and is_large(path)


def is_large(path: Path) -> bool:
    """Whether there is a file that is large enough for a model; whole downloads alone are."""
    try:
        return path.is_file() and path.stat().st_size >= _LEAST_MODEL_BYTES
    except OSError:
        return False


def read_json(path: Path) -> Mapping[str, Any]:
    """Returns a small JSON object of another app; an empty one where it is anything else."""
    try:
        stored = json.loads(read_text(path))
    except (ValueError, RecursionError):
        return {}
    return stored if isinstance(stored, dict) else {}


def read_text(path: Path) -> str:
    """Returns a small text file of another app; "" where it is anything else."""
    try:
        if not path.is_file() or path.stat().st_size > _MOST_TEXT_BYTES:
            return ""
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def absolute(text: object) -> Path | None:
    """Returns the folder that another app names, where it is one that could be looked into."""
    if not isinstance(text, str) or "\0" in text or not text.strip():
        return None
    path = Path(text.strip())
    return path if path.is_absolute() else None
