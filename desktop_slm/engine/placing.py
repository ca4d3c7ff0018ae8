"""Chooses the device that a model runs on, and how much of the model goes there. Child side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_slm.engine import devices, offload
from desktop_slm.engine.devices import Device
from desktop_slm.engine.llama import Placement
from desktop_slm.engine.protocol import KvType, LoadRequest
from desktop_slm.gguf import header
from desktop_slm.gguf.parts import parts_of

# The tokens that the contexts of chats and of background work hold at first.
_CACHED_TOKENS = 2 * 4096 + 5 * 1024
_BYTES_AN_ELEMENT = {KvType.F16: 2.0, KvType.Q8_0: 34 / 32, KvType.Q4_0: 18 / 32}


@dataclass(frozen=True, slots=True)
class Choice:
    """How a model is placed; `device_names` of None leaves the devices to llama.cpp."""

    words: str
    gpu_layers: int = 0
    expert_layers_on_cpu: int = 0
    device_names: tuple[str, ...] | None = None

    def for_llama(self) -> Placement:
        """Returns the same as llama.cpp is told it."""
        experts = self.expert_layers_on_cpu
        pattern = offload.expert_pattern(experts) if experts else ""
        return Placement(self.gpu_layers, self.device_names, pattern)


def choose(request: LoadRequest, found: Sequence[Device] | None = None) -> Choice:
    """Returns where a model runs, in layers and in words. Raises the errors of `header.read`."""
    cards = [d for d in (devices.found() if found is None else found) if d.is_card]
    good = [card for card in cards if card.name not in request.left_out]
    if not cards and not request.left_out:
        return Choice("CPU")
    if not good:
        names = ", ".join(request.left_out)
        return Choice(f"CPU ({names} failed a test)", device_names=())
    if request.gpu_layers == 0:
        return Choice("CPU (as it was asked for)", device_names=())
    card = max(good, key=lambda each: (each.kind == "gpu", each.free_bytes))
    if request.gpu_layers > 0:
        words = f"{card.description} (layers: {request.gpu_layers}, as it was asked for)"
        return Choice(words, request.gpu_layers, device_names=(card.name,))
    if not card.free_bytes:  # its driver does not tell
        return Choice(card.description, -1, device_names=(card.name,))
    placement = _place(request, card.free_bytes)
    return Choice(
        placement.words(card.description),
        placement.gpu_layers,
        placement.expert_layers_on_cpu,
        (card.name,) if placement.gpu_layers else (),
    )


def _place(request: LoadRequest, free_bytes: int) -> offload.Placement:
    first, *later = parts_of(Path(request.path))
    model = header.read(first)
    parts = [model, *(header.read(part, is_later_part=True) for part in later)]
    tensors = [(tensor.name, tensor.size_bytes) for part in parts for tensor in part.tensors]
    sizes = offload.model_bytes(tensors, model.number("block_count"))
    return offload.place(sizes, _cache_bytes_a_layer(request, model), free_bytes)


def _cache_bytes_a_layer(request: LoadRequest, model: header.Header) -> int:
    heads = model.number("attention.head_count") or 1
    head_size = model.number("embedding_length") // heads
    key_size = model.number("attention.key_length", head_size)
    value_size = model.number("attention.value_length", head_size)
    elements = model.number("attention.head_count_kv", heads) * (key_size + value_size)
    return int(elements * _CACHED_TOKENS * _BYTES_AN_ELEMENT[KvType(request.kv_type)])
