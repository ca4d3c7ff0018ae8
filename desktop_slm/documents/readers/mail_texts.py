"""The bytes of a mail's texts and headers as text, whatever their charset says."""

from __future__ import annotations

import codecs
import re

from desktop_slm.documents.readers.encoding import decode

_STATEFUL = re.compile(r"(?i)iso-2022|utf-7|hz")  # their bytes are ASCII, and no text as such
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_TOO_SHORT_TO_GUESS = 1_000
_USUAL = "cp1252"


def decode_mail(data: bytes, charset: str, *, is_html: bool = False) -> str:
    """Returns the text: as the charset says, as the page itself says, or by the look of it."""
    if not _is_known(charset):
        found = _CHARSET.search(data, 0, 4096) if is_html else None
        charset = found[1].decode("ascii") if found else ""
    if _STATEFUL.match(charset):
        return data.decode(charset, "replace")
    if not _is_known(charset) and len(data) < _TOO_SHORT_TO_GUESS:
        charset = _USUAL
    return decode(data, charset).text


def _is_known(charset: str) -> bool:
    try:
        return bool(charset) and codecs.lookup(charset)._is_text_encoding
    except (LookupError, ValueError):
        return False
