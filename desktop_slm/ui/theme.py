"""The look in force: colours, zoom and fonts, and the one place that applies them.

A `Theme` is made once by the composition root and handed to every widget. It follows the system's
colour scheme and contrast while the window is open; `changed` says that colours
or sizes are others now. All sizes in the code are px at 100 % and go through `px`.
"""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetricsF,
    QIcon,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from desktop_slm.ui import icons, style_sheet, tokens
from desktop_slm.ui.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_slm.ui.typeset import Typeset

TEXT_PX = 14
SMALL_PX = 12
LINE_HEIGHT = 1.5
PROSE_CHARACTERS = 75

# What an untouched system asks for; a person who chose larger text gets it in proportion.
_USUAL_SYSTEM_PX = {"win32": 12.0, "darwin": 13.0}.get(sys.platform, 14.7)
_SHARP_RATIOS = (1.0, 2.0)  # a menu does not say on which screen it will stand
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Colours, sizes and fonts for every widget; belongs to the Qt thread.

    `make_typeset` makes `typeset` when something is first to be typeset.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        scheme: str = "system",
        zoom_percent: int = 100,
        is_dressed: bool = True,
    ) -> None:
        """What is not dressed gets its style sheet from `dress`, once its widgets are made.

        While a sheet is in force Qt styles a widget anew each time that it is put into another:
        a whole window takes half as long again to make.
        """
        super().__init__(app)
        self._app = app
        self._scheme = scheme
        self._zoom_percent = zoom_percent
        self._is_dressed = is_dressed
        self._system_scale = _system_text_scale(app.font())
        self._family_font = QFont(app.font())
        self.tokens: Tokens = tokens.LIGHT
        self.make_typeset: Callable[[], Typeset] | None = None
        app.setStyle("Fusion")  # every system draws alike
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._wishes = self._hints.accessibility()
        self._wishes.contrastPreferenceChanged.connect(self._on_system_changed)
        self._apply()

    # What is in force

    @property
    def scale(self) -> float:
        """The factor from px at 100 % to px on the screen."""
        return self._zoom_percent / 100 * self._system_scale

    @property
    def zoom_percent(self) -> int:
        """The zoom that was set, 100 to 200."""
        return self._zoom_percent

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return QColor(self.tokens.background).lightness() < QColor(self.tokens.text).lightness()

    @cached_property
    def typeset(self) -> Typeset | None:
        """Draws formulas and colours code; where it is None both are shown as they were written."""
        return self.make_typeset() if self.make_typeset is not None else None

    def end_typeset(self) -> None:
        """Ends the child that draws, where something was to be typeset."""
        typeset = self.__dict__.get("typeset")
        if typeset is not None:
            typeset.close()

    def px(self, size: float) -> int:
        """Returns a size in px at the zoom in force; what is not nothing stays at least 1."""
        return max(round(size * self.scale), 1) if size > 0 else 0

    def hairline(self) -> int:
        """Returns the width of a thin line, as the style sheet scales it."""
        return max(int(self.scale), 1)

    def color(self, token: str) -> QColor:
        """Returns the colour of a token by its name."""
        return QColor(getattr(self.tokens, token))

    def font(self, size: float = TEXT_PX, *, bold: bool = False) -> QFont:
        """Returns the system's font at a size of the design."""
        return self._sized(self._family_font, size, bold)

    def fixed_font(self, size: float = 13) -> QFont:
        """Returns the system's fixed font at a size of the design."""
        return self._sized(self._fixed_font, size, False)

    def pixmap(self, name: str, token: str = "text", size: int = 16, ratio: float = 1) -> QPixmap:
        """Returns an icon in a token's colour; `ratio` is the screen's pixel ratio."""
        return icons.pixmap(name, getattr(self.tokens, token), self.px(size), ratio)

    def icon(self, name: str, token: str = "text", size: int = 16) -> QIcon:
        """Returns an icon for a menu or a button; ask again when the theme has changed."""
        icon = QIcon()
        for ratio in _SHARP_RATIOS:
            icon.addPixmap(self.pixmap(name, token, size, ratio))
            icon.addPixmap(self.pixmap(name, "muted", size, ratio), QIcon.Mode.Disabled)
        return icon

    def prose_width(self) -> int:
        """Returns the width of a line of `PROSE_CHARACTERS` characters of running text."""
        sample = "The quick brown fox jumps over the lazy dog while seven wizards look on. "
        advance = QFontMetricsF(self.font()).horizontalAdvance(sample) / len(sample)
        return round(advance * PROSE_CHARACTERS)

    # Changes

    def dress(self) -> None:
        """Puts the style sheet in force, from now on."""
        self._is_dressed = True
        self._app.setStyleSheet(style_sheet.build(self.tokens, self.scale))

    def set_scheme(self, scheme: str) -> None:
        """Sets "system", "light" or "dark"."""
        self._scheme = scheme
        self._apply()

    def set_zoom(self, zoom_percent: int) -> None:
        """Sets the zoom, 100 to 200."""
        self._zoom_percent = zoom_percent
        self._apply()

    def _on_system_changed(self) -> None:
        self._apply()

    def _apply(self) -> None:
        wanted = _SCHEMES[self._scheme]
        self._hints.setColorScheme(wanted)  # title bars and file dialogs follow
        if self._asks_for_contrast():
            self._app.setPalette(QPalette())
            self.tokens = tokens.from_palette(self._app.palette())
        else:
            follows = wanted is Qt.ColorScheme.Unknown
            scheme = self._system_scheme() if follows else wanted
            self.tokens = tokens.DARK if scheme is Qt.ColorScheme.Dark else tokens.LIGHT
            self._app.setPalette(palette(self.tokens))
        self._app.setFont(self.font())
        if self._is_dressed:
            self.dress()
        self.changed.emit()

    def _system_scheme(self) -> Qt.ColorScheme:
        return self._hints.colorScheme()

    def _asks_for_contrast(self) -> bool:
        return self._wishes.contrastPreference() is Qt.ContrastPreference.HighContrast

    @cached_property
    def _fixed_font(self) -> QFont:
        return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)

    def _sized(self, base: QFont, size: float, bold: bool) -> QFont:
        font = QFont(base)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


def palette(colours: Tokens) -> QPalette:
    """Returns Qt's palette for a set of tokens."""
    made = QPalette()
    role = QPalette.ColorRole
    for names, colour in (
        ((role.Window, role.Base, role.Button), colours.background),
        ((role.AlternateBase, role.ToolTipBase, role.Light), colours.raised),
        ((role.Midlight,), colours.line),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), colours.text),
        ((role.BrightText,), colours.danger),
        ((role.PlaceholderText,), colours.muted),
        ((role.Mid, role.Dark), colours.control_line),
        ((role.Shadow,), colours.line),
        ((role.Highlight, role.Accent, role.Link, role.LinkVisited), colours.accent),
        ((role.HighlightedText,), colours.on_accent),
    ):
        for name in names:
            made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.muted))
    return made


def _system_text_scale(font: QFont) -> float:
    """Returns how much larger than usual the system's text was set, 1 to 2; 1 for small changes."""
    scale = QFontInfo(font).pixelSize() / _USUAL_SYSTEM_PX
    return min(scale, 2.0) if scale >= 1.15 else 1.0
