"""GGUF files that lie: taken apart, changed at one place, and put together again.

The public cases are those of known failures of GGUF parsers, each named after what it does.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

UINT8, UINT32, INT32, FLOAT32, STRING, ARRAY, UINT64 = 0, 4, 5, 6, 8, 9, 10
_SIZES = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
_ALIGNMENT = 32
_HUGE = (0xFFFF_FFFF_FFFF_FFFF, 1 << 63, 1 << 62, 1 << 32, (1 << 32) - 1, 1 << 31, 1 << 30, 0)


@dataclass(frozen=True)
class Gguf:
    """A GGUF in its parts. `tensors` holds name, shape, type and offset of each."""

    pairs: Mapping[str, tuple[int, bytes]]
    tensors: tuple[tuple[str, tuple[int, ...], int, int], ...]
    data: bytes

    @classmethod
    def of(cls, content: bytes) -> Gguf:
        """Takes an honest file apart."""
        tensor_count, pair_count = struct.unpack_from("<QQ", content, 8)
        place, pairs, tensors = 24, {}, []
        for _ in range(pair_count):
            key, place = _read_text(content, place)
            kind = struct.unpack_from("<I", content, place)[0]
            end = _value_end(content, place + 4, kind)
            pairs[key.decode()] = (kind, content[place + 4 : end])
            place = end
        for _ in range(tensor_count):
            name, place = _read_text(content, place)
            rank = struct.unpack_from("<I", content, place)[0]
            shape = struct.unpack_from(f"<{rank}Q", content, place + 4)
            kind, offset = struct.unpack_from("<IQ", content, place + 4 + 8 * rank)
            tensors.append((name.decode(), shape, kind, offset))
            place += 4 + 8 * rank + 12
        return cls(pairs, tuple(tensors), content[_padded(place) :])

    def content(self, *, tensor_count: int = -1, pair_count: int = -1) -> bytes:
        """Returns the file; the counts may be others than there are."""
        tensor_count = len(self.tensors) if tensor_count < 0 else tensor_count
        pair_count = len(self.pairs) if pair_count < 0 else pair_count
        head = b"GGUF" + struct.pack("<IQQ", 3, tensor_count, pair_count)
        for key, (kind, value) in self.pairs.items():
            head += text(key.encode()) + struct.pack("<I", kind) + value
        for name, shape, kind, offset in self.tensors:
            dimensions = struct.pack(f"<I{len(shape)}Q", len(shape), *shape)
            head += text(name.encode()) + dimensions + struct.pack("<IQ", kind, offset)
        return head + bytes(_padded(len(head)) - len(head)) + self.data

    def with_pair(self, key: str, kind: int, value: bytes) -> Gguf:
        """Returns the file with a key set to raw bytes of a type."""
        return replace(self, pairs={**self.pairs, key: (kind, value)})

    def with_number(self, key: str, value: int) -> Gguf:
        """Returns the file with a 32-bit number set."""
        return self.with_pair(key, UINT32, struct.pack("<I", value))

    def with_tensor(self, name: str, **changes: object) -> Gguf:
        """Returns the file with the `shape`, `kind` or `offset` of a tensor changed."""
        order = ("name", "shape", "kind", "offset")
        tensors = []
        for tensor in self.tensors:
            values = dict(zip(order, tensor, strict=True))
            if tensor[0] == name:
                values |= changes
            tensors.append(tuple(values.values()))
        return replace(self, tensors=tuple(tensors))  # type: ignore[arg-type]


def text(value: bytes) -> bytes:
    """Returns a string as GGUF writes it."""
    return struct.pack("<Q", len(value)) + value


def texts(values: list[bytes]) -> bytes:
    """Returns an array of strings as GGUF writes it."""
    return struct.pack("<IQ", STRING, len(values)) + b"".join(map(text, values))


def _read_text(content: bytes, place: int) -> tuple[bytes, int]:
    size = struct.unpack_from("<Q", content, place)[0]
    return content[place + 8 : place + 8 + size], place + 8 + size


def _value_end(content: bytes, place: int, kind: int) -> int:
    if kind == STRING:
        return _read_text(content, place)[1]
    if kind != ARRAY:
        return place + _SIZES[kind]
    inner, count = struct.unpack_from("<IQ", content, place)
    place += 12
    if inner != STRING:
        return int(place + count * _SIZES[inner])
    for _ in range(count):
        place = _read_text(content, place)[1]
    return place


def _padded(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT


def mutants(content: bytes, count: int, seed: int) -> Iterator[bytes]:
    """Yields changed copies of a file: flipped bits, cut ends, hostile counts and lengths."""
    generator = random.Random(seed)
    model = Gguf.of(content)
    header_bytes = len(content) - len(model.data)
    kinds: tuple[Callable[[], bytes], ...] = (
        lambda: _flipped(content, header_bytes, generator),
        lambda: _flipped(content, len(content), generator),
        lambda: content[: generator.randrange(len(content))],
        lambda: content[: generator.randrange(header_bytes)],
        lambda: _overwritten(content, header_bytes, generator),
        lambda: _miscounted(model, generator),
        lambda: _misstated(model, generator),
        lambda: _misshapen(model, generator),
    )
    for number in range(count):
        yield kinds[number % len(kinds)]()


def _flipped(content: bytes, end: int, generator: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(generator.choice((1, 1, 2, 8, 64))):
        data[generator.randrange(end)] ^= 1 << generator.randrange(8)
    return bytes(data)


def _overwritten(content: bytes, end: int, generator: random.Random) -> bytes:
    """A count, a length or whatever else stands there becomes a hostile number."""
    data = bytearray(content)
    place = generator.randrange(8, end - 8)
    data[place : place + 8] = struct.pack("<Q", generator.choice(_HUGE))
    return bytes(data)


def _miscounted(model: Gguf, generator: random.Random) -> bytes:
    wrong = generator.choice((*_HUGE[:-1], 1, len(model.pairs) + 1, 4097, 65_537))
    if generator.random() < 0.5:
        return model.content(tensor_count=wrong)
    return model.content(pair_count=wrong)


def _misstated(model: Gguf, generator: random.Random) -> bytes:
    """One value of the metadata becomes another, or of another type."""
    key = generator.choice(sorted(model.pairs))
    kind = model.pairs[key][0]
    number = generator.choice((0, 1, 3, 7, 255, 513, 65_536, 1 << 20, (1 << 31) - 1, 1 << 31))
    if kind in (ARRAY, STRING) or generator.random() < 0.3:
        inner = generator.choice((UINT8, UINT32, INT32, FLOAT32))
        values = bytes(generator.randrange(256) for _ in range(64))
        array = struct.pack("<IQ", inner, 64 // _SIZES[inner]) + values
        return model.with_pair(key, ARRAY, array).content()
    value = struct.pack("<Q", number)[: _SIZES[kind]]
    return model.with_pair(key, kind, value).content()


def _misshapen(model: Gguf, generator: random.Random) -> bytes:
    name, shape, kind, offset = generator.choice(model.tensors)
    size = generator.choice((0, 1, 31, 33, 1 << 20, 1 << 31, 1 << 33, 1 << 62, (1 << 63) - 1))
    changes: tuple[dict[str, object], ...] = (
        {"shape": (size, *shape[1:])},
        {"shape": (*shape, size)},
        {"shape": shape[::-1]},
        {"kind": generator.choice((1, 2, 8, 12, 14, 30, 39, 77, 1 << 31, kind ^ 1))},
        {"offset": generator.choice((1, 32, len(model.data), 1 << 40, (1 << 64) - 32))},
        {"offset": offset + 32},
    )
    return model.with_tensor(name, **generator.choice(changes)).content()


def public_cases(content: bytes) -> dict[str, bytes]:
    """Returns files after the failures that were made public, from a tiny llama model."""
    model = Gguf.of(content)
    layers = struct.unpack("<I", model.pairs["llama.block_count"][1])[0]
    name = "blk.0.attn_q.weight"
    return {
        **_wrong_sizes(model),
        **_wrong_tokens(model),
        "4 bytes (CVE-2024-39720)": b"GGUF",
        "magic of another byte order": content[:4][::-1] + content[4:],
        "big endian": content[:4] + content[4:8][::-1] + content[8:],
        "no layers": model.with_number("llama.block_count", 0).content(),
        "more layers than tensors": model.with_number("llama.block_count", layers + 1).content(),
        "513 layers (llama.cpp 26051)": model.with_number("llama.block_count", 513).content(),
        "heads of 600 layers (llama.cpp 26051)": model.with_number("llama.block_count", 600)
        .with_pair(
            "llama.attention.head_count",
            ARRAY,
            struct.pack("<IQ", UINT32, 600) + struct.pack("<I", 4) * 600,
        )
        .content(),
        "no heads, divided by": model.with_number("llama.attention.head_count", 0).content(),
        "no heads for keys": model.with_number("llama.attention.head_count_kv", 0).content(),
        "no embedding": model.with_number("llama.embedding_length", 0).content(),
        "experts without tensors": model.with_number("llama.expert_count", 1 << 16).content(),
        "more experts used than there are": model.with_number("llama.expert_used_count", 99)
        .with_number("llama.expert_count", 4)
        .content(),
        "context of 2^31": model.with_number("llama.context_length", 1 << 31).content(),
        "context of 0": model.with_number("llama.context_length", 0).content(),
        "tensor behind the end of the file (CVE-2026-7482)": model.with_tensor(
            name, offset=len(model.data) + (1 << 20)
        ).content(),
        "tensor twice": replace(model, tensors=(*model.tensors, model.tensors[0])).content(),
        "tensor of another type": model.with_tensor(name, kind=8).content(),
        "no tensors": replace(model, tensors=(), data=b"").content(),
    }


def _wrong_sizes(model: Gguf) -> dict[str, bytes]:
    """Counts and lengths that overflow: CVE-2024-21802 and its kin, and what came after them."""
    huge = struct.pack("<Q", (1 << 64) - 1)
    name, shape, kind, _ = model.tensors[0]
    wraps = {
        "elements wrap (CVE-2024-21836)": (1 << 32, 1 << 32, 1, 1),
        "bytes wrap to few (CVE-2026-33298)": (1 << 62, 4, 1, 1),
        "bytes wrap to many (CVE-2026-33298)": (1 << 40, 1 << 22, 1, 1),
        "negative": (1 << 63, 1, 1, 1),
        "no elements": (0, 1, 1, 1),
    }
    near = ((1 << 61) - 32, 1, 1, 1)
    sums = tuple((f"t{number}", near, 24, 0) for number in range(9))
    return {
        "keys without end (CVE-2024-23496)": model.content(pair_count=(1 << 64) - 1),
        "tensors without end (CVE-2024-21825)": model.content(tensor_count=(1 << 64) - 1),
        "tensors that wrap (CVE-2024-21825)": model.content(tensor_count=(1 << 64) // 56 + 1),
        "string without end (CVE-2024-23605)": model.with_pair(
            "general.name", STRING, huge
        ).content(),
        "string of 1 GiB (llama.cpp 26318)": model.with_pair(
            "general.name", STRING, struct.pack("<Q", 1 << 30)
        ).content(),
        "array without end (CVE-2024-21802)": model.with_pair(
            "x", ARRAY, struct.pack("<I", STRING) + huge
        ).content(),
        "array that wraps (CVE-2024-21802)": model.with_pair(
            "x", ARRAY, struct.pack("<IQ", UINT32, (1 << 62) + 1)
        ).content(),
        "array of 1 Gi (llama.cpp 26318)": model.with_pair(
            "x", ARRAY, struct.pack("<IQ", UINT8, (1 << 30) - 1)
        ).content(),
        "array of arrays (gguf-py 27188)": model.with_pair(
            "x", ARRAY, struct.pack("<IQ", ARRAY, 1 << 32)
        ).content(),
        "43 bytes (gguf-py 27188)": b"GGUF"
        + struct.pack("<IQQ", 3, 0, 1)
        + text(b"a")
        + struct.pack("<IQ", ARRAY, 9)[:10],
        "alignment 2^30 (llama.cpp 26318)": model.with_number(
            "general.alignment", 1 << 30
        ).content(),
        "alignment 0": model.with_number("general.alignment", 0).content(),
        "alignment 3": model.with_number("general.alignment", 3).content(),
        "sizes whose sum wraps (CVE-2025-53630)": replace(
            model, tensors=(*model.tensors, *sums)
        ).content(),
        "padding wraps (CVE-2026-27940)": model.with_tensor(
            name, shape=((1 << 64) - 1, 1, 1, 1), kind=24
        ).content(),
        "five dimensions": model.with_tensor(name, shape=(*shape, 1, 1, 1)).content(),
        "a type that there is not": model.with_tensor(name, kind=(1 << 31) | kind).content(),
        **{case: model.with_tensor(name, shape=wrong).content() for case, wrong in wraps.items()},
    }


def _wrong_tokens(model: Gguf) -> dict[str, bytes]:
    """Vocabularies: CVE-2025-49847 and the arrays of narrow elements."""
    _, raw = model.pairs["tokenizer.ggml.tokens"]
    count = struct.unpack_from("<Q", raw, 4)[0]
    plain = [f"t{number}".encode() for number in range(count)]
    byte_names = [b"<0x-1>", b"<0xFFF>", b"<0x>", *plain[3:]]
    narrow = struct.pack("<IQ", UINT8, count) + bytes(count)

    def tokens(values: list[bytes], kind: str) -> Gguf:
        named = model.with_pair("tokenizer.ggml.model", STRING, text(kind.encode()))
        return named.with_pair("tokenizer.ggml.tokens", ARRAY, texts(values))

    scores = struct.pack("<IQ", FLOAT32, count) + bytes(4 * count)
    return {
        "token of 1 MB (CVE-2025-49847)": tokens([b"x" * (1 << 20), *plain[1:]], "gpt2").content(),
        "bytes of plamo2 (llama.cpp 25969)": tokens(byte_names, "plamo2")
        .with_pair("tokenizer.ggml.scores", ARRAY, scores)
        .content(),
        "bytes of sentencepiece": tokens(byte_names, "llama")
        .with_pair("tokenizer.ggml.scores", ARRAY, scores)
        .content(),
        "empty tokens": tokens([b""] * count, "gpt2").content(),
        "fewer tokens than rows": tokens(plain[:9], "gpt2").content(),
        "no tokens": tokens([], "gpt2").content(),
        "tokens that are not UTF-8": tokens([b"\xff\xfe\x80"] * count, "bert").content(),
        "types too narrow (llama.cpp 26690)": model.with_pair(
            "tokenizer.ggml.token_type", ARRAY, narrow
        ).content(),
        "scores too narrow (llama.cpp 26690)": model.with_pair(
            "tokenizer.ggml.scores", ARRAY, narrow
        ).content(),
        "fewer types than tokens (llama.cpp 26690)": model.with_pair(
            "tokenizer.ggml.token_type", ARRAY, struct.pack("<IQi", INT32, 1, 1)
        ).content(),
        "end token out of range": model.with_number(
            "tokenizer.ggml.eos_token_id", 1 << 30
        ).content(),
        "merges of nothing": model.with_pair(
            "tokenizer.ggml.merges", ARRAY, texts([b"", b" ", b"a"])
        ).content(),
    }
