"""The button "Test now" of the network panel says what the test found, the worst first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_slm.ui.core import Core
from desktop_slm.ui.sidebar import live_words
from desktop_slm.ui.sidebar.network_panel import NetworkPanel
from desktop_slm.ui.theme import Theme
from desktop_slm.workers.live_test import Tries
from desktop_slm.workers.probe import Outcome
from tests.fakes.window_core import make_core

HELD = Tries("engine", {"tcp": Outcome.REFUSED, "udp": Outcome.REFUSED})
OPEN = Tries("reader", {"tcp": Outcome.ALLOWED, "udp": Outcome.REFUSED})
SILENT = Tries("convert", {})


@pytest.fixture
def core(theme: Theme, tmp_path: Path) -> Iterator[Core]:
    made = make_core(theme, tmp_path)
    yield made
    assert made.operations.shut_down()


def test_all_that_was_refused_is_counted() -> None:
    assert "parts of this app: 2. The system refused all of 4 tries" in live_words.sentences(
        [HELD, HELD]
    )


def test_what_got_through_is_said_first_and_claims_nothing_of_that_part() -> None:
    words = live_words.sentences([HELD, OPEN, SILENT])
    assert words.startswith("The system let at least one try through in: the document reader.")
    assert "could not be tested: the conversion of models" in words
    assert "parts of this app: 1. The system refused all of 2 tries" in words


@pytest.mark.parametrize("made", [(), (SILENT,)])
def test_without_a_test_nothing_is_claimed(made: Sequence[Tries]) -> None:
    assert "refused" not in live_words.sentences(made)
    assert "could not be" in live_words.sentences(made)


def test_the_button_tests_and_the_panel_says_the_result(qtbot: QtBot, core: Core) -> None:
    panel = NetworkPanel(core, dict, test=lambda: [HELD])
    qtbot.addWidget(panel)
    panel.show()
    assert panel.tested.isHidden()
    QTest.mouseClick(panel.test_now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "refused all of 2 tries" in panel.tested.text())
    assert panel.test_now.isEnabled()
