"""Looks for garbage on the Qt thread alone.

Python collects cycles on whichever thread happens to allocate. A widget that is freed there waits
for the Qt thread, which may be waiting for that very thread: seen as a window that stood still.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY_MS = 1000


class GarbageCollector(QObject):
    """Takes the collecting over from Python for as long as the process runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=_LOOK_EVERY_MS)
        timer.timeout.connect(collect)
        timer.start()


def collect() -> None:
    """Collects the oldest generation that is due by Python's own thresholds."""
    due = [
        generation
        for generation, (count, threshold) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if count > threshold
    ]
    if due:
        gc.collect(due[-1])
