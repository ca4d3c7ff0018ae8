"""The models on this computer: which files, under which ids, and where they lie.

Files are looked at from outside only (name, size); what is in them is read in a child.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_slm.errors import (
    FileMissing,
    FolderGiven,
    Invariant,
    ModelUndeletable,
    NotGguf,
    UnknownModel,
)
from desktop_slm.gguf.parts import part_of, parts_of, stem_of
from desktop_slm.models.json_file import JsonFile
from desktop_slm.paths import Paths

PRACTICE_ID = "practice"
PRACTICE_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
# The fingerprint that `dev.py` pins too; a test compares them.
PRACTICE_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
_FORMAT = re.compile(
    r"[-_.]((?:I?Q\d(?:_[A-Z0-9]+)*)|MXFP4|NVFP4|BF16|F16|F32|TQ\d_\d)(?=$|[-_.])", re.IGNORECASE
)
_PRACTICE_STEM = "SmolLM2-135M-Instruct"
_MAGIC = b"GGUF"


class Place(StrEnum):
    """Where a model's file lies."""

    PRACTICE = "practice"
    FOLDER = "folder"
    IN_PLACE = "in place"


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model file; `format` is its quantization as the file's name tells it, or ""."""

    id: str
    name: str
    path: Path
    size_bytes: int
    format: str
    place: Place

    @property
    def is_practice(self) -> bool:
        """Whether it only proves that the app works, and what it makes is headed so."""
        # The same model in another format is no better for work.
        return self.place is Place.PRACTICE or self.path.stem.startswith(_PRACTICE_STEM)


class Library:
    """Finds models in the models folder, the starter's folder and wherever they were added."""

    def __init__(self, paths: Paths) -> None:
        self._folder = paths.models
        self._starter = paths.starter / PRACTICE_FILE
        self._list = JsonFile(paths.data / "models.json")

    def models(self) -> tuple[InstalledModel, ...]:
        """Returns the models whose files are there, the practice model last."""
        found: list[InstalledModel] = []
        ids: set[str] = {PRACTICE_ID}
        for place, candidates in (
            (Place.FOLDER, _model_files(self._folder)),
            (Place.IN_PLACE, self._in_place()),
        ):
            for path in candidates:
                if path.is_file():
                    found.append(_describe(path, place, ids))
        found.sort(key=lambda model: (model.is_practice, model.name.lower()))
        if self._starter.is_file():
            found.append(
                InstalledModel(
                    id=PRACTICE_ID,
                    name="Practice model",
                    path=self._starter,
                    size_bytes=self._starter.stat().st_size,
                    format="Q4_1",
                    place=Place.PRACTICE,
                )
            )
        return tuple(found)

    def find(self, wanted: str) -> InstalledModel:
        """Returns the model with an id, or the file at a path.

        Raises UnknownModel, FileMissing, FolderGiven, NotGguf.
        """
        for model in self.models():
            if wanted == model.id:
                return model
        path = Path(wanted).expanduser()
        if not (path.suffix.lower() == ".gguf" or path.exists() or os.sep in wanted):
            raise UnknownModel(model=wanted)
        _require_gguf(path)
        return self.known(path) or _describe(path.absolute(), Place.IN_PLACE, set())

    def choose(self, wanted: str) -> InstalledModel | None:
        """Returns the wanted model, else the first for work, else the practice model, if any."""
        models = self.models()
        for model in models:
            if model.id == wanted:
                return model
        return models[0] if models else None

    def known(self, path: Path) -> InstalledModel | None:
        """Returns the model of the list that is this very file, whatever the way to it."""
        for model in self.models():
            with contextlib.suppress(OSError):
                if model.path.samefile(path):
                    return model
        return None

    def add_in_place(self, path: Path) -> InstalledModel:
        """Remembers a file where it lies. Raises FileMissing, FolderGiven, NotGguf."""
        _require_gguf(path)
        known = [str(entry) for entry in self._in_place()]
        if str(path.absolute()) not in known:
            self._store([*known, str(path.absolute())])
        return next(model for model in self.models() if model.path == path.absolute())

    def forget(self, model: InstalledModel) -> None:
        """Takes a model that was added in place off the list; its file stays."""
        self._store([str(path) for path in self._in_place() if path != model.path])

    def delete(self, model: InstalledModel) -> None:
        """Deletes a model of the app's own folder, all its files. Raises ModelUndeletable."""
        if model.place is not Place.FOLDER:
            raise Invariant(details="only files of the models folder are deleted")
        try:
            for path in parts_of(model.path):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise ModelUndeletable(name=model.path.name, why=error.strerror) from None

    def _in_place(self) -> list[Path]:
        stored = self._list.load()
        paths = stored.get("in_place") if isinstance(stored, dict) else None
        if not isinstance(paths, list):
            return []
        return [Path(path) for path in paths if isinstance(path, str)]

    def _store(self, paths: list[str]) -> None:
        self._list.store({"in_place": paths})


def _model_files(folder: Path) -> Iterable[Path]:
    """Returns the model files of a folder; of a divided model its first file alone."""
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.rglob("*.gguf")
        if part_of(path)[0] == 1 and not path.name.startswith((".", "mmproj"))
    )


def _describe(path: Path, place: Place, ids: set[str]) -> InstalledModel:
    stem = stem_of(path)
    match = _FORMAT.search(stem)
    name = _FORMAT.sub("", stem) if match else stem
    base = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "model"
    number, chosen = 2, base
    while chosen in ids:
        number, chosen = number + 1, f"{base}-{number}"
    ids.add(chosen)
    return InstalledModel(
        id=chosen,
        name=name.replace("_", " ").replace("-", " "),
        path=path,
        size_bytes=sum(part.stat().st_size for part in parts_of(path) if part.is_file()),
        format=match.group(1).upper() if match else "",
        place=place,
    )


def _require_gguf(path: Path) -> None:
    if path.is_dir():
        raise FolderGiven(name=path.name)
    if not path.is_file():  # nor a pipe, which would keep us waiting for ever
        raise FileMissing(name=path.name)
    try:
        with path.open("rb") as file:
            if file.read(4) != _MAGIC:
                raise NotGguf(name=path.name)
    except OSError:
        raise FileMissing(name=path.name) from None
