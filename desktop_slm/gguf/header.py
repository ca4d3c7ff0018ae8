"""The header of a GGUF: parsed within limits, refused where an honest file would not be so.

llama.cpp aborts or worse on hostile headers, so everything it relies on is checked here first.
Source of the format: `docs/gguf.md` in ggml-org/ggml; of the limits: the public failures of GGUF
parsers (README, "Decisions"). Call it in a confined child only: the file is a stranger's.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_slm.errors import BrokenModel, NotGguf, TruncatedModel, UnsupportedModel
from desktop_slm.gguf.cursor import Array, Cursor, Value
from desktop_slm.gguf.tables import ARCHITECTURES, TENSOR_TYPES

MADE_FROM_KEY = "desktop_slm.made_from"  # our own: the name of the file that it was made from
_LEAST_BYTES = 24
_MAX_KEYS, _MAX_KEY_BYTES = 4096, 256
_MAX_TENSORS, _MAX_TENSOR_NAME_BYTES = 65_536, 128
_MAX_ELEMENTS = 1 << 40
_MAX_TEMPLATE_BYTES = 64 << 10
_ALIGNMENTS = frozenset({8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096})
_TOKENIZER_ELEMENTS = {
    "tokenizer.ggml.tokens": "string",
    "tokenizer.ggml.merges": "string",
    "tokenizer.ggml.scores": "f32",
    "tokenizer.ggml.token_type": "i32",
}
# Keys after "<architecture>.", with the least and the most that an honest file has.
_BOUNDS = {
    "block_count": (1, 512),
    "context_length": (1, 1 << 24),
    "embedding_length": (1, 1 << 18),
    "feed_forward_length": (0, 1 << 22),
    "attention.head_count": (0, 1024),
    "attention.head_count_kv": (0, 1024),
    "attention.key_length": (0, 1 << 16),
    "attention.value_length": (0, 1 << 16),
    "attention.sliding_window": (0, 1 << 24),
    "rope.dimension_count": (0, 1 << 16),
    "expert_count": (0, 4096),
    "expert_used_count": (0, 4096),
    "vocab_size": (1, 1 << 22),
    "ssm.conv_kernel": (0, 1 << 10),
    "ssm.inner_size": (0, 1 << 20),
    "ssm.state_size": (0, 1 << 16),
    "ssm.group_count": (0, 1 << 12),
}


@dataclass(frozen=True, slots=True)
class TensorInfo:
    """One tensor's entry: shape, type number, place and size in bytes."""

    name: str
    shape: tuple[int, ...]
    type_number: int
    offset: int
    size_bytes: int

    @property
    def type_name(self) -> str:
        """The type's name in llama.cpp, as "Q4_K"."""
        return TENSOR_TYPES[self.type_number][0]


@dataclass(frozen=True, slots=True)
class Header:
    """What a checked header says. Long arrays are kept as their type and length."""

    version: int
    architecture: str
    metadata: Mapping[str, Value]
    tensors: tuple[TensorInfo, ...]
    data_offset: int
    file_bytes: int

    def number(self, key: str, default: int = 0) -> int:
        """Returns `<architecture>.<key>` as a number; of an array, its largest element."""
        value = self.metadata.get(f"{self.architecture}.{key}", default)
        if isinstance(value, tuple):
            return max((int(v) for v in value if isinstance(v, int | float)), default=default)
        return int(value) if isinstance(value, int | float) else default

    def text(self, key: str) -> str:
        """Returns a string of the metadata, or ""."""
        value = self.metadata.get(key, "")
        return value if isinstance(value, str) else ""

    @property
    def context_length(self) -> int:
        """The context that the model was trained for, in tokens."""
        return self.number("context_length")

    @property
    def parameters(self) -> int:
        """The number of weights."""
        total = 0
        for tensor in self.tensors:
            elements = 1
            for dimension in tensor.shape:
                elements *= dimension
            total += elements
        return total

    @property
    def weight_bytes(self) -> int:
        """The size of all tensors in the file."""
        return sum(tensor.size_bytes for tensor in self.tensors)


def read(path: Path, *, is_later_part: bool = False) -> Header:
    """Checks the file at `path`; of a divided model, the first file alone has all the metadata.

    Raises:
        NotGguf, TruncatedModel, BrokenModel, UnsupportedModel: the check's verdict.
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        file_bytes = path.stat().st_size
        if file_bytes < _LEAST_BYTES:
            raise NotGguf(name=path.name)
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return parse(data, file_bytes, path.name, is_later_part=is_later_part)


def parse(
    data: bytes | mmap.mmap, file_bytes: int, name: str, *, is_later_part: bool = False
) -> Header:
    """Checks a header in `data`, the start of a file of `file_bytes` bytes called `name`.

    Raises as `read` does; TruncatedModel also where `data` ends within the header.
    """
    cursor = Cursor(data, file_bytes, name)
    version, tensor_count, key_count = read_counts(cursor, data)
    metadata = _read_metadata(cursor, key_count)
    lacks_metadata = is_later_part and "general.architecture" not in metadata
    architecture = "" if lacks_metadata else _check_metadata(cursor, metadata)
    alignment = metadata.get("general.alignment", 32)
    cursor.require(alignment in _ALIGNMENTS, "its alignment")
    assert isinstance(alignment, int)
    tensors = [_read_tensor(cursor, alignment) for _ in range(tensor_count)]
    data_offset = -(-cursor.position // alignment) * alignment
    _check_places(cursor, tensors, data_offset)
    return Header(version, architecture, metadata, tuple(tensors), data_offset, file_bytes)


def read_counts(cursor: Cursor, data: bytes | mmap.mmap) -> tuple[int, int, int]:
    """Returns version, tensors and keys, and moves to the first key.

    Raises NotGguf, BrokenModel.
    """
    if data[:4] != b"GGUF" or len(data) < _LEAST_BYTES:
        raise NotGguf(name=cursor.name)
    version, tensor_count, key_count = struct.unpack_from("<IQQ", data, 4)
    cursor.position = _LEAST_BYTES
    if version not in (2, 3):
        raise BrokenModel(name=cursor.name, why=f"format version {version}")
    cursor.require(key_count <= _MAX_KEYS, f"{key_count} keys")
    cursor.require(tensor_count <= _MAX_TENSORS, f"{tensor_count} tensors")
    return version, tensor_count, key_count


def _read_metadata(cursor: Cursor, count: int) -> dict[str, Value]:
    metadata: dict[str, Value] = {}
    for _ in range(count):
        key = read_key(cursor, metadata)
        metadata[key] = cursor.value()
    return metadata


def read_key(cursor: Cursor, metadata: Mapping[str, Value]) -> str:
    """Returns the next key, which none before it may be."""
    key = cursor.string(_MAX_KEY_BYTES)
    cursor.require(bool(key) and key not in metadata, "a key that stands twice")
    return key


def _check_metadata(cursor: Cursor, metadata: Mapping[str, Value]) -> str:
    architecture = metadata.get("general.architecture")
    if not isinstance(architecture, str):
        raise BrokenModel(name=cursor.name, why="no architecture")
    if architecture not in ARCHITECTURES:
        raise UnsupportedModel(name=cursor.name, architecture=architecture[:40])
    check_figures(cursor, metadata, architecture)
    _check_tokenizer(cursor, metadata)
    template = metadata.get("tokenizer.chat_template", "")
    cursor.require(
        isinstance(template, str) and len(template.encode()) <= _MAX_TEMPLATE_BYTES,
        "its chat template",
    )
    return architecture


def check_figures(cursor: Cursor, metadata: Mapping[str, Value], architecture: str) -> None:
    """Refuses figures of a model that none can have."""
    for key, (least, most) in _BOUNDS.items():
        value = metadata.get(f"{architecture}.{key}", least)
        numbers = value if isinstance(value, tuple) else (value,)
        cursor.require(
            not isinstance(value, Array)
            and all(type(n) is int and least <= n <= most for n in numbers),
            key,
        )


def _check_tokenizer(cursor: Cursor, metadata: Mapping[str, Value]) -> None:
    lengths = {}
    for key, expected in _TOKENIZER_ELEMENTS.items():
        value = metadata.get(key)
        if value is None:
            continue
        kind, length = (
            (value.kind, value.length)
            if isinstance(value, Array)
            else (expected, len(value))
            if isinstance(value, tuple)
            else ("", 0)
        )
        cursor.require(kind == expected, f"the type of {key}")
        lengths[key] = length
    tokens = lengths.get("tokenizer.ggml.tokens", 0)
    for key in ("tokenizer.ggml.scores", "tokenizer.ggml.token_type"):
        cursor.require(lengths.get(key, tokens) == tokens, f"the length of {key}")
    for key, value in metadata.items():
        if key.startswith("tokenizer.ggml.") and key.endswith("_token_id"):
            cursor.require(type(value) is int and 0 <= value < max(tokens, 1), key)


def _read_tensor(cursor: Cursor, alignment: int) -> TensorInfo:
    name = cursor.string(_MAX_TENSOR_NAME_BYTES)
    dimensions = cursor.unsigned(4)
    cursor.require(1 <= dimensions <= 4, "a tensor's number of dimensions")
    shape = tuple(cursor.unsigned(8) for _ in range(dimensions))
    elements = 1
    for size in shape:
        cursor.require(0 < size <= _MAX_ELEMENTS, "a tensor's shape")
        elements *= size
    cursor.require(elements <= _MAX_ELEMENTS, "a tensor's size")
    number, offset = cursor.unsigned(4), cursor.unsigned(8)
    cursor.require(number in TENSOR_TYPES, f"tensor type {number}")
    _, block, block_bytes = TENSOR_TYPES[number]
    cursor.require(shape[0] % block == 0, "a tensor's row length")
    cursor.require(offset % alignment == 0, "a tensor's place")
    return TensorInfo(name, shape, number, offset, elements // block * block_bytes)


def _check_places(cursor: Cursor, tensors: list[TensorInfo], data_offset: int) -> None:
    """Checks that tensors lie side by side, each name once, and inside the file."""
    cursor.require(len({tensor.name for tensor in tensors}) == len(tensors), "a tensor twice")
    end = 0
    for tensor in sorted(tensors, key=lambda tensor: tensor.offset):
        cursor.require(tensor.offset >= end, "tensors that overlap")
        end = tensor.offset + tensor.size_bytes
    missing = data_offset + end - cursor.file_bytes
    if tensors and missing > 0:
        raise TruncatedModel(name=cursor.name, missing_bytes=missing)
