"""RTF as a row of tokens: groups, control words with their numbers, bytes of text."""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?"  # a word, its number, the space that ends it
    rb"|((?:\\'[0-9a-fA-F]{2}){1,4096})"
    rb"|\\([^a-zA-Z'])"
    rb"|([{}])"
    rb"|([^\\{}\r\n\x00]+)"
    rb"|[\r\n\x00]+|\\'?",
    re.DOTALL,
)


class Kind(Enum):
    """What a token is."""

    OPEN = 0
    CLOSE = 1
    WORD = 2
    SYMBOL = 3  # a backslash and one sign
    BYTES = 4  # written in hexadecimal
    TEXT = 5


@dataclass(slots=True)
class Token:
    """`word` is a word's or a symbol's name, `data` the bytes of a text."""

    kind: Kind
    word: str = ""
    number: int | None = None
    data: bytes = b""


_OPEN, _CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)


def tokens(data: mmap.mmap | bytes) -> Iterator[Token]:
    """Yields a file's tokens; binary data is passed over."""
    place = 0
    while found := _TOKEN.match(data, place):
        place = found.end()
        word, number, byte, symbol, brace, text = found.groups()
        if text is not None:
            yield Token(Kind.TEXT, data=text)
        elif word is not None:
            value = int(number) if number else None
            if word == b"bin":
                place += max(value or 0, 0)
            else:
                yield Token(Kind.WORD, word.decode("ascii"), value)
        elif brace is not None:
            yield _OPEN if brace == b"{" else _CLOSE
        elif byte is not None:
            yield Token(Kind.BYTES, data=bytes.fromhex(byte.replace(b"\\'", b"").decode("ascii")))
        elif symbol is not None:
            yield Token(Kind.SYMBOL, symbol.decode("latin-1"))
