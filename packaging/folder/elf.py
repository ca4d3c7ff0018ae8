"""What the libraries of a Linux folder need, read from the files, and where they look for it."""

from __future__ import annotations

import re
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")
_SEARCHED = re.compile(r"\((?:RPATH|RUNPATH)\).*\[(.+)\]")
_OWN = "$ORIGIN"
# elf.h: the table of segments, one of them the dynamic section, with pairs of a tag and a value.
_PT_DYNAMIC, _DT_NULL, _DT_RPATH, _DT_RUNPATH = 2, 0, 15, 29
_PAIR = struct.Struct("<qQ")


def objects(folder: Path) -> Iterator[Path]:
    """Yields the programs and libraries below a folder, each file once."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as opened:
                if opened.read(4) == b"\x7fELF":
                    yield file


def needed(file: Path) -> set[str]:
    """Returns the names of the libraries that a file asks the loader for."""
    return set(_NEEDED.findall(_dynamic(file)))


def strange_paths(file: Path) -> list[str]:
    """Returns the folders in which a file has its libraries looked for, other than its own."""
    paths = ":".join(_SEARCHED.findall(_dynamic(file))).split(":")
    return [path for path in paths if path and not path.startswith(_OWN)]


def forget_paths(file: Path) -> None:
    """Takes out where libraries are looked for: a folder of this very computer is a stranger's
    on every other. For files of 64 bits, the lower byte first."""
    content = bytearray(file.read_bytes())
    start, size = _dynamic_section(content)
    pairs = list(_PAIR.iter_unpack(content[start : start + size]))
    kept = [pair for pair in pairs if pair[0] not in (_DT_RPATH, _DT_RUNPATH)]
    kept += [(_DT_NULL, 0)] * (len(pairs) - len(kept))
    content[start : start + size] = b"".join(_PAIR.pack(*pair) for pair in kept)
    file.write_bytes(content)


def _dynamic_section(content: bytes | bytearray) -> tuple[int, int]:
    table, step, count = (
        struct.unpack_from("<Q", content, 32)[0],
        *struct.unpack_from("<HH", content, 54),
    )
    for place in range(table, table + step * count, step):
        if struct.unpack_from("<I", content, place)[0] == _PT_DYNAMIC:
            start, size = struct.unpack_from("<Q16xQ", content, place + 8)
            return start, size
    raise ValueError("no dynamic section")


def _dynamic(file: Path) -> str:
    words = ["readelf", "--dynamic", "--wide", str(file)]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


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
