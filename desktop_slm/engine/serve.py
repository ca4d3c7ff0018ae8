"""The engine child: loads one model and answers requests until the parent goes away.

One thread talks to llama.cpp; the thread that listens to the parent only queues and cancels.
"""

from __future__ import annotations

import contextlib
import os
import queue
from array import array
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, NoReturn

from desktop_slm import gguf
from desktop_slm.engine import bindings, devices, wire
from desktop_slm.engine.embedder import Embedder
from desktop_slm.engine.generation import Generation
from desktop_slm.engine.grammar import from_schema
from desktop_slm.engine.llama import ContextShape, Log, Model
from desktop_slm.engine.protocol import (
    Event,
    KvType,
    LoadRequest,
    ModelFacts,
    Request,
    segments_from_wire,
)
from desktop_slm.engine.sampling import Sampler
from desktop_slm.engine.scheduler import Plan, Scheduler
from desktop_slm.engine.text_stream import TextStream, markers_of, opens_thinking
from desktop_slm.engine.tokens import Tokenizer, common_prefix
from desktop_slm.engine.vocabulary import Vocabulary
from desktop_slm.errors import (
    AdapterUnfit,
    DesktopSlmError,
    EmptyPrompt,
    EngineFailed,
    Invariant,
    ProtocolError,
)
from desktop_slm.workers import host
from desktop_slm.workers.channel import Message
from desktop_slm.workers.confine import Profile

_BATCH_TOKENS = 512
_PARALLEL = 4
_REMEMBERED_BYTES = 512 << 20


def run() -> NoReturn:
    """Becomes the engine child."""
    parent = host.connect("engine", Profile.SEALED, describe=_describe)
    Engine(parent).serve()


def _describe() -> dict[str, object]:
    native = bindings.load()
    native.llama_backend_init()
    system = native.llama_print_system_info().decode("ascii", "replace")
    return {"devices": [asdict(device) for device in devices.found()], "system": system.strip()}


class Loaded:
    """A model and what belongs to it."""

    def __init__(self, request: LoadRequest, model: Model) -> None:
        self.model = model
        self.vocabulary = Vocabulary(model)
        self.tokenizer = Tokenizer(self.vocabulary)
        self.template = model.chat_template()
        self.markers = markers_of(self.template)
        for path in request.adapters:
            model.load_adapter(path)
        self.threads = request.threads or default_threads()
        trained = model.trained_context
        self.context_tokens = min(request.context_tokens or trained, trained)
        shape = ContextShape(
            sequences=1,
            cells=1,
            batch_tokens=request.batch_tokens or _BATCH_TOKENS,
            threads=self.threads,
            outputs=1,
            kv_type=KvType(request.kv_type),
            flash_attention=request.flash_attention,
        )
        plan = Plan(
            shape=shape,
            context_tokens=self.context_tokens,
            parallel=request.parallel or _PARALLEL,
            lookup=request.lookup,
            remembered_bytes=_REMEMBERED_BYTES,
        )
        self.scheduler = Scheduler(model, plan)
        self._embedder: Embedder | None = None

    @property
    def embedder(self) -> Embedder:
        """What makes vectors; its context is made when first needed."""
        if self._embedder is None:
            self._embedder = Embedder(self.model, self.vocabulary, threads=self.threads)
        return self._embedder

    def facts(self, path: str) -> ModelFacts:
        """Returns what the parent is told of the model."""
        bos, eos = self.vocabulary.bos, self.vocabulary.eos
        return ModelFacts(
            name=self.model.metadata("general.name") or Path(path).stem,
            architecture=self.model.metadata("general.architecture"),
            parameters=self.model.parameters,
            weight_bytes=self.model.size_bytes,
            trained_context=self.model.trained_context,
            context_tokens=self.context_tokens,
            template=self.template,
            bos=self.vocabulary.text(bos) if bos >= 0 else "",
            eos=self.vocabulary.text(eos) if eos >= 0 else "",
            device="CPU",
            threads=self.threads,
            pooling=self.model.pooling,
        )


class Engine:
    """The loop: requests between steps, steps while there is work."""

    def __init__(self, parent: host.Parent) -> None:
        self._parent = parent
        self._log = Log()
        self._loaded: Loaded | None = None
        self._operations: Mapping[str, Callable[[int, Mapping[str, Any]], None]] = {
            "load": self._load,
            "generate": self._generate,
            "count": self._count,
            "measure": self._measure,
            "tokenize": self._tokenize,
            "embed": self._embed,
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
            _check_headers(request)
        shown = -1

        def on_progress(fraction: float) -> bool:
            nonlocal shown
            percent = int(fraction * 100)
            if percent != shown:
                shown = percent
                self._parent.reply(number, "loading", fraction=round(fraction, 3))
            return True

        model = Model.load(
            request.path, gpu_layers=request.gpu_layers, log=self._log, on_progress=on_progress
        )
        self._loaded = Loaded(request, model)
        self._parent.reply(number, "done", facts=self._loaded.facts(request.path).to_wire())

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


def _check_headers(request: LoadRequest) -> None:
    """Refuses what llama.cpp must not see. Raises the errors of `gguf.read`, or AdapterUnfit."""
    model = gguf.read(Path(request.path))
    for path in map(Path, request.adapters):
        adapter = gguf.read(path)
        if (adapter.text("general.type"), adapter.architecture) != ("adapter", model.architecture):
            raise AdapterUnfit(name=path.name)


def default_threads() -> int:
    """Returns one thread a physical core, as far as the system tells."""
    logical = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, logical or 1)
