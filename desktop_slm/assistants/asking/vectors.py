"""Vectors of texts from an embedding model, where one is installed; in an engine of its own."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from desktop_slm.engine.client import Engine
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import ContextFull, DesktopSlmError
from desktop_slm.models.facts import FileKind
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel

# What is left of a text that is too long, below its exact share: tokens are not letters.
_SHARE = 0.8
_LEAST_CHARACTERS = 64


class Vectors(Protocol):
    """What makes vectors; leaving a `with` gives its memory back."""

    def __enter__(self) -> Vectors: ...

    def __exit__(self, *_ended: object) -> None: ...

    def of(self, texts: Sequence[str]) -> list[array[float]]:
        """Returns a vector of length 1 for each text. Raises the engine's errors."""


class ModelVectors:
    """Vectors of one embedding model; it is loaded when it is first asked."""

    def __init__(self, model: InstalledModel, start_engine: Callable[[], Engine] = Engine) -> None:
        self._model = Model(model.path)
        self._start_engine = start_engine
        self._engine: Engine | None = None

    def __enter__(self) -> ModelVectors:
        return self

    def __exit__(self, *_ended: object) -> None:
        if self._engine is not None:
            self._engine.unload()
            self._engine = None

    def of(self, texts: Sequence[str]) -> list[array[float]]:
        """Returns a vector for each text; of one that is too long, that of its beginning."""
        if self._engine is None:
            self._engine = self._start_engine()
        self._engine.load(self._model)
        try:
            return self._engine.embed(texts)
        except ContextFull as error:
            if len(texts) > 1:
                return [self.of([text])[0] for text in texts]
            return self.of([_beginning(texts[0], error)])


def installed(models: Iterable[InstalledModel], inspection: Inspection) -> InstalledModel | None:
    """Returns the smallest embedding model among those installed, or None. Blocks."""
    for model in sorted(models, key=lambda model: model.size_bytes):
        try:
            if inspection.facts(model.path).kind is FileKind.EMBEDDING:
                return model
        except DesktopSlmError:
            continue  # a file that cannot be looked at is none to ask
    return None


def _beginning(text: str, error: ContextFull) -> str:
    needed, room = int(str(error.fields["needed_tokens"])), int(str(error.fields["context_tokens"]))
    length = int(len(text) * room / needed * _SHARE)
    if length < _LEAST_CHARACTERS or length >= len(text):
        raise error
    return text[:length]
