"""Small GGUF files of every kind that the app tells apart; none of them can answer."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np


def write_model(
    path: Path,
    *,
    architecture: str = "llama",
    type_: str = "model",
    texts: dict[str, str] | None = None,
    numbers: dict[str, int] | None = None,
) -> Path:
    """Writes a file with one small tensor; `texts` and `numbers` are keys of its header."""
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = gguf.GGUFWriter(str(path), architecture)
    writer.add_type(type_)
    for key, text in (texts or {}).items():
        writer.add_string(key, text)
    for key, number in (numbers or {}).items():
        writer.add_uint32(key, number)
    writer.add_tensor("token_embd.weight", np.zeros((4, 32), np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def write_adapter(path: Path) -> Path:
    """Writes what a LoRA adapter looks like."""
    return write_model(path, type_="adapter", texts={"adapter.type": "lora"})


def write_projector(path: Path) -> Path:
    """Writes what lets another model see."""
    return write_model(path, architecture="clip", type_="mmproj")


def write_embedding(path: Path) -> Path:
    """Writes a model that compares texts."""
    return write_model(path, architecture="bert", numbers={"bert.pooling_type": 1})
