"""The colours of the window, as values: light, dark, and those of a high-contrast system.

Nothing else names a colour. `TEXT_PAIRS` and `MARK_PAIRS` list every pair in use; a test computes
their contrast and that the style sheet uses no other.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPalette


@dataclass(frozen=True)
class Tokens:
    """One set of colours, each `#RRGGBB`."""

    background: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    control_line: str
    warning: str
    danger: str
    good: str
    soft_accent: str
    soft_warning: str
    marked: str = "#FFE69A"
    on_marked: str = "#1E2126"

    def items(self) -> dict[str, str]:
        """Returns every colour under its name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


LIGHT = Tokens(
    background="#FFFFFF",
    raised="#F6F7F8",
    line="#E3E5E8",
    text="#1E2126",
    muted="#5C636E",
    accent="#2563D9",
    on_accent="#FFFFFF",
    control_line="#868C96",
    warning="#8A5A00",
    danger="#B42318",
    good="#177545",
    soft_accent="#EAF1FE",
    soft_warning="#FFF6DB",
)
DARK = Tokens(
    background="#1B1C1F",
    raised="#232529",
    line="#34373C",
    text="#E8EAED",
    muted="#A2A9B4",
    accent="#7AA2F7",
    on_accent="#11151D",
    control_line="#6B7079",
    warning="#E3B341",
    danger="#F97066",
    good="#5BC08A",
    soft_accent="#26324A",
    soft_warning="#38301A",
)

# (text, under it). At least 4.5 : 1 each.
TEXT_PAIRS = (
    *((ink, ground) for ink in ("text", "muted") for ground in ("background", "raised", "line")),
    *((ink, ground) for ink in ("text", "muted") for ground in ("soft_accent", "soft_warning")),
    *((ink, ground) for ink in ("accent", "danger") for ground in ("background", "raised")),
    ("accent", "soft_accent"),
    *((ink, ground) for ink in ("warning", "good") for ground in ("background", "raised")),
    ("warning", "soft_warning"),
    ("on_accent", "accent"),
    ("on_marked", "marked"),
)

# (line or mark, beside it). At least 3 : 1 each.
MARK_PAIRS = (
    *((ink, ground) for ink in ("control_line", "accent") for ground in ("background", "raised")),
    *((ink, ground) for ink in ("text", "muted") for ground in ("background", "raised", "line")),
    *((ink, ground) for ink in ("text", "accent") for ground in ("soft_accent", "soft_warning")),
    *(
        (ink, ground)
        for ink in ("warning", "danger", "good")
        for ground in ("background", "raised")
    ),
    ("warning", "soft_warning"),
    ("accent", "line"),  # a progress bar on its track
    ("on_accent", "accent"),
)


def from_palette(palette: QPalette) -> Tokens:
    """Returns tokens made of the system's own colours, for high contrast.

    A high-contrast palette has text, background, selection and link; softer shades would undo
    what the person asked for, so lines are text and soft grounds are the background.
    """
    background = palette.window().color().name()
    text = palette.windowText().color().name()
    link = palette.link().color().name()
    return Tokens(
        background=background,
        raised=background,
        line=text,
        text=text,
        muted=text,
        accent=link,
        on_accent=background,
        control_line=text,
        warning=text,
        danger=text,
        good=text,
        soft_accent=background,
        soft_warning=background,
        marked=palette.highlight().color().name(),
        on_marked=palette.highlightedText().color().name(),
    )


def contrast(one: str, other: str) -> float:
    """Returns the contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
