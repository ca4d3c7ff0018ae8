"""All parts of this installation, and the one text with their licenses."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import metadata
from itertools import takewhile

from desktop_slm import __version__
from desktop_slm.licensing import distributions, notes
from desktop_slm.licensing.notes import FOLDER, Notes, PartNote, normalized
from desktop_slm.licensing.part import Part, PartUnclear

FILE = FOLDER.with_name("licenses.txt")  # written into a package; see `whole_text`
OF_PACKAGES = ("pyinstaller", "pyinstaller-hooks-contrib")  # the loader of a package is theirs
_RULE = "=" * 78


def collect(
    host_version: Callable[[str], str] | None = None,
    *,
    of_package: bool = False,
    is_strict: bool = True,
    known: Notes | None = None,
) -> tuple[Part, ...]:
    """Returns what is carried along, by name. Raises PartUnclear.

    Where it is not strict, what was installed in another version than was looked up stands with
    the entry of that one. A package has more: the loader that starts it, and libraries of the
    system that it was built on, whose versions `host_version` finds by the name of their file.
    """
    known = known or notes.load()
    alone = OF_PACKAGES if of_package else ()
    found = list(distributions.parts(known, alone, is_strict=is_strict))
    there = {normalized(part.name): part.version for part in found}
    for note in known.parts:
        if note.systems and sys.platform not in note.systems:
            continue
        if note.host:
            if host_version is not None:
                found.append(_part(note, host_version(note.host)))
        elif not note.within or normalized(note.within) in there:
            if is_strict:
                _require_looked_up(note, there)
            found.append(_part(note, _version(note)))
    return tuple(sorted(found, key=lambda part: (part.name.lower(), part.within)))


def whole_text(parts: Iterable[Part]) -> str:
    """Returns the one text: a list of the parts, then each license; equal texts stand once."""
    parts = tuple(parts)
    lines = [
        f"Desktop SLM {__version__} is made with these parts.",
        "Each stands with its version and the SPDX identifier of its license; the texts follow.",
        "",
        *map(_line, parts),
    ]
    return "\n".join(lines) + "\n" + "".join(_sections(parts))


def shown_lines(names: Iterable[str]) -> list[str]:
    """Returns the lines of these parts, as they stand at the head of the text, in this order."""
    if FILE.is_file():
        with FILE.open(encoding="utf-8") as file:
            lines = list(takewhile(lambda line: line != _RULE, map(str.strip, file)))
    else:
        lines = [_line(part) for part in collect(is_strict=False)]
    return [line for name in names for line in lines if line.startswith(f"{name} ")]


def shown_text() -> str:
    """Returns the text of this package, or of this copy of the source as it is installed."""
    if FILE.is_file():
        return FILE.read_text(encoding="utf-8")
    return whole_text(collect(is_strict=False))


def _line(part: Part) -> str:
    return f"{part.name} {part.version}: {part.license}"


def _sections(parts: Iterable[Part]) -> Iterator[str]:
    shown: dict[str, str] = {}
    for part in parts:
        title = f"{part.name} {part.version}"
        yield f"\n\n{_RULE}\n{title}\n{part.license}\n{part.address}\n{_RULE}\n"
        for text in part.texts:
            if text in shown:
                yield f"\nIts text stands above, at {shown[text]}.\n"
            else:
                shown[text] = title
                yield f"\n{text}\n"


def _require_looked_up(note: PartNote, there: dict[str, str]) -> None:
    """Raises where the distribution that brings a part is another than it was looked up for."""
    if note.within and there[normalized(note.within)] != note.pinned:
        raise PartUnclear(
            f"{note.name} was looked up in {note.within} {note.pinned}, and this is "
            f"{there[normalized(note.within)]}: look up its version and license again and "
            "note them in resources/licenses/parts.toml"
        )


def _version(note: PartNote) -> str:
    if note.version == "python":
        return platform.python_version()
    if not note.version:
        raise PartUnclear(f"parts.toml names no version of {note.name}")
    return note.version


def _part(note: PartNote, version: str) -> Part:
    if not note.license or not note.texts or not version:
        raise PartUnclear(f"parts.toml leaves license, text or version of {note.name} open")
    return Part(
        name=note.name,
        version=version,
        license=note.license,
        texts=tuple(_texts(note)),
        address=note.address,
        kind=note.kind,
        within=note.within,
        files=note.files,
    )


def _texts(note: PartNote) -> Iterator[str]:
    for name in note.texts:
        kind, _, distribution = name.partition("dist:")
        if kind:
            yield notes.text(name)
            continue
        texts = distributions.license_texts(metadata.distribution(distribution))
        if not texts:
            raise PartUnclear(f"{distribution} brings no text for {note.name}")
        yield from texts
