"""The formats of text from models and documents: fonts, gaps and colours of its blocks."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextOption,
)

from desktop_slm.ui.theme import LINE_HEIGHT, TEXT_PX, Theme

if TYPE_CHECKING:
    from desktop_slm.ui.widgets.formula_places import FormulaPlaces

_CODE_SHARE = 0.93  # fixed fonts look larger than the text around them
_HEADING_PX = {1: 20, 2: 17, 3: 15}
_INDENT_PX = 20
_USER = QTextFormat.Property.UserProperty.value

# What a block knows beside Qt's own properties.
JOINED = _USER + 1  # it goes on with the block before: 1 after a space, 2 in the middle of a word
TIGHT = _USER + 2  # one line end, not two, parts it from the block before when copied
QUOTES = _USER + 3  # how many quotes it stands in
RULE = _USER + 4  # it is a horizontal rule
MARKER = _USER + 5  # the list marker that its text begins with, as Markdown
CELL = _USER + 6  # the column of a table that it stands in, from 1


@dataclass(frozen=True, slots=True)
class Inline:
    """How a run of text inside a block looks."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    code: bool = False
    muted: bool = False
    raised: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands and what it is: gap above, depth in lists and quotes, kind."""

    gap: int = 0
    level: int = 0
    quotes: int = 0
    heading: int = 0
    is_code: bool = False
    is_centred: bool = False
    is_tight: bool = False
    joined: int = 0
    marker: str = ""  # of a list's item, as Markdown
    shown_marker: str = ""


class TextFormats:
    """Makes Qt's formats for one theme and zoom; thrown away when either changes.

    `formulas` puts formulas into the text that is written with them; without it, their source.
    """

    def __init__(self, theme: Theme, formulas: FormulaPlaces | None = None) -> None:
        self._theme = theme
        self.formulas = formulas
        self._chars: dict[tuple[Inline, int], QTextCharFormat] = {}
        self.font = theme.font()
        self.fixed_font = theme.fixed_font(TEXT_PX * _CODE_SHARE)

    def char(self, inline: Inline, heading: int = 0) -> QTextCharFormat:
        """Returns the format of a run of text."""
        key = (inline, heading)
        if key not in self._chars:
            self._chars[key] = self._made(inline, heading)
        return self._chars[key]

    def block(self, place: Place, text: str) -> QTextBlockFormat:
        """Returns the format of a block that begins with `text`, which decides its side."""
        made = QTextBlockFormat()
        px = self._theme.px
        is_rtl = not place.is_code and begins_right_to_left(text)
        made.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        )
        made.setTopMargin(px(place.gap))
        indent = px(_INDENT_PX) * place.level + px(16) * place.quotes
        (made.setRightMargin if is_rtl else made.setLeftMargin)(indent)
        size = _HEADING_PX.get(place.heading, TEXT_PX)
        made.setLineHeight(
            px(size * LINE_HEIGHT), QTextBlockFormat.LineHeightTypes.MinimumHeight.value
        )
        if place.is_centred:
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if place.is_code:
            made.setBackground(self._theme.color("raised"))
        if place.marker:
            self._hang(made, place.shown_marker)
        for name, value in (
            (QUOTES, place.quotes),
            (TIGHT, int(place.is_tight)),
            (JOINED, place.joined),
            (MARKER, place.marker),
        ):
            if value:
                made.setProperty(name, value)
        return made

    def rule(self, place: Place) -> QTextBlockFormat:
        """Returns the format of a horizontal rule, which SafeText draws."""
        made = self.block(place, "")
        made.setProperty(RULE, 1)
        return made

    def _hang(self, made: QTextBlockFormat, marker: str) -> None:
        """Makes room before a block's text for its marker and the tab after it."""
        if made.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return  # Qt hangs nothing at the right: the marker stands in the text there
        advance = QFontMetricsF(self.font).horizontalAdvance(marker + " ")
        usual = self._theme.px(_INDENT_PX)
        room = max(usual, round(advance + 2))
        made.setTextIndent(-room)
        made.setLeftMargin(made.leftMargin() + room - usual)
        made.setTabPositions([QTextOption.Tab(room, QTextOption.TabType.LeftTab)])

    def _made(self, inline: Inline, heading: int) -> QTextCharFormat:
        made = QTextCharFormat()
        if heading:
            made.setProperty(
                QTextFormat.Property.FontPixelSize,
                self._theme.px(_HEADING_PX.get(heading, TEXT_PX)),
            )
        if inline.bold or heading:
            made.setFontWeight(QFont.Weight.DemiBold)
        made.setFontItalic(inline.italic)
        made.setFontStrikeOut(inline.struck)
        if inline.raised:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        if inline.code:
            made.setFontFamilies(self.fixed_font.families())
            made.setFontFixedPitch(True)
            made.setProperty(QTextFormat.Property.FontPixelSize, self.fixed_font.pixelSize())
            made.setBackground(self._theme.color("line"))
        if inline.muted:
            made.setForeground(self._theme.color("muted"))
        if inline.target:
            made.setAnchor(True)
            made.setAnchorHref(inline.target)
            made.setFontUnderline(True)
            made.setForeground(self._theme.color("accent"))
        return made


def begins_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is of a right-to-left script (UAX 9, P2)."""
    if text.isascii():
        return False
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
