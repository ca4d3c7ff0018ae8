"""The seam between the product and the engine: what the product needs of it, and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Protocol

from desktop_slm.engine.protocol import (
    Event,
    Finished,
    Loading,
    LoadRequest,
    ModelFacts,
    Request,
    Segment,
)


@dataclass(frozen=True, slots=True)
class Model:
    """Which file to run and how; equal values need no reload."""

    path: Path
    adapters: tuple[Path, ...] = ()
    context_tokens: int = 0
    threads: int = 0
    gpu_layers: int = -1
    parallel: int = 0
    batch_tokens: int = 0
    kv_type: str = "f16"
    flash_attention: str = "auto"
    lookup: bool = True

    def to_request(self) -> LoadRequest:
        """Returns the request that loads it."""
        values = {item.name: getattr(self, item.name) for item in fields(self)}
        adapters = tuple(map(str, self.adapters))
        return LoadRequest(**{**values, "path": str(self.path), "adapters": adapters})


class TextAnswer(Protocol):
    """The events of one answer; iteration ends after `Finished`."""

    def __iter__(self) -> Iterator[Event]: ...

    def cancel(self) -> None:
        """Asks for the end; `Finished` with the text so far still comes. Any thread may call."""

    def result(self) -> Finished:
        """Waits for the end and returns it."""


class TextEngine(Protocol):
    """Loads one model and continues texts with it. Blocks; any thread may call."""

    @property
    def facts(self) -> ModelFacts | None:
        """The loaded model, or None."""

    @property
    def loaded(self) -> Model | None:
        """What is loaded and can answer, as it was asked for; None where nothing is."""

    @property
    def memory_bytes(self) -> int:
        """How much memory the loaded model takes now; 0 where there is none."""

    def load(self, model: Model, on_progress: Callable[[Loading], None] = ...) -> ModelFacts:
        """Loads a model; returns at once where it is loaded already."""

    def generate(self, request: Request) -> TextAnswer:
        """Starts an answer with the loaded model."""

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Returns the number of tokens of each text."""

    def prompt_length(self, prompt: Sequence[Segment]) -> int:
        """Returns how many tokens a prompt takes."""

    def try_again(self) -> None:
        """Forgets earlier failures: a person asked for another attempt."""

    def unload(self) -> None:
        """Ends what is loaded and gives its memory back; answers under way end with an error."""

    def unload_idle(self) -> None:
        """Gives the memory back unless something is being asked; whoever asks next loads again."""
