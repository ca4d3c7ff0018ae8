"""One JSON object a line over two byte streams, with optional raw bytes after a line."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, Any

from desktop_slm.errors import ProtocolError

PROTOCOL_VERSION = 1
MAX_LINE_BYTES = 64 << 20
MAX_PAYLOAD_BYTES = 1 << 30


@dataclass(frozen=True, slots=True)
class Message:
    """One line and the bytes that followed it."""

    fields: Mapping[str, Any]
    payload: bytes = b""


class Channel:
    """Sends from any thread, receives from one. Raises ProtocolError on what it cannot parse."""

    def __init__(self, reader: IO[bytes], writer: IO[bytes]) -> None:
        self._reader = reader
        self._writer = writer
        self._sending = threading.Lock()

    def send(self, fields: Mapping[str, Any], payload: bytes = b"") -> None:
        """Writes one message. Raises OSError where the other side is gone."""
        if payload:
            fields = {**fields, "payload_bytes": len(payload)}
        # Lone surrogates cannot be encoded: they stay as \u escapes, which JSON allows.
        line = json.dumps(fields, separators=(",", ":"), ensure_ascii=True).encode("ascii")
        with self._sending:
            self._writer.write(line + b"\n" + payload)
            self._writer.flush()

    def receive(self) -> Message | None:
        """Returns the next message, or None where the other side has closed."""
        line = self._reader.readline(MAX_LINE_BYTES + 1)
        if not line:
            return None
        if not line.endswith(b"\n"):
            if len(line) > MAX_LINE_BYTES:
                raise ProtocolError(details="a line is too long")
            return None  # cut off by the other side's end: nothing to act on
        fields = _parse(line)
        size = fields.get("payload_bytes", 0)
        if not size:
            return Message(fields)
        if not isinstance(size, int) or not 0 < size <= MAX_PAYLOAD_BYTES:
            raise ProtocolError(details="payload_bytes is out of range")
        payload = self._reader.read(size)
        return Message(fields, payload) if len(payload) == size else None


def _parse(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        raise ProtocolError(details=f"a line of {len(line)} bytes is not JSON") from None
    if not isinstance(fields, dict):
        raise ProtocolError(details="a line is not an object")
    return fields
