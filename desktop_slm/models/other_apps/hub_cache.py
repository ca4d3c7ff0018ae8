"""The hub's cache: `models--<owner>--<name>/snapshots/<commit>/<file>` are links to blobs.

The folder is HF_HUB_CACHE, else HF_HOME/hub, else `huggingface/hub` in the cache of the person
(https://huggingface.co/docs/huggingface_hub/guides/manage-cache). A blob of a large file has its
SHA-256 as its name. The link is used and not the blob: it has the honest name, and those of a
divided model lie side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from desktop_slm.gguf.parts import parts_of
from desktop_slm.models.other_apps.found import FoundModel, Surroundings, absolute, model_files

NAME = "Hugging Face"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DEPTH = 3
_MOST_REPOS = 2000


def find(surroundings: Surroundings) -> Iterator[FoundModel]:
    """Returns the models of the cache, the newest snapshot of each first."""
    for folder in dict.fromkeys(_folders(surroundings)):
        for snapshot in _snapshots(folder):
            for path in model_files(snapshot, _DEPTH):
                if all(part.is_file() for part in parts_of(path)):
                    yield FoundModel(NAME, path, sha256=_fingerprint(path))


def _folders(surroundings: Surroundings) -> Iterator[Path]:
    variables = surroundings.environment
    named = variables.get("HF_HUB_CACHE") or variables.get("HUGGINGFACE_HUB_CACHE")
    home = absolute(variables.get("HF_HOME"))
    chosen = absolute(named) or (home / "hub" if home else None)
    if chosen is not None:
        yield chosen
    yield surroundings.folder("XDG_CACHE_HOME", ".cache") / "huggingface" / "hub"


def _snapshots(folder: Path) -> Iterator[Path]:
    try:
        repos = sorted(folder.glob("models--*"))[:_MOST_REPOS]
        for repo in repos:
            made = [path for path in repo.glob("snapshots/*") if path.is_dir()]
            yield from sorted(made, key=lambda path: path.stat().st_mtime, reverse=True)
    except OSError:
        return


def _fingerprint(path: Path) -> str:
    """Returns the SHA-256 that the blobs' names tell, of all parts, or ""."""
    names = [part.resolve().name for part in parts_of(path)]
    return " ".join(names) if all(_SHA256.fullmatch(name) for name in names) else ""
