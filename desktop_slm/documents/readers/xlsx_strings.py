"""The texts that the cells of a workbook share."""

from __future__ import annotations

from desktop_slm.documents.readers.ooxml import NAMES
from desktop_slm.documents.readers.xml import Attributes

_MAX_CHARACTERS = 40_000_000


class Strings:
    """Texts by their numbers. Fed by the XML parser; pronunciation aids are left out."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._pieces: list[str] = []
        self._in_text = False
        self._in_aid = False
        self._characters = 0

    def start(self, element: str, _: Attributes) -> None:
        """Takes the start of an element."""
        name = NAMES[element]
        if name == "s:rPh":
            self._in_aid = True
        elif name == "s:t":
            self._in_text = not self._in_aid

    def end(self, element: str) -> None:
        """Takes the end of an element."""
        name = NAMES[element]
        if name == "s:t":
            self._in_text = False
        elif name == "s:rPh":
            self._in_aid = False
        elif name == "s:si":
            self._texts.append("".join(self._pieces))
            self._pieces.clear()

    def text(self, data: str) -> None:
        """Takes text; past the limit it is dropped, and `get` says that it is missing."""
        self._characters += len(data)
        if self._in_text and self._characters <= _MAX_CHARACTERS:
            self._pieces.append(data)

    def get(self, number: str) -> str:
        """Returns a text; a sign for what is missing where there is none of that number."""
        if number.isdecimal() and len(number) < 10 and int(number) < len(self._texts):
            return self._texts[int(number)]
        return "\N{REPLACEMENT CHARACTER}"
