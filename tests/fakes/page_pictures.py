"""Pictures of pages without a child: plain paper, and places as a test says."""

from __future__ import annotations

from pathlib import Path

from desktop_slm.documents.page_picture import PageSizes, Picture, Rectangle
from desktop_slm.documents.pictures import PagePictures
from desktop_slm.documents.reading import Contents
from desktop_slm.errors import DesktopSlmError


class Press:
    """What the pictures of a test are like; its `open_file` makes them."""

    def __init__(self, sha256: str, pages: int, size: tuple[float, float] = (612, 792)) -> None:
        self.sizes = PageSizes(sha256, (size,) * pages)
        self.refusal: DesktopSlmError | None = None
        self.failures: dict[int, DesktopSlmError] = {}
        self.marks: tuple[Rectangle, ...] = ((0.1, 0.2, 0.9, 0.25),)
        self.drawn: list[tuple[int, int]] = []
        self.sought: list[tuple[int, int, int]] = []
        self.ended = 0

    def open_file(self, given: Path | Contents) -> PagePictures:
        """Returns what draws a file's pages."""
        return FakePictures(given, self)


class FakePictures(PagePictures):
    """Answers at once."""

    def __init__(self, given: Path | Contents, press: Press) -> None:
        super().__init__(given)
        self._press = press

    def open(self) -> PageSizes:
        """Returns the sizes of the test, or raises its refusal."""
        if self._press.refusal is not None:
            raise self._press.refusal
        return self._press.sizes

    def draw(self, page: int, width_px: int) -> Picture:
        """Returns paper as blue as the page's number."""
        if page in self._press.failures:
            raise self._press.failures[page]
        self._press.drawn.append((page, width_px))
        wide, high = self._press.sizes.sizes[page - 1]
        height = max(round(width_px * high / wide), 1)
        return Picture(width_px, height, bytes((255, 255, page % 256)) * (width_px * height))

    def places(self, page: int, text: str, start: int, end: int) -> tuple[Rectangle, ...]:
        """Returns the places of the test."""
        self._press.sought.append((page, start, end))
        return self._press.marks

    def kill(self) -> None:
        """Counts."""
        self._press.ended += 1
