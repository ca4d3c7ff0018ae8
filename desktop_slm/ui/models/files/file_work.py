"""Work on model files that takes its time: one after another, each with progress and a stop."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from desktop_slm.errors import DesktopSlmError
from desktop_slm.models.copying import Progress
from desktop_slm.ui.core import Core
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.files.work_line import WorkLine
from desktop_slm.ui.operations import Job, Operation

OnProgress = Callable[[Progress], None]
_TELL_AFTER_S = 2.0


class FileWork(QObject):
    """Runs functions in the background and shows in `line` how far they are."""

    def __init__(
        self, core: Core, line: WorkLine, on_failure: Callable[[DesktopSlmError], object]
    ) -> None:
        super().__init__(line)
        self._core = core
        self._line = line
        self._on_failure = on_failure
        self._waiting: deque[Callable[[], None]] = deque()
        self._operation: Operation[Any] | None = None
        self._began_s = 0.0
        line.stop_requested.connect(self._on_stop)

    def run(
        self,
        words: str,
        act: Callable[[OnProgress], Any],
        on_success: Callable[[Any], object],
        on_stopped: Callable[[], object] = lambda: None,
    ) -> None:
        """Runs `act(report)` when what was begun before is done; `words` has {name} of the file."""
        self._waiting.append(lambda: self._begin(words, act, on_success, on_stopped))
        self._next()

    def _next(self) -> None:
        if self._operation is None and self._waiting:
            self._waiting.popleft()()

    def _begin(
        self,
        words: str,
        act: Callable[[OnProgress], Any],
        on_success: Callable[[Any], object],
        on_stopped: Callable[[], object],
    ) -> None:
        def work(job: Job) -> Any:
            def report(progress: Progress) -> None:
                job.check()
                job.report(progress)

            return act(report)

        self._began_s = time.monotonic()
        self._operation = self._core.operations.run(
            self,
            work,
            on_success=lambda result: self._end(lambda: on_success(result)),
            on_failure=lambda error: self._end(lambda: self._on_failure(error)),
            on_progress=lambda items: self._show(words, items[-1]),
            on_cancelled=lambda: self._end(on_stopped),
        )

    def _show(self, words: str, progress: Progress) -> None:
        passed_s = time.monotonic() - self._began_s
        left = ""
        if passed_s > _TELL_AFTER_S and progress.share > 0:
            left = wording.time_left(passed_s / progress.share - passed_s)
        percent = int(progress.share * 100)
        shown = words.format(name=progress.name)
        self._line.show_work(f"{shown} · {percent} %", progress.share, left)

    def _end(self, tell: Callable[[], object]) -> None:
        self._operation = None
        self._line.hide()
        tell()
        self._next()

    def _on_stop(self) -> None:
        if self._operation is not None:
            self._operation.cancel()
