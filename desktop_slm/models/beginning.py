"""Fetches some bytes of the start of a file, and not one more. Fetch child only.

Nothing is written, and what came is not looked at here: it goes to the parent, which hands it to
the child that reads headers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import httpx2

from desktop_slm.errors import HubRefused, HubUnreachable, SignInPage, WrongLength
from desktop_slm.models import hub, web
from desktop_slm.models.pace import Stall
from desktop_slm.models.web import Web

# Larger than any honest header; a range that is wanted from a server without ranges is read over.
MOST_BYTES = 32 << 20
_STALL_S, _LEAST_BYTES_PER_S = 15.0, 1024
_OK, _PARTIAL = 200, 206


@dataclass(frozen=True, slots=True)
class Piece:
    """`length` bytes from `start` of a file whose size the hub has told, or 0."""

    repo: str
    revision: str
    file: str
    size_bytes: int
    start: int
    length: int

    @property
    def end(self) -> int:
        """Behind which byte it ends."""
        end = self.start + self.length
        return min(end, self.size_bytes) if self.size_bytes else end

    def to_wire(self) -> dict[str, Any]:
        """Returns the fields of the request."""
        return asdict(self)

    @classmethod
    def from_wire(cls, fields: Mapping[str, Any]) -> Piece:
        """Returns the piece that a request holds. Raises ValueError where it is too large."""
        piece = cls(
            repo=str(fields["repo"]),
            revision=str(fields["revision"]),
            file=str(fields["file"]),
            size_bytes=int(fields["size_bytes"]),
            start=int(fields["start"]),
            length=int(fields["length"]),
        )
        if not 0 <= piece.start < piece.start + piece.length <= MOST_BYTES:
            raise ValueError("a piece that is none")
        return piece


def fetch(piece: Piece, web_: Web, token: str = "") -> bytes:
    """Returns the bytes. Raises what `web.translate` returns, SignInPage, WrongLength."""
    source = hub.locate(piece.repo, piece.revision, piece.file, token)
    if piece.size_bytes and source.size_bytes and source.size_bytes != piece.size_bytes:
        raise _wrong_length(piece, source.size_bytes)
    headers = {"Accept-Encoding": "identity", "Range": f"bytes={piece.start}-{piece.end - 1}"}
    if token:
        headers["Authorization"] = f"Bearer {token}"  # `web` keeps it to its origin
    try:
        with web_.client.stream("GET", source.address, headers=headers) as response:
            return _received(response, piece)
    except httpx2.HTTPError as error:
        raise web.translate(error, piece.repo, piece.file, piece.revision) from None


def _received(response: httpx2.Response, piece: Piece) -> bytes:
    """Reads up to the last byte that is wanted; the connection is then closed, whatever follows."""
    before = _before(response, piece)
    wanted = before + piece.end - piece.start
    stall = Stall(_STALL_S, _LEAST_BYTES_PER_S)
    found = bytearray()
    for data in response.iter_raw():
        found += data
        if len(found) >= wanted:
            return bytes(found[before:wanted])
        if stall.is_stalled(len(data)):
            raise HubUnreachable(details="too slow")
    raise HubUnreachable(details=f"ended {wanted - len(found)} bytes early")


def _before(response: httpx2.Response, piece: Piece) -> int:
    """Returns how many bytes come before those that are wanted: some servers know no ranges."""
    if response.status_code not in (_OK, _PARTIAL):
        raise web.of_status(response)
    if response.headers.get("Content-Type", "").startswith("text/html"):
        raise SignInPage
    if response.status_code == _OK:
        length = response.headers.get("Content-Length", "")
        first, total = 0, int(length) if length.isdigit() else -1
    else:
        first, total = web.content_range(response)
        if first != piece.start:
            raise HubRefused(status=response.status_code)
    if piece.size_bytes and total not in (-1, piece.size_bytes):
        raise _wrong_length(piece, total)
    return piece.start - first


def _wrong_length(piece: Piece, found: int) -> WrongLength:
    return WrongLength(file=piece.file, wanted=piece.size_bytes, found=found)
