"""Looks for models of other apps in all their places; nothing is added, changed or copied."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from desktop_slm.gguf.parts import parts_of
from desktop_slm.models.other_apps import gpt4all, hub_cache, jan, lm_studio, ollama
from desktop_slm.models.other_apps.found import FoundModel, Surroundings

_APPS = (ollama.find, lm_studio.find, jan.find, gpt4all.find, hub_cache.find)


def here() -> Surroundings:
    """Returns where to look on this computer."""
    return Surroundings(Path.home(), dict(os.environ), sys.platform)


def search(surroundings: Surroundings, known: Iterable[Path] = ()) -> tuple[FoundModel, ...]:
    """Returns the models of other apps whose files are not among `known`, each file once."""
    seen = {identity for path in known if (identity := _identity(path)) is not None}
    found: list[FoundModel] = []
    for find in _APPS:
        for model in find(surroundings):
            identity = _identity(model.path)
            if identity is not None and identity not in seen:
                seen.add(identity)
                found.append(replace(model, size_bytes=_size_bytes(model)))
    return tuple(found)


def _size_bytes(model: FoundModel) -> int:
    """Returns how much a found model takes."""
    return sum(path.stat().st_size for path in parts_of(model.path) if path.is_file())


def _identity(path: Path) -> tuple[int, int] | None:
    """Returns what tells a file apart, whatever the way to it."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
