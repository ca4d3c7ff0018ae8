"""Takes files of the person's onto the list of models, once they are seen to be ones that write.

Where a file lies, as a copy, moved or linked, as the person chose. A divided model comes whole or
not at all, and whatever goes wrong, the original is as it was.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from desktop_slm.errors import (
    AdapterGiven,
    CarriedDiffers,
    EmbeddingGiven,
    LaterPartGiven,
    LinkRefused,
    ModelError,
    ModelUndeletable,
    PartMissing,
    ProjectorGiven,
    SameModelThere,
)
from desktop_slm.gguf.parts import part_of, parts_of, stem_of
from desktop_slm.models import copying, twins
from desktop_slm.models.copying import Meter, Progress
from desktop_slm.models.facts import FileKind
from desktop_slm.models.fingerprint import sha256
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel, Library, Place
from desktop_slm.models.places import remove_empty_folders
from desktop_slm.models.verification import Verifications

_REFUSED: dict[FileKind, type[ModelError]] = {
    FileKind.ADAPTER: AdapterGiven,
    FileKind.PROJECTOR: ProjectorGiven,
    FileKind.EMBEDDING: EmbeddingGiven,
}


class Way(StrEnum):
    """What becomes of a file that is added."""

    IN_PLACE = "in place"
    COPY = "copy"
    MOVE = "move"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Given:
    """A file to add; `name` and the `fingerprints` of its parts where a list tells them.

    `claimed` is what another app says that the model's fingerprint is: the first verification
    compares it, and adding does not read the file for that.
    """

    path: Path
    name: str = ""
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    claimed: str = ""

    @property
    def parts(self) -> tuple[Path, ...]:
        """All files of the model."""
        return parts_of(self.path)

    @property
    def sha256(self) -> str:
        """The model's fingerprint as `Verifications` writes it, or "" where a part has none."""
        known = [self.fingerprints.get(path.name, "") for path in self.parts]
        return " ".join(known) if all(known) else ""

    def size_bytes(self) -> int:
        """Returns how much the files take that are there."""
        return sum(path.stat().st_size for path in self.parts if path.is_file())


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a file: its model, and whether it is new on the list."""

    model: InstalledModel
    is_new: bool


@dataclass(frozen=True)
class Adding:
    """Adds files. Blocks, for as long as copying takes; `on_progress` may raise to end it."""

    library: Library
    inspection: Inspection
    verifications: Verifications

    def add(
        self,
        given: Given,
        way: Way = Way.IN_PLACE,
        on_progress: Callable[[Progress], object] = lambda progress: None,
    ) -> Added:
        """Returns the file's model.

        Raises what `Inspection.facts` raises; AdapterGiven, ProjectorGiven, EmbeddingGiven,
        LaterPartGiven, PartMissing, SameModelThere, LinkRefused, CarriedDiffers, and what
        `copying.copy` raises.
        """
        known = self.library.known(given.path)
        if known is not None and (way is Way.IN_PLACE or known.place is not Place.IN_PLACE):
            return Added(known, is_new=False)
        require_usable(self.inspection, given.path)
        listed = [model for model in self.library.models() if model != known]
        twin = twins.find(given.path, listed, self.verifications, on_progress)
        if twin is not None:
            raise SameModelThere(name=given.path.name, known=twin.name)
        model = self._bring(given, way, on_progress)
        if known is not None:  # it was on the list where it lay
            self.library.drop(known.path)
            self.verifications.forget(known)
        if given.name and given.name != model.name:
            self.library.rename(model, given.name)
        elif (verified := self.verifications.last(model)) is not None:
            self.library.recall(model, verified.sha256)
        return Added(self.library.known(model.path) or model, is_new=True)

    def _bring(
        self, given: Given, way: Way, on_progress: Callable[[Progress], object]
    ) -> InstalledModel:
        targets = free_places(self.library.folder, given.path)
        is_copied = way is Way.COPY or (way is Way.MOVE and not self._can_rename(given))
        if is_copied:
            found = self._copy(given, targets, on_progress)
        else:
            found = _compare(given, on_progress)
        if way is Way.IN_PLACE:
            model = self.library.add_in_place(given.path, given.name)
        else:
            if way is Way.LINK:
                _link(given, targets, self.library.folder)
            elif not is_copied:
                _rename(given.parts, targets, self.library.folder)
            model = next(each for each in self.library.models() if each.path == targets[0])
        if found:
            self.verifications.note(model, found, is_compared=bool(given.sha256))
        elif given.claimed:
            self.verifications.expect(model, given.claimed)
        if way is Way.MOVE and is_copied:
            _remove_originals(given.parts)
        return model

    def _can_rename(self, given: Given) -> bool:
        # A symbolic link that is renamed points to nowhere, or to a file that is not moved.
        is_plain = not any(path.is_symlink() for path in given.parts)
        return is_plain and copying.is_same_disk(given.path, self.library.folder)

    def _copy(
        self,
        given: Given,
        targets: tuple[Path, ...],
        on_progress: Callable[[Progress], object],
    ) -> str:
        size = given.size_bytes()
        copying.require_room(self.library.folder, size)
        meter = Meter(copying.READINGS * size, on_progress)
        return _copy(given, targets, self.library.folder, meter)


def require_usable(inspection: Inspection, path: Path) -> None:
    """Raises where the file is no model for chat and summaries, see `Adding.add`."""
    part, parts = part_of(path)
    if part > 1:
        raise LaterPartGiven(name=path.name, part=part, parts=parts)
    facts = inspection.facts(path)
    if facts.kind in _REFUSED:
        raise _REFUSED[facts.kind](name=path.name)
    missing = max(facts.parts, parts) - sum(each.is_file() for each in parts_of(path))
    if missing > 0:
        raise PartMissing(name=path.name, parts=max(facts.parts, parts), missing=missing)


def free_places(folder: Path, path: Path) -> tuple[Path, ...]:
    """Returns where the files of a model can go in a folder without meeting others."""
    name = path.name if path.suffix.lower() == ".gguf" else f"{path.name}.gguf"
    number, place = 1, folder / name
    while any(os.path.lexists(part) for part in parts_of(place)):
        number += 1
        place = folder / f"{stem_of(path)} {number}" / name
    return parts_of(place)


def _compare(given: Given, on_progress: Callable[[Progress], object]) -> str:
    """Reads a file that stays as it is, where its list tells the fingerprint."""
    if not given.sha256:
        return ""
    meter = Meter(given.size_bytes(), on_progress)
    for path in given.parts:
        meter.begin(path.name)
        _require_same(path, sha256(path, meter.add), given.fingerprints[path.name])
    return given.sha256


def _require_same(path: Path, found: str, wanted: str) -> None:
    if found != wanted:
        raise CarriedDiffers(name=path.name, found=found, wanted=wanted)


def _link(given: Given, targets: tuple[Path, ...], folder: Path) -> None:
    made: list[Path] = []
    try:
        targets[0].parent.mkdir(parents=True, exist_ok=True)
        for source, target in zip(given.parts, targets, strict=True):
            _link_one(source, target)
            made.append(target)
    except OSError as error:
        _undo(made, folder)
        why = error.strerror or type(error).__name__
        raise LinkRefused(name=given.path.name, why=why) from None


def _link_one(source: Path, target: Path) -> None:
    """Makes a hard link, which outlives the original's name; on another disk a symbolic one."""
    original = source.resolve()
    try:
        os.link(original, target)
    except OSError:
        target.symlink_to(original)


def _rename(sources: tuple[Path, ...], targets: tuple[Path, ...], folder: Path) -> None:
    moved: list[tuple[Path, Path]] = []
    try:
        targets[0].parent.mkdir(parents=True, exist_ok=True)
        for source, target in zip(sources, targets, strict=True):
            source.rename(target)
            moved.append((source, target))
    except OSError as error:
        for source, target in reversed(moved):
            target.rename(source)
        remove_empty_folders(folder, targets[0].parent)
        why = error.strerror or type(error).__name__
        raise ModelUndeletable(name=sources[0].name, why=why) from None


def _copy(given: Given, targets: tuple[Path, ...], folder: Path, meter: Meter) -> str:
    made: list[Path] = []
    found: list[str] = []
    try:
        # The first file comes last: a divided model is on the list as soon as that is there.
        for source, target in reversed(list(zip(given.parts, targets, strict=True))):
            wanted = given.fingerprints.get(source.name, "")
            found.insert(0, copying.copy(source, target, meter, wanted=wanted))
            made.append(target)
    except BaseException:
        _undo(made, folder)
        remove_empty_folders(folder, targets[0].parent)
        raise
    return " ".join(found)


def _remove_originals(paths: Iterable[Path]) -> None:
    try:
        for path in paths:
            path.unlink()
    except OSError as error:
        # The copy is whole and on the list; the person may want to remove the original.
        raise ModelUndeletable(name=path.name, why=error.strerror) from None


def _undo(made: Iterable[Path], folder: Path) -> None:
    for path in made:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        remove_empty_folders(folder, path.parent)
