"""Qt without a window or a screen, for what the terminal draws: pages of a PDF."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication


@contextmanager
def application() -> Iterator[QCoreApplication]:
    """Yields the application of this process, made for the moment where there is none."""
    existing = QCoreApplication.instance()
    if existing is not None:
        yield existing
        return
    if sys.platform == "linux":
        # There the usual platform connects to a screen; the others can do without.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    before = qInstallMessageHandler(_ignore_notes)
    made = QGuiApplication(sys.argv[:1])
    try:
        yield made
    finally:
        made.shutdown()
        qInstallMessageHandler(before)


def _ignore_notes(kind: QtMsgType, _context: object, message: str) -> None:
    """Spares the terminal what Qt says of fonts that lack a script; it takes others for it."""
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        sys.stderr.write(f"{message}\n")
