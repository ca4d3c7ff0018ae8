"""The ring of the keyboard: two pixels of the text's colour, two pixels away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFocusFrame, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.ui.chat.writing.composer import Composer
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.chip import Chip
from desktop_slm.ui.widgets.safe_text import SafeText


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.setProperty("ground", "background")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    layout = QVBoxLayout(made)
    layout.setContentsMargins(20, 20, 20, 20)
    return made


def _show(page: QWidget, qtbot: QtBot) -> None:
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def _press(page: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(page.windowHandle(), key)


def _rings(page: QWidget) -> list[QFocusFrame]:
    return [each for each in page.findChildren(QFocusFrame) if each.isVisible()]


def _two_buttons(page: QWidget, theme: Theme) -> tuple[Button, Button]:
    first, second = Button(theme, "First"), Button(theme, "Second")
    for each in (first, second):
        layout = page.layout()
        assert layout is not None
        layout.addWidget(each)
    return first, second


def test_tab_shows_the_ring_around_what_it_reaches(
    theme: Theme, page: QWidget, qtbot: QtBot
) -> None:
    _, second = _two_buttons(page, theme)
    _show(page, qtbot)
    _press(page, Qt.Key.Key_Tab)
    assert second.hasFocus()
    (ring,) = _rings(page)
    assert ring.widget() is second
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)


def test_the_ring_has_the_text_s_colour_and_a_gap(
    theme: Theme, page: QWidget, qtbot: QtBot
) -> None:
    _, second = _two_buttons(page, theme)
    _show(page, qtbot)
    _press(page, Qt.Key.Key_Tab)
    picture = page.grab().toImage()
    middle = second.geometry().center().x()
    top = second.geometry().top()
    column = [picture.pixelColor(middle, top - away) for away in (4, 3, 2, 1)]
    assert column == [theme.color("text")] * 2 + [theme.color("background")] * 2


def test_a_click_shows_no_ring(theme: Theme, page: QWidget, qtbot: QtBot) -> None:
    first, second = _two_buttons(page, theme)
    _show(page, qtbot)
    _press(page, Qt.Key.Key_Tab)
    handle = page.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=first.geometry().center())
    assert first.hasFocus() or second.hasFocus()
    first.setFocus()
    assert _rings(page) == []


def test_the_ring_goes_with_its_widget(theme: Theme, page: QWidget, qtbot: QtBot) -> None:
    _, second = _two_buttons(page, theme)
    _show(page, qtbot)
    _press(page, Qt.Key.Key_Tab)
    second.deleteLater()
    qtbot.waitUntil(lambda: not any(ring.widget() is second for ring in _rings(page)))


def test_the_ring_is_cut_by_what_scrolls(theme: Theme, page: QWidget, qtbot: QtBot) -> None:
    area, inner = QScrollArea(), QWidget()
    area.setWidgetResizable(True)
    column = QVBoxLayout(inner)
    buttons = [Button(theme, str(number)) for number in range(20)]
    for each in buttons:
        column.addWidget(each)
    area.setWidget(inner)
    layout = page.layout()
    assert layout is not None
    layout.addWidget(area)
    page.resize(300, 200)
    _show(page, qtbot)
    buttons[0].setFocus()
    _press(page, Qt.Key.Key_Tab)
    (ring,) = _rings(page)
    assert ring.parentWidget() is area.viewport()
    before = ring.geometry().topLeft()
    area.verticalScrollBar().setValue(20)
    assert ring.geometry().topLeft() == before - QPoint(0, 20)


def test_chips_have_a_ring_of_their_own_shape(theme: Theme, page: QWidget, qtbot: QtBot) -> None:
    chips = [Chip(theme, "p. 1"), Chip(theme, "p. 2")]
    layout = page.layout()
    assert layout is not None
    for chip in chips:
        layout.addWidget(chip)
    _show(page, qtbot)
    chips[0].setFocus()
    _press(page, Qt.Key.Key_Tab)
    (ring,) = _rings(page)
    assert ring.widget() is chips[1]
    picture = page.grab().toImage()
    at = chips[1].geometry()
    pill_top = at.top() + 2
    column = [picture.pixelColor(at.center().x(), pill_top - away) for away in (4, 3, 2, 1)]
    assert column == [theme.color("text")] * 2 + [theme.color("background")] * 2


def test_the_box_for_messages_has_the_ring_around_its_frame(
    theme: Theme, page: QWidget, qtbot: QtBot
) -> None:
    composer = Composer(theme)
    layout = page.layout()
    assert layout is not None
    layout.addWidget(Button(theme, "Before"))
    layout.addWidget(composer)
    _show(page, qtbot)
    _press(page, Qt.Key.Key_Tab)
    composer.edit.setFocus()
    (ring,) = _rings(page)
    assert ring.widget() is composer


def test_text_to_read_has_no_ring(theme: Theme, page: QWidget, qtbot: QtBot) -> None:
    text = SafeText(theme)
    layout = page.layout()
    assert layout is not None
    layout.addWidget(Button(theme, "Before"))
    layout.addWidget(text)
    _show(page, qtbot)
    _press(page, Qt.Key.Key_Tab)
    text.setFocus()
    assert _rings(page) == []


def test_zoom_makes_the_ring_wider(theme: Theme, page: QWidget, qtbot: QtBot) -> None:
    _, second = _two_buttons(page, theme)
    _show(page, qtbot)
    _press(page, Qt.Key.Key_Tab)
    theme.set_zoom(200)
    qtbot.waitUntil(lambda: len(_rings(page)) == 1)
    (ring,) = _rings(page)
    assert ring.geometry() == second.geometry().adjusted(-8, -8, 8, 8)
