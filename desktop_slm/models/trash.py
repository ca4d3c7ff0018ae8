"""Models that were removed and can still come back: moved aside inside the models folder.

A removal is a rename, so it is instant and costs no room until it is erased: when the way back is
given up, or when the window closes, also for what a crash has left of an earlier time.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from desktop_slm.errors import (
    CopyFailed,
    Invariant,
    ModelThere,
    ModelUndeletable,
    TrashGone,
)
from desktop_slm.gguf.parts import parts_of
from desktop_slm.models.json_file import JsonFile
from desktop_slm.models.library import TRASH_FOLDER, InstalledModel, Library, Place
from desktop_slm.models.places import remove_empty_folders
from desktop_slm.paths import Paths


@dataclass(frozen=True, slots=True)
class Trashed:
    """A model that was removed: its name, where its first file was, and where all lie now."""

    name: str
    path: Path
    folder: Path


class Trash:
    """Takes models of the models folder, and gives them back. Blocks for a moment."""

    def __init__(self, paths: Paths, library: Library) -> None:
        self._paths = paths
        self._library = library

    def put(self, model: InstalledModel) -> Trashed:
        """Removes a model, all its files. Raises ModelUndeletable; it is whole then."""
        if model.place is not Place.FOLDER:
            raise Invariant(details="only files of the models folder are removed")
        folder = self._paths.models / TRASH_FOLDER / secrets.token_hex(8)
        parts = [path for path in parts_of(model.path) if os.path.lexists(path)]
        moved: list[tuple[Path, Path]] = []
        try:
            folder.mkdir(parents=True)
            # First where it was, then its files: after a kill between them all can be erased.
            JsonFile(folder / "origin.json").store({"path": str(model.path), "name": model.name})
            for path in parts:
                path.rename(folder / path.name)
                moved.append((path, folder / path.name))
        except OSError as error:
            for path, now in reversed(moved):
                now.rename(path)
            shutil.rmtree(folder, ignore_errors=True)
            raise ModelUndeletable(name=model.path.name, why=error.strerror) from None
        remove_empty_folders(self._paths.models, model.path.parent)
        return Trashed(model.name, model.path, folder)

    def restore(self, trashed: Trashed) -> None:
        """Brings a model back. Raises TrashGone, ModelThere, CopyFailed."""
        if not trashed.folder.is_dir():
            raise TrashGone(name=trashed.name)
        parts = [path for path in parts_of(trashed.path) if (trashed.folder / path.name).exists()]
        if not parts:
            raise TrashGone(name=trashed.name)
        for path in parts:
            if os.path.lexists(path):
                raise ModelThere(name=path.name)
        try:
            trashed.path.parent.mkdir(parents=True, exist_ok=True)
            for path in parts:
                (trashed.folder / path.name).rename(path)
        except OSError as error:
            raise CopyFailed(name=trashed.name, why=error.strerror) from None
        shutil.rmtree(trashed.folder, ignore_errors=True)
        self._remove_if_empty()

    def erase(self, trashed: Trashed) -> None:
        """Erases a removed model for good. Raises ModelUndeletable; it is tried again later."""
        self._drop(trashed.folder)
        try:
            shutil.rmtree(trashed.folder)
        except FileNotFoundError:
            return
        except OSError as error:
            raise ModelUndeletable(name=trashed.name, why=error.strerror) from None
        self._remove_if_empty()

    def erase_all(self) -> None:
        """Erases all that was removed, as at closing; what the system holds stays for now."""
        trash = self._paths.models / TRASH_FOLDER
        if not trash.is_dir():
            return
        for folder in trash.iterdir():
            self._drop(folder)
            shutil.rmtree(folder, ignore_errors=True)
        self._remove_if_empty()

    def _drop(self, folder: Path) -> None:
        """Forgets what is noted of a removed model, and erases files that a kill left behind."""
        stored = JsonFile(folder / "origin.json").load()
        path = stored.get("path") if isinstance(stored, dict) else None
        if not isinstance(path, str) or not Path(path).is_relative_to(self._paths.models):
            return
        first, *rest = parts_of(Path(path))
        if first.exists():
            return  # it was got anew since
        self._library.drop(first)
        if (folder / first.name).exists():
            for part in rest:
                with contextlib.suppress(OSError):
                    part.unlink(missing_ok=True)

    def _remove_if_empty(self) -> None:
        with contextlib.suppress(OSError):
            (self._paths.models / TRASH_FOLDER).rmdir()
