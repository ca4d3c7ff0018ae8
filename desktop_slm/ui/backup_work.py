"""What keeps the data safe without being asked: the day's backup, and forgetting in the backups.

Both wait until the window is there and run in the background, through a connection of their own.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_slm.errors import StillInBackup
from desktop_slm.ui.core import Core, Data, now

if TYPE_CHECKING:
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.storage.erasure.forgetting import Forgotten

_AFTER_OPENING_MS = 3_000
_LOOK_EVERY_MS = 3_600_000  # a window stays open for days


class BackupWork(QObject):
    """One for each core."""

    looked = Signal(bool)  # whether a backup was due, and is there now

    def __init__(self, core: Core) -> None:
        super().__init__(core)
        self._core = core
        self.last_error: DesktopSlmError | None = None
        self._told: set[Path] = set()
        core.data_opened.connect(self._on_data_opened)
        core.erased.connect(self.forget)
        self._hourly = QTimer(self, interval=_LOOK_EVERY_MS)
        self._hourly.timeout.connect(self.back_up_if_due)

    def _on_data_opened(self, data: Data) -> None:
        if data.database.is_stored:
            self._hourly.start()
            QTimer.singleShot(_AFTER_OPENING_MS, self, self._begin)

    def _begin(self) -> None:
        self.forget()
        self.back_up_if_due()

    def back_up_if_due(self) -> None:
        """Makes the day's backup where there is none of this day."""
        core, data = self._core, self._core.data
        if data is None or not data.database.is_stored:
            return

        def work() -> bool:
            is_due = core.backups.is_due(now())
            if is_due:
                core.backups.make(data.database, now())
            return is_due

        core.operations.run(
            self, lambda job: work(), on_success=self._on_backed_up, on_failure=self._on_failed
        )

    def forget(self) -> None:
        """Takes what was erased out of the backups."""
        core, data = self._core, self._core.data
        if data is None or not data.database.is_stored:
            return

        def work() -> Forgotten:
            from desktop_slm.storage.erasure.forgetting import forget_in_backups

            return forget_in_backups(data.database, core.backups)

        core.operations.run(
            self,
            lambda job: work(),
            on_success=self._on_forgotten,
            on_failure=lambda error: None,  # the note stays: it is done at the next start
        )

    def _on_forgotten(self, forgotten: Forgotten) -> None:
        self._core.keeping_changed.emit()
        for path in forgotten.failed:
            if path not in self._told:
                self._told.add(path)
                self._core.report(StillInBackup(path=path))

    def _on_backed_up(self, was_due: bool) -> None:
        self.last_error = None
        if was_due:
            self._core.keeping_changed.emit()
        self.looked.emit(was_due)

    def _on_failed(self, error: DesktopSlmError) -> None:
        """Told once for as long as it is the same: a full disk is full at every hour."""
        if type(error) is not type(self.last_error):
            self._core.report(error)
        self.last_error = error
