"""The lines of a text file of any size: decoded piece by piece, in the encoding that is found."""

from __future__ import annotations

import codecs
import mmap
from collections.abc import Iterator

from desktop_slm.documents.readers.encoding import Decoded, decode
from desktop_slm.documents.readers.html import send_encoding
from desktop_slm.documents.readers.sink import Sink

_PIECE = 1 << 18
_SAMPLE = 1 << 16
_MAX_LINE = 1 << 20


class Lines:
    """Iterates over lines with their ends; `place` is the byte up to which was read."""

    def __init__(self, data: mmap.mmap) -> None:
        self.place = 0
        self._data = data
        self._found = _find_encoding(data)
        self._unreadable = 0

    def sample(self) -> str:
        """Returns the first lines, whole ones."""
        text = self._decoder().decode(self._data[:_SAMPLE]).removeprefix("\ufeff")
        whole = text.rpartition("\n")[0]
        return whole if whole and len(self._data) > _SAMPLE else text

    def __iter__(self) -> Iterator[str]:
        rest = ""
        for text in self._pieces():
            lines = (rest + text).splitlines(keepends=True)
            # The end of a piece may be the middle of a line, or of a line's end.
            rest = lines.pop() if lines else ""
            yield from lines
            while len(rest) > _MAX_LINE:
                yield rest[:_MAX_LINE]
                rest = rest[_MAX_LINE:]
        yield from [rest] if rest else []

    def _pieces(self) -> Iterator[str]:
        decoder = self._decoder()
        while self.place < len(self._data):
            piece = self._data[self.place : self.place + _PIECE]
            start = self.place
            self.place += len(piece)
            text = decoder.decode(piece, self.place >= len(self._data))
            self._unreadable += text.count("\ufffd")
            yield _one_kind_of_line(text.removeprefix("\ufeff") if not start else text)

    def _decoder(self) -> codecs.IncrementalDecoder:
        return codecs.getincrementaldecoder(self._found.encoding)("replace")

    def send_encoding(self, sink: Sink) -> None:
        """Says where the encoding was guessed or did not fit what was read."""
        found = self._found
        send_encoding(sink, Decoded("", found.encoding, found.is_guess, self._unreadable))


def _one_kind_of_line(text: str) -> str:
    """Keeps signs that Python takes for line ends, and a table does not, out of the way."""
    for sign in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029":
        if sign in text:
            text = text.replace(sign, " ")
    return text.replace("\x00", "")


def _find_encoding(data: mmap.mmap) -> Decoded:
    """Returns the encoding, with no text: found from the first bytes that are not UTF-8."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return decode(data[:_SAMPLE])
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    for start in range(0, len(data), _PIECE):
        piece = data[start : start + _PIECE]
        try:
            decoder.decode(piece, start + _PIECE >= len(data))
        except UnicodeDecodeError:
            # The lines with such letters say more than all that is ASCII around them.
            around = data[max(0, start - _PIECE) : start + _PIECE]
            lines = (line for line in around.split(b"\n") if not line.isascii())
            return decode(b"\n".join(lines))
    sample = data[:_SAMPLE]
    return decode(sample) if sample.count(0) else Decoded("", "utf-8")
