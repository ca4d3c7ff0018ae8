"""A model that runs, with all that belongs to it, and the plan it was asked for. Child side."""

from __future__ import annotations

import math
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
from desktop_slm.gguf.parts import parts_of

_BATCH_TOKENS = 512
_PARALLEL = 4
_REMEMBERED_BYTES = 512 << 20


class Loaded:
    """A model and what belongs to it."""

    def __init__(self, request: LoadRequest, model: Model, device: str) -> None:
        self._device = device
        self.model = model
        self.vocabulary = Vocabulary(model)
        self.tokenizer = Tokenizer(self.vocabulary)
        self.template = model.chat_template()
        self.markers = markers_of(self.template)
        for path in request.adapters:
            model.load_adapter(path)
        plan = plan_for(request, model)
        self.shape = plan.shape
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
            device=self._device,
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
    first, *later = parts_of(Path(request.path))
    parts = [header.read(first), *(header.read(part, is_later_part=True) for part in later)]
    experts = {tensor.name: _experts(tensor) for part in parts for tensor in part.tensors}
    expected = ("adapter", parts[0].architecture)
    for path in map(Path, request.adapters):
        adapter = header.read(path)
        fits = all(_experts(t) == experts.get(_base(t), _experts(t)) for t in adapter.tensors)
        if (adapter.text("general.type"), adapter.architecture) != expected or not fits:
            raise AdapterUnfit(name=path.name)


def _base(tensor: header.TensorInfo) -> str:
    """Returns the name of the weights that a tensor of an adapter changes."""
    return tensor.name.removesuffix(".lora_a").removesuffix(".lora_b")


def _experts(tensor: header.TensorInfo) -> int:
    """Returns how many matrices a tensor holds: llama.cpp compares the first two sizes alone.

    Source: issue 29128 in ggml-org/llama.cpp, writes behind the end for a wrong number.
    """
    return math.prod(tensor.shape[2:])


def default_threads() -> int:
    """Returns one thread a physical core, as far as the system tells."""
    logical = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, logical or 1)
