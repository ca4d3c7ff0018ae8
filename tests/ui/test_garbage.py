"""The collector: cycles with widgets are freed on the Qt thread, and no other one looks."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop_slm.ui import garbage
from desktop_slm.ui.garbage import GarbageCollector


class _Part:
    """One half of a cycle."""

    def __init__(self, widget: QWidget) -> None:
        self.widget = widget
        self.itself = self


def test_nobody_else_collects_once_it_is_there(qapp: QApplication) -> None:
    gc.enable()
    owner = QObject()
    GarbageCollector(owner)
    assert not gc.isenabled()


def test_what_is_due_is_freed_on_the_thread_that_collects(qapp: QApplication) -> None:
    gc.collect()
    part = _Part(QWidget())
    freed_on: list[threading.Thread] = []
    reference = weakref.ref(part, lambda _: freed_on.append(threading.current_thread()))
    del part
    waste = threading.Thread(target=lambda: [[] for _ in range(5000)])
    waste.start()
    waste.join()
    assert reference() is not None
    kept: list[list[int]] = [[] for _ in range(gc.get_threshold()[0] + 1)]
    garbage.collect()
    assert reference() is None
    assert freed_on == [threading.main_thread()]
    assert kept


def test_nothing_is_collected_before_it_is_due(qapp: QApplication) -> None:
    gc.collect()
    part = _Part(QWidget())
    reference = weakref.ref(part)
    del part
    garbage.collect()
    assert reference() is not None
    gc.collect()
    assert reference() is None
