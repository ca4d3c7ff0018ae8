"""Takes a file of the person's onto the list of models, once it is seen to be one that writes."""

from __future__ import annotations

from pathlib import Path

from desktop_slm.errors import (
    AdapterGiven,
    EmbeddingGiven,
    LaterPartGiven,
    ModelError,
    PartMissing,
    ProjectorGiven,
)
from desktop_slm.gguf.parts import part_of, parts_of
from desktop_slm.models.facts import FileKind
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel, Library

_REFUSED: dict[FileKind, type[ModelError]] = {
    FileKind.ADAPTER: AdapterGiven,
    FileKind.PROJECTOR: ProjectorGiven,
    FileKind.EMBEDDING: EmbeddingGiven,
}


def add_in_place(library: Library, inspection: Inspection, path: Path) -> InstalledModel:
    """Adds the file where it lies and returns its model.

    Raises what `Inspection.facts` raises, and AdapterGiven, ProjectorGiven, EmbeddingGiven,
    LaterPartGiven, PartMissing.
    """
    require_usable(inspection, path)
    return library.add_in_place(path)


def require_usable(inspection: Inspection, path: Path) -> None:
    """Raises where the file is no model for chat and summaries, see `add_in_place`."""
    part, parts = part_of(path)
    if part > 1:
        raise LaterPartGiven(name=path.name, part=part, parts=parts)
    facts = inspection.facts(path)
    if facts.kind in _REFUSED:
        raise _REFUSED[facts.kind](name=path.name)
    missing = max(facts.parts, parts) - sum(each.is_file() for each in parts_of(path))
    if missing > 0:
        raise PartMissing(name=path.name, parts=max(facts.parts, parts), missing=missing)
