"""One application and one theme for all widget tests; each test begins light, at 100 %."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop_slm.ui.focus_ring import FocusRing
from desktop_slm.ui.theme import Theme


@pytest.fixture(scope="session")
def session_theme(qapp: QApplication) -> Theme:
    theme = Theme(qapp, scheme="light")
    FocusRing(qapp, theme)
    return theme


@pytest.fixture
def theme(session_theme: Theme) -> Iterator[Theme]:
    yield session_theme
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if session_theme.zoom_percent != 100:
        session_theme.set_zoom(100)
    if session_theme.is_dark:
        session_theme.set_scheme("light")
