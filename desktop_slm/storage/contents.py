"""The form in which a document's content is stored: packed JSON lines."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any


def lines_of(content: Mapping[str, Any]) -> bytes:
    """Returns the content as JSON lines; the same content gives the same bytes."""
    return b"".join(_lines(content))


def pack(lines: bytes) -> bytes:
    """Returns what is stored of a content's lines."""
    return zlib.compress(lines, 3)


def unpack(body: bytes) -> dict[str, Any]:
    """Returns the content of what `pack` made."""
    content: dict[str, Any] = {}
    for line in zlib.decompress(body).splitlines():
        key, *value = json.loads(line.decode("utf-8", "surrogatepass"))
        if not value:
            content[key] = []
        elif key in content:
            content[key].append(value[0])
        else:
            content[key] = value[0]
    return content


def element(body: bytes, key: str, at: int) -> Any:
    """Returns one element of a list of the content without reading the others; None: not there."""
    start = _line([key])[:-2] + b","
    found = (line for line in zlib.decompress(body).splitlines() if line.startswith(start))
    line = next(islice(found, at, None), None)
    return json.loads(line.decode("utf-8", "surrogatepass"))[1] if line else None


def _lines(content: Mapping[str, Any]) -> Iterator[bytes]:
    """Yields one JSON line a value, and one an element of a list, whose key comes alone before.

    In one piece a book takes `json` 40 ms, during which no other thread of the window runs.
    """
    for key in sorted(content):
        value = content[key]
        if isinstance(value, list | tuple):
            yield _line([key])
            yield from (_line([key, element]) for element in value)
        else:
            yield _line([key, value])


def _line(value: list[Any]) -> bytes:
    # A damaged file may hold half of a surrogate pair: it is to come back as it was.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass") + b"\n"
