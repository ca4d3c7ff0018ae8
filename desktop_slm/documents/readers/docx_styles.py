"""The styles of a Word document, as far as they say what a paragraph is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from desktop_slm.documents.document import BlockKind
from desktop_slm.documents.readers.ooxml import NAMES
from desktop_slm.documents.readers.xml import Attributes, value

_HEADING = re.compile(r"heading (\d)$")
_CODE = ("source code", "html preformatted", "verbatim", "code", "preformatted")
_MAX_CHAIN = 20
_BODY_LEVEL = 9  # an outline level that says "no heading"
_OFF = ("0", "false", "off", "none")
_T = TypeVar("_T")


@dataclass(slots=True)
class Style:
    """One style; None stands for what it leaves to the style it is based on."""

    name: str = ""
    based_on: str = ""
    outline: int | None = None
    number: str | None = None
    level: int | None = None
    is_hidden: bool | None = None


class Styles:
    """All styles by their ids. Fed by the XML parser through `start`."""

    def __init__(self) -> None:
        self.language = ""
        self._styles: dict[str, Style] = {}
        self._current = Style()
        self._kinds: dict[str, tuple[BlockKind, int]] = {}
        self._numberings: dict[str, tuple[str, int | None]] = {}

    def start(self, element: str, attributes: Attributes) -> None:
        """Takes an element of the styles part."""
        style, name = self._current, NAMES[element]
        if name == "w:style":
            self._current = self._styles[value(attributes, "styleId")] = Style()
        elif name == "w:name":
            style.name = value(attributes, "val").lower()
        elif name == "w:basedOn":
            style.based_on = value(attributes, "val")
        elif name == "w:outlineLvl":
            style.outline = to_int(value(attributes, "val"))
        elif name == "w:numId":
            style.number = value(attributes, "val")
        elif name == "w:ilvl":
            style.level = to_int(value(attributes, "val"))
        elif name == "w:vanish":
            style.is_hidden = is_on(attributes)
        elif name == "w:lang" and not self.language:
            self.language = value(attributes, "val")

    def kind(self, style: str) -> tuple[BlockKind, int]:
        """Returns what paragraphs of a style are, and a heading's level."""
        if style not in self._kinds:
            self._kinds[style] = self._find_kind(style)
        return self._kinds[style]

    def _find_kind(self, style: str) -> tuple[BlockKind, int]:
        outline = self._inherited(style, lambda found: found.outline)
        if outline is not None and outline < _BODY_LEVEL:
            return BlockKind.HEADING, outline + 1
        name = self._styles[style].name if style in self._styles else ""
        if found := _HEADING.match(name):
            return BlockKind.HEADING, int(found[1])
        if name == "title":
            return BlockKind.HEADING, 1
        if "caption" in name:
            return BlockKind.CAPTION, 0
        return (BlockKind.CODE if name.startswith(_CODE) else BlockKind.PARAGRAPH), 0

    def numbering(self, style: str) -> tuple[str, int | None]:
        """Returns the list that paragraphs of a style belong to ("" for none) and their level."""
        if style not in self._numberings:
            number = self._inherited(style, lambda found: found.number) or ""
            level = self._inherited(style, lambda found: found.level)
            self._numberings[style] = number, level
        return self._numberings[style]

    def is_hidden(self, style: str) -> bool:
        """Whether text of a style is not shown."""
        return bool(self._inherited(style, lambda found: found.is_hidden))

    def _inherited(self, style: str, get: Callable[[Style], _T | None]) -> _T | None:
        for _ in range(_MAX_CHAIN):
            found = self._styles.get(style)
            if found is None:
                return None
            own = get(found)
            if own is not None:
                return own
            style = found.based_on
        return None


def is_on(attributes: Attributes) -> bool:
    """Whether a switch is on: there, and not said to be off."""
    return value(attributes, "val") not in _OFF


def to_int(text: str) -> int:
    """Returns a small number; 0 where the text is none."""
    return int(text) if text.isdecimal() and len(text) < 7 else 0
