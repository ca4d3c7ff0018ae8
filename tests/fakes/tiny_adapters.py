"""Makes tiny LoRA adapters for the tiny llama, and what they add to its weights."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import gguf
import numpy as np

_EMBEDDING, _FEED_FORWARD = 64, 128
RANK, ALPHA = 4, 8.0
# Name, inputs and outputs of the weights that the adapter changes.
_TARGETS = (
    ("blk.0.attn_q.weight", _EMBEDDING, _EMBEDDING),
    ("blk.1.ffn_up.weight", _EMBEDDING, _FEED_FORWARD),
    ("blk.1.ffn_down.weight", _FEED_FORWARD, _EMBEDDING),
)


def make_adapter(
    path: Path, *, seed: int = 1, architecture: str = "llama", width: int = 0
) -> Mapping[str, np.ndarray]:
    """Writes an adapter and returns what it adds to each weight at strength 1.

    `width` gives the matrices other inputs than the base model has.
    """
    random = np.random.default_rng(seed)
    writer = _begin(path, architecture)
    added = {}
    for name, inputs, outputs in _TARGETS:
        down = random.normal(0, 0.15, (RANK, width or inputs)).astype(np.float32)
        up = random.normal(0, 0.15, (outputs, RANK)).astype(np.float32)
        writer.add_tensor(f"{name}.lora_a", down)
        writer.add_tensor(f"{name}.lora_b", up)
        added[name] = up @ down * (ALPHA / RANK)
    _finish(writer)
    return added


def make_expert_adapter(path: Path, *, name: str, experts: int, inputs: int, outputs: int) -> None:
    """Writes an adapter for the experts of a model of llama's architecture."""
    random = np.random.default_rng(1)
    writer = _begin(path, "llama")
    down = random.normal(0, 0.15, (experts, RANK, inputs)).astype(np.float32)
    up = random.normal(0, 0.15, (experts, outputs, RANK)).astype(np.float32)
    writer.add_tensor(f"{name}.lora_a", down)
    writer.add_tensor(f"{name}.lora_b", up)
    _finish(writer)


def _begin(path: Path, architecture: str) -> gguf.GGUFWriter:
    writer = gguf.GGUFWriter(str(path), architecture)
    writer.add_type(gguf.GGUFType.ADAPTER)
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", ALPHA)
    return writer


def _finish(writer: gguf.GGUFWriter) -> None:
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
