"""The reader child behind the shown document's pictures, and the one place where it is.

Both know nothing of Qt, so they outlive the widget that ends them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop_slm.assistants.cancellation import Cancelled
from desktop_slm.documents.page_picture import PageSizes, Picture, Rectangle
from desktop_slm.documents.pictures import PagePictures
from desktop_slm.documents.reading import Contents
from desktop_slm.errors import DesktopSlmError

_T = TypeVar("_T")
MakePictures = Callable[[Path | Contents], PagePictures]


class PageChild:
    """Asks one child, which the first question starts. Any thread; raises Cancelled once ended."""

    def __init__(self, pictures: PagePictures) -> None:
        self._pictures = pictures
        self._lock = threading.Lock()
        self._is_ended = False

    def open(self) -> PageSizes:
        """Returns the file's hash and its pages' sizes."""
        return self._ask(self._pictures.open)

    def draw(self, page: int, width_px: int) -> Picture:
        """Returns the picture of a page."""
        return self._ask(lambda: self._pictures.draw(page, width_px))

    def places(self, page: int, text: str, start: int, end: int) -> tuple[Rectangle, ...]:
        """Returns where a stretch of a page's text stands on its picture."""
        return self._ask(lambda: self._pictures.places(page, text, start, end))

    def end(self) -> None:
        """Ends the child, with a question under way; returns at once."""
        self._is_ended = True
        self._pictures.kill()
        threading.Thread(target=self._close, name="page child end", daemon=True).start()

    def _ask(self, question: Callable[[], _T]) -> _T:
        with self._lock:
            if self._is_ended:
                raise Cancelled
            try:
                return question()
            except DesktopSlmError:
                if self._is_ended:
                    raise Cancelled from None
                raise

    def _close(self) -> None:
        with self._lock:
            self._pictures.close()


class PageChildPlace:
    """Where the one child is."""

    def __init__(self, make_pictures: MakePictures) -> None:
        self._make_pictures = make_pictures
        self.child: PageChild | None = None

    def take(self, given: Path | Contents) -> None:
        """Makes room for a child for this file."""
        self.clear()
        self.child = PageChild(self._make_pictures(given))

    def clear(self) -> None:
        """Ends the child."""
        if self.child is not None:
            self.child.end()
        self.child = None
