"""Every pair of colours in use can be read, and the style sheet uses no other."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QPalette

from desktop_slm.ui import style_sheet, tokens
from desktop_slm.ui.tokens import DARK, LIGHT, MARK_PAIRS, TEXT_PAIRS, Tokens, contrast

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
_RULE = re.compile(r"([^{}]+)\{([^}]*)\}")
_USE = re.compile(r"(?:^|;)\s*([a-z-]+):[^;]*\$(\w+)")


def test_contrast_follows_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)


@BOTH
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_text_can_be_read(colours: Tokens, pair: tuple[str, str]) -> None:
    ink, ground = pair
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize("pair", MARK_PAIRS, ids="-beside-".join)
def test_lines_and_marks_can_be_seen(colours: Tokens, pair: tuple[str, str]) -> None:
    mark, ground = pair
    assert contrast(getattr(colours, mark), getattr(colours, ground)) >= 3


def _rules() -> list[tuple[str, dict[str, str]]]:
    found = _RULE.findall(style_sheet.template())
    return [(selector.strip(), dict(_USE.findall(body))) for selector, body in found]


def test_the_style_sheet_pairs_only_what_was_computed() -> None:
    for selector, uses in _rules():
        ground = uses.get("background-color")
        if "color" in uses and ground is not None and ":disabled" not in selector:
            assert (uses["color"], ground) in TEXT_PAIRS, selector


def test_the_style_sheet_names_no_colour_of_its_own() -> None:
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b(?!scrolled)", style_sheet.template())


def test_a_high_contrast_system_gives_its_own_colours() -> None:
    palette = QPalette(QColor("#000000"))
    palette.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#FFFF00"))
    palette.setColor(QPalette.ColorRole.Link, QColor("#00FFFF"))
    made = tokens.from_palette(palette)
    assert (made.background, made.text, made.accent) == ("#000000", "#ffff00", "#00ffff")
    assert made.muted == made.line == made.control_line == made.text
