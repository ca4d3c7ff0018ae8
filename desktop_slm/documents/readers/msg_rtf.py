"""The RTF of an Outlook message, which is kept compressed. Source: [MS-OXRTFCP]."""

from __future__ import annotations

import struct

_COMPRESSED, _PLAIN = 0x75465A4C, 0x414C454D
_MAX_BYTES = 64 << 20
_WINDOW = 4096
_FIRST = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "
    rb"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)


def expand(data: bytes) -> bytes:
    """Returns the RTF; what came before a damage, and b"" where it is none."""
    if len(data) < 16:
        return b""
    size, kind = struct.unpack_from("<4xII", data)
    if kind == _PLAIN:
        return data[16 : 16 + size]
    if kind != _COMPRESSED:
        return b""
    return _expand(data[16:], min(size, _MAX_BYTES))


def _expand(data: bytes, size: int) -> bytes:
    window = bytearray(_FIRST.ljust(_WINDOW, b"\x00"))
    write = len(_FIRST)
    out = bytearray()
    place = 0
    while place < len(data) and len(out) < size:
        flags = data[place]
        place += 1
        for bit in range(8):
            if not flags >> bit & 1:
                piece = data[place : place + 1]
                place += 1
            else:
                if place + 2 > len(data):
                    return bytes(out[:size])
                reference = data[place] << 8 | data[place + 1]
                place += 2
                if reference >> 4 == write:
                    return bytes(out[:size])
                piece = _copied(window, reference >> 4, (reference & 15) + 2, write)
            for byte in piece:
                window[write] = byte
                write = (write + 1) % _WINDOW
            out += piece
    return bytes(out[:size])


def _copied(window: bytearray, start: int, length: int, write: int) -> bytes:
    """Returns bytes of the window; those that are being written may be among them."""
    found = bytearray()
    for offset in range(length):
        place = (start + offset) % _WINDOW
        ahead = (place - write) % _WINDOW
        found.append(found[ahead] if ahead < offset else window[place])
    return bytes(found)
