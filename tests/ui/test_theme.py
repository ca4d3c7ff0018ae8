"""The look follows the setting, the system and the zoom, in everything at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.ui import spacing, style_sheet
from desktop_slm.ui import theme as theme_module
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.tokens import DARK, LIGHT
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.icon_label import IconLabel


def test_the_setting_decides_between_light_and_dark(theme: Theme, qapp: QApplication) -> None:
    theme.set_scheme("dark")
    assert theme.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.background)
    theme.set_scheme("light")
    assert theme.tokens is LIGHT


class _System(Theme):
    """A system that says what the test wants it to say."""

    dark = False
    contrast = False

    def _system_scheme(self) -> Qt.ColorScheme:
        return Qt.ColorScheme.Dark if self.dark else Qt.ColorScheme.Light

    def _asks_for_contrast(self) -> bool:
        return self.contrast


@pytest.fixture
def system(qapp: QApplication, theme: Theme) -> _System:
    return _System(qapp, scheme="system")


def test_the_system_s_scheme_is_followed_while_the_window_is_open(
    system: _System, theme: Theme, qtbot: QtBot
) -> None:
    assert system.tokens is LIGHT
    system.dark = True
    with qtbot.waitSignal(system.changed):
        system._hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert system.tokens is DARK
    theme.set_scheme("light")


def test_high_contrast_replaces_the_tokens(system: _System, theme: Theme) -> None:
    system.contrast = True
    system._wishes.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert system.tokens.muted == system.tokens.text
    theme.set_scheme("light")


def test_zoom_scales_sizes_fonts_and_gaps(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = spacing.column(theme, page, gap=8, margins=(4, 8, 12, 16))
    theme.set_zoom(150)
    assert theme.px(10) == 15
    assert theme.font().pixelSize() == 21
    assert layout.spacing() == 12
    assert layout.contentsMargins().bottom() == 24


def test_a_dead_layout_is_left_alone(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    spacing.column(theme, page)
    page.deleteLater()
    qtbot.waitUntil(lambda: not page.isVisible())
    QApplication.sendPostedEvents(page)
    theme.set_zoom(125)  # would raise on a deleted layout
    assert theme.px(100) == 125


def test_a_hairline_never_vanishes_and_stays_sharp() -> None:
    for scale, width in ((1.0, 1), (1.5, 1), (2.0, 2)):
        assert f"border: {width}px solid" in style_sheet.build(LIGHT, scale)


def test_icons_take_the_colour_in_force(theme: Theme) -> None:
    light = theme.pixmap("check", "text", 24).toImage()
    theme.set_scheme("dark")
    dark = theme.pixmap("check", "text", 24).toImage()
    assert _ink(light) == QColor(LIGHT.text).rgb()
    assert _ink(dark) == QColor(DARK.text).rgb()


def _ink(image: object) -> int:
    """Returns the colour of the most opaque pixel."""
    pixels = [image.pixelColor(x, y) for x in range(24) for y in range(24)]  # type: ignore[attr-defined]
    colour = max(pixels, key=lambda each: each.alpha())
    assert colour.alpha() == 255
    return QColor(colour.red(), colour.green(), colour.blue()).rgb()


def test_icons_are_rendered_for_the_screen_s_pixels(theme: Theme) -> None:
    pixmap = theme.pixmap("copy", "text", 16, 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (32, 2.0)
    assert theme.pixmap("copy", "text", 16, 2.0).cacheKey() == pixmap.cacheKey()


def test_an_icon_on_a_page_is_painted_again_when_the_theme_changes(
    theme: Theme, qtbot: QtBot
) -> None:
    label = IconLabel(theme, "stop")
    qtbot.addWidget(label)
    before = label.grab().toImage()
    theme.set_scheme("dark")
    assert label.grab().toImage() != before


def test_a_theme_that_is_not_dressed_yet_has_no_style_sheet_until_it_is(
    theme: Theme, qapp: QApplication
) -> None:
    in_force = qapp.styleSheet()
    qapp.setStyleSheet("")
    late = Theme(qapp, scheme="light", is_dressed=False)
    late.set_zoom(150)
    assert not qapp.styleSheet()
    late.dress()
    assert qapp.styleSheet() == style_sheet.build(LIGHT, late.scale)
    late.set_zoom(100)
    assert qapp.styleSheet() == style_sheet.build(LIGHT, late.scale)
    late.deleteLater()
    qapp.setStyleSheet(in_force)


def test_a_theme_change_is_told_once(theme: Theme) -> None:
    spy = QSignalSpy(theme.changed)
    theme.set_scheme("dark")
    assert spy.count() == 1


def test_larger_text_in_the_system_is_larger_here(monkeypatch: pytest.MonkeyPatch) -> None:
    font = QFont()
    font.setPixelSize(30)
    usual = QFontInfo(font).pixelSize() / 1.5
    monkeypatch.setattr(theme_module, "_USUAL_SYSTEM_PX", usual)
    assert theme_module._system_text_scale(font) == pytest.approx(1.5)
    monkeypatch.setattr(theme_module, "_USUAL_SYSTEM_PX", usual * 1.4)
    assert theme_module._system_text_scale(font) == 1.0


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("kind", ["", "primary", "danger", "quiet", "row"])
def test_buttons_are_high_enough_to_hit(theme: Theme, qtbot: QtBot, kind: str, zoom: int) -> None:
    theme.set_zoom(zoom)
    button = Button(theme, "Get", kind=kind)
    qtbot.addWidget(button)
    assert button.sizeHint().height() >= 32 * zoom / 100


def test_prose_has_a_measure_in_characters(theme: Theme) -> None:
    width = theme.prose_width()
    assert 350 < width < 750
