"""The guard against PySide6 6.12 on Python 3.11."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_slm.ui import interpreter


def test_more_calls_than_none_has_references_do_not_end_the_process() -> None:
    interpreter.keep_singletons_alive()
    thing = QObject()
    for _ in range(20_000):
        thing.setObjectName("x")
        thing.blockSignals(False)
    assert thing.objectName() == "x"
