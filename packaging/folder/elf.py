"""What the libraries of a Linux folder need, read from the files themselves."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")


def objects(folder: Path) -> Iterator[Path]:
    """Yields the programs and libraries below a folder, each file once."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as opened:
                if opened.read(4) == b"\x7fELF":
                    yield file


def needed(file: Path) -> set[str]:
    """Returns the names of the libraries that a file asks the loader for."""
    words = ["readelf", "--dynamic", "--wide", str(file)]
    listing = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    return set(_NEEDED.findall(listing))


def outside(folder: Path) -> dict[str, set[str]]:
    """Returns the libraries that are needed and not carried, each with the files that need it."""
    carried = {file.name for file in folder.rglob("*.so*")}
    found: dict[str, set[str]] = {}
    for file in objects(folder):
        for name in needed(file) - carried:
            found.setdefault(name, set()).add(file.name)
    return found


def unused(folder: Path, roots: set[str]) -> set[Path]:
    """Returns the libraries at the top of a folder that nothing in it needs, but for `roots`."""
    wanted = set(roots)
    for file in objects(folder):
        wanted |= needed(file)
    top = (file for file in folder.glob("lib*.so*") if not file.is_symlink())
    return {file for file in top if file.name not in wanted}
