"""The header check: what it says of good files, and that every bad one is refused in our words."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_slm.errors import (
    BrokenModel,
    ModelError,
    NotGguf,
    TruncatedModel,
    UnsupportedModel,
)
from desktop_slm.gguf import header as gguf
from desktop_slm.gguf import tables
from tests.counts import count, seed

_MUTANTS = count("headers", 20_000)
STRING, ARRAY, UINT32, INT32, FLOAT32 = 8, 9, 4, 5, 6


def _text(value: bytes) -> bytes:
    return struct.pack("<Q", len(value)) + value


def _pair(key: bytes, kind: int, value: bytes) -> bytes:
    return _text(key) + struct.pack("<I", kind) + value


def _tensor(name: bytes, shape: tuple[int, ...], kind: int = 0, offset: int = 0) -> bytes:
    dimensions = struct.pack(f"<I{len(shape)}Q", len(shape), *shape)
    return _text(name) + dimensions + struct.pack("<IQ", kind, offset)


ARCHITECTURE = _pair(b"general.architecture", STRING, _text(b"llama"))


def _file(
    *pairs: bytes, tensors: tuple[bytes, ...] = (), version: int = 3, data: int = 4096
) -> bytes:
    head = b"GGUF" + struct.pack("<IQQ", version, len(tensors), len(pairs))
    return head + b"".join(pairs) + b"".join(tensors) + bytes(data)


def _parse(data: bytes) -> gguf.Header:
    return gguf.parse(data, len(data), "test.gguf")


def test_a_good_header_tells_what_the_model_is(tiny_llama: Path) -> None:
    header = gguf.read(tiny_llama)
    assert header.architecture == "llama"
    assert header.context_length == 2048
    assert header.number("block_count") == 2
    assert header.text("general.name") == "Tiny random llama"
    assert header.data_offset + header.weight_bytes <= header.file_bytes
    assert header.parameters * 4 == header.weight_bytes


def test_the_starter_model_passes(starter: Path) -> None:
    header = gguf.read(starter)
    assert header.parameters == 134_515_008
    assert "<|im_start|>" in header.text("tokenizer.chat_template")


def _many_keys() -> bytes:
    return b"GGUF" + struct.pack("<IQQ", 3, 0, 1 << 40)


def _many_tensors() -> bytes:
    return b"GGUF" + struct.pack("<IQQ", 3, 1 << 40, 0)


HOSTILE: dict[str, tuple[Callable[[], bytes], type[ModelError]]] = {
    "text": (lambda: b"just some text that is long enough", NotGguf),
    "version 1": (lambda: _file(ARCHITECTURE, version=1), BrokenModel),
    "big endian": (lambda: _file(ARCHITECTURE, version=3 << 24), BrokenModel),
    "many keys": (_many_keys, BrokenModel),
    "many tensors": (_many_tensors, BrokenModel),
    "key twice": (lambda: _file(ARCHITECTURE, ARCHITECTURE), BrokenModel),
    "long key": (lambda: _file(_pair(b"k" * 300, UINT32, bytes(4))), BrokenModel),
    "endless string": (lambda: _file(_pair(b"k", STRING, struct.pack("<Q", 1 << 62))), BrokenModel),
    "string past the end": (
        lambda: _file(_pair(b"k", STRING, struct.pack("<Q", 100_000)), data=10),
        TruncatedModel,
    ),
    "unknown type": (lambda: _file(_pair(b"k", 77, bytes(8))), BrokenModel),
    "nested array": (
        lambda: _file(_pair(b"k", ARRAY, struct.pack("<IQ", ARRAY, 1))),
        BrokenModel,
    ),
    "endless array": (
        lambda: _file(_pair(b"k", ARRAY, struct.pack("<IQ", UINT32, 1 << 61))),
        BrokenModel,
    ),
    "array past the end": (
        lambda: _file(_pair(b"k", ARRAY, struct.pack("<IQ", STRING, 2000)), data=10),
        TruncatedModel,
    ),
    "no architecture": (lambda: _file(_pair(b"k", UINT32, bytes(4))), BrokenModel),
    "unknown architecture": (
        lambda: _file(_pair(b"general.architecture", STRING, _text(b"xyz"))),
        UnsupportedModel,
    ),
    "too many layers": (
        lambda: _file(ARCHITECTURE, _pair(b"llama.block_count", UINT32, struct.pack("<I", 513))),
        BrokenModel,
    ),
    "layers as text": (
        lambda: _file(ARCHITECTURE, _pair(b"llama.block_count", STRING, _text(b"2"))),
        BrokenModel,
    ),
    "alignment 2^30": (
        lambda: _file(
            ARCHITECTURE, _pair(b"general.alignment", UINT32, struct.pack("<I", 1 << 30))
        ),
        BrokenModel,
    ),
    "alignment 0": (
        lambda: _file(ARCHITECTURE, _pair(b"general.alignment", UINT32, bytes(4))),
        BrokenModel,
    ),
    "tokens of numbers": (
        lambda: _file(
            ARCHITECTURE,
            _pair(b"tokenizer.ggml.tokens", ARRAY, struct.pack("<IQ", UINT32, 2000) + bytes(8000)),
        ),
        BrokenModel,
    ),
    "narrow scores": (
        lambda: _file(
            ARCHITECTURE,
            _pair(b"tokenizer.ggml.scores", ARRAY, struct.pack("<IQ", 0, 2000) + bytes(2000)),
        ),
        BrokenModel,
    ),
    "token id out of range": (
        lambda: _file(
            ARCHITECTURE,
            _pair(b"tokenizer.ggml.eos_token_id", UINT32, struct.pack("<I", 1 << 31)),
        ),
        BrokenModel,
    ),
    "long template": (
        lambda: _file(
            ARCHITECTURE, _pair(b"tokenizer.chat_template", STRING, _text(b"x" * 70_000))
        ),
        BrokenModel,
    ),
    "five dimensions": (
        lambda: _file(ARCHITECTURE, tensors=(_tensor(b"t", (1, 1, 1, 1, 1)),)),
        BrokenModel,
    ),
    "no dimensions": (lambda: _file(ARCHITECTURE, tensors=(_tensor(b"t", ()),)), BrokenModel),
    "size that overflows": (
        lambda: _file(ARCHITECTURE, tensors=(_tensor(b"t", (1 << 33, 1 << 33)),)),
        BrokenModel,
    ),
    "unknown tensor type": (
        lambda: _file(ARCHITECTURE, tensors=(_tensor(b"t", (32,), kind=4),)),
        BrokenModel,
    ),
    "row of half a block": (
        lambda: _file(ARCHITECTURE, tensors=(_tensor(b"t", (33,), kind=2),)),
        BrokenModel,
    ),
    "crooked offset": (
        lambda: _file(ARCHITECTURE, tensors=(_tensor(b"t", (8,), offset=4),)),
        BrokenModel,
    ),
    "tensor past the end": (
        lambda: _file(ARCHITECTURE, tensors=(_tensor(b"t", (100_000,)),)),
        TruncatedModel,
    ),
    "tensors that overlap": (
        lambda: _file(ARCHITECTURE, tensors=(_tensor(b"a", (64,)), _tensor(b"b", (64,)))),
        BrokenModel,
    ),
    "tensor twice": (
        lambda: _file(ARCHITECTURE, tensors=(_tensor(b"a", (8,)), _tensor(b"a", (8,), offset=32))),
        BrokenModel,
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_headers_are_refused_in_our_words(name: str) -> None:
    make, error = HOSTILE[name]
    with pytest.raises(error) as caught:
        _parse(make())
    assert "test.gguf" in str(caught.value)


def test_the_smallest_honest_header_passes() -> None:
    assert _parse(_file(ARCHITECTURE, tensors=(_tensor(b"t", (32,)),))).architecture == "llama"


def test_every_truncation_is_noticed(tiny_llama: Path) -> None:
    data = tiny_llama.read_bytes()
    for size in [*range(24, 20_000, 97), len(data) - 1]:
        with pytest.raises(TruncatedModel):
            gguf.parse(data[:size], size, "cut.gguf")


def test_20_000_mutated_headers_are_accepted_or_refused_with_our_own_error(
    tiny_llama: Path, record_property: Callable[[str, object], None]
) -> None:
    header = gguf.read(tiny_llama)
    start = tiny_llama.read_bytes()[: header.data_offset]
    size = header.file_bytes
    generator = random.Random(seed(20_000))
    refused = 0
    for _ in range(_MUTANTS):
        data = bytearray(start)
        for _ in range(generator.choice((1, 1, 2, 8))):
            place = generator.randrange(len(data))
            if generator.random() < 0.5:
                data[place] ^= 1 << generator.randrange(8)
            else:
                end = min(place + 8, len(data))
                data[place:end] = generator.choice(
                    (b"\xff" * 8, bytes(8), b"\x00\x00\x00\x80" * 2, b"\x01" * 8)
                )[: end - place]
        try:
            gguf.parse(bytes(data), size, "mutant.gguf")
        except ModelError:
            refused += 1
    assert _MUTANTS // 20 < refused < _MUTANTS
    record_property("mutated headers", _MUTANTS)
    record_property("refused", refused)


def test_the_list_of_architectures_is_the_library_s_own() -> None:
    """The names are those that the installed llama.cpp holds: a new version shows here."""
    import importlib.util

    spec = importlib.util.find_spec("llama_cpp")
    assert spec is not None
    assert spec.submodule_search_locations
    folder = Path(spec.submodule_search_locations[0]) / "lib"
    library = next(path for path in folder.iterdir() if path.name.startswith("libllama."))
    binary = library.read_bytes()
    missing = [name for name in tables.ARCHITECTURES if name.encode() not in binary]
    assert not missing
