"""Words that stand nowhere else, and the search for them in every byte of a folder."""

from __future__ import annotations

import base64
import random
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

COUNT = 16  # each has its place in `session`, where the fourth and fifth are for a kill
_LETTERS = "bdfgklmnprstvz"
_MOST_INFLATED = 8 << 20


def words(seed: int) -> list[str]:
    """Returns as many words as are planted, of twelve letters that form no word."""
    chance = random.Random(seed)
    return ["".join(chance.choice(_LETTERS) for _ in range(12)) for _ in range(COUNT)]


@dataclass(frozen=True)
class Hit:
    """Where a word was found, and in which form."""

    path: Path
    word: str
    form: str


def search(folder: Path, planted: list[str]) -> tuple[list[Hit], int, int]:
    """Returns what was found in the files and in their names, and how many files and bytes."""
    hits: list[Hit] = []
    files = size = 0
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder)).lower()
        hits += [Hit(path, word, "in a name") for word in planted if word in name]
        if path.is_symlink() or not path.is_file():
            continue
        data = path.read_bytes()
        files, size = files + 1, size + len(data)
        hits += [Hit(path, word, form) for word, form in in_bytes(data, planted)]
    return hits, files, size


def in_bytes(data: bytes, planted: list[str]) -> Iterator[tuple[str, str]]:
    """Yields the words that stand in these bytes, and how."""
    yield from _plain(data, planted)
    for inflated in _inflated(data):
        for word, form in _plain(inflated, planted):
            yield word, f"{form}, packed"


def _plain(data: bytes, planted: list[str]) -> Iterator[tuple[str, str]]:
    lower = data.lower()
    for word in planted:
        if word.encode() in lower:
            yield word, "UTF-8"
        if word.encode("utf-16-le") in lower:  # big-endian holds it too, but for a byte
            yield word, "UTF-16"
        if any(form in data for form in _in_base64(word)):
            yield word, "base64"


def _in_base64(word: str) -> list[bytes]:
    """Returns what of the word is the same in base64 wherever in a text it begins."""
    forms = []
    for shape in (word, word.capitalize(), word.upper()):
        for before in range(3):
            coded = base64.b64encode(b"x" * before + shape.encode() + b"x" * 3)
            forms.append(coded[4 if before else 0 : -8])
    return forms


def _inflated(data: bytes) -> Iterator[bytes]:
    """Yields what unpacks, from wherever a stream of zlib or gzip, or a part of a ZIP, begins."""
    for mark, bits in ((b"\x78\x01", 15), (b"\x78\x5e", 15), (b"\x78\x9c", 15), (b"\x78\xda", 15)):
        yield from _inflated_at(data, mark, 0, bits)
    yield from _inflated_at(data, b"\x1f\x8b\x08", 0, 31)
    place = data.find(b"PK\x03\x04")
    while place >= 0:
        head = data[place : place + 30]
        if len(head) == 30:
            begin = place + 30 + int.from_bytes(head[26:28], "little")
            begin += int.from_bytes(head[28:30], "little")
            yield _inflate(data[begin:], -15)
        place = data.find(b"PK\x03\x04", place + 4)


def _inflated_at(data: bytes, mark: bytes, skip: int, bits: int) -> Iterator[bytes]:
    place = data.find(mark)
    while place >= 0:
        yield _inflate(data[place + skip :], bits)
        place = data.find(mark, place + 1)


def _inflate(data: bytes, bits: int) -> bytes:
    try:
        return zlib.decompressobj(bits).decompress(data, _MOST_INFLATED)
    except zlib.error:
        return b""
