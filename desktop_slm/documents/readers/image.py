"""Pictures of text: photographs, screenshots and scans, a TIFF with a page for each of its frames.

There is nothing in them to read but what text recognition finds. Pillow decodes them, and only the
formats named here; how many pixels there will be is looked at before the first is decoded.
"""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

# Importing them makes them known; Pillow's own look for them would load all its formats.
from PIL import Image, TiffImagePlugin, WebPImagePlugin  # noqa: F401

from desktop_slm import errors
from desktop_slm.documents.document import Format, SkipReason
from desktop_slm.documents.readers.pictures import Pictures
from desktop_slm.documents.readers.raster import DPI, MAX_PIXELS, Raster, of_image
from desktop_slm.documents.readers.sink import About, Budget, Sink, Stopped
from desktop_slm.documents.readers.source import Source
from desktop_slm.documents.readers.tiff import count_frames

FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF")
_ORIENTATION = 0x0112  # of EXIF
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ON_ITS_SIDE = tuple(turn for number, turn in _TURNS.items() if number >= 5)
_MAX_DECODED_BYTES = 600 << 20
_BELIEVED_DPI = (140, 1250)
_A4_INCHES = 11.7
_SMALL_PX, _SMALL_FACTOR = 1500, 2.0  # a screenshot: its letters are too small for Tesseract
# What Pillow's decoders raise on files that lie: it asserts and looks up what a file says, too.
_DAMAGED = (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error, ArithmeticError,
            AssertionError, LookupError, TypeError)  # fmt: skip
# What a point takes at most on its way to grey, by the mode that Pillow gives a picture.
_BYTES = {"1": 2, "L": 1, "P": 2, "I;16": 3, "I": 9, "F": 9}
_OTHER_BYTES, _CLEAR_BYTES = 5, 13
Image.MAX_IMAGE_PIXELS = None  # `decode` refuses by bytes, before decoding


def read(source: Source, sink: Sink, budget: Budget) -> None:
    """Sends a page for each picture in the file. Raises RecognitionMissing."""
    if source.ocr.recognition is None:
        raise errors.RecognitionMissing(name=source.name)
    image = open_image(source)
    count = count_frames(source.data) if image.format == "TIFF" else 1
    budget.extend(min(count, budget.limits.pages))
    sink.begin(About(Format.IMAGE, pages=count))
    pictures = Pictures(source.ocr, sink, budget)
    try:
        for number in range(1, min(count, budget.limits.pages) + 1):
            budget.check_time()
            _send(image, number, pictures)
        pictures.finish()
        if count > budget.limits.pages:
            sink.stop(SkipReason.TOO_MANY_PAGES)
    except Stopped as stop:
        sink.stop(stop.why)
    finally:
        pictures.close()


def open_image(source: Source) -> Any:
    """Opens a picture without decoding it. Raises DamagedFile."""
    try:
        return Image.open(io.BytesIO(source.data), formats=FORMATS)
    except _DAMAGED:
        raise errors.DamagedFile(name=source.name) from None


def frame_sizes(image: Any, source: Source) -> list[tuple[int, int]]:
    """Returns width and height of every frame as it is drawn; decodes none."""
    sizes = []
    for number in range(count_frames(source.data) if image.format == "TIFF" else 1):
        image.seek(number)
        width, height = image.size
        sizes.append((height, width) if _turn(image) in _ON_ITS_SIDE else (width, height))
    return sizes


class TooManyPixels(Exception):
    """A picture that would take more memory than a reader has."""


UNDRAWABLE = (*_DAMAGED, TooManyPixels)


def _send(image: Any, number: int, pictures: Pictures) -> None:
    try:
        image.seek(number - 1)
        raster = to_raster(image)
    except _DAMAGED:
        pictures.skip(number, SkipReason.DAMAGED)
    except (TooManyPixels, MemoryError):
        pictures.skip(number, SkipReason.TOO_MUCH_MEMORY)
    else:
        pictures.recognize(raster, number, str(number))


def to_raster(image: Any) -> Raster:
    """Returns a picture in grey and upright, of the size that is read best."""
    size, turn = _read_size(image), _turn(image)
    grey = _flattened(decode(image, size, "L"), "L")
    if size != grey.size:
        grey = grey.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    return of_image(grey.transpose(turn) if turn is not None else grey, DPI)


def to_colour(image: Any, width_px: int) -> Any:
    """Returns a picture in colour and upright, of about this width."""
    share = min(width_px / image.width, (MAX_PIXELS / (image.width * image.height)) ** 0.5, 1.0)
    size = max(int(image.width * share), 1), max(int(image.height * share), 1)
    turn = _turn(image)
    colour = _flattened(decode(image, size, "RGB"), "RGB").resize(size, reducing_gap=2.0)
    return colour.transpose(turn) if turn is not None else colour


def decode(image: Any, size: tuple[int, int], mode: str) -> Any:
    """Decodes a picture, a JPEG not larger than needed. Raises TooManyPixels."""
    image.draft(mode, size)
    if not _can_be_decoded(image):
        raise TooManyPixels
    image.load()
    return image


def _can_be_decoded(image: Any) -> bool:
    each = _BYTES.get(image.mode, _OTHER_BYTES)
    if image.has_transparency_data:
        each = _CLEAR_BYTES
    return bool(image.width * image.height * each <= _MAX_DECODED_BYTES)


def _turn(image: Any) -> Image.Transpose | None:
    """Returns how a camera says that the picture is to be turned."""
    if image.format == "PNG" and not _can_be_decoded(image):
        return None  # what a PNG says may stand after its points: Pillow decodes it to find out
    return _TURNS.get(image.getexif().get(_ORIENTATION, 1))


def _read_size(image: Any) -> tuple[int, int]:
    """Returns the size at which a picture is read: 200 dots an inch, as far as one can tell."""
    longest = max(image.width, image.height)
    dpi = float(image.info.get("dpi", (0, 0))[0])
    if not _BELIEVED_DPI[0] <= dpi <= _BELIEVED_DPI[1]:  # 72 and 96 are said of everything
        dpi = longest / _A4_INCHES
    factor = _SMALL_FACTOR if longest < _SMALL_PX else DPI / dpi
    factor = min(factor, (MAX_PIXELS / (image.width * image.height)) ** 0.5)
    return max(int(image.width * factor), 1), max(int(image.height * factor), 1)


def _flattened(image: Any, mode: str) -> Any:
    """Returns a picture in another mode, with white where it is clear."""
    if image.mode.startswith("I;16"):
        return image.point([value >> 8 for value in range(1 << 16)], "L").convert(mode)
    if image.mode in ("I", "F"):
        low, high = image.getextrema()
        scale = 255 / max(high - low, 1)
        return image.point(lambda value: value * scale - low * scale).convert("L").convert(mode)
    if not image.has_transparency_data:
        return image if image.mode == mode else image.convert(mode)
    shown = image.convert("RGBA")
    paper = Image.new("RGBA", shown.size, "white")
    paper.alpha_composite(shown)
    return paper.convert(mode)
