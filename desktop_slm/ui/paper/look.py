"""How text looks on paper: its sizes, its inks and its font."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QTextCharFormat

TEXT_PT, SMALL_PT, TITLE_PT, HEADING_PT = 10.5, 8.5, 20.0, 13.0
INK, MUTED = QColor("#14171c"), QColor("#5b6472")
LEADING, TITLE_LEADING = 135.0, 112.0  # per cent
INDENT_PX = 22  # at 96 dots an inch, as all lengths on paper
# Letters that a font joins would be others when they are copied or read back: "-->".
_NO_JOINS = ("liga", "calt", "dlig", "clig")


def paper_font(points: float) -> QFont:
    """Returns the font of all text on paper."""
    font = QFont()
    font.setPointSizeF(points)
    for feature in _NO_JOINS:
        font.setFeature(QFont.Tag(feature), 0)
    return font


def look(points: float = TEXT_PT, color: QColor = INK, *, is_bold: bool = False) -> QTextCharFormat:
    """Returns the format of a stretch of text."""
    made = QTextCharFormat()
    font = paper_font(points)
    font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
    made.setFont(font)
    made.setForeground(color)
    return made
