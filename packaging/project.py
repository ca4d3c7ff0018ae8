"""Where things lie and what they are called, for every format."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build" / "package"
DIST = ROOT / "dist"
NAME = "desktop-slm"
FOLDER = BUILD / "dist" / NAME
PRACTICE_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
BILL = BUILD / f"{NAME}.cdx.json"  # the bill of materials of what was built last
LINUX = ROOT / "packaging" / "linux"
COMPONENT_ID = "io.github.desktop_slm.DesktopSLM"


class BuildFailed(Exception):
    """A package cannot be built here; the message says why and what to do."""


def version() -> str:
    """Returns the version of the app."""
    text = (ROOT / "desktop_slm" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise BuildFailed("desktop_slm/__init__.py names no version")
    return found[1]


def source_time() -> int:
    """Returns the time that goes into archives: that of the last change, so that they repeat."""
    if chosen := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(chosen)
    words = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return int(done.stdout) if done.stdout.strip() else int(time.time())


def machine() -> str:
    """Returns the machine's kind as packages name it."""
    return {"x86_64": "amd64", "AMD64": "amd64", "aarch64": "arm64"}.get(
        os.uname().machine, os.uname().machine
    )


def run(*words: str | Path, cwd: Path | None = None, **variables: str) -> None:
    """Runs a command. Raises BuildFailed with what it was."""
    line = [str(word) for word in words]
    print(f"$ {' '.join(line)}", file=sys.stderr, flush=True)
    done = subprocess.run(line, cwd=cwd or ROOT, env={**os.environ, **variables}, check=False)
    if done.returncode:
        raise BuildFailed(f"this ended with {done.returncode}: {' '.join(line)}")


def size_mb(path: Path) -> float:
    """Returns the size of a file, or of all files below a folder, in MB."""
    if path.is_file():
        return path.stat().st_size / 1e6
    files = (file for file in path.rglob("*") if file.is_file() and not file.is_symlink())
    return sum(file.stat().st_size for file in files) / 1e6
