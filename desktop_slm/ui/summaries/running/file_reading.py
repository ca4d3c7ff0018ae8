"""Reads the file of a work in the background, also again, with text recognition."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from desktop_slm.assistants.cancellation import Cancelled
from desktop_slm.documents.document import Document
from desktop_slm.documents.reading import Contents, Progress, ReadingCancelled
from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui.core import Core
from desktop_slm.ui.operations import Job
from desktop_slm.ui.summaries.running.turn import Turn
from desktop_slm.ui.summaries.work import Opened, Stage, Work


class ReadFile(Protocol):
    """Reads a document; `ocr` asks for the text of pages that are pictures."""

    def __call__(
        self,
        path: Path | Contents,
        on_progress: Callable[[Progress], None],
        cancel: threading.Event,
        /,
        *,
        ocr: bool = False,
    ) -> Document: ...


class FileReading(QObject):
    """For one work at a time: the one whose turn it is."""

    was_read = Signal(object)  # Work: it has its document now
    failed = Signal(object)  # DesktopSlmError, where a work has another document that stays

    def __init__(self, core: Core, read_file: ReadFile, turn: Turn, parent: QObject) -> None:
        super().__init__(parent)
        self._core, self._read_file, self._turn = core, read_file, turn

    def read(self, work: Work, before: Stage | None = None) -> None:
        """Reads a work's file; `before` is where a work that has a document goes back to."""
        path, ocr = work.path, work.reads_pictures
        assert path is not None
        work.stage = Stage.READING
        self._turn.work_changed.emit(work)

        def read(job: Job) -> Opened:
            cancel = threading.Event()
            job.when_cancelled(cancel.set)
            try:
                return Opened.of(self._read_file(path, job.report, cancel, ocr=ocr))
            except ReadingCancelled:
                raise Cancelled from None

        self._turn.operation = self._core.operations.run(
            self,
            read,
            on_success=lambda opened: self._on_read(work, opened),
            on_failure=lambda error: self._on_not_read(work, before, error),
            on_progress=lambda items: self._on_reading(work, items[-1]),
            on_cancelled=lambda: self._turn.end(work, before or Stage.STOPPED),
        )

    def _on_not_read(self, work: Work, before: Stage | None, error: DesktopSlmError) -> None:
        if before is None:
            self._turn.end(work, Stage.FAILED, error)
            return
        self._turn.end(work, before)  # what was read before stays, and its summary
        self.failed.emit(error)

    def _on_reading(self, work: Work, progress: Progress) -> None:
        if progress.pages and work.stage is Stage.READING:
            work.share = min(progress.read / progress.pages, 1.0)
            work.pages_read = (progress.read, progress.pages)
            self._turn.work_changed.emit(work)

    def _on_read(self, work: Work, opened: Opened) -> None:
        work.opened = opened
        if work.reads_pictures:
            work.reads_pictures = False
            # A summary's versions rest on one text: this is another, and the old one stays.
            work.summary_id = work.version_id = None
            work.versions, work.items, work.coverage = (), (), None
            work.glance = work.omissions = None
        self.was_read.emit(work)
