"""How many pictures a TIFF file has, without believing it: the chain of its directories."""

from __future__ import annotations

import struct
from typing import Protocol

_MOST = 100_000
_BIG = 43


class _Bytes(Protocol):
    def __len__(self) -> int: ...
    def __getitem__(self, part: slice, /) -> bytes: ...


def count_frames(data: _Bytes) -> int:
    """Returns the number of directories; a chain that bites its tail or leaves the file ends."""
    order = "<" if data[0:2] == b"II" else ">"
    is_big = struct.unpack(order + "H", data[2:4])[0] == _BIG
    place = _number(data, 8, order + "Q") if is_big else _number(data, 4, order + "I")
    seen: set[int] = set()
    while place and place not in seen and len(seen) < _MOST:
        entries = _number(data, place, order + ("Q" if is_big else "H"))
        if entries < 0:
            break
        seen.add(place)
        after = place + (8 + 20 * entries if is_big else 2 + 12 * entries)
        place = _number(data, after, order + ("Q" if is_big else "I"))
        if place < 0:
            break
    return max(len(seen), 1)


def _number(data: _Bytes, place: int, form: str) -> int:
    """Returns the number at a place, or -1 where the file is over."""
    size = struct.calcsize(form)
    piece = data[place : place + size]
    return int(struct.unpack(form, piece)[0]) if len(piece) == size else -1
