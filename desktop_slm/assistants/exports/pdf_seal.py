"""What makes a PDF of ours checkable: the data attached to it, and a hash behind its last line.

Words cannot be read back from a PDF character by character (hyphens at line ends, scripts that
join letters), so the hash over the file's bytes stands in for them. A comment behind `%%EOF` is
nothing to a viewer.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from typing import Any

ATTACHMENT, ATTACHMENT_TYPE = "desktop-slm-export.json", "application/json"
_SEAL = re.compile(rb"\n%desktop-slm sha256 ([0-9a-f]{64})\n\Z")
_FILE = re.compile(rb"/EF\s*<<\s*/F\s+(\d{1,9})\s+0\s+R\s*>>")
_STREAM = re.compile(rb"[^\0]{0,200}?>>\s*stream\r?\n", re.DOTALL)
_END = b"endstream"
_MOST_BYTES = 1 << 26


def attachment(sealed: dict[str, Any]) -> bytes:
    """Returns the data as the file that is attached."""
    return json.dumps(sealed, separators=(",", ":")).encode()


def with_seal(pdf: bytes) -> bytes:
    """Returns the PDF with the hash of its bytes."""
    return pdf + f"\n%desktop-slm sha256 {hashlib.sha256(pdf).hexdigest()}\n".encode()


def is_unchanged(pdf: bytes) -> bool:
    """Whether every byte before the hash is as it was."""
    found = _SEAL.search(pdf, max(0, len(pdf) - 200))
    return found is not None and (
        hashlib.sha256(pdf[: found.start()]).hexdigest().encode() == found[1]
    )


def attached(pdf: bytes) -> bytes | None:
    """Returns the data that is attached, None where there is none that can be read."""
    for found in _FILE.finditer(pdf):
        data = _stream(pdf, b"\n" + found[1] + b" 0 obj")
        if data is not None:
            return data
    return None


def _stream(pdf: bytes, head: bytes) -> bytes | None:
    begin = pdf.find(head)
    found = _STREAM.match(pdf, begin + len(head)) if begin >= 0 else None
    end = pdf.find(_END, found.end()) if found else -1
    if found is None or end < 0:
        return None
    raw = pdf[found.end() : end]
    if b"FlateDecode" not in found[0]:
        return raw.rstrip(b"\r\n")
    try:
        return zlib.decompressobj().decompress(raw, _MOST_BYTES)
    except zlib.error:
        return None
