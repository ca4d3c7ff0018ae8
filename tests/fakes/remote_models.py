"""Headers as llama.cpp's converter and its quantizer write them, for files that only a hub has."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import gguf
import numpy as np

from tests.fakes.hub_content import Vast

VOCABULARY = 25_000  # enough to be much larger than all before it
QWEN3_4B = {
    "block_count": 36,
    "context_length": 262_144,
    "embedding_length": 2560,
    "feed_forward_length": 9728,
    "attention.head_count": 32,
    "attention.head_count_kv": 8,
    "attention.key_length": 128,
    "attention.value_length": 128,
}


@dataclass(frozen=True)
class Kind:
    """What a model says of itself in its first keys."""

    architecture: str = "qwen3"
    type: str = "model"
    name: str = "Qwen3 4B Instruct 2507"
    figures: dict[str, int] = field(default_factory=lambda: dict(QWEN3_4B))
    vocabulary: int = VOCABULARY
    padding_bytes: int = 0  # of a text before the figures: some publishers write long ones


def header(kind: Kind = Kind()) -> bytes:
    """Returns the header: first keys, the tables of the tokenizer, the format, a tensor's entry."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "m.gguf"
        writer = gguf.GGUFWriter(str(path), kind.architecture)
        writer.add_type(kind.type)
        writer.add_name(kind.name)
        writer.add_license("apache-2.0")
        writer.add_size_label("4.0B")
        if kind.padding_bytes:
            writer.add_description("x" * kind.padding_bytes)
        for name, number in kind.figures.items():
            writer.add_uint32(f"{kind.architecture}.{name}", number)
        if kind.vocabulary:
            writer.add_tokenizer_model("gpt2")
            writer.add_token_list(_tokens(kind.vocabulary))
            writer.add_token_types([1] * kind.vocabulary)
            writer.add_chat_template("{{ messages }}")
        writer.add_file_type(15)
        writer.add_tensor("token_embd.weight", np.zeros((4, 32), np.float32))
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
        return path.read_bytes()


def on_hub(size: int, kind: Kind = Kind()) -> Vast:
    """Returns a file of such a model, as large as wanted; nobody could fetch it."""
    key = repr(kind)
    if key not in _HEADERS:
        _HEADERS[key] = header(kind)
    return Vast(_HEADERS[key], size)


_HEADERS: dict[str, bytes] = {}  # writing one with its vocabulary takes a second


@cache
def _tokens(count: int) -> list[str]:
    return [f"token{number}" for number in range(count)]
