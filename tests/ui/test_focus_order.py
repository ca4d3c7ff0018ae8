"""The Tab key goes as the eye does, in whatever order the widgets were made."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.ui import focus_order


@pytest.fixture
def grid(qtbot: QtBot) -> QWidget:
    """Four buttons, the last one made first."""
    area = QWidget()
    qtbot.addWidget(area)
    layout = QGridLayout(area)
    for words, row, column in (("4", 1, 1), ("3", 1, 0), ("2", 0, 1), ("1", 0, 0)):
        layout.addWidget(QPushButton(words), row, column)
    area.resize(300, 200)
    area.show()
    qtbot.waitExposed(area)
    return area


def _words(area: QWidget) -> list[str]:
    return [each.text() for each in focus_order.stops(area) if isinstance(each, QPushButton)]


def test_rows_go_from_the_top_and_from_the_left(grid: QWidget) -> None:
    assert _words(grid) == ["1", "2", "3", "4"]


def test_a_mirrored_row_goes_from_the_right(grid: QWidget, qtbot: QtBot) -> None:
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: _words(grid) == ["1", "2", "3", "4"])
    first = next(each for each in grid.findChildren(QPushButton) if each.text() == "1")
    assert first.x() > grid.width() // 2


def test_a_pane_is_finished_before_the_one_beside_it(qtbot: QtBot) -> None:
    area = QWidget()
    qtbot.addWidget(area)
    row = QHBoxLayout(area)
    for pane in ("a", "b"):
        column = QVBoxLayout()
        inside = QWidget()
        inside.setLayout(column)
        for number in (1, 2):
            column.addWidget(QPushButton(f"{pane}{number}"))
        row.addWidget(inside)
    area.show()
    qtbot.waitExposed(area)
    assert _words(area) == ["a1", "a2", "b1", "b2"]


def test_tab_goes_round(grid: QWidget, qtbot: QtBot) -> None:
    grid.activateWindow()
    qtbot.waitUntil(grid.isActiveWindow)
    last = next(each for each in grid.findChildren(QPushButton) if each.text() == "4")
    last.setFocus()
    assert focus_order.go(grid, is_next=True)
    focused = grid.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "1"
    focus_order.go(grid, is_next=False)
    assert grid.focusWidget() is last


def test_what_is_off_or_hidden_is_passed(grid: QWidget) -> None:
    buttons = {each.text(): each for each in grid.findChildren(QPushButton)}
    buttons["1"].setEnabled(False)
    buttons["3"].hide()
    assert _words(grid) == ["2", "4"]
