"""The engine child: loads one model and answers requests until the parent goes away.

One thread talks to llama.cpp; the thread that listens to the parent only queues and cancels.
"""

from __future__ import annotations

import contextlib
import queue
from array import array
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, NoReturn

from desktop_slm.engine import bindings, built_in_templates, calibration, devices, smoke, wire
from desktop_slm.engine.foresight import foresee
from desktop_slm.engine.generation import Generation
from desktop_slm.engine.grammar import from_schema
from desktop_slm.engine.llama import Log, Model
from desktop_slm.engine.loaded import Loaded, check_headers, default_threads
from desktop_slm.engine.perplexity import Perplexity
from desktop_slm.engine.placing import choose
from desktop_slm.engine.protocol import (
    Event,
    LoadRequest,
    Request,
    segments_from_wire,
)
from desktop_slm.engine.sampling import Sampler
from desktop_slm.engine.text_stream import TextStream, opens_thinking
from desktop_slm.engine.tokens import common_prefix
from desktop_slm.errors import (
    DesktopSlmError,
    EmptyPrompt,
    EngineFailed,
    Invariant,
    ProtocolError,
)
from desktop_slm.workers import host
from desktop_slm.workers.channel import Message
from desktop_slm.workers.confine import Profile


def run() -> NoReturn:
    """Becomes the engine child."""
    parent = host.connect("engine", Profile.SEALED, describe=_describe)
    Engine(parent).serve()


def _describe() -> dict[str, object]:
    native = bindings.load()
    native.llama_backend_init()
    system = native.llama_print_system_info().decode("ascii", "replace")
    return {
        "devices": [asdict(device) for device in devices.found()],
        "backends": devices.backends(),
        "system": system.strip(),
    }


class Engine:
    """The loop: requests between steps, steps while there is work."""

    def __init__(self, parent: host.Parent) -> None:
        self._parent = parent
        self._log = Log()
        self._loaded: Loaded | None = None
        self._operations: Mapping[str, Callable[[int, Mapping[str, Any]], None]] = {
            "load": self._load,
            "foresee": self._foresee,
            "generate": self._generate,
            "count": self._count,
            "measure": self._measure,
            "tokenize": self._tokenize,
            "smoke": self._smoke,
            "calibrate": self._calibrate,
            "built in prompt": self._built_in_prompt,
            "embed": self._embed,
            "perplexity": self._perplexity,
            "cancel": self._cancel,
        }

    def serve(self) -> NoReturn:
        """Serves until the parent is gone."""
        while True:
            busy = self._loaded is not None and self._loaded.scheduler.is_busy
            with contextlib.suppress(queue.Empty):
                self._answer(self._parent.requests.get(block=not busy))
            if self._loaded is not None and self._loaded.scheduler.is_busy:
                self._loaded.scheduler.step()

    def _answer(self, message: Message) -> None:
        number = message.fields["id"]
        operation = self._operations.get(str(message.fields.get("op")))
        try:
            if operation is None:
                raise ProtocolError(details="an unknown operation")
            operation(number, message.fields)
        except DesktopSlmError as error:
            self._parent.fail(number, error)
        except (KeyError, TypeError, ValueError) as error:
            self._parent.fail(number, ProtocolError(details=type(error).__name__))

    # Operations

    def _load(self, number: int, fields: Mapping[str, Any]) -> None:
        request = LoadRequest.from_wire(fields["request"])
        if self._loaded is not None:
            raise Invariant(details="an engine child loads one model")
        if request.check_header:
            check_headers(request)
        shown = -1

        def on_progress(fraction: float) -> bool:
            nonlocal shown
            percent = int(fraction * 100)
            if percent != shown:
                shown = percent
                self._parent.reply(number, "loading", fraction=round(fraction, 3))
            return True

        choice = choose(request)
        model = Model.load(
            request.path,
            log=self._log,
            on_progress=on_progress,
            placement=choice.for_llama(),
        )
        self._loaded = Loaded(request, model, choice.words)
        self._parent.reply(number, "done", facts=self._loaded.facts(request.path).to_wire())

    def _foresee(self, number: int, fields: Mapping[str, Any]) -> None:
        request = LoadRequest.from_wire(fields["request"])
        if request.check_header:
            check_headers(request)
        self._parent.reply(number, "done", need=foresee(request, self._log).to_wire())

    def _smoke(self, number: int, fields: Mapping[str, Any]) -> None:
        smoke.check(str(fields["device"]))
        self._parent.reply(number, "done")

    def _calibrate(self, number: int, fields: Mapping[str, Any]) -> None:
        self._parent.reply(number, "done", rates=calibration.measure(default_threads()))

    def _generate(self, number: int, fields: Mapping[str, Any]) -> None:
        loaded = self._require_model()
        if loaded.model.pooling:
            raise EngineFailed(why="this model makes vectors, not text")
        request = Request.from_wire(fields["request"])
        prompt = loaded.tokenizer.prompt(request.prompt)
        if not prompt.tokens:
            raise EmptyPrompt
        grammar = request.grammar
        if request.json_schema:
            grammar = from_schema(request.json_schema)
        stream = TextStream(
            request.stop,
            loaded.markers,
            is_thinking=opens_thinking(request.prompt, loaded.markers),
        )
        generation = Generation(
            number,
            request,
            prompt.tokens,
            Sampler(request.sampling, loaded.model, loaded.vocabulary, grammar),
            loaded.vocabulary,
            stream,
            lambda event: self._send(number, event),
        )
        if request.shared_segments:
            shared = loaded.tokenizer.prompt(request.prompt[: request.shared_segments]).tokens
            last = len(prompt.tokens) - 1
            generation.shared_tokens = min(common_prefix(shared, prompt.tokens), last)
        generation.marks = (
            *(generation.shared_tokens, *prompt.turn_ends[:1]),
            *(*prompt.turn_ends[-2:], len(prompt.tokens) - 1),
        )
        loaded.scheduler.add(generation)

    def _count(self, number: int, fields: Mapping[str, Any]) -> None:
        loaded = self._require_model()
        counts = [len(loaded.vocabulary.tokenize(str(text))) for text in fields["texts"]]
        self._parent.reply(number, "done", counts=counts)

    def _measure(self, number: int, fields: Mapping[str, Any]) -> None:
        self._parent.reply(number, "done", tokens=len(self._prompt_tokens(fields)))

    def _tokenize(self, number: int, fields: Mapping[str, Any]) -> None:
        self._parent.reply(number, "done", tokens=list(self._prompt_tokens(fields)))

    def _built_in_prompt(self, number: int, fields: Mapping[str, Any]) -> None:
        messages = [(str(role), str(text)) for role, text in fields["messages"]]
        text = built_in_templates.apply(str(fields["template"]), messages)
        self._parent.reply(number, "done", text=text)

    def _prompt_tokens(self, fields: Mapping[str, Any]) -> array[int]:
        prompt = segments_from_wire(fields["prompt"])
        return self._require_model().tokenizer.prompt(prompt).tokens

    def _embed(self, number: int, fields: Mapping[str, Any]) -> None:
        loaded = self._require_model()
        if not loaded.model.pooling:
            raise EngineFailed(why="this model makes text, not vectors")
        vectors = loaded.embedder.embed([str(text) for text in fields["texts"]])
        payload = b"".join(vector.tobytes() for vector in vectors)
        size = loaded.model.embedding_size
        self._parent.reply(number, "done", payload, count=len(vectors), size=size)

    def _perplexity(self, number: int, fields: Mapping[str, Any]) -> None:
        """Reads a text in one go: nothing else is asked of a child that measures."""
        loaded = self._require_model()
        if loaded.model.pooling:
            raise EngineFailed(why="this model makes vectors, not text")
        reading = Perplexity(loaded.model, loaded.vocabulary, loaded.shape)
        try:
            logprobs = reading.measure(
                str(fields["text"]),
                int(fields["limit_tokens"]),
                lambda fraction: self._parent.reply(number, "progress", fraction=fraction),
            )
        finally:
            reading.free()
        self._parent.reply(number, "done", logprobs.tobytes())

    def _cancel(self, number: int, _: Mapping[str, Any]) -> None:
        if self._loaded is not None:
            self._loaded.scheduler.cancel(number)

    def _send(self, number: int, event: Event | DesktopSlmError) -> None:
        if isinstance(event, DesktopSlmError):
            self._parent.fail(number, event)
        else:
            name, values = wire.describe(event)
            self._parent.reply(number, name, **values)

    def _require_model(self) -> Loaded:
        if self._loaded is None:
            raise Invariant(details="no model is loaded")
        return self._loaded
