"""The work of the queue whose turn it is: what runs for it, and how that is told."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui.operations import Operation
from desktop_slm.ui.summaries.work import Stage, Work


class Turn(QObject):
    """Shared by those who do something for a work, one after the other."""

    work_changed = Signal(object)  # Work
    ended = Signal(object, object, object)  # Work, Stage, DesktopSlmError or None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.operation: Operation[Any] | None = None

    def end(self, work: Work, stage: Stage, error: DesktopSlmError | None = None) -> None:
        """Says that nothing runs for the work any more."""
        self.operation = None
        self.ended.emit(work, stage, error)
