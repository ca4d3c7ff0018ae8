"""About: the version, its age, and the question for a newer one, which shows whom it asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop_slm import __version__
from desktop_slm.errors import UpdatesUnreachable
from desktop_slm.models.connections import Purpose
from desktop_slm.models.fetching import Request
from desktop_slm.packager import Packager
from desktop_slm.ui.core import Core, now
from desktop_slm.ui.settings.version_line import VersionLine
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.confirm_dialog import ConfirmDialog
from tests.fakes.window_core import make_core

_ADDRESS = "https://example.org/desktop-slm/newest.json"


class Children:
    """Answers without a child, and remembers what was asked."""

    def __init__(self) -> None:
        self.answer = "9.0.0"
        self.error: UpdatesUnreachable | None = None
        self.asked: list[Request] = []

    def ask(self, request: Request) -> Mapping[str, Any]:
        self.asked.append(request)
        if self.error:
            raise self.error
        return {"version": self.answer}


@pytest.fixture
def children() -> Children:
    return Children()


@pytest.fixture
def core(theme: Theme, tmp_path: Path, children: Children) -> Iterator[Core]:
    made = make_core(theme, tmp_path / "data")
    made.__dict__["downloads"] = SimpleNamespace(fetching=children, close=lambda: None)
    yield made
    made.operations.shut_down()


def _line(core: Core, qtbot: QtBot, packager: Packager) -> VersionLine:
    line = VersionLine(core, load=lambda: packager)
    qtbot.addWidget(line)
    line.resize(500, 200)
    line.show()
    line.refresh()
    qtbot.waitUntil(lambda: line._packager == packager)
    return line


def _built(days: int) -> date:
    return now().date() - timedelta(days=days)


def test_a_copy_of_the_source_tells_its_version_and_asks_nobody(core: Core, qtbot: QtBot) -> None:
    line = _line(core, qtbot, Packager())
    assert line.version.text().startswith(f"Version {__version__} of ")
    assert "built on" not in line.version.text()
    assert line.age.isVisible()
    assert not line.check.isVisible()


@pytest.mark.parametrize(
    ("days", "words"),
    [(3, "less than a month old."), (40, "1 month old."), (100, "3 months old.")],
)
def test_a_young_version_tells_its_age(core: Core, qtbot: QtBot, days: int, words: str) -> None:
    line = _line(core, qtbot, Packager(_built(days)))
    assert line.age.text().endswith(words)
    assert ", built on " in line.version.text()


def test_an_old_version_says_that_fixes_are_likely(core: Core, qtbot: QtBot) -> None:
    line = _line(core, qtbot, Packager(_built(190)))
    assert line.age.text() == "This version is 6 months old; engine fixes are likely."


def test_a_clock_before_the_day_of_the_build_is_said(core: Core, qtbot: QtBot) -> None:
    line = _line(core, qtbot, Packager(_built(-2)))
    assert "The clock of this computer stands before" in line.age.text()


def _check(line: VersionLine) -> ConfirmDialog:
    QTest.mouseClick(line.check, Qt.MouseButton.LeftButton)
    [dialog] = line.window().findChildren(ConfirmDialog)
    return dialog


def test_the_whole_address_is_shown_before_anybody_is_asked(
    core: Core, children: Children, qtbot: QtBot
) -> None:
    dialog = _check(_line(core, qtbot, Packager(updates=_ADDRESS)))
    [box] = dialog.findChildren(QPlainTextEdit)
    assert box.toPlainText() == _ADDRESS
    dialog.reject()
    assert children.asked == []


@pytest.mark.parametrize(
    ("answer", "words"),
    [("9.0.0", "Version 9.0.0 is there."), (__version__, "There is no newer version")],
)
def test_the_answer_is_told(
    core: Core, children: Children, qtbot: QtBot, answer: str, words: str
) -> None:
    children.answer = answer
    line = _line(core, qtbot, Packager(updates=_ADDRESS))
    _check(line).accept()
    qtbot.waitUntil(lambda: words in line.answer.text())
    [request] = children.asked
    assert (request.purpose, request.fields) == (Purpose.VERSION, {})


def test_a_failure_is_told_and_can_be_tried_again(
    core: Core, children: Children, qtbot: QtBot
) -> None:
    children.error = UpdatesUnreachable(host="example.org")
    line = _line(core, qtbot, Packager(updates=_ADDRESS))
    _check(line).accept()
    qtbot.waitUntil(lambda: "could not be asked" in line.answer.text())
    assert line.check.isEnabled()


def test_offline_nobody_is_asked(core: Core, children: Children, qtbot: QtBot) -> None:
    core.outside = replace(core.outside, is_offline=True)
    line = _line(core, qtbot, Packager(updates=_ADDRESS))
    QTest.mouseClick(line.check, Qt.MouseButton.LeftButton)
    assert "offline" in line.answer.text()
    assert children.asked == []
