"""Moves the models folder for the window: one move at a time, with progress and a way to stop.

Settings begin it and the Models page tells of one that was interrupted; both hear what goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_slm.errors import DesktopSlmError, DownloadUnderWay
from desktop_slm.models.copying import Progress
from desktop_slm.models.library import Library
from desktop_slm.models.moving import FolderMove, Follower, Move, Plan
from desktop_slm.paths import Paths
from desktop_slm.ui.operations import Job, Operation, Operations


@dataclass(frozen=True, slots=True)
class Parts:
    """What a move works with.

    `let_go` ends what holds files of the folder, `is_busy` says whether a download writes there;
    `followers` note other paths once a move is sure. The first and the last are called in the
    background.
    """

    paths: Paths
    library: Library
    operations: Operations
    followers: Callable[[], Sequence[Follower]]
    let_go: Callable[[], object]
    is_busy: Callable[[], bool]


class FolderMoves(QObject):
    """Qt thread only; the work is done in the background."""

    began = Signal()
    progressed = Signal(object)  # Progress
    ended = Signal(object)  # DesktopSlmError | None; None where all went well
    stopped = Signal()
    interrupted = Signal(object)  # Move: one of an earlier time that did not end
    failed = Signal(object)  # DesktopSlmError: looking for one, not a move

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._operation: Operation[None] | None = None

    @property
    def is_running(self) -> bool:
        """Whether a move is under way."""
        return self._operation is not None

    def look(self) -> None:
        """Tells of a move that was interrupted; one that only has to be tidied up is ended."""
        if self.is_running:
            return
        self._parts.operations.run(
            self,
            lambda job: self._look(),
            on_success=self._on_looked,
            on_failure=self.failed.emit,
        )

    def plan(self, target: Path, on_planned: Callable[[Plan], object]) -> None:
        """Finds out what a move would do; `ended` tells why there can be none."""
        self._parts.operations.run(
            self,
            lambda job: self._move().plan(target),
            on_success=on_planned,
            on_failure=self.ended.emit,
        )

    def begin(self, target: Path) -> None:
        """Moves the folder with its content."""
        self._run(lambda move, report: move.begin(target, report))

    def choose(self, target: Path) -> None:
        """Uses another folder and leaves the models where they are."""
        self._run(lambda move, report: move.choose(target))

    def go_on(self) -> None:
        """Ends a move that was interrupted."""
        self._run(lambda move, report: move.go_on(report))

    def take_back(self) -> None:
        """Undoes a move that was interrupted."""
        self._run(lambda move, report: move.take_back())

    def stop(self) -> None:
        """Stops; what had come is taken back, and `stopped` follows."""
        if self._operation is not None:
            self._operation.cancel()

    def _run(self, act: Callable[[FolderMove, Callable[[Progress], None]], object]) -> None:
        if self._operation is not None:
            return
        if self._parts.is_busy():
            self.ended.emit(DownloadUnderWay())
            return
        self._operation = self._parts.operations.run(
            self,
            lambda job: self._work(act, job),
            on_success=lambda result: self._end(None),
            on_failure=self._end,
            on_progress=self._on_progress,
            on_cancelled=self._on_cancelled,
        )
        self.began.emit()

    def _work(
        self, act: Callable[[FolderMove, Callable[[Progress], None]], object], job: Job
    ) -> None:
        def report(progress: Progress) -> None:
            job.check()
            job.report(progress)

        self._parts.let_go()
        act(self._move(), report)

    def _move(self) -> FolderMove:
        parts = self._parts
        return FolderMove(parts.paths, parts.library, parts.followers())

    def _look(self) -> Move | None:
        move = self._move()
        found = move.unfinished()
        if found is not None and found.is_chosen:
            move.go_on()  # everything is there; only originals of copies are left
            return None
        return found

    def _on_looked(self, found: Move | None) -> None:
        if found is not None and not self.is_running:
            self.interrupted.emit(found)

    def _on_progress(self, items: list[Any]) -> None:
        self.progressed.emit(items[-1])

    def _on_cancelled(self) -> None:
        self._operation = None
        self.stopped.emit()
        self.look()

    def _end(self, error: DesktopSlmError | None) -> None:
        self._operation = None
        self.ended.emit(error)
        if error is not None:
            self.look()
