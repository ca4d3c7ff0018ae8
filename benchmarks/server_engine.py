"""llama.cpp's server as a summary's engine: one request after the other, as a plain program asks.

The seconds that count against it are those between a request and its reply alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence

from benchmarks.rivals import Prompt, Server
from desktop_slm.engine.protocol import (
    Event,
    Finished,
    Loading,
    ModelFacts,
    Request,
    Segment,
    StopReason,
    Usage,
)
from desktop_slm.engine.text_engine import Model


class ServerEngine:
    """Answers with a running server; `facts` are those of the model that it holds."""

    def __init__(self, server: Server, facts: ModelFacts) -> None:
        self._server = server
        self._facts = facts
        self.seconds = 0.0

    @property
    def facts(self) -> ModelFacts:
        return self._facts

    @property
    def loaded(self) -> Model | None:
        return None

    @property
    def memory_bytes(self) -> int:
        return self._server.memory_bytes()

    def load(
        self, model: Model, on_progress: Callable[[Loading], None] = lambda event: None
    ) -> ModelFacts:
        return self._facts

    def generate(self, request: Request) -> ServerAnswer:
        return ServerAnswer(self, request)

    def answer(self, request: Request) -> Finished:
        """Sends a request and waits for its end."""
        started = time.perf_counter()
        prompt = "".join(segment.text for segment in request.prompt)
        end = self._server.complete(Prompt("", prompt), request.max_tokens)
        seconds = time.perf_counter() - started
        self.seconds += seconds
        is_cut = end["stop_type"] == "limit"
        written = int(end["tokens_predicted"])
        # The server counts what it read for this request; the rest it remembered.
        read, whole = int(end["timings"]["prompt_n"]), int(end["tokens_evaluated"])
        usage = Usage(whole, whole - read, written, seconds, written / max(seconds, 1e-9))
        reason = StopReason.LENGTH if is_cut else StopReason.FINISHED
        return Finished(end["content"], "", reason, usage)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [self._server.count_tokens(text) for text in texts]

    def prompt_length(self, prompt: Sequence[Segment]) -> int:
        return self._server.count_tokens("".join(segment.text for segment in prompt))

    def try_again(self) -> None:
        pass

    def unload(self) -> None:
        self._server.close()

    def unload_idle(self) -> None:
        pass


class ServerAnswer:
    """One answer, asked for when it is waited for."""

    def __init__(self, engine: ServerEngine, request: Request) -> None:
        self._engine = engine
        self._request = request

    def __iter__(self) -> Iterator[Event]:
        yield self.result()

    def cancel(self) -> None:
        pass

    def result(self) -> Finished:
        return self._engine.answer(self._request)
