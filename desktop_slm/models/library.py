"""The models on this computer: which files, under which ids, and where they lie.

Files are looked at from outside only (name, size); what is in them is read in a child.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from desktop_slm import policy
from desktop_slm.errors import (
    FileMissing,
    FolderGiven,
    NameEmpty,
    NotGguf,
    UnknownModel,
)
from desktop_slm.gguf.parts import part_of, parts_of, stem_of
from desktop_slm.models import quantization
from desktop_slm.models.json_file import JsonFile
from desktop_slm.models.records import Record, Records
from desktop_slm.paths import Paths

PRACTICE_ID = "practice"
PRACTICE_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
PRACTICE_BYTES = 98_362_432
# The fingerprint that `dev.py` pins too; a test compares them.
PRACTICE_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
TRASH_FOLDER = ".trash"
MOST_NAME = 80
_PRACTICE_STEM = "SmolLM2-135M-Instruct"
_MAGIC = b"GGUF"


class Place(StrEnum):
    """Where a model's file lies."""

    PRACTICE = "practice"
    FOLDER = "folder"
    IN_PLACE = "in place"


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model file; `format` is its quantization as the file's name tells it, or "".

    `used_at` is when it was last loaded, where anybody knows; two values of one file are equal
    whenever that was.
    """

    id: str
    name: str
    path: Path
    size_bytes: int
    format: str
    place: Place
    used_at: datetime | None = field(default=None, compare=False)

    @property
    def is_practice(self) -> bool:
        """Whether it only proves that the app works, and what it makes is headed so."""
        # The same model in another format is no better for work, nor is it under another name:
        # that another one has just as many bytes is next to impossible, and reading it takes time.
        return (
            self.place is Place.PRACTICE
            or self.path.stem.startswith(_PRACTICE_STEM)
            or self.size_bytes == PRACTICE_BYTES
        )


@dataclass(frozen=True, slots=True)
class Vanished:
    """A model that was on the list and whose file is no longer where it was."""

    name: str
    path: Path
    is_in_place: bool


class Library:
    """Finds models in the models folder, the starter's folder and wherever they were added.

    Any thread may call; nothing is kept in memory, so that the terminal and the window agree.
    """

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._starter = paths.starter / PRACTICE_FILE
        self._records = Records(paths)

    @property
    def folder(self) -> Path:
        """The models folder of now."""
        return self._paths.models

    def models(self) -> tuple[InstalledModel, ...]:
        """Returns the models whose files are there, the practice model last."""
        records = self._records.load()
        found: list[InstalledModel] = []
        ids: set[str] = {PRACTICE_ID}
        for place, candidates in (
            (Place.FOLDER, self._in_folders()),
            (Place.IN_PLACE, [path for path, each in records.items() if each.is_in_place]),
        ):
            for path in candidates:
                # A file of the folder may have been on the list before it came there.
                is_new = all(model.path != path for model in found)
                if is_new and path.is_file():
                    found.append(_describe(path, place, ids, records.get(path, Record())))
        found.sort(key=lambda model: (model.is_practice, model.name.lower()))
        if self._starter.is_file():
            found.append(self._practice(records.get(self._starter, Record())))
        return tuple(found)

    def vanished(self) -> tuple[Vanished, ...]:
        """Returns the models that somebody added, named, verified or used and that are gone.

        What the person removed in the app is not among them.
        """
        removed, folders = set(self._removed()), self._folders()
        records = self._records.load()
        verified = JsonFile(self._paths.data / "verified.json").load()
        if isinstance(verified, dict):
            records = {**{Path(path): Record() for path in verified}, **records}
        return tuple(
            Vanished(record.name or _name_and_format(path)[0], path, record.is_in_place)
            for path, record in records.items()
            if record.is_in_place or any(path.is_relative_to(folder) for folder in folders)
            if path not in removed and not path.is_file()
        )

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
        require_gguf(path)
        return self.known(path) or _describe(path.absolute(), Place.IN_PLACE, set(), Record())

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

    def add_in_place(self, path: Path, name: str = "") -> InstalledModel:
        """Remembers a file where it lies. Raises FileMissing, FolderGiven, NotGguf."""
        require_gguf(path)
        path = path.absolute()
        self._records.change(path, is_in_place=True, **({"name": clean_name(name)} if name else {}))
        return next(model for model in self.models() if model.path == path)

    def forget(self, model: InstalledModel) -> None:
        """Takes a model that was added in place off the list; its file stays."""
        self._records.change(model.path, is_in_place=False)

    def drop(self, path: Path) -> None:
        """Forgets all that is noted of a file, as once it is erased or taken off the list."""
        self._records.drop(path)

    def rename(self, model: InstalledModel, name: str, sha256: str = "") -> None:
        """Shows a model under another name; "" gives it its file's name again.

        The file keeps its name. Where the fingerprint is known the name is noted for that, too, so
        that the same file has it wherever it comes again. Raises NameEmpty.
        """
        cleaned = clean_name(name)
        if name.strip() and not any(letter.isalnum() for letter in cleaned):
            raise NameEmpty
        self._records.change(model.path, name=cleaned)
        if sha256:
            self._records.name_hash(sha256, cleaned)

    def recall(self, model: InstalledModel, sha256: str) -> None:
        """Gives a model the name that a person gave this very file, where it has none yet."""
        name = self._records.name_of(sha256)
        if name and not self._records.load().get(model.path, Record()).name:
            self._records.change(model.path, name=name)

    def declined(self) -> frozenset[Path]:
        """Returns the models of other apps that are not to be offered again."""
        return self._records.declined()

    def decline(self, paths: Iterable[Path]) -> None:
        """Notes models of other apps that the person does not want."""
        self._records.decline(paths)

    def note_use(self, path: Path, at: datetime) -> None:
        """Notes that a model was loaded."""
        if any(model.path == path for model in self.models()):
            self._records.change(path, used_at=at)

    def found_again(self, old: Path, new: Path) -> None:
        """Moves what is noted of a file to where the person found it."""
        self._records.replace(lambda path: new if path == old else path)

    def moved(self, source: Path, target: Path) -> None:
        """Moves what is noted of the files of one folder to another."""
        self._records.replace(lambda path: rebased(path, source, target))

    def _practice(self, record: Record) -> InstalledModel:
        return InstalledModel(
            id=PRACTICE_ID,
            name="Practice model",
            path=self._starter,
            size_bytes=self._starter.stat().st_size,
            format="Q4_1",
            place=Place.PRACTICE,
            used_at=record.used_at,
        )

    def _in_folders(self) -> Iterable[Path]:
        """Returns the files of the models folder; of both folders while it is being moved."""
        seen: set[Path] = set()
        for folder in self._folders():
            for path in _model_files(folder):
                inner = path.relative_to(folder)
                if inner not in seen:  # a copy that is there already is the same model
                    seen.add(inner)
                    yield path

    def _folders(self) -> list[Path]:
        folders = [self._paths.models]
        stored = JsonFile(self._paths.models_move).load()
        if isinstance(stored, dict):
            others = (stored.get("source"), stored.get("target"))
            folders += [Path(each) for each in others if isinstance(each, str) and each]
        shared = policy.current().models_folder
        return list(dict.fromkeys([*folders, shared] if shared else folders))

    def _removed(self) -> Iterable[Path]:
        """Returns where the models that are in the trash were."""
        trash = self._paths.models / TRASH_FOLDER
        for origin in trash.glob("*/origin.json") if trash.is_dir() else ():
            stored = JsonFile(origin).load()
            if isinstance(stored, dict) and isinstance(stored.get("path"), str):
                yield Path(stored["path"])


def rebased(path: Path, source: Path, target: Path) -> Path:
    """Returns a path inside one folder as the same path inside another; others as they are."""
    return target / path.relative_to(source) if path.is_relative_to(source) else path


def clean_name(name: str) -> str:
    """Returns a name on one line, of printable characters and of a bearable length."""
    printable = "".join(c if c.isprintable() else " " for c in name)
    return " ".join(printable.split())[:MOST_NAME].strip()


def _model_files(folder: Path) -> Iterable[Path]:
    """Returns the model files of a folder; of a divided model its first file alone."""
    found: list[Path] = []
    # Unlike `Path.rglob`, which fails where a folder is removed while it looks.
    for inner, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(inner, name) for name in names if _is_model(name)]
    return sorted(found)


def _is_model(name: str) -> bool:
    is_other = name.startswith((".", "mmproj"))
    return name.endswith(".gguf") and not is_other and part_of(Path(name))[0] == 1


def _describe(path: Path, place: Place, ids: set[str], record: Record) -> InstalledModel:
    name, format_ = _name_and_format(path)
    # A file without an honest name, as another app's blob, has its id from the name it was given.
    stem = path.stem if path.suffix.lower() == ".gguf" or not record.name else record.name
    base = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "model"
    number, chosen = 2, base
    while chosen in ids:
        number, chosen = number + 1, f"{base}-{number}"
    ids.add(chosen)
    return InstalledModel(
        id=chosen,
        name=record.name or name,
        path=path,
        size_bytes=sum(part.stat().st_size for part in parts_of(path) if part.is_file()),
        format=format_,
        place=place,
        used_at=record.used_at,
    )


def _name_and_format(path: Path) -> tuple[str, str]:
    """Returns the model's name and its format as its file's name tells them."""
    stem = stem_of(path)
    name = quantization.without_format(stem)
    return name.replace("_", " ").replace("-", " "), quantization.of_name(stem)


def require_gguf(path: Path) -> None:
    """Raises FileMissing, FolderGiven or NotGguf where a file does not begin as a model does."""
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
