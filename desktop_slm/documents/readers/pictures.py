"""The pages of a document that are pictures: recognised where that is asked for.

All pages of a document with such pages go through here, so that they are sent in their order.
Tesseract is loaded with the first picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop_slm.documents.document import SkipReason
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.readers.element import Element, Mark
from desktop_slm.documents.readers.sink import Budget, Sink
from desktop_slm.documents.readers.source import Asked

if TYPE_CHECKING:
    from desktop_slm.documents.readers.ocr import ReadPicture
    from desktop_slm.documents.readers.ocr_queue import RecognitionQueue
    from desktop_slm.documents.readers.raster import Raster


class Pictures:
    """Between a reader and its sink: what is sent waits for the pictures before it."""

    def __init__(self, asked: Asked, sink: Sink, budget: Budget) -> None:
        self._asked = asked
        self._sink = sink
        self._budget = budget
        self._queue: RecognitionQueue | None = None
        self._missed = 0  # pictures that would have been recognised

    def page(self, number: int, label: str, text: str, marks: Sequence[Mark], **looks: Any) -> None:
        """Sends a page of text. Raises Stopped, as all of these do, where a limit is met."""

        def deliver() -> None:
            self._budget.spend(len(text))
            self._sink.page(number, label, text, marks, **looks)

        if self._queue:
            self._queue.pass_on(deliver)
        else:
            deliver()

    def skip(self, number: int, why: SkipReason) -> None:
        """Sends that a page has no text here."""
        if self._queue:
            self._queue.pass_on(lambda: self._sink.skip(number, why))
        else:
            self._sink.skip(number, why)

    def take(
        self, page: Any, number: int, label: str, written: Sequence[Element], **looks: Any
    ) -> bool:
        """Recognises a page of a PDF, if that is asked for and can be done."""
        if not self._asked.is_wanted:
            return False
        if self._asked.recognition is None:
            self._missed += 1
            return False
        from desktop_slm.documents.readers import raster

        self.recognize(raster.of_page(page), number, label, written, **looks)
        return True

    def recognize(
        self,
        raster: Raster,
        number: int,
        label: str,
        written: Sequence[Element] = (),
        **looks: Any,
    ) -> None:
        """Recognises a picture and sends its words as a page."""
        from desktop_slm.documents.readers import ocr_page

        def deliver(found: ReadPicture | None) -> None:
            self._budget.check_time()
            if found is None:
                self._sink.skip(number, SkipReason.TOO_SLOW)
            elif not found.words and not written:
                self._sink.skip(number, SkipReason.NO_WORDS)
            else:
                self._budget.spend(found.characters)
                ocr_page.send(self._sink, number, label, found, written, **looks)

        self._opened().recognize(raster, deliver)

    def finish(self) -> None:
        """Sends everything that still waits."""
        if self._queue:
            self._queue.finish()

    def close(self) -> None:
        """Drops what still waits."""
        if self._queue:
            self._queue.close()

    def send_notice(self) -> None:
        """Says what could not be recognised for want of the library."""
        if self._missed:
            self._sink.notice(NoticeKind.RECOGNITION_MISSING, pages=self._missed)

    def _opened(self) -> RecognitionQueue:
        if self._queue is None:
            from desktop_slm.documents.readers.ocr import Recognizer
            from desktop_slm.documents.readers.ocr_queue import RecognitionQueue

            assert self._asked.recognition is not None
            recognizer = Recognizer(self._asked.recognition, self._budget.limits.page_s)
            self._queue = RecognitionQueue(recognizer)
        return self._queue
