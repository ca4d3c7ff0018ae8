"""The styles of an OpenDocument text, as far as they say what a paragraph is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from desktop_slm.documents.document import BlockKind
from desktop_slm.documents.readers.odt_lists import ListStyle
from desktop_slm.documents.readers.odt_names import NAMES
from desktop_slm.documents.readers.xml import Attributes, value

_MAX_CHAIN = 20
_CAPTIONS = ("caption", "illustration", "table", "figure", "drawing")
_LISTS = ("text:list-style", "text:outline-style")
_LEVELS = {
    "text:list-level-style-number": True,
    "text:list-level-style-bullet": False,
    "text:list-level-style-image": False,
    "text:outline-level-style": True,
}
_T = TypeVar("_T")


@dataclass(slots=True)
class _Style:
    """One style; None stands for what it leaves to its parent."""

    name: str = ""
    parent: str = ""
    is_hidden: bool | None = None
    is_white: bool | None = None
    has_ground: bool | None = None
    list_style: str = ""


class Styles:
    """All styles by family and name. Fed by the XML parser; later ones of a name win."""

    def __init__(self) -> None:
        self.language = ""
        self.outline = ListStyle()
        self.lists: dict[str, ListStyle] = {}
        self._styles: dict[str, _Style] = {}
        self._current: _Style | None = None
        self._list: ListStyle | None = None
        self._kinds: dict[str, tuple[BlockKind, int]] = {}

    def start(self, element: str, attributes: Attributes) -> None:
        """Takes an element of a styles or content part."""
        name = NAMES[element]
        if name == "style:style":
            family = value(attributes, "family")
            self._current = _Style(
                (value(attributes, "display-name") or value(attributes, "name")).lower(),
                f"{family} {value(attributes, 'parent-style-name')}",
                list_style=value(attributes, "list-style-name"),
            )
            self._styles[f"{family} {value(attributes, 'name')}"] = self._current
        elif name == "style:text-properties":
            self._take_looks(attributes)
        elif name == "style:paragraph-properties" and self._current is not None:
            self._take_ground(self._current, attributes)
        elif name in _LISTS:
            self._list = ListStyle()
            if name == "text:outline-style":
                self.outline = self._list
            else:
                self.lists[value(attributes, "name")] = self._list
        elif name in _LEVELS and self._list is not None:
            self._list.add(_LEVELS[name], attributes)

    def end(self, element: str) -> None:
        """Takes the end of an element."""
        name = NAMES[element]
        if name == "style:style":
            self._current = None
        elif name in _LISTS:
            self._list = None

    def _take_looks(self, attributes: Attributes) -> None:
        style = self._current
        if style is None:
            if not self.language and (language := value(attributes, "language")) != "none":
                self.language = language
            return
        if display := value(attributes, "display"):
            style.is_hidden = display == "none"
        if colour := value(attributes, "color"):
            style.is_white = colour.lower() == "#ffffff"
        self._take_ground(style, attributes)

    @staticmethod
    def _take_ground(style: _Style, attributes: Attributes) -> None:
        if ground := value(attributes, "background-color").lower():
            style.has_ground = ground not in ("transparent", "#ffffff")

    def kind(self, style: str) -> tuple[BlockKind, int]:
        """Returns what paragraphs of a style are, and a heading's level."""
        if style not in self._kinds:
            self._kinds[style] = self._find_kind(style)
        return self._kinds[style]

    def _find_kind(self, style: str) -> tuple[BlockKind, int]:
        key = f"paragraph {style}"
        for _ in range(_MAX_CHAIN):
            found = self._styles.get(key)
            name = (found.name if found else key.partition(" ")[2]).lower()
            name = name.replace("_20_", " ")
            if name == "title":
                return BlockKind.HEADING, 1
            if name.startswith("preformatted"):
                return BlockKind.CODE, 0
            if name in _CAPTIONS:
                return BlockKind.CAPTION, 0
            if found is None:
                break
            key = found.parent
        return BlockKind.PARAGRAPH, 0

    def is_hidden(self, family: str, style: str) -> bool:
        """Whether text of a style is not shown at all."""
        return bool(self._inherited(family, style, lambda found: found.is_hidden))

    def is_white(self, family: str, style: str) -> bool | None:
        """Whether text of a style is white; None where the style leaves that open."""
        return self._inherited(family, style, lambda found: found.is_white)

    def has_ground(self, family: str, style: str) -> bool:
        """Whether a style draws a colour behind its text."""
        return bool(self._inherited(family, style, lambda found: found.has_ground))

    def list_style(self, style: str) -> str:
        """Returns the list that paragraphs of a style are numbered by."""
        return self._inherited("paragraph", style, lambda found: found.list_style or None) or ""

    def _inherited(self, family: str, style: str, get: Callable[[_Style], _T | None]) -> _T | None:
        key = f"{family} {style}"
        for _ in range(_MAX_CHAIN):
            found = self._styles.get(key)
            if found is None:
                return None
            own = get(found)
            if own is not None:
                return own
            key = found.parent
        return None
