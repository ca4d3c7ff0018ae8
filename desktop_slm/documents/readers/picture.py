"""Pages as pictures: drawn by PDFium, written as PNG with nothing but zlib."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from typing import Any

import pypdfium2 as pdfium

from desktop_slm import errors
from desktop_slm.documents.limits import ReadLimits
from desktop_slm.documents.readers.pdf import init_forms, open_pdf
from desktop_slm.documents.readers.source import open_source
from desktop_slm.workers.host import Reply

_MAX_PIXELS = 40_000_000
_MAX_WIDTH = 8_000
_COLOUR_RGB = 2
_FAST = 1


class PageDrawer:
    """Draws pages of one file, which it keeps open. Serves the job `page_picture`."""

    def __init__(self) -> None:
        self._opened: tuple[str, str] | None = None
        self._name = ""
        self._document: Any = None

    def draw(self, fields: Mapping[str, Any], payload: bytes, reply: Reply) -> Mapping[str, Any]:
        """Sends a page as PNG, in the payload of the event "picture".

        Raises DamagedFile where there is no such page.
        """
        document = self._open(fields["path"], fields["password"])
        number = int(fields["page"])
        if not 1 <= number <= len(document):
            raise errors.DamagedFile(name=self._name)
        try:
            page = document[number - 1]
        except pdfium.PdfiumError:
            raise errors.DamagedFile(name=self._name) from None
        try:
            reply.event("picture", _draw(page, int(fields["width_px"])))
        finally:
            page.close()
        return {}

    def _open(self, path: str, password: str) -> Any:
        if self._opened != (path, password):
            source = open_source(path, ReadLimits(), password)
            self._document, self._name = open_pdf(source), source.name
            init_forms(self._document)  # else filled fields are drawn empty
            self._opened = (path, password)
        return self._document


def _draw(page: Any, width_px: int) -> bytes:
    width, height = page.get_size()
    scale = min(max(width_px, 1), _MAX_WIDTH) / max(width, 1)
    scale = min(scale, (_MAX_PIXELS / max(width * height, 1)) ** 0.5)
    bitmap = page.render(scale=scale, rev_byteorder=True)
    return to_png(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def to_png(width: int, height: int, stride: int, pixels: bytes) -> bytes:
    """Returns RGB pixels, `stride` bytes a row, as PNG."""
    # Each row begins with its filter; none pays for pages, which are mostly white.
    rows = b"".join(
        b"\x00" + pixels[row * stride : row * stride + width * 3] for row in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, _COLOUR_RGB, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", header),
            _chunk(b"IDAT", zlib.compress(rows, _FAST)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    checked = kind + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))
