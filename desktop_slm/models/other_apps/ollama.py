"""Ollama: manifests name blobs, and the blob of a model layer is a GGUF file under its SHA-256.

`manifests/<host>/<namespace>/<model>/<tag>` is JSON with `layers`; a layer of the media type
`application/vnd.ollama.image.model` has a `digest`, whose file is `blobs/sha256-<hex>`. Folders:
OLLAMA_MODELS, `~/.ollama/models` on all systems, and on Linux that of the service's own user
(https://docs.ollama.com/faq, "Where are models stored?").
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from desktop_slm.models.other_apps.found import (
    FoundModel,
    Surroundings,
    absolute,
    is_large,
    read_json,
)

NAME = "Ollama"
_MODEL_LAYER = "application/vnd.ollama.image.model"
_DIGEST = re.compile(r"sha256[:-]([0-9a-f]{64})")
_MOST_MANIFESTS = 2000
_OWN_HOST, _OWN_NAMESPACE = "registry.ollama.ai", "library"
_LEVELS = 4  # host, namespace, model, tag


def find(surroundings: Surroundings) -> Iterator[FoundModel]:
    """Returns the models of every folder of Ollama's."""
    for folder in _folders(surroundings):
        for manifest in _manifests(folder / "manifests"):
            found = _model(folder, manifest)
            if found is not None:
                yield found


def _folders(surroundings: Surroundings) -> Iterator[Path]:
    named = absolute(surroundings.environment.get("OLLAMA_MODELS"))
    if named is not None:
        yield named
    yield surroundings.home / ".ollama" / "models"
    if surroundings.system.startswith("linux"):
        yield surroundings.root / "usr" / "share" / "ollama" / ".ollama" / "models"
        yield surroundings.root / "var" / "lib" / "ollama" / "models"
        yield surroundings.root / "var" / "lib" / "ollama" / ".ollama" / "models"


def _manifests(folder: Path) -> Iterator[Path]:
    seen = 0
    for inner, folders, names in os.walk(folder):
        level = len(Path(inner).relative_to(folder).parts)
        folders[:] = sorted(folders) if level < _LEVELS - 1 else []
        if level != _LEVELS - 1:
            continue
        for name in sorted(names):
            seen += 1
            if seen > _MOST_MANIFESTS:
                return
            yield Path(inner, name)


def _model(folder: Path, manifest: Path) -> FoundModel | None:
    layers = read_json(manifest).get("layers")
    weights = [
        digest[1]
        for layer in (layers if isinstance(layers, list) else ())
        if isinstance(layer, dict) and layer.get("mediaType") == _MODEL_LAYER
        if isinstance(layer.get("digest"), str) and (digest := _DIGEST.fullmatch(layer["digest"]))
    ]
    if len(weights) != 1:  # of several files only Ollama knows how they belong together
        return None
    blob = folder / "blobs" / f"sha256-{weights[0]}"
    if not is_large(blob):
        return None
    return FoundModel(NAME, blob, _shown_name(folder / "manifests", manifest), weights[0])


def _shown_name(manifests: Path, manifest: Path) -> str:
    """Returns the name as Ollama shows it: "llama3.2:3b", with whose it is where it is not its."""
    host, namespace, model, tag = manifest.relative_to(manifests).parts
    parts = [] if host == _OWN_HOST else [host]
    parts += [] if namespace == _OWN_NAMESPACE and not parts else [namespace]
    return "/".join([*parts, f"{model}:{tag}"])
