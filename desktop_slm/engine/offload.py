"""How much of a model goes to a graphics card: pure arithmetic on sizes.

Layers go whole, the last first, as llama.cpp does it. Of a mixture of experts the experts stay on
the processor where that lets the attention of more layers onto the card: experts are most of the
bytes and little of the work of each token.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_LAYER = re.compile(r"blk\.(\d+)\.")
_EXPERTS = re.compile(r"\.ffn_(?:up|down|gate|gate_up)_(?:ch)?exps\b")
# What the driver and llama.cpp's working memory take on the card beside weights and caches.
_RESERVE_BYTES = 512 << 20
_RESERVE_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class LayerBytes:
    """The weights of one layer: those of experts, and all others."""

    experts: int
    others: int


@dataclass(frozen=True, slots=True)
class ModelBytes:
    """The weights of a model by layer; `output` is what stands behind the last layer."""

    layers: tuple[LayerBytes, ...]
    output: int


@dataclass(frozen=True, slots=True)
class Placement:
    """So many of the last layers on the card, and in how many the experts are not.

    `gpu_layers` counts the output as one more layer, as llama.cpp does.
    """

    gpu_layers: int
    expert_layers_on_cpu: int
    layers: int

    @property
    def is_whole(self) -> bool:
        """Whether all of the model is on the card."""
        return self.gpu_layers > self.layers and not self.expert_layers_on_cpu

    def words(self, device: str) -> str:
        """Returns a sentence part that says what is used and why."""
        if not self.gpu_layers:
            return f"CPU ({device} has too little free memory)"
        if self.is_whole:
            return f"{device} (all {self.layers} layers)"
        if self.expert_layers_on_cpu:
            return (
                f"{device} and CPU (the experts of {self.expert_layers_on_cpu} of "
                f"{self.layers} layers do not fit into its free memory)"
            )
        held = min(self.gpu_layers, self.layers)
        return f"{device} and CPU ({held} of {self.layers} layers fit into its free memory)"


def model_bytes(tensors: Iterable[tuple[str, int]], layer_count: int) -> ModelBytes:
    """Sorts a model's tensors, given as name and size, into layers."""
    experts, others = [0] * layer_count, [0] * layer_count
    output = 0
    for name, size in tensors:
        layer = _LAYER.match(name)
        if layer is not None and int(layer[1]) < layer_count:
            sizes = experts if _EXPERTS.search(name) else others
            sizes[int(layer[1])] += size
        elif not name.startswith("token_embd"):  # which stays on the processor
            output += size
    layers = tuple(LayerBytes(e, o) for e, o in zip(experts, others, strict=True))
    return ModelBytes(layers, output)


def place(model: ModelBytes, cache_bytes_a_layer: int, free_bytes: int) -> Placement:
    """Returns how much of a model fits into the free memory of a card."""
    count = len(model.layers)
    room = int(free_bytes * (1 - _RESERVE_SHARE)) - _RESERVE_BYTES
    whole = [each.experts + each.others + cache_bytes_a_layer for each in model.layers]
    fitting = _last_that_fit([*whole, model.output], room)
    if fitting > count or not any(each.experts for each in model.layers):
        return Placement(fitting, 0, count)
    bare = [each.others + cache_bytes_a_layer for each in model.layers]
    bare_fitting = _last_that_fit([*bare, model.output], room)
    if bare_fitting <= count:
        # Even without experts not all fits; the attention of more layers is worth more.
        return Placement(bare_fitting, count if bare_fitting else 0, count)
    left = room - sum(bare) - model.output
    back = _last_that_fit([each.experts for each in model.layers], left)
    return Placement(count + 1, count - back, count)


def expert_pattern(layers_on_cpu: int) -> str:
    """Returns llama.cpp's pattern for the experts of the first so many layers."""
    numbers = "|".join(map(str, range(layers_on_cpu)))
    return rf"blk\.({numbers})\.ffn_(up|down|gate|gate_up)_(ch|)exps"


def _last_that_fit(sizes: Sequence[int], room: int) -> int:
    """Returns how many of the last ones fit together."""
    fitting = 0
    for size in reversed(sizes):
        room -= size
        if room < 0:
            break
        fitting += 1
    return fitting
