"""What is seen of an engine while it works: its speeds, and the most memory that it took.

Speeds come from the requests of the work itself, and from those alone that had the engine for
themselves: of several at once nobody can tell what each would have taken.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType

from desktop_slm.engine.protocol import (
    Event,
    Finished,
    Loading,
    ModelFacts,
    Request,
    Segment,
    Usage,
)
from desktop_slm.engine.text_engine import Model, TextAnswer, TextEngine

# Shorter ones tell more about how work begins than about its speed.
_LEAST_READ, _LEAST_WRITTEN = 32, 8
_SAMPLE_EVERY_S = 0.2


@dataclass(eq=False)
class _Running:
    """An answer under way, and whether another one was at the same time."""

    is_alone: bool = True


class WatchedEngine:
    """An engine whose answers are timed; everything else is passed on."""

    def __init__(self, engine: TextEngine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._running: set[_Running] = set()
        self._read_tokens = self._written_tokens = 0
        self._read_s = self._write_s = 0.0

    @property
    def read_per_s(self) -> float:
        """Tokens of a text read in a second, 0 where nothing was read alone."""
        return self._read_tokens / self._read_s if self._read_s else 0.0

    @property
    def write_per_s(self) -> float:
        """Tokens written in a second, 0 where nothing was written alone."""
        return self._written_tokens / self._write_s if self._write_s else 0.0

    @property
    def facts(self) -> ModelFacts | None:
        """The loaded model, or None."""
        return self._engine.facts

    @property
    def loaded(self) -> Model | None:
        """What is loaded."""
        return self._engine.loaded

    @property
    def memory_bytes(self) -> int:
        """How much memory the loaded model takes now."""
        return self._engine.memory_bytes

    def load(
        self, model: Model, on_progress: Callable[[Loading], None] = lambda event: None
    ) -> ModelFacts:
        """Loads a model."""
        return self._engine.load(model, on_progress)

    def generate(self, request: Request) -> TextAnswer:
        """Starts an answer and times it."""
        running = _Running()
        with self._lock:
            self._running.add(running)
            if len(self._running) > 1:
                for each in self._running:
                    each.is_alone = False
        try:
            answer = self._engine.generate(request)
        except BaseException:
            self._end(running, None)
            raise
        return _WatchedAnswer(answer, lambda usage: self._end(running, usage))

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Returns the number of tokens of each text."""
        return self._engine.count_tokens(texts)

    def prompt_length(self, prompt: Sequence[Segment]) -> int:
        """Returns how many tokens a prompt takes."""
        return self._engine.prompt_length(prompt)

    def try_again(self) -> None:
        """Forgets earlier failures."""
        self._engine.try_again()

    def unload(self) -> None:
        """Ends what is loaded."""
        self._engine.unload()

    def unload_idle(self) -> None:
        """Ends what is loaded unless something is being asked of it."""
        self._engine.unload_idle()

    def _end(self, running: _Running, usage: Usage | None) -> None:
        with self._lock:
            if running not in self._running:
                return
            self._running.remove(running)
            if usage is not None and running.is_alone:
                self._take(usage)

    def _take(self, usage: Usage) -> None:
        read = usage.prompt_tokens - usage.cached_tokens
        if read >= _LEAST_READ and usage.first_token_s > 0:
            self._read_tokens += read
            self._read_s += usage.first_token_s
        if usage.new_tokens >= _LEAST_WRITTEN and usage.tokens_per_s > 0:
            self._written_tokens += usage.new_tokens
            self._write_s += usage.new_tokens / usage.tokens_per_s


class _WatchedAnswer:
    """An answer that tells once when it has ended, however it did."""

    def __init__(self, answer: TextAnswer, on_end: Callable[[Usage | None], None]) -> None:
        self._answer = answer
        self._on_end = on_end

    def __iter__(self) -> Iterator[Event]:
        try:
            for event in self._answer:
                if isinstance(event, Finished):
                    self._on_end(event.usage)
                yield event
        finally:
            self._on_end(None)

    def cancel(self) -> None:
        """Asks for the end."""
        self._answer.cancel()

    def result(self) -> Finished:
        """Waits for the end and returns it."""
        try:
            end = self._answer.result()
        except BaseException:
            self._on_end(None)
            raise
        self._on_end(end.usage)
        return end


class PeakMemory:
    """Looks again and again how much memory an engine takes, for as long as a `with` lasts."""

    def __init__(self, engine: TextEngine, every_s: float = _SAMPLE_EVERY_S) -> None:
        self._engine = engine
        self._every_s = every_s
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="peak memory", daemon=True)
        self.bytes = 0

    def __enter__(self) -> PeakMemory:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()
        self._look()

    def _watch(self) -> None:
        while not self._ended.wait(self._every_s):
            self._look()

    def _look(self) -> None:
        self.bytes = max(self.bytes, self._engine.memory_bytes)
