"""An engine that takes as long as a test says, by a clock of its own: nothing is computed."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from desktop_slm.engine.protocol import (
    Event,
    Finished,
    Loading,
    MemoryNeed,
    ModelFacts,
    Perplexity,
    Priority,
    Request,
    Segment,
    StopReason,
    Usage,
)
from desktop_slm.engine.text_engine import Model

_LOADING_S = 0.2


@dataclass(frozen=True)
class Cost:
    """Seconds for a token read and a token written, and how well the model foretells."""

    read_s: float = 0.002
    write_s: float = 0.01
    perplexity: float = 10.0


class TimedEngine:
    """Costs are those that `cost` gives for a way of running a model; it may raise."""

    def __init__(self, cost: Callable[[Model], Cost], pooling: str = "") -> None:
        self.now = 0.0
        self.loads: list[Model] = []
        self.qualities: list[str] = []
        self.on_load: Callable[[], None] = lambda: None
        self._cost = cost
        self._pooling = pooling
        self._current = Cost()
        self._read: set[str] = set()

    def clock(self) -> float:
        return self.now

    def load(
        self, model: Model, on_progress: Callable[[Loading], None] = lambda event: None
    ) -> ModelFacts:
        self.now += _LOADING_S
        self.loads.append(model)
        self._current = self._cost(model)
        self._read = set()
        self.on_load()
        facts = ModelFacts("Timed", "llama", 1, 1, 4096, 4096, "", "", "</s>", "CPU", 1)
        return ModelFacts.from_wire({**facts.to_wire(), "pooling": self._pooling})

    def foresee(self, model: Model) -> MemoryNeed:
        return MemoryNeed(1, 1, 1, 1)

    def generate(self, request: Request) -> TimedAnswer:
        return TimedAnswer(self, request)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text) // 4 for text in texts]

    def prompt_tokens(self, prompt: Sequence[Segment]) -> list[int]:
        return [2]

    def perplexity(
        self,
        text: str,
        limit_tokens: int = 0,
        on_progress: Callable[[float], object] = lambda fraction: None,
    ) -> Perplexity:
        self.qualities.append(self.loads[-1].path.name)
        return Perplexity((-math.log(self._current.perplexity),) * (limit_tokens or 100))

    def try_again(self) -> None:
        pass

    def unload(self) -> None:
        pass

    def answer(self, request: Request) -> Finished:
        """Lets the time pass that an answer takes, several at once where they run in parallel."""
        text = "".join(segment.text for segment in request.prompt)
        tokens = len(text) // 4
        cached = tokens - 1 if text in self._read else 0
        self._read.add(text)
        together = 1
        if request.priority is Priority.BATCH:
            together = self.loads[-1].parallel or 4
        self.now += (tokens - cached) * self._current.read_s
        self.now += request.max_tokens * self._current.write_s / together
        usage = Usage(tokens, cached, request.max_tokens)
        return Finished("", "", StopReason.LENGTH, usage)


class TimedAnswer:
    """One answer; time passes when it is waited for."""

    def __init__(self, engine: TimedEngine, request: Request) -> None:
        self._engine = engine
        self._request = request

    def __iter__(self) -> Iterator[Event]:
        yield self.result()

    def cancel(self) -> None:
        pass

    def result(self) -> Finished:
        return self._engine.answer(self._request)
