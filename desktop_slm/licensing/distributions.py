"""The Python distributions that the app needs, as they are installed, with their licenses."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from desktop_slm.licensing.notes import Notes, normalized, text
from desktop_slm.licensing.part import Part, PartUnclear

# What the app imports, itself or through these, comes from here; see README for the reason of each.
ROOTS = (
    *("PySide6-Essentials", "llama-cpp-python", "huggingface-hub", "httpx2", "platformdirs"),
    *("keyring", "apsw-sqlite3mc", "pypdfium2", "charset-normalizer", "Jinja2"),
    *("markdown-it-py", "Pygments", "ziamath", "psutil", "tesserocr", "pillow"),
)
# Needed by others for what this app never does; `packaging/folder/contents.py` leaves them out.
LEFT_OUT = frozenset(
    ("diskcache", "numpy", "hf-xet", "click", "typer", "rich", "requests", "urllib3")
)
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LICENSE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)


def needed(
    roots: Iterable[str] = ROOTS, alone: Iterable[str] = ()
) -> dict[str, metadata.Distribution]:
    """Returns the installed distributions that the roots stand on, by normalized name.

    And those of `alone`, without what these stand on.

    What is not installed is not needed here: another system's, or an option that was not chosen.
    """
    found: dict[str, metadata.Distribution] = {}
    waiting = list(roots)
    while waiting:
        name = normalized(waiting.pop())
        if name in found or name in LEFT_OUT:
            continue
        try:
            found[name] = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        waiting += _requirements(found[name])
    for name in alone:
        try:
            found[normalized(name)] = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            raise PartUnclear(f"{name} is not installed here") from None
    return dict(sorted(found.items()))


def parts(notes: Notes, alone: Iterable[str] = (), *, is_strict: bool) -> Iterator[Part]:
    """Yields the distributions as parts. Raises PartUnclear where `is_strict`."""
    for name, found in needed(ROOTS, alone).items():
        note = notes.distributions.get(name)
        license_id = (note.license if note else "") or stated(found, "License-Expression")
        if is_strict and not license_id:
            raise PartUnclear(
                f"{name} {found.version} names no license by its SPDX identifier; "
                "look it up and note it in resources/licenses/parts.toml"
            )
        texts = tuple(map(text, note.texts)) if note and note.texts else license_texts(found)
        if is_strict and not texts:
            raise PartUnclear(
                f"{name} {found.version} brings no license text; "
                "put it into resources/licenses and name it in parts.toml"
            )
        yield Part(
            name=str(found.metadata["Name"]),
            version=found.version,
            license=license_id or "license not named",
            texts=texts or ("Its package brings no text along.",),
            address=_home(found),
            files=note.files if note else (),
            is_distribution=True,
        )


def license_texts(found: metadata.Distribution) -> tuple[str, ...]:
    """Returns the license files that a distribution brings along, the one nearest its root first.

    Only those beside its metadata: the list of all its files may have thousands of lines.
    """
    folder = Path(str(found.locate_file(""))) / _folder_name(found)
    files = [
        file
        for file in folder.rglob("*")
        if file.is_file()
        and (_LICENSE_FILE.match(file.name) or file.relative_to(folder).parts[0] == "licenses")
    ]
    files.sort(key=lambda file: (len(file.parts), str(file)))
    texts = (file.read_text(encoding="utf-8", errors="replace").strip() for file in files)
    return tuple(each for each in texts if each)


def _home(found: metadata.Distribution) -> str:
    """Returns where a distribution says that it comes from."""
    urls = [str(line).partition(", ") for line in found.metadata.get_all("Project-URL") or ()]
    named = {label.lower(): url for label, _, url in urls}
    for label in ("homepage", "home", "source", "source code", "repository", "github"):
        if label in named:
            return named[label]
    return stated(found, "Home-page") or (urls[0][2] if urls else "")


def stated(found: metadata.Distribution, field: str) -> str:
    """Returns a field of a distribution's metadata, "" where it has none."""
    return str((found.metadata.get_all(field) or [""])[0])


def _folder_name(found: metadata.Distribution) -> str:
    path = getattr(found, "_path", None)  # importlib.metadata has no public word for it
    if path is None:
        raise PartUnclear(f"{found.metadata['Name']} has no folder of metadata")
    return Path(str(path)).name


def _requirements(found: metadata.Distribution) -> Iterator[str]:
    """Yields what a distribution needs here; extras were asked for by nobody."""
    for line in found.requires or ():
        word, _, condition = line.partition(";")
        name = _NAME.match(word.strip())
        if name is not None and _holds(condition):
            yield name[0]


def _holds(condition: str) -> bool:
    """Whether a marker may hold here. Extras never do; of the rest, only what names a system."""
    if "extra" in condition:
        return False
    named = re.search(r"""(sys_platform|platform_system)\s*==\s*["'](\w+)["']""", condition)
    here = {"linux": "linux", "darwin": "darwin", "win32": "windows"}.get(sys.platform, "")
    return named is None or named[2].lower() in (sys.platform, here)
