"""Writes what a package is made of: the licenses into it, and the bill of materials beside it.

    PYTHON packaging/carried.py FOLDER BILL        # PYTHON: that of build/package/venv

Runs in the environment that the folder was made from. It ends with 1 where anything is in the
folder that no part accounts for, or a part has no version, license or text.
"""

from __future__ import annotations

import ast
import fnmatch
import hashlib
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import metadata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import bill_of_materials
from project import BUILD, source_time

from desktop_slm.licensing import collecting
from desktop_slm.licensing.notes import normalized
from desktop_slm.licensing.part import Part, PartUnclear

_MODULES = BUILD / "work" / "desktop-slm" / "PYZ-00.toc"
_NATIVE = re.compile(r".+\.(so|dll|dylib|pyd)(\.[\d.]+)?|.+\.(ttf|otf|traineddata|gguf)")
# What needs no name by its modules: the app itself, and what PyInstaller's loader is made of.
_OURS = ("desktop_slm", "_pyi_rth_utils")
_COPIED = "licenses/"


def main(words: Sequence[str]) -> int:
    """Writes both."""
    folder, bill = Path(words[0]), Path(words[1])
    try:
        parts = collecting.collect(host_version, of_package=True)
        inside = next(folder.rglob("desktop_slm/resources"))
        root = inside.parents[1]
        files = dict(sorted(accounted(root, parts)))
        if _MODULES.exists():
            require_modules(_MODULES, parts)
        listed = carried(parts, files.values())
        text = collecting.whole_text(listed)
        (inside / collecting.FILE.name).write_text(text, encoding="utf-8")
        hashes = {name: _sha256(root / name) for name in files}
        bill.write_bytes(bill_of_materials.write(listed, files, hashes, source_time()))
    except PartUnclear as problem:
        print(f"carried.py: {problem}", file=sys.stderr)
        return 1
    return 0


def carried(parts: Iterable[Part], owners: Iterable[Part]) -> tuple[Part, ...]:
    """Returns the parts but the libraries of which no file is in the folder.

    Models and language data stay: a format may add them to the folder.
    """
    there = set(owners)
    return tuple(part for part in parts if not part.files or part in there or part.kind == "data")


def accounted(root: Path, parts: Sequence[Part]) -> Iterator[tuple[str, Part]]:
    """Yields each library, font and model below a folder with the part that it belongs to.

    Raises PartUnclear for one that belongs to none.
    """
    tops = _tops(parts)
    for file in sorted(root.rglob("*")):
        name = file.relative_to(root).as_posix()
        if not file.is_file() or not _NATIVE.fullmatch(file.name) or name.startswith(_COPIED):
            continue
        part = owner(name, parts, tops)
        if part is None:
            raise PartUnclear(
                f"{name} is carried and belongs to no part: "
                "note what it is in desktop_slm/resources/licenses/parts.toml"
            )
        yield name, part


def owner(name: str, parts: Iterable[Part], tops: dict[str, Part]) -> Part | None:
    """Returns the part of a file: what names it, else the distribution whose folder it lies in."""
    last = name.rpartition("/")[2]
    for part in parts:
        for pattern in part.files:
            if fnmatch.fnmatchcase(name, pattern) or fnmatch.fnmatchcase(last, pattern):
                return part
    return tops.get(_top(name))


def require_modules(contents: Path, parts: Sequence[Part]) -> None:
    """Raises PartUnclear for a module of a distribution that is none of the parts.

    `contents` is PyInstaller's list of the modules that it packed.
    """
    tops = _tops(parts)
    _, entries = ast.literal_eval(contents.read_text(encoding="utf-8"))
    others = {
        _top(name.replace(".", "/"))
        for name, source, _ in entries
        if "site-packages" in source and name.partition(".")[0] not in _OURS
    }
    if unknown := sorted(others - set(tops)):
        raise PartUnclear(
            f"these modules are packed and belong to no part: {', '.join(unknown)}; "
            "name their distribution in desktop_slm/licensing/distributions.py"
        )


def host_version(library: str) -> str:
    """Returns the version of a library of this system, as its package names it, else its number."""
    path = _path_of(library)
    for words in (["dpkg-query", "-S", path], ["dpkg-query", "-S", path.removeprefix("/usr")]):
        if package := _said(words).partition(": ")[0]:
            # Debian's own part of a version comes after the last hyphen.
            found = _said(["dpkg-query", "-W", "-f", "${Version}", package.split(",")[0]])
            if found:
                return found.partition(":")[2] or found
    return library.rpartition(".so.")[2]


def _path_of(library: str) -> str:
    for line in _said(["ldconfig", "-p"]).splitlines():
        name, _, path = line.strip().partition(" => ")
        if name.split(" ")[0] == library:
            return str(Path(path).resolve())
    return library


def _said(words: list[str]) -> str:
    try:
        return subprocess.run(words, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""


def _tops(parts: Iterable[Part]) -> dict[str, Part]:
    """Returns the parts that are distributions by the names of their folders."""
    names = {normalized(part.name): part for part in parts if part.is_distribution}
    found: dict[str, Part] = {}
    for top, owners in metadata.packages_distributions().items():
        for each in owners:
            if (part := names.get(normalized(each))) is not None:
                found[top] = part
    for part in names.values():
        found.setdefault(f"{part.name}.libs", part)
    return found


def _top(name: str) -> str:
    """Returns the folder at the top; of a file there, its name as a module's."""
    first = name.partition("/")[0]
    return re.split(r"\.(?:cpython-|abi3|so|pyd|py)", first)[0] if "/" not in name else first


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
