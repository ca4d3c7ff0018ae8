"""Tiny models of many kinds, made by llama.cpp itself from hyperparameters and random weights.

`python -m tests.fakes.tiny_kinds FOLDER KIND...` writes FOLDER/KIND.gguf. It runs as a program of
its own, so that llama.cpp is never loaded into the process that runs the tests.

Source of the hyperparameters: `tests/test-llama-archs.cpp` in ggml-org/llama.cpp.
"""

from __future__ import annotations

import ctypes
import sys
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import gguf
import numpy as np

from tests.fakes.tiny_models import CHATML, add_vocabulary

CONTEXT = 512
WINDOW = 32
_EMBEDDING, _FEED_FORWARD, _HEADS, _LAYERS = 128, 192, 2, 2
_HEAD_SIZE = _EMBEDDING // _HEADS
_DEVIATION = 0.1
_F32 = 0
_EMBEDDING_NAME = "token_embd.weight"

Value = int | float | bool | str | list[int] | list[float]


@dataclass(frozen=True)
class Kind:
    """A kind of model: its architecture and what its header says beside the common values."""

    architecture: str
    values: Mapping[str, Value] = field(default_factory=dict)
    layers: int = _LAYERS
    heads: int | list[int] = _HEADS
    kv_heads: int | list[int] = 1
    embedding: int = _EMBEDDING
    makes_text: bool = True
    can_drop_tail: bool = True


_MOE: Mapping[str, Value] = {
    "expert_count": 4,
    "expert_used_count": 2,
    "expert_feed_forward_length": _FEED_FORWARD,
}
_SSM: Mapping[str, Value] = {
    "ssm.inner_size": 2 * _EMBEDDING,
    "ssm.conv_kernel": 4,
    "ssm.state_size": 16,
    "ssm.time_step_rank": _HEADS,
    "ssm.group_count": 2,
}
_HYBRID_HEADS = [_HEADS, 0]

KINDS: Mapping[str, Kind] = {
    "llama": Kind("llama"),
    "mixtral": Kind("llama", {"expert_count": 4, "expert_used_count": 2}),
    "phi2": Kind("phi2", kv_heads=_HEADS),
    "phi3": Kind("phi3"),
    "qwen2": Kind("qwen2"),
    "qwen3": Kind("qwen3"),
    "qwen3moe": Kind("qwen3moe", _MOE),
    "gemma": Kind("gemma"),
    "gemma2": Kind(
        "gemma2",
        {
            "attention.sliding_window": WINDOW,
            "attn_logit_softcapping": 50.0,
            "final_logit_softcapping": 30.0,
        },
        can_drop_tail=False,
    ),
    "gemma3": Kind("gemma3", {"attention.sliding_window": WINDOW}, layers=6, can_drop_tail=False),
    "granite": Kind("granite", {"logit_scale": 1.0, "residual_scale": 0.5}),
    "smollm3": Kind("smollm3", layers=4),
    "olmo2": Kind("olmo2"),
    "command-r": Kind("command-r", {"logit_scale": 0.1}),
    "gpt-oss": Kind("gpt-oss", {**_MOE, "attention.sliding_window": WINDOW}, can_drop_tail=False),
    "mamba": Kind(
        "mamba", {**_SSM, "ssm.time_step_rank": 8}, heads=0, kv_heads=0, can_drop_tail=False
    ),
    "mamba2": Kind(
        "mamba2", {**_SSM, "ssm.time_step_rank": 4}, heads=0, kv_heads=0, can_drop_tail=False
    ),
    "rwkv6": Kind(
        "rwkv6",
        {
            "wkv.head_size": _HEAD_SIZE,
            "time_mix_extra_dim": 32,
            "time_decay_extra_dim": 64,
            "rescale_every_n_layers": 0,
        },
        heads=0,
        kv_heads=0,
        can_drop_tail=False,
    ),
    "rwkv7": Kind(
        "rwkv7",
        {
            "wkv.head_size": _HEAD_SIZE,
            "attention.decay_lora_rank": 32,
            "attention.iclr_lora_rank": 32,
            "attention.value_residual_mix_lora_rank": 32,
            "attention.gate_lora_rank": 32,
        },
        heads=0,
        kv_heads=0,
        can_drop_tail=False,
    ),
    "granitehybrid": Kind(
        "granitehybrid",
        {**_SSM, "ssm.time_step_rank": 4},
        heads=_HYBRID_HEADS,
        kv_heads=_HYBRID_HEADS,
        can_drop_tail=False,
    ),
    "jamba": Kind(
        "jamba",
        {**_SSM, **_MOE, "ssm.time_step_rank": 8},
        heads=_HEADS,
        kv_heads=_HYBRID_HEADS,
        can_drop_tail=False,
    ),
    "lfm2": Kind(
        "lfm2", {"shortconv.l_cache": 3}, heads=_HEADS, kv_heads=_HYBRID_HEADS, can_drop_tail=False
    ),
    "falcon-h1": Kind("falcon-h1", {**_SSM, "ssm.time_step_rank": 4}, can_drop_tail=False),
    "qwen35": Kind(
        "qwen35",
        {
            "ssm.inner_size": 256,
            "ssm.conv_kernel": 4,
            "ssm.state_size": 128,
            "ssm.time_step_rank": 2,
            "ssm.group_count": 2,
            "full_attention_interval": 2,
            "rope.dimension_sections": [_HEAD_SIZE // 4] * 4,
        },
        can_drop_tail=False,
    ),
    "bert": Kind(
        "bert",
        {"pooling_type": 1, "attention.causal": False},
        kv_heads=_HEADS,
        makes_text=False,
    ),
    "bert-cls": Kind(
        "bert",
        {"pooling_type": 2, "attention.causal": False},
        kv_heads=_HEADS,
        makes_text=False,
    ),
    "qwen3-embedding": Kind("qwen3", {"pooling_type": 3}, makes_text=False),
    "nomic-bert": Kind(
        "nomic-bert",
        {"pooling_type": 1, "attention.causal": False},
        kv_heads=_HEADS,
        makes_text=False,
    ),
    "gemma-embedding": Kind(
        "gemma-embedding",
        {"pooling_type": 1, "attention.sliding_window": WINDOW},
        layers=6,  # every sixth attends to everything; without one llama.cpp aborts
        makes_text=False,
    ),
}


def write(path: Path, kind: Kind, tensors: Mapping[str, np.ndarray] | None = None) -> None:
    """Writes a file; of the header alone llama.cpp makes the tensors that belong to it."""
    writer = gguf.GGUFWriter(str(path), kind.architecture)
    writer.add_name("Tiny random model")  # llama.cpp treats some models by their name
    common: dict[str, Value] = {
        "context_length": CONTEXT,
        "embedding_length": kind.embedding,
        "block_count": kind.layers,
        "feed_forward_length": _FEED_FORWARD,
        "attention.head_count": kind.heads,
        "attention.head_count_kv": kind.kv_heads,
        "attention.layer_norm_epsilon": 1e-5,
        "attention.layer_norm_rms_epsilon": 1e-5,
    }
    for key, value in {**common, **kind.values}.items():
        _add(writer, f"{kind.architecture}.{key}", value)
    tokens = add_vocabulary(writer, template=CHATML if kind.makes_text else "")
    _add(writer, f"{kind.architecture}.vocab_size", tokens)
    if not kind.makes_text:
        writer.add_token_type_count(1)
    for name, values in (tensors or {}).items():
        writer.add_tensor(name, values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _add(writer: gguf.GGUFWriter, key: str, value: Value) -> None:
    if isinstance(value, bool):
        writer.add_bool(key, value)
    elif isinstance(value, int):
        writer.add_uint32(key, value)
    elif isinstance(value, float):
        writer.add_float32(key, value)
    elif isinstance(value, str):
        writer.add_string(key, value)
    else:
        writer.add_array(key, value)


class _ReadOptions(ctypes.Structure):
    """`struct gguf_init_params`."""

    _fields_: ClassVar = [("no_alloc", ctypes.c_bool), ("context", ctypes.c_void_p)]


class _Maker:
    """Loads a header into llama.cpp, fills the tensors it asks for, and saves the model."""

    def __init__(self) -> None:
        from desktop_slm.engine import bindings

        self._native: Any = bindings.load()
        folder = Path(self._native.__file__).parent / "lib"
        self._base = ctypes.CDLL(str(next(folder.glob("libggml-base.[sd]*"))))
        self._base.gguf_init_from_file.restype = ctypes.c_void_p
        self._base.gguf_init_from_file.argtypes = [ctypes.c_char_p, _ReadOptions]
        self._base.ggml_nelements.argtypes = [ctypes.c_void_p]
        self._base.ggml_nelements.restype = ctypes.c_int64
        self._base.ggml_get_name.argtypes = [ctypes.c_void_p]
        self._base.ggml_get_name.restype = ctypes.c_char_p
        set_arguments: list[Any] = [
            ctypes.c_void_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_size_t,
        ]
        self._base.ggml_backend_tensor_set.argtypes = set_arguments
        self._base.ggml_backend_tensor_set.restype = None
        self._native.llama_backend_init()
        self._embedding = np.empty(0)

    def make(self, target: Path, kind: Kind, seed: int) -> None:
        """Writes the model with random weights."""
        header = target.with_suffix(".header")
        write(header, kind)
        metadata = self._init(header)
        fill = self._native.llama_model_set_tensor_data_t(
            lambda tensor, _: self._fill(tensor, seed)
        )
        parameters = self._native.llama_model_default_params()
        model = self._native.llama_model_init_from_user(metadata, fill, None, parameters)
        if not model:
            raise SystemExit(f"llama.cpp does not make {target.stem}")
        self._native.llama_model_save_to_file(model, str(target).encode())
        self._native.llama_model_free(model)
        header.unlink()
        if not kind.makes_text:
            self._add_embedding(target, kind)

    def _add_embedding(self, target: Path, kind: Kind) -> None:
        """Mends what llama.cpp leaves out when it saves a model without an output matrix."""
        saved = {tensor.name: np.array(tensor.data) for tensor in gguf.GGUFReader(target).tensors}
        write(target, kind, {_EMBEDDING_NAME: self._embedding, **saved})

    def _init(self, header: Path) -> Any:
        handle = self._base.gguf_init_from_file(str(header).encode(), _ReadOptions(True, None))
        return ctypes.cast(handle, self._native.gguf_context_p_ctypes)

    def _fill(self, tensor: int, seed: int) -> None:
        count = self._base.ggml_nelements(tensor)
        kind = ctypes.cast(tensor, ctypes.POINTER(ctypes.c_int32))[0]
        name = self._base.ggml_get_name(tensor)
        random = np.random.default_rng(seed ^ zlib.crc32(name))
        values = random.normal(0, _DEVIATION, count)
        if b"norm" in name and name.endswith(b".weight"):
            values += 1
        if b"ssm_a" in name:
            values = -np.abs(values) - 0.1  # a state has to decay
        if name.startswith((b"token_embd", b"output.")):
            values *= 8  # keeps the logits of neighbours well apart
        if name == _EMBEDDING_NAME.encode():
            self._embedding = values.reshape(-1, _EMBEDDING).astype(np.float32)
        data = values.astype(np.float32 if kind == _F32 else np.float16).tobytes()
        self._base.ggml_backend_tensor_set(tensor, data, 0, len(data))


def main(folder: Path, names: list[str]) -> None:
    maker = _Maker()
    for name in names:
        maker.make(folder / f"{name}.gguf", KINDS[name], seed=len(name))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
