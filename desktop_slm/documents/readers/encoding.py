"""Bytes to text, in whatever encoding they are."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSED_FROM_BYTES = 1 << 18
_UTF8_FAULTS = 0.001  # of the bytes: a text in UTF-8 with a few broken ones
# What browsers read under these names.
_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252"}
_ALIASES |= {"us-ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was in, whether that was a guess, and how much was unreadable."""

    text: str
    encoding: str
    is_guess: bool = False
    unreadable: int = 0


def decode(data: bytes, declared: str = "") -> Decoded:
    """Returns the text: by its mark, as UTF-8, as declared, or by the look of it."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _lenient(data, encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    encoding = _ALIASES.get(declared.lower(), declared)
    if encoding and _is_known(encoding):
        return _lenient(data, encoding)
    return _guess(data)


def _guess(data: bytes) -> Decoded:
    wide = _wide(data)
    if wide:
        return _lenient(data, wide)
    nearly = data.decode("utf-8", "replace")
    faults = nearly.count("\ufffd")
    others = len(nearly) - len(nearly.encode("ascii", "ignore")) - faults
    # What is nearly all ASCII, with a few letters in an old encoding, has no others.
    if faults <= _UTF8_FAULTS * len(data) and others > faults:
        return Decoded(nearly, "utf-8", False, faults)
    best = from_bytes(data[:_GUESSED_FROM_BYTES]).best()
    encoding = best.encoding if best else "cp1252"
    found = _lenient(data, _ALIASES.get(encoding.replace("_", "-"), encoding))
    return Decoded(found.text, found.encoding, True, found.unreadable)


def _wide(data: bytes) -> str:
    """Returns UTF-16's byte order where every other byte is mostly zero."""
    sample = data[:4096]
    if sample[1::2].count(0) > 0.4 * len(sample) / 2:
        return "utf-16-le"
    return "utf-16-be" if sample[0::2].count(0) > 0.4 * len(sample) / 2 else ""


def _is_known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding)._is_text_encoding
    except (LookupError, ValueError):
        return False


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, False, text.count("\ufffd"))
