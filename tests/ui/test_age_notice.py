"""An old version says so in the window, at most once a month, and never over something else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop_slm import packager
from desktop_slm.packager import Packager
from desktop_slm.settings import SettingsFile
from desktop_slm.ui.age_notice import AgeNotice, is_due
from desktop_slm.ui.core import Core, now
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.banner import Banner
from tests.fakes.window_core import make_core


@pytest.fixture
def core(theme: Theme, tmp_path: Path) -> Iterator[Core]:
    made = make_core(theme, tmp_path / "data")
    yield made
    made.operations.shut_down()


@pytest.fixture
def banner(core: Core, qtbot: QtBot) -> Banner:
    banner = Banner(core.theme)
    qtbot.addWidget(banner)
    return banner


@pytest.fixture
def old(monkeypatch: pytest.MonkeyPatch) -> Packager:
    return _pack(monkeypatch, days=190)


def _pack(monkeypatch: pytest.MonkeyPatch, *, days: int) -> Packager:
    made = Packager(now().date() - timedelta(days=days))
    monkeypatch.setattr(packager, "load", lambda: made)
    return made


def test_it_is_told_once_and_can_be_dismissed(
    core: Core, banner: Banner, old: Packager, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    notice = AgeNotice(core, banner, banner)
    notice.look()
    qtbot.waitUntil(lambda: not banner.isHidden())
    assert banner.accessibleName() == "This version is 6 months old; engine fixes are likely."
    [close] = [
        each for each in banner.findChildren(QAbstractButton) if each.accessibleName() == "Dismiss"
    ]
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert banner.isHidden()
    assert core.settings.age_told == now().date().isoformat()
    monkeypatch.setattr(core.operations, "run", lambda *given, **rest: pytest.fail("looked"))
    notice.look()  # on the same day nobody even looks


def test_it_outlives_the_window_that_it_was_told(
    core: Core, banner: Banner, old: Packager, qtbot: QtBot
) -> None:
    AgeNotice(core, banner, banner).tell(old)
    core.operations.shut_down()
    stored = SettingsFile(core.outside.paths.settings).load()
    assert stored.age_told == now().date().isoformat()


@pytest.mark.parametrize("days", [0, 100, -3])
def test_a_young_version_and_a_wrong_clock_say_nothing(
    core: Core, banner: Banner, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, days: int
) -> None:
    AgeNotice(core, banner, banner).tell(_pack(monkeypatch, days=days))
    assert banner.isHidden() and core.settings.age_told == ""


def test_it_waits_where_the_banner_says_something_else(
    core: Core, banner: Banner, old: Packager
) -> None:
    banner.show_message("A chat was moved.")
    notice = AgeNotice(core, banner, banner)
    notice.tell(old)
    assert banner.accessibleName() == "A chat was moved." and core.settings.age_told == ""
    banner.hide()
    notice.tell(old)
    assert "6 months old" in banner.accessibleName()


@pytest.mark.parametrize(
    ("told", "due"),
    [
        ("", True),
        ("rubbish", True),
        ("2026-11-21", False),
        ("2026-10-23", False),
        ("2026-10-22", True),
        ("2031-01-01", True),  # told by a clock that was wrong
    ],
)
def test_it_is_due_once_in_thirty_days(told: str, due: bool) -> None:
    assert is_due(told, date(2026, 11, 21)) is due
