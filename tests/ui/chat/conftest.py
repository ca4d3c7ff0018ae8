"""A chat page over real parts, and the one template child that all of its tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_slm.engine.templating import Templating
from desktop_slm.ui.theme import Theme
from tests.ui.chat_window import ChatWindow


@pytest.fixture(scope="session")
def templating() -> Iterator[Templating]:
    templating = Templating()
    yield templating
    templating.close()


@pytest.fixture
def window(
    qtbot: QtBot, theme: Theme, tmp_path: Path, templating: Templating
) -> Iterator[ChatWindow]:
    window = ChatWindow(qtbot, theme, tmp_path, templating)
    window.open_data()
    yield window
    window.close()
