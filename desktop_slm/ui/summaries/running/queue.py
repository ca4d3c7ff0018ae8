"""Documents one after the other: each is read, then summarized; a failure stops only its own.

The queue owns every `Work` and changes it on the Qt thread; reading, model and database are asked
in the background.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_slm.documents.reading import Contents
from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui.core import Core
from desktop_slm.ui.ended import Ended
from desktop_slm.ui.sidebar.entry import EntryKey, Kind
from desktop_slm.ui.summaries.ordering.wishes import Wishes
from desktop_slm.ui.summaries.running.file_reading import FileReading, ReadFile
from desktop_slm.ui.summaries.running.turn import Turn
from desktop_slm.ui.summaries.running.version_making import VersionMaking
from desktop_slm.ui.summaries.summary_opening import SummaryOpening
from desktop_slm.ui.summaries.work import Stage, Work

_ENDED = (Stage.DONE, Stage.STOPPED, Stage.FAILED)
_TOLD = {Stage.DONE: Ended.SUMMARY, Stage.FAILED: Ended.SUMMARY_FAILED}


class SummaryQueue(QObject):
    """Runs one document at a time, in the order in which they were asked for."""

    work_changed = Signal(object)  # Work
    list_changed = Signal()
    summaries_changed = Signal()  # in the database: one began or ended
    work_opened = Signal(object)  # Work, read from the database
    opening_failed = Signal(object)  # DesktopSlmError

    def __init__(self, core: Core, read_file: ReadFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._turn = Turn(self)
        self._reading = FileReading(core, read_file, self._turn, self)
        self._making = VersionMaking(core, self._turn, self)
        self._opening = SummaryOpening(core, self.find, self)
        self.works: list[Work] = []
        self._waiting: deque[tuple[Work, Callable[[], None]]] = deque()
        self._current: Work | None = None
        self._connect()

    def _connect(self) -> None:
        self._turn.work_changed.connect(self.work_changed)
        self._turn.ended.connect(self._on_ended)
        self._reading.was_read.connect(self._making.begin)
        self._reading.failed.connect(self.opening_failed)
        self._making.summaries_changed.connect(self.summaries_changed)
        self._opening.work_opened.connect(self.work_opened)
        self._opening.work_changed.connect(self.work_changed)
        self._opening.failed.connect(self.opening_failed)
        self._core.data_opened.connect(self._advance)

    # What a person asks for

    def add(self, paths: Sequence[Path | Contents], wishes: Wishes) -> list[Work]:
        """Queues files and contents and returns their works; those that are done make room."""
        is_alone = len(paths) == 1
        added = [Work(path.name or str(path), wishes, path, may_ask=is_alone) for path in paths]
        self.works = [work for work in self.works if work.stage is not Stage.DONE] + added
        for work in added:
            self._enqueue(work, lambda work=work: self._reading.read(work))  # type: ignore[misc]
        self.list_changed.emit()
        return added

    def remove(self, work: Work) -> None:
        """Takes a work off the list; what it has made stays in the database."""
        self.stop(work)
        if work in self.works:
            self.works.remove(work)
            self.list_changed.emit()

    def stop(self, work: Work) -> None:
        """Stops a work; what is there stays."""
        self._waiting = deque(entry for entry in self._waiting if entry[0] is not work)
        if work is self._current and self._turn.operation is not None:
            work.stage, work.share = Stage.STOPPING, None
            self._turn.operation.cancel()
        elif work.stage is Stage.WAITING:
            work.stage, work.reads_pictures = Stage.STOPPED, False
        self.work_changed.emit(work)

    def go_on(self, work: Work) -> None:
        """Continues where a work was, with the options it was begun with, or reads its file."""
        self._core.engine.try_again()
        version_id = work.version_id
        if work.opened is None:
            self._enqueue(work, lambda: self._reading.read(work))
        elif version_id is None:
            self._enqueue(work, lambda: self._making.begin(work))
        else:
            self._enqueue(work, lambda: self._making.resume(work, version_id))

    def redo(self, work: Work, wishes: Wishes) -> None:
        """Makes another version with the model now chosen; stops the one under way."""
        self._core.engine.try_again()
        before = work.stage if work.stage in _ENDED else None
        if work is self._current:
            self.stop(work)

        def start() -> None:
            work.wishes, work.may_ask, work.before = wishes, True, before
            self._making.begin(work)

        self._enqueue(work, start)

    def start(self, work: Work, wishes: Wishes) -> None:
        """Begins what waits with its plan; where that is being made anew, as soon as it is."""
        work.wishes, work.may_ask = wishes, False
        if work is not self._current:
            self._enqueue(work, lambda: self._making.make(work))

    def plan_again(self, work: Work, wishes: Wishes) -> None:
        """Works out what other wishes would take."""
        work.wishes, work.plan = wishes, None
        if work is not self._current and not self._is_waiting(work):
            self._enqueue(work, lambda: self._making.plan(work))
        self.work_changed.emit(work)

    def leave(self, work: Work) -> None:
        """Lets a redo be that waits for its start: what was there before is shown."""
        self._waiting = deque(entry for entry in self._waiting if entry[0] is not work)
        before, work.before, work.asks = work.before, None, False
        stored = next((each for each in work.versions if each.id == work.version_id), None)
        if stored is not None:
            work.wishes = Wishes.of_stored(stored.options)
        if work is self._current and self._turn.operation is not None:
            work.stage = Stage.STOPPING
            work.before = before
            self._turn.operation.cancel()
        else:
            work.stage = before or Stage.STOPPED
        self.work_changed.emit(work)

    def read_pictures(self, work: Work) -> None:
        """Reads a work's file again with text recognition; a new summary is made from that."""
        before = work.stage if not work.is_running else Stage.STOPPED
        if work is self._current:
            self.stop(work)
        work.reads_pictures = True
        self._enqueue(work, lambda: self._reading.read(work, before if work.opened else None))

    def find(self, summary_id: int) -> Work | None:
        """Returns the work of a summary that is in the list or under way."""
        return next((work for work in self.works if work.summary_id == summary_id), None)

    def open(
        self, summary_id: int, version_id: int | None = None, work: Work | None = None
    ) -> None:
        """Reads a stored summary; `work_opened` follows. A given work takes the version."""
        self._opening.open(summary_id, version_id, work)

    # One after the other

    def _enqueue(self, work: Work, start: Callable[[], None]) -> None:
        self._waiting.append((work, start))
        if work not in self.works:  # one that was read from the database
            self.works.append(work)
            self.list_changed.emit()
        if work is not self._current:
            work.stage, work.share, work.error = Stage.WAITING, None, None
            self.work_changed.emit(work)
        self._advance()

    def _is_waiting(self, work: Work) -> bool:
        return any(entry[0] is work for entry in self._waiting)

    def _advance(self, _data: object = None) -> None:
        if self._current is not None or not self._waiting or self._core.data is None:
            return
        self._current, start = self._waiting.popleft()
        start()

    def _on_ended(self, work: Work, stage: Stage, error: DesktopSlmError | None) -> None:
        work.stage, work.error, work.share = stage, error, None
        work.reads_pictures, work.pages_read = False, (0, 0)
        self._current = None
        if self._is_waiting(work):
            work.stage = Stage.WAITING
        self.work_changed.emit(work)
        if stage in _TOLD:
            number = work.summary_id
            key = None if number is None else EntryKey(Kind.SUMMARY, number)
            self._core.work_ended.emit(_TOLD[stage], key)
        if work.summary_id is not None:
            self.summaries_changed.emit()
        self._advance()
