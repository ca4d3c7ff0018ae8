"""A model that runs, with all that belongs to it, and the plan it was asked for. Child side."""

from __future__ import annotations

import os
from pathlib import Path

from desktop_slm.engine.embedder import Embedder
from desktop_slm.engine.llama import ContextShape, Model
from desktop_slm.engine.protocol import KvType, LoadRequest, ModelFacts
from desktop_slm.engine.scheduler import Plan, Scheduler
from desktop_slm.engine.text_stream import markers_of
from desktop_slm.engine.tokens import Tokenizer
from desktop_slm.engine.vocabulary import Vocabulary
from desktop_slm.errors import AdapterUnfit
from desktop_slm.gguf import header

_BATCH_TOKENS = 512
_PARALLEL = 4
_REMEMBERED_BYTES = 512 << 20


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
        plan = plan_for(request, model)
        self.threads = plan.shape.threads
        self.context_tokens = plan.context_tokens
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


def plan_for(request: LoadRequest, model: Model) -> Plan:
    """Returns how a model is run as it was asked for."""
    trained = model.trained_context
    shape = ContextShape(
        sequences=1,
        cells=1,
        batch_tokens=request.batch_tokens or _BATCH_TOKENS,
        threads=request.threads or default_threads(),
        outputs=1,
        kv_type=KvType(request.kv_type),
        flash_attention=request.flash_attention,
    )
    return Plan(
        shape=shape,
        context_tokens=min(request.context_tokens or trained, trained),
        parallel=request.parallel or _PARALLEL,
        lookup=request.lookup,
        remembered_bytes=_REMEMBERED_BYTES,
    )


def check_headers(request: LoadRequest) -> None:
    """Refuses what llama.cpp must not see. Raises the errors of `header.read`, or AdapterUnfit."""
    model = header.read(Path(request.path))
    for path in map(Path, request.adapters):
        adapter = header.read(path)
        if (adapter.text("general.type"), adapter.architecture) != ("adapter", model.architecture):
            raise AdapterUnfit(name=path.name)


def default_threads() -> int:
    """Returns one thread a physical core, as far as the system tells."""
    logical = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, logical or 1)
