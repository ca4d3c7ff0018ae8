"""Makes stored summaries again with the model now chosen, one after another, as new versions."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop_slm.errors import DesktopSlmError, NoModel
from desktop_slm.ui.summaries.running.queue import SummaryQueue
from desktop_slm.ui.summaries.work import Stage, Work


class Redoing(QObject):
    """Opens each and redoes it as it was wished for; what a person edited stays a version."""

    def __init__(self, queue: SummaryQueue, parent: QObject) -> None:
        super().__init__(parent)
        self._queue = queue
        self._left: deque[int] = deque()
        queue.work_opened.connect(self._on_opened)
        queue.opening_failed.connect(self._on_failed)

    def begin(self, summaries: Sequence[int]) -> None:
        """Makes these again."""
        self._left = deque(summaries)
        self._next()

    def take_waiting(self) -> None:
        """Goes on with what could not begin because there was no model."""
        for work in list(self._queue.works):
            if work.stage is Stage.FAILED and isinstance(work.error, NoModel):
                self._queue.go_on(work)

    def _next(self) -> None:
        while self._left:
            live = self._queue.find(self._left[0])
            if live is None:
                self._queue.open(self._left[0])  # and then on
                return
            self._left.popleft()
            self._queue.redo(live, live.wishes)

    def _on_opened(self, work: Work) -> None:
        if self._left and work.summary_id == self._left[0]:
            self._left.popleft()
            if not work.is_running:
                self._queue.redo(work, work.wishes)
            self._next()

    def _on_failed(self, _error: DesktopSlmError) -> None:
        if self._left:  # what cannot be opened is said by the page; the others go on
            self._left.popleft()
            self._next()
