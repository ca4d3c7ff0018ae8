"""Models on their way to a computer without network: files in a folder, and a list that says what
each has to be.

The list, `desktop-slm-models.json`, is a stranger's as soon as it comes from elsewhere: it is read
up to a size, what is odd in it is left out, and no name in it leads out of its folder.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from desktop_slm import files
from desktop_slm.errors import (
    FileMissing,
    ModelsFolderUnwritable,
    NotCarried,
    NothingToCarry,
)
from desktop_slm.gguf.parts import part_of, parts_of
from desktop_slm.models import copying
from desktop_slm.models.adding import Given, free_places
from desktop_slm.models.copying import Meter, Progress
from desktop_slm.models.library import InstalledModel, Place, clean_name
from desktop_slm.models.verification import Verifications

LIST_NAME = "desktop-slm-models.json"
_FORMAT = 1
_MOST_BYTES = 1 << 20
_MOST_MODELS = 1000
_MOST_DEPTH = 4
_MOST_FILES = 5000
_SHA256 = re.compile(r"[0-9a-f]{64}")

OnProgress = Callable[[Progress], object]


@dataclass(frozen=True, slots=True)
class Carried:
    """A model in a folder to be taken along: its name, and file, size and SHA-256 of each part."""

    name: str
    files: tuple[tuple[str, int, str], ...]

    def is_there(self, folder: Path) -> bool:
        """Whether all its files lie in the folder, as far as their sizes tell."""
        paths = ((folder / file, size) for file, size, _ in self.files)
        return all(path.is_file() and path.stat().st_size == size for path, size in paths)


def export(
    models: Sequence[InstalledModel],
    folder: Path,
    verifications: Verifications,
    on_progress: OnProgress = lambda progress: None,
) -> tuple[Carried, ...]:
    """Writes models and their list into a folder and returns what is on the list then.

    What is there already from another time stays, and is not written again. Raises NothingToCarry,
    ModelsFolderUnwritable, NoRoomForModel, and what `copying.copy` raises; models that were
    written before are on the list then.
    """
    chosen = [model for model in models if model.place is not Place.PRACTICE]
    if not chosen:
        raise NothingToCarry
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ModelsFolderUnwritable(path=folder, why=error.strerror) from None
    listed = [each for each in _listed(folder) if each.is_there(folder)]
    size = sum(model.size_bytes for model in chosen)
    known = {each.files[0][2] for each in listed}
    todo = [model for model in chosen if _first_hash(model, verifications) not in known]
    copying.require_room(folder, sum(model.size_bytes for model in todo))
    meter = Meter(copying.READINGS * size, on_progress)
    for model in chosen:
        if model not in todo:
            meter.add(copying.READINGS * model.size_bytes)
            continue
        listed.append(_write(model, folder, verifications, meter))
        _store(folder, listed)
    return tuple(listed)


def given_in(path: Path) -> tuple[Given, ...]:
    """Returns the models of a folder, or the one of a file, with what a list there says of them.

    Without a list it is every model file in the folder, not further down than four folders. Raises
    NotCarried, FileMissing.
    """
    if path.is_file():
        return (_given_file(path),)
    if not path.is_dir():
        raise FileMissing(name=path.name)
    listed = [_given(each, path) for each in _listed(path) if each.is_there(path)]
    firsts = {given.path for given in listed}
    others = [Given(file) for file in _model_files(path) if file not in firsts]
    if not listed and not others:
        raise NotCarried(path=path)
    return (*listed, *others)


def is_export(path: Path) -> bool:
    """Whether a folder was written by `export`, as far as its list tells."""
    return path.is_dir() and bool(_listed(path))


def _first_hash(model: InstalledModel, verifications: Verifications) -> str:
    verified = verifications.last(model)
    return verified.sha256.split(" ")[0] if verified else ""


def _write(
    model: InstalledModel, folder: Path, verifications: Verifications, meter: Meter
) -> Carried:
    """Copies a model and notes its fingerprint, which is known then, for the original, too."""
    verified = verifications.last(model)
    wanted = verified.sha256.split(" ") if verified else []
    sources = parts_of(model.path)
    if len(wanted) != len(sources):
        wanted = [""] * len(sources)
    targets = _places(model, folder)
    written: list[tuple[str, int, str]] = []
    try:
        for source, target, hash_ in zip(sources, targets, wanted, strict=True):
            found = copying.copy(source, target, meter, wanted=hash_)
            name = target.relative_to(folder).as_posix()
            written.append((name, target.stat().st_size, found))
    except BaseException:
        for file, _, _ in written:
            (folder / file).unlink(missing_ok=True)
        raise
    if verified is None:
        fingerprint = " ".join(hash_ for _, _, hash_ in written)
        verifications.note(model, fingerprint, is_compared=False)
    return Carried(model.name, tuple(written))


def _places(model: InstalledModel, folder: Path) -> tuple[Path, ...]:
    """Returns where a model's files go; a blob without an honest name gets the model's."""
    if model.path.suffix.lower() == ".gguf":
        return free_places(folder, model.path)
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", model.name).strip("-.") or "model"
    return free_places(folder, Path(f"{name}.gguf"))


def _store(folder: Path, listed: Sequence[Carried]) -> None:
    entries = [
        {
            "name": each.name,
            "files": [
                {"file": file, "size_bytes": size, "sha256": hash_}
                for file, size, hash_ in each.files
            ],
        }
        for each in listed
    ]
    text = json.dumps({"format": _FORMAT, "models": entries}, indent=1)
    try:
        files.replace_content(folder / LIST_NAME, text.encode())
        (folder / LIST_NAME).chmod(0o644)  # for whoever reads it on the other computer
    except OSError as error:
        raise ModelsFolderUnwritable(path=folder, why=error.strerror) from None


def _listed(folder: Path) -> list[Carried]:
    """Returns what the list of a folder tells; what is odd in it is left out."""
    path = folder / LIST_NAME
    try:
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return []
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    models = stored.get("models") if isinstance(stored, dict) else None
    if not isinstance(models, list) or stored.get("format") != _FORMAT:
        return []
    parsed = (_parse(each) for each in models[:_MOST_MODELS])
    return [each for each in parsed if each is not None]


def _parse(stored: Any) -> Carried | None:
    try:
        parts = tuple(_parse_file(each) for each in stored["files"])
        name = stored["name"]
    except (TypeError, KeyError, ValueError):
        return None
    if not parts or len(parts) > _MOST_MODELS:
        return None
    expected = parts_of(Path(parts[0][0]))
    if [path.as_posix() for path in expected] != [file for file, _, _ in parts]:
        return None
    return Carried(clean_name(name) if isinstance(name, str) else "", parts)


def _parse_file(stored: Mapping[str, Any]) -> tuple[str, int, str]:
    """Returns a file of the list. Raises KeyError, TypeError, ValueError."""
    file, size, hash_ = stored["file"], int(stored["size_bytes"]), stored["sha256"]
    path = PurePosixPath(file)
    is_inside = not path.is_absolute() and ".." not in path.parts and len(path.parts) <= _MOST_DEPTH
    is_plain = not any(c in file for c in '\\:*?"<>|') and file.isprintable()
    if not (is_inside and is_plain and path.suffix == ".gguf" and path.as_posix() == file):
        raise ValueError
    if not _SHA256.fullmatch(hash_) or size < 0:
        raise ValueError
    return file, size, hash_


def _given(carried: Carried, folder: Path) -> Given:
    paths = {folder / file: hash_ for file, _, hash_ in carried.files}
    hashes = {path.name: hash_ for path, hash_ in paths.items()}
    return Given(next(iter(paths)), carried.name, hashes)


def _given_file(path: Path) -> Given:
    for each in _listed(path.parent):
        if each.files[0][0] == path.name:
            return _given(each, path.parent)
    return Given(path)


def _model_files(folder: Path) -> list[Path]:
    found: list[Path] = []
    seen = 0
    for inner, folders, names in os.walk(folder):
        depth = len(Path(inner).relative_to(folder).parts)
        hidden = {name for name in folders if name.startswith(".")}
        folders[:] = sorted(set(folders) - hidden) if depth < _MOST_DEPTH else []
        seen += len(names)
        if seen > _MOST_FILES:
            break
        found += [path for name in sorted(names) if _is_model(path := Path(inner, name))]
    return found


def _is_model(path: Path) -> bool:
    is_named_so = path.suffix.lower() == ".gguf" and not path.name.startswith((".", "mmproj"))
    return is_named_so and part_of(path)[0] == 1
