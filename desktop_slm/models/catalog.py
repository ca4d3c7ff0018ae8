"""The models that the app suggests and tells of: `resources/catalog.toml` as values.

What the file leaves out is not known: an empty text, or 0. It is the app's own file, so a mistake
in it is a defect, which a test finds.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from desktop_slm.gguf.tables import ARCHITECTURES
from desktop_slm.models.shape import Shape


class Kind(StrEnum):
    """What a model is for."""

    CHAT = "chat"
    EMBEDDING = "embedding"
    RERANKER = "reranker"


class Thinking(StrEnum):
    """Whether a model thinks in words before it answers."""

    NEVER = "never"
    SWITCH = "switch"  # it can be told to, or not to
    ALWAYS = "always"
    UNKNOWN = "unknown"


class Method(StrEnum):
    """How a model was made small."""

    SMALL = "small"
    DISTILLED = "distilled"
    PRUNED = "pruned"
    QUANTIZED = "quantized"
    QUANTIZATION_AWARE = "quantization-aware"
    EXPERTS = "mixture of experts"
    HYBRID = "hybrid"


@dataclass(frozen=True, slots=True)
class License:
    """A license: `is_free` says that it is Apache's or MIT's."""

    id: str
    name: str
    is_free: bool
    conditions: str
    url: str


@dataclass(frozen=True, slots=True)
class CatalogModel:
    """One file of one repository, and what is known of the model in it.

    `size_bytes` is exact only where `is_size_exact`; `sha256` and `revision` are "" where nobody
    knows them; `shape` is None where the layers are not known.
    """

    id: str
    name: str
    publisher: str
    family: str
    kind: Kind
    repo: str
    revision: str
    file: str
    size_bytes: int
    is_size_exact: bool
    sha256: str
    format: str
    license: License
    architecture: str
    parameters: int
    active_parameters: int
    context_tokens: int
    languages: tuple[str, ...]
    good_for: str
    thinking: Thinking
    made: tuple[Method, ...]
    made_how: str
    shape: Shape | None
    superseded_by: str
    specialty: str
    caution: str

    @property
    def is_runnable(self) -> bool:
        """Whether this build of the engine knows the architecture."""
        return self.architecture in ARCHITECTURES

    @property
    def is_offered(self) -> bool:
        """Whether it may be among the choices: a current model for all kinds of text."""
        is_current = not (self.superseded_by or self.specialty or self.caution)
        return self.kind is Kind.CHAT and is_current and self.is_runnable


@dataclass(frozen=True, slots=True)
class Catalog:
    """All models, in the order of the file."""

    models: tuple[CatalogModel, ...]

    def find(self, wanted: str) -> CatalogModel | None:
        """Returns the model with an id or the name of its file, however it is written."""
        plain = wanted.strip().casefold()
        for model in self.models:
            if plain in (model.id, model.file.casefold()):
                return model
        return None


@cache
def load() -> Catalog:
    """Returns the app's catalog. Reads a file of 40 kB once."""
    file = resources.files("desktop_slm.resources") / "catalog.toml"
    return parse(file.read_text(encoding="utf-8"))


def parse(text: str) -> Catalog:
    """Returns the catalog that a text holds. Raises KeyError, TypeError, ValueError."""
    values = tomllib.loads(text)
    licenses = {id_: License(id=id_, **each) for id_, each in values["license"].items()}
    return Catalog(tuple(_model(each, licenses) for each in values["model"]))


def _model(values: Mapping[str, Any], licenses: Mapping[str, License]) -> CatalogModel:
    known = dict(values)
    is_exact = "bytes" in known
    size = known.pop("bytes") if is_exact else known.pop("bytes_about")
    shape = known.pop("shape", None)
    known.setdefault("active_parameters", known["parameters"])
    for name in ("revision", "sha256", "superseded_by", "specialty", "caution"):
        known.setdefault(name, "")
    known.setdefault("context_tokens", 0)
    return CatalogModel(
        **{
            **known,
            "kind": Kind(known["kind"]),
            "thinking": Thinking(known["thinking"]),
            "made": tuple(Method(each) for each in known["made"]),
            "languages": tuple(known["languages"]),
            "license": licenses[known["license"]],
            "shape": Shape(**shape) if shape else None,
            "size_bytes": size,
            "is_size_exact": is_exact,
        }
    )
