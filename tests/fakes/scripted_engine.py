"""An engine whose answers a test writes: no child, no model, the same face as the real one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence

from desktop_slm.engine.protocol import (
    Delta,
    Event,
    Finished,
    Loading,
    MemoryNeed,
    ModelFacts,
    Reading,
    Request,
    Segment,
    StopReason,
    Usage,
)
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import ContextFull, DesktopSlmError
from tests.fakes.tiny_models import CHATML

Script = Callable[[Request], str | DesktopSlmError]


class ScriptedEngine:
    """Answers with what `script` returns for a request, word by word.

    An error that `script` returns is raised after `text_before_error`. With `gate` set to an
    event, answers wait for it before every word.
    """

    def __init__(self, script: Script = lambda request: "An answer.", context: int = 4096) -> None:
        self.script = script
        self.context = context
        self.trained_context = context
        self.template = CHATML
        self.text_before_error = "So far "
        self.gate: threading.Event | None = None
        self.requests: list[Request] = []
        self.loads: list[Model] = []
        self.load_error: DesktopSlmError | None = None
        self.load_errors: dict[str, DesktopSlmError] = {}  # by the name of the file
        self.needed_bytes: dict[str, int] = {}
        self.memory_bytes = 210 << 20
        self.tries = 0
        self._facts: ModelFacts | None = None

    @property
    def loaded(self) -> Model | None:
        return self.loads[-1] if self._facts is not None else None

    def try_again(self) -> None:
        self.tries += 1

    def unload(self) -> None:
        self._facts = None

    def unload_idle(self) -> None:
        if self.gate is None:
            self.unload()

    @property
    def facts(self) -> ModelFacts | None:
        return self._facts

    def load(
        self, model: Model, on_progress: Callable[[Loading], None] = lambda event: None
    ) -> ModelFacts:
        self.loads.append(model)
        error = self.load_error or self.load_errors.get(model.path.name)
        if error is not None:
            raise error
        on_progress(Loading(0.5))
        self._facts = ModelFacts(
            name="Scripted",
            architecture="llama",
            parameters=1,
            weight_bytes=1,
            trained_context=self.trained_context,
            context_tokens=self.context,
            template=self.template,
            bos="",
            eos="",
            device="CPU",
            threads=1,
        )
        return self._facts

    def foresee(self, model: Model) -> MemoryNeed:
        return MemoryNeed(self.needed_bytes.get(model.path.name, 300 << 20), 0, 0, 0)

    def generate(self, request: Request) -> ScriptedAnswer:
        self.requests.append(request)
        return ScriptedAnswer(self, request)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) for text in texts]

    def prompt_length(self, prompt: Sequence[Segment]) -> int:
        return sum(self.count_tokens([segment.text for segment in prompt]))


class ScriptedAnswer:
    """One scripted answer."""

    def __init__(self, engine: ScriptedEngine, request: Request) -> None:
        self._engine = engine
        self._request = request
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        self._cancelled.set()
        if self._engine.gate is not None:
            self._engine.gate.set()

    def __iter__(self) -> Iterator[Event]:
        prompt = self._engine.prompt_length(self._request.prompt)
        if prompt >= self._engine.context:
            raise ContextFull(needed_tokens=prompt, context_tokens=self._engine.context)
        yield Reading(prompt, prompt)
        scripted = self._engine.script(self._request)
        error = scripted if isinstance(scripted, DesktopSlmError) else None
        text = self._engine.text_before_error if error else str(scripted)
        shown, reason = "", StopReason.FINISHED
        for word in text.split(" "):
            if self._engine.gate is not None:
                self._engine.gate.wait(10)
            if self._cancelled.is_set():
                reason = StopReason.CANCELLED
                break
            piece = word if not shown else f" {word}"
            shown += piece
            if self._request.streaming:
                yield Delta(piece)
        if error is not None:
            raise error
        usage = Usage(prompt, 0, len(shown.split()), 0.1, 50.0)
        yield Finished(shown, "", reason, usage)

    def result(self) -> Finished:
        for event in self:
            if isinstance(event, Finished):
                return event
        raise AssertionError("an answer without an end")


def last_text(request: Request) -> str:
    """Returns the last text of a person or document in a prompt."""
    return next(segment.text for segment in reversed(request.prompt) if segment.is_literal)
