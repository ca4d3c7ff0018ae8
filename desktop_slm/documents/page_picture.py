"""The picture of a page: pixels, and how many of them there may be."""

from __future__ import annotations

from dataclasses import dataclass, field

MAX_PIXELS = 12_000_000
MAX_WIDTH = 4_000
MAX_SIDE = 30_000
BYTES_A_PIXEL = 3  # red, green, blue


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows of red, green and blue without gaps."""

    width: int
    height: int
    pixels: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PageSizes:
    """What is known of a file before a page of it is drawn."""

    sha256: str
    sizes: tuple[tuple[float, float], ...]  # width and height of every page, 0 where unknown


Rectangle = tuple[float, float, float, float]  # left, top, right, bottom in shares of a page
