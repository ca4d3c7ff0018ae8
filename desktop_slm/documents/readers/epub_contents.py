"""The table of contents of a book, in either of its two forms, by the chapters it names."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from dataclasses import dataclass

from desktop_slm.documents.readers import xml
from desktop_slm.documents.readers.archive import Archive, PartDamaged
from desktop_slm.documents.readers.clean import clean_line
from desktop_slm.documents.readers.epub_package import Book, target
from desktop_slm.documents.readers.xml import Attributes, XmlRefused

_MAX_ENTRIES = 20_000
_MAX_LEVEL = 9
_LEVELS = ("ol", "navPoint")  # of EPUB 3, and of EPUB 2
_ENTRIES = ("a", "navPoint")


@dataclass(frozen=True, slots=True)
class Entry:
    """A title and its depth, from 1."""

    title: str
    level: int


def read_contents(archive: Archive, book: Book) -> dict[str, list[Entry]]:
    """Returns the entries of each part; those before damage, where the table is damaged."""
    for part in (book.navigation, book.ncx):
        if part and part in archive:
            contents = _Contents(part)
            # What came before it stands.
            with contextlib.suppress(PartDamaged, XmlRefused):
                xml.parse(archive.chunks(part), contents.start, contents.end, contents.text)
            if contents.found:
                return contents.found
    return {}


class _Contents:
    """A machine that the XML parser drives over a navigation document or an NCX."""

    def __init__(self, part: str) -> None:
        self.found: defaultdict[str, list[Entry]] = defaultdict(list)
        self._part = part
        self._level = 0
        self._in_table = part.lower().endswith(".ncx")
        self._is_told = self._in_table  # whether the whole document is the table
        self._in_title = False
        self._title: list[str] = []
        self._target = ""
        self._count = 0

    def start(self, element: str, attributes: Attributes) -> None:
        """Takes the start of an element."""
        name = element.rpartition(" ")[2]
        if name == "nav":
            self._in_table = "toc" in xml.value(attributes, "type").split()
        elif name == "ncx":
            self._in_table = self._is_told = True
        if not self._in_table:
            return
        self._level += name in _LEVELS
        if name in _ENTRIES:
            self._title = []
        if name in ("a", "text"):
            self._in_title = True
        if name in ("a", "content"):
            self._target = attributes.get("href") or attributes.get("src", "")
        if name == "content":
            self._take()

    def end(self, element: str) -> None:
        """Takes the end of an element."""
        name = element.rpartition(" ")[2]
        if not self._in_table:
            return
        self._level -= name in _LEVELS
        if name in ("a", "text"):
            self._in_title = False
        if name == "a":
            self._take()
        elif name == "nav" and not self._is_told:
            self._in_table = False

    def text(self, data: str) -> None:
        """Takes text."""
        if self._in_title:
            self._title.append(data)

    def _take(self) -> None:
        title = clean_line("".join(self._title))
        self._count += 1
        if title and self._target and self._count <= _MAX_ENTRIES:
            entry = Entry(title, min(max(self._level, 1), _MAX_LEVEL))
            self.found[target(self._part, self._target)].append(entry)
