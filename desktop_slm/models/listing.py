"""What a repository's files are, by their names: models with all their files, and the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from desktop_slm.gguf.parts import parts_of, stem_of
from desktop_slm.models import quantization
from desktop_slm.models.prospect import Use
from desktop_slm.models.remote import RemoteFile, Repository

_PROJECTOR = re.compile(r"(?:^|[-_.])mmproj(?=$|[-_.])", re.IGNORECASE)
_CALIBRATION = re.compile(r"(?:^|[-_.])imatrix(?=$|[-_.])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listed:
    """A model with all its files, the first of a divided one first, or a file that is none.

    `use` is TEXT where its name says nothing else. Of files with one `family` the names differ in
    the format alone: they are one model, and what the header of one says holds for all.
    """

    files: tuple[RemoteFile, ...]
    use: Use
    format: str
    family: str
    missing: int = 0

    @property
    def first(self) -> RemoteFile:
        """The file whose header tells what the model is."""
        return self.files[0]

    @property
    def name(self) -> str:
        """The name of the model's file, whatever the parts of a divided one are called."""
        path = PurePosixPath(self.first.file)
        return str(path.with_name(f"{stem_of(Path(path.name))}{path.suffix}"))

    @property
    def size_bytes(self) -> int:
        """How large all files are."""
        return sum(file.size_bytes for file in self.files)


def of(repository: Repository) -> tuple[Listed, ...]:
    """Returns what a repository holds: models by size, then the files that are none."""
    by_name = {file.file: file for file in repository.files}
    found: dict[str, Listed] = {}
    for file in repository.files:
        names = [each.as_posix() for each in parts_of(Path(file.file))]
        if names[0] not in found:
            found[names[0]] = _listed([by_name[name] for name in names if name in by_name], names)
    return tuple(
        sorted(found.values(), key=lambda each: (each.use is not Use.TEXT, each.size_bytes))
    )


def _listed(files: list[RemoteFile], names: list[str]) -> Listed:
    path = PurePosixPath(names[0])
    stem = stem_of(Path(path.name))
    format_ = quantization.of_name(stem)
    missing = len(names) - len(files)
    return Listed(
        tuple(files),
        _use(stem, format_, missing),
        format_,
        quantization.without_format(stem).casefold(),
        missing,
    )


def _use(stem: str, format_: str, missing: int) -> Use:
    if _PROJECTOR.search(stem):
        return Use.PROJECTOR
    if _CALIBRATION.search(stem):
        return Use.CALIBRATION
    if missing:
        return Use.INCOMPLETE
    return Use.OLD_FORMAT if format_ in quantization.GIVEN_UP else Use.TEXT
