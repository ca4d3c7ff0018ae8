"""Pages as pictures: drawn by PDFium or decoded by Pillow, handed over as plain pixels.

The window takes pixels and parses no picture: whatever happens in a file happens in this child.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pypdfium2 as pdfium

from desktop_slm import errors
from desktop_slm.documents.document import Format
from desktop_slm.documents.limits import ReadLimits
from desktop_slm.documents.page_picture import BYTES_A_PIXEL, MAX_PIXELS, MAX_SIDE, MAX_WIDTH
from desktop_slm.documents.readers import source as sources
from desktop_slm.documents.readers.detect import detect
from desktop_slm.documents.readers.pdf import init_forms, open_pdf
from desktop_slm.documents.readers.source import Source
from desktop_slm.workers.host import Job, Reply

_MAX_PAGES = 100_000
_A_LITTLE_LESS = 1 - 1e-9  # else rounding up makes a page a pixel wider than asked for


class PageDrawer:
    """Draws pages of one file, which it keeps open."""

    def __init__(self) -> None:
        self._name = ""
        self._document: Any = None
        self._image: Source | None = None

    def jobs(self) -> Mapping[str, Job]:
        """Returns what it does by the names of the jobs; `open_pages` comes first."""
        return {
            "open_pages": self.open,
            "page_picture": self.draw,
            "page_places": self.find_places,
        }

    def open(self, fields: Mapping[str, Any], payload: bytes, reply: Reply) -> Mapping[str, Any]:
        """Opens a file, or the contents in the payload; says its hash and the pages' sizes.

        Raises DocumentError; WrongFormat where it has no pages to draw.
        """
        limits = ReadLimits()
        if payload:
            source = sources.from_bytes(fields["name"], payload, limits)
        else:
            source = sources.open_source(fields["path"], limits, fields["password"])
        self._name = source.name
        found = detect(source)
        if found is Format.IMAGE:
            self._image = source
            sizes = _image_sizes(source)
        elif found is Format.PDF:
            self._document = open_pdf(source)
            init_forms(self._document)  # else filled fields are drawn empty
            sizes = _sizes(self._document)
        else:
            raise errors.WrongFormat(name=self._name)
        reply.event("opened", sha256=source.sha256, sizes=sizes)
        return {}

    def draw(self, fields: Mapping[str, Any], payload: bytes, reply: Reply) -> Mapping[str, Any]:
        """Sends a page as rows of red, green, blue. Raises DamagedFile where there is none."""
        number, width_px = int(fields["page"]), min(max(int(fields["width_px"]), 1), MAX_WIDTH)
        if self._image is not None:
            self._draw_image(number, width_px, reply)
            return {}
        page = self._page(number)
        try:
            _draw(page, width_px, reply)
        except pdfium.PdfiumError:
            raise errors.DamagedFile(name=self._name) from None
        finally:
            page.close()
        return {}

    def find_places(
        self, fields: Mapping[str, Any], payload: bytes, reply: Reply
    ) -> Mapping[str, Any]:
        """Sends where on its picture a stretch of a page's text stands; the text is the payload."""
        found: list[tuple[float, float, float, float]] = []
        if self._document is not None:
            from desktop_slm.documents.readers import pdf_places

            text = payload.decode("utf-8", "surrogatepass")
            page = self._page(int(fields["page"]))
            try:
                found = pdf_places.places(page, text, int(fields["start"]), int(fields["end"]))
            except pdfium.PdfiumError:
                raise errors.DamagedFile(name=self._name) from None
            finally:
                page.close()
        reply.event("places", places=found)
        return {}

    def _page(self, number: int) -> Any:
        if self._document is None or not 1 <= number <= len(self._document):
            raise errors.DamagedFile(name=self._name)
        try:
            return self._document[number - 1]
        except pdfium.PdfiumError:
            raise errors.DamagedFile(name=self._name) from None

    def _draw_image(self, number: int, width_px: int, reply: Reply) -> None:
        """Sends a picture's frame. It is opened anew: decoding changes what is open."""
        from desktop_slm.documents.readers import image

        assert self._image is not None
        opened = image.open_image(self._image)
        try:
            opened.seek(number - 1)
            drawn = image.to_colour(opened, width_px)
        except image.UNDRAWABLE:
            raise errors.DamagedFile(name=self._name) from None
        reply.event("picture", drawn.tobytes(), width=drawn.width, height=drawn.height)


def _sizes(document: Any) -> list[list[float]]:
    """Returns width and height of every page in points, nothing for one that is damaged."""
    sizes = []
    for index in range(min(len(document), _MAX_PAGES)):
        try:
            width, height = document.get_page_size(index)
        except pdfium.PdfiumError:
            width = height = 0.0
        sizes.append([round(width, 2), round(height, 2)])
    return sizes


def _image_sizes(source: Source) -> list[list[float]]:
    from desktop_slm.documents.readers import image

    opened = image.open_image(source)
    try:
        return [list(size) for size in image.frame_sizes(opened, source)]
    except image.UNDRAWABLE:
        raise errors.DamagedFile(name=source.name) from None


def _draw(page: Any, width_px: int, reply: Reply) -> None:
    width, height = page.get_size()
    scale = width_px / max(width, 1) * _A_LITTLE_LESS
    scale = min(scale, (MAX_PIXELS / max(width * height, 1)) ** 0.5)
    scale = min(scale, MAX_SIDE / max(width, height, 1))
    bitmap = page.render(scale=scale, rev_byteorder=True)
    try:
        pixels = bytes(bitmap.buffer)
        row = BYTES_A_PIXEL * bitmap.width
        if bitmap.stride != row:
            starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
            pixels = b"".join(pixels[start : start + row] for start in starts)
        reply.event("picture", pixels, width=bitmap.width, height=bitmap.height)
    finally:
        bitmap.close()
