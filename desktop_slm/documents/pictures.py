"""Pictures of a document's pages, drawn in a reader child that is kept open for as long as they are
wanted; and where on such a picture a stretch of the page's text stands.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from desktop_slm import errors
from desktop_slm.documents.limits import ReadLimits
from desktop_slm.documents.page_picture import (
    BYTES_A_PIXEL,
    MAX_PIXELS,
    MAX_SIDE,
    PageSizes,
    Picture,
    Rectangle,
)
from desktop_slm.documents.reading import Contents, check_path, resident_bytes
from desktop_slm.errors import ProtocolError
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.process import (
    Replies,
    Spawner,
    Worker,
    WorkerEnded,
    WorkerSilent,
    spawn,
)

T = TypeVar("T")
_TIMEOUT_S = 20.0
_POLL_S = 0.1
_MOST_PLACES = 10_000


class PagePictures:
    """Draws pages of one file. Blocks; one thread at a time, but `kill` from any. Close it.

    Whatever the child does ends in a DocumentError; the next call starts another child.
    """

    def __init__(
        self, given: Path | Contents, *, password: str = "", spawner: Spawner = spawn
    ) -> None:
        self._given = given
        self._password = password
        self._spawner = spawner
        self._worker: Worker | None = None
        self._sizes: PageSizes | None = None

    def open(self) -> PageSizes:
        """Returns the file's hash and its pages' sizes. Raises DocumentError."""
        return self._watched(self._opened)

    def draw(self, page: int, width_px: int) -> Picture:
        """Returns a page so wide, or as wide as a picture may be. Raises DocumentError."""

        def draw() -> Picture:
            self._opened()
            event, payload = self._ask("page_picture", page=page, width_px=width_px)
            return _picture(event, payload)

        return self._watched(draw)

    def places(self, page: int, text: str, start: int, end: int) -> tuple[Rectangle, ...]:
        """Returns where a stretch of a page's text stands, a rectangle for each line.

        Raises DocumentError. There is none where the words do not stand on the page itself: in a
        note, or in a picture.
        """

        def find() -> tuple[Rectangle, ...]:
            self._opened()
            payload = text.encode("utf-8", "surrogatepass")
            event, _ = self._ask("page_places", payload, page=page, start=start, end=end)
            return _places(event)

        return self._watched(find)

    def kill(self) -> None:
        """Ends the child at once; what waits for it raises ReaderCrashed."""
        worker = self._worker
        if worker is not None:
            worker.kill()

    def close(self) -> None:
        """Ends the child."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.stop(grace_s=0.2)

    def __enter__(self) -> PagePictures:
        return self

    def __exit__(self, *_ended: object) -> None:
        self.close()

    def _watched(self, work: Callable[[], T]) -> T:
        """Does one thing with the child; ends it where it goes wrong."""
        try:
            return work()
        except WorkerEnded as end:
            self.close()
            raise errors.ReaderCrashed(name=self._given.name, how=str(end.ending)) from None
        except WorkerSilent:
            self.close()
            raise errors.ReaderTooSlow(name=self._given.name, seconds=_TIMEOUT_S) from None
        except ProtocolError:
            self.close()
            raise

    def _opened(self) -> PageSizes:
        """Starts a child where there is none. Another one has to find the same file."""
        if self._worker is not None and self._sizes is not None:
            return self._sizes
        given = self._given
        if isinstance(given, Contents):
            real, content = "", given.data
        else:
            check_path(given)
            real, content = str(given.resolve()), b""
        self._worker = Worker("reader", Grant(read=(real,) if real else ()), self._spawner)
        self._worker.start()
        event, _ = self._ask(
            "open_pages", content, path=real, name=given.name, password=self._password
        )
        sizes = _sizes(event)
        if self._sizes is not None and sizes.sha256 != self._sizes.sha256:
            raise errors.FileMissing(name=given.name)
        self._sizes = sizes
        return sizes

    def _ask(
        self, operation: str, payload: bytes = b"", **fields: object
    ) -> tuple[Mapping[str, Any], bytes]:
        """Returns the one event that answers a request, and its payload."""
        assert self._worker is not None
        replies = self._worker.request(operation, payload, **fields)
        deadline = time.monotonic() + _TIMEOUT_S
        event = self._next(replies, deadline)
        replies.result(max(deadline - time.monotonic(), 0))
        return event

    def _next(self, replies: Replies, deadline: float) -> tuple[Mapping[str, Any], bytes]:
        """Waits for a reply and watches the child's memory meanwhile."""
        worker = self._worker
        while True:
            try:
                message = replies.next(_POLL_S)
            except WorkerSilent:
                if time.monotonic() > deadline:
                    raise
                if worker and resident_bytes(worker.pid) > ReadLimits().memory_bytes:
                    worker.kill()
                continue
            return message.fields, message.payload


def _picture(event: Mapping[str, Any], payload: bytes) -> Picture:
    """Returns the pixels where there are as many as are said."""
    width, height = event.get("width"), event.get("height")
    if type(width) is not int or type(height) is not int:
        raise ProtocolError(details="a picture without its size")
    is_fit = 0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE and width * height <= 2 * MAX_PIXELS
    if not is_fit or len(payload) != BYTES_A_PIXEL * width * height:
        raise ProtocolError(details="a picture that is not of its size")
    return Picture(width, height, payload)


def _sizes(event: Mapping[str, Any]) -> PageSizes:
    try:
        sizes = tuple((float(width), float(height)) for width, height in event["sizes"])
        sha256 = event["sha256"]
    except (KeyError, TypeError, ValueError):
        raise ProtocolError(details="pages without their sizes") from None
    if not isinstance(sha256, str) or not all(0 <= side < 1e9 for size in sizes for side in size):
        raise ProtocolError(details="pages of no possible size")
    return PageSizes(sha256, sizes)


def _places(event: Mapping[str, Any]) -> tuple[Rectangle, ...]:
    try:
        found = tuple(
            (float(left), float(top), float(right), float(bottom))
            for left, top, right, bottom in event["places"]
        )
    except (KeyError, TypeError, ValueError):
        raise ProtocolError(details="places that are none") from None
    if len(found) > _MOST_PLACES or not all(-10 <= side <= 10 for box in found for side in box):
        raise ProtocolError(details="places outside every page")
    return found
