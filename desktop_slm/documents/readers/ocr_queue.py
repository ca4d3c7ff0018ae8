"""Pages in their order, though several are recognised at a time."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from desktop_slm.documents.readers.ocr import PageTooSlow, ReadPicture, Recognizer
from desktop_slm.documents.readers.raster import Raster

_MOST_THREADS = 4
Deliver = Callable[[ReadPicture | None], None]


class RecognitionQueue:
    """Hands pages on in the order in which they came. Belongs to one thread.

    `deliver` gets None where the page was not done within its time, and may raise, as a sink does
    when a limit is met; the rest is dropped then.
    """

    def __init__(self, recognizer: Recognizer) -> None:
        self._recognizer = recognizer
        threads = min(os.cpu_count() or 1, _MOST_THREADS)
        self._pool = ThreadPoolExecutor(threads)
        self._waiting: deque[tuple[Future[ReadPicture] | None, Callable[..., None]]] = deque()
        self._most_waiting = 2 * threads

    def pass_on(self, deliver: Callable[[], None]) -> None:
        """Delivers a page that needs no recognition, when those before it are done."""
        self._waiting.append((None, deliver))
        self._advance()

    def recognize(self, raster: Raster, deliver: Deliver) -> None:
        """Recognises a page in the background; waits where too many are waiting already."""
        self._waiting.append((self._pool.submit(self._recognizer.recognize, raster), deliver))
        self._advance()

    def finish(self) -> None:
        """Delivers everything that is left."""
        while self._waiting:
            self._deliver_next()

    def close(self) -> None:
        """Drops what was not delivered."""
        self._waiting.clear()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _advance(self) -> None:
        while self._waiting:
            future = self._waiting[0][0]
            if future and not future.done() and len(self._waiting) <= self._most_waiting:
                return
            self._deliver_next()

    def _deliver_next(self) -> None:
        future, deliver = self._waiting.popleft()
        if future is None:
            deliver()
            return
        try:
            found: ReadPicture | None = future.result()
        except PageTooSlow:
            found = None
        deliver(found)
