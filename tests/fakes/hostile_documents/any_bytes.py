"""Defects of any file: cut, lost, doubled, carried wrongly, called something else."""

from __future__ import annotations

import base64
import bz2
import gzip
import random
from collections.abc import Callable, Iterator

from tests.fakes.hostile_documents.seeds import BINARY, FORMATS, seed

Defect = Callable[[bytes], bytes]


def _third(data: bytes) -> tuple[int, int]:
    return len(data) // 3, 2 * len(data) // 3


def _without_the_middle(data: bytes) -> bytes:
    first, last = _third(data)
    return data[:first] + data[last:]


def _noise_in_the_middle(data: bytes) -> bytes:
    first, last = _third(data)
    return data[:first] + random.Random(3).randbytes(last - first) + data[last:]


def _scattered(data: bytes) -> bytes:
    changed, chance = bytearray(data), random.Random(5)
    for _ in range(1 + len(data) // 50):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _shuffled(data: bytes) -> bytes:
    blocks = [data[place : place + 64] for place in range(0, len(data), 64)]
    random.Random(7).shuffle(blocks)
    return b"".join(blocks)


# What transports, disks and programs do to files.
EVERYWHERE: dict[str, Defect] = {
    "its first byte alone": lambda data: data[:1],
    "its first seven bytes": lambda data: data[:7],
    "a tenth of it": lambda data: data[: len(data) // 10 + 1],
    "half of it": lambda data: data[: len(data) // 2],
    "all but its last byte": lambda data: data[:-1],
    "all but its last twenty bytes": lambda data: data[:-20],
    "its second half": lambda data: data[len(data) // 2 :],
    "without its first byte": lambda data: data[1:],
    "the middle third lost": _without_the_middle,
    "the middle third noise": _noise_in_the_middle,
    "the middle third zeros": lambda data: (
        data[: _third(data)[0]] + bytes(len(data) // 3) + data[_third(data)[1] :]
    ),
    "a bit in fifty bytes": _scattered,
    "blocks in another order": _shuffled,
    "twice": lambda data: data * 2,
    "backwards": lambda data: data[::-1],
    "inverted": lambda data: bytes(255 - byte for byte in data),
    "seven bits": lambda data: bytes(byte & 0x7F for byte in data),
    "line ends changed": lambda data: data.replace(b"\n", b"\r\n"),
    "as if it were Latin-1": lambda data: data.decode("latin-1").encode(),
    "each byte followed by zero": lambda data: b"".join(bytes((byte, 0)) for byte in data),
    "after a wrong byte order mark": lambda data: b"\xfe\xff" + data,
    "after 64 kB of zeros": lambda data: bytes(1 << 16) + data,
    "before 1 MB of zeros": lambda data: data + bytes(1 << 20),
    "in base64": base64.encodebytes,
    "packed": lambda data: gzip.compress(data, mtime=0),
    "packed otherwise": bz2.compress,
}
_MAGIC = {
    "PDF": b"%PDF-1.7\n",
    "a ZIP": b"PK\x03\x04\x14\x00\x00\x00",
    "a compound file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "a picture": b"\x89PNG\r\n\x1a\n",
    "RTF": b"{\\rtf1 ",
}
_FLIPPED = (0, 2, 4, 5, 6, 8, 11, 14, 18, 26)


def _flipped(data: bytes, place: int) -> bytes:
    changed = bytearray(data)
    changed[place] ^= 1 << place % 8
    return bytes(changed)


def _under_another_name(name: str) -> str:
    return FORMATS[(FORMATS.index(name) + 7) % len(FORMATS)]


def makers() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Yields format, what is wrong, and what makes the file."""
    for name in FORMATS:
        for what, defect in EVERYWHERE.items():
            yield name, what, lambda name=name, defect=defect: defect(seed(name))  # type: ignore[misc]
        yield name, "another format", lambda name=name: seed(_under_another_name(name))  # type: ignore[misc]
    for name in BINARY:
        for place in _FLIPPED:
            what = f"a bit of byte {place} flipped"
            yield name, what, lambda name=name, place=place: _flipped(seed(name), place)  # type: ignore[misc]
        for kind, magic in _MAGIC.items():
            what = f"begins as {kind}"
            yield name, what, lambda name=name, magic=magic: magic + seed(name)[len(magic) :]  # type: ignore[misc]
