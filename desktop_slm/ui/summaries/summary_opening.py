"""Reads stored summaries for the page, one at a time: who asks again wants the other one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_slm.assistants.summaries.records import KeptSummary
from desktop_slm.ui.core import Core
from desktop_slm.ui.operations import Job, Lane, Operation
from desktop_slm.ui.summaries.ordering.wishes import Wishes
from desktop_slm.ui.summaries.work import Opened, Work


class SummaryOpening(QObject):
    """Fills a `Work` with what is stored."""

    work_opened = Signal(object)  # Work
    work_changed = Signal(object)  # Work
    failed = Signal(object)  # DesktopSlmError

    def __init__(self, core: Core, find: Callable[[int], Work | None], parent: QObject) -> None:
        """`find` returns the work of a summary that is in the queue."""
        super().__init__(parent)
        self._core, self._find = core, find
        self._opening: Operation[Any] | None = None

    def open(
        self, summary_id: int, version_id: int | None = None, work: Work | None = None
    ) -> None:
        """Reads a stored summary; `work_opened` follows. A given work takes the version."""
        data = self._core.data
        if data is None:
            return
        if self._opening is not None:
            self._opening.drop()

        def load(job: Job) -> tuple[KeptSummary, Opened, tuple[Opened, ...]]:
            kept = data.records.load(summary_id, version_id)
            is_same = work is not None and work.opened is not None
            opened = work.opened if work and is_same else None
            others = tuple(map(Opened.of, kept.documents[1:]))
            return kept, opened or Opened.of(kept.document), others

        self._opening = self._core.operations.run(
            self,
            load,
            on_success=lambda loaded: self._on_loaded(work, *loaded),
            on_failure=self.failed.emit,
            lane=Lane.STORAGE,
        )

    def _on_loaded(
        self,
        work: Work | None,
        kept: KeptSummary,
        opened: Opened,
        others: tuple[Opened, ...] = (),
    ) -> None:
        self._opening = None
        live = self._find(kept.id)
        if live is not None and live.is_running:
            self.work_opened.emit(live)
            return
        work = work or live or Work(kept.title, Wishes())
        work.opened, work.others = opened, others
        work.take_version(kept)
        self.work_opened.emit(work)
        self.work_changed.emit(work)
