"""The package of a book: what it says of itself, and its parts in their order."""

from __future__ import annotations

import contextlib
import posixpath
import urllib.parse
from dataclasses import dataclass, field

from desktop_slm import errors
from desktop_slm.documents.readers import xml
from desktop_slm.documents.readers.archive import Archive, PartDamaged
from desktop_slm.documents.readers.clean import clean_line
from desktop_slm.documents.readers.xml import Attributes, XmlRefused

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FONTS_ONLY = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#rc")
_TEXTS = ("application/xhtml+xml", "text/html", "application/xml", "text/x-oeb1-document")
_MAX_PARTS = 100_000


@dataclass(slots=True)
class Book:
    """A package document, with names of parts as they are in the archive."""

    title: str = ""
    author: str = ""
    date: str = ""
    language: str = ""
    spine: list[str] = field(default_factory=list)
    navigation: str = ""  # the table of contents of EPUB 3
    ncx: str = ""  # and of EPUB 2


def open_book(archive: Archive, name: str) -> Book:
    """Returns the book. Raises DamagedFile, or CopyProtected where its text is encrypted."""
    package = _Package(_root(archive, name))
    try:
        xml.parse(archive.chunks(package.part), package.start, package.end, package.text)
    except (PartDamaged, XmlRefused):
        if not package.spine:
            raise errors.DamagedFile(name=name) from None
    book = package.book()
    if _encrypted(archive) & set(book.spine):
        raise errors.CopyProtected(name=name)
    return book


def target(part: str, reference: str) -> str:
    """Returns the part that a part refers to, as the archive names it; never one outside."""
    path = urllib.parse.unquote(reference.partition("#")[0])
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), path)).lstrip("/")


def _root(archive: Archive, name: str) -> str:
    roots: list[str] = []

    def start(element: str, attributes: Attributes) -> None:
        if _local(element) == "rootfile":
            roots.append(target("", attributes.get("full-path", "")))

    # What came before it may name the package.
    with contextlib.suppress(PartDamaged, XmlRefused):
        xml.parse(archive.chunks(_CONTAINER), start)
    found = next((root for root in roots if root in archive), "")
    if not found:
        raise errors.DamagedFile(name=name)
    return found


def _encrypted(archive: Archive) -> set[str]:
    """Returns the parts that are encrypted by more than the way in which fonts are hidden."""
    found: set[str] = set()
    method = [""]

    def start(element: str, attributes: Attributes) -> None:
        if _local(element) == "EncryptionMethod":
            method[0] = attributes.get("Algorithm", "").lower()
        elif _local(element) == "CipherReference" and method[0] not in _FONTS_ONLY:
            found.add(target("", attributes.get("URI", "")))

    # A text that is encrypted reads as damaged then.
    with contextlib.suppress(PartDamaged, XmlRefused):
        if _ENCRYPTION in archive:
            xml.parse(archive.chunks(_ENCRYPTION), start)
    return found


class _Package:
    """A machine that the XML parser drives over the package document."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.spine: list[str] = []
        self._items: dict[str, tuple[str, str, str]] = {}  # part, kind, properties
        self._ncx = ""
        self._about: dict[str, list[str]] = {}
        self._current = ""

    def start(self, element: str, attributes: Attributes) -> None:
        """Takes the start of an element."""
        name = _local(element)
        if name == "item" and len(self._items) < _MAX_PARTS:
            self._items[attributes.get("id", "")] = (
                target(self.part, attributes.get("href", "")),
                attributes.get("media-type", ""),
                attributes.get("properties", ""),
            )
        elif name == "itemref" and len(self.spine) < _MAX_PARTS:
            self.spine.append(attributes.get("idref", ""))
        elif name == "spine":
            self._ncx = attributes.get("toc", "")
        elif "purl.org/dc/elements" in element and name not in self._about:
            self._current = name
            self._about[name] = []

    def end(self, _: str) -> None:
        """Takes the end of an element."""
        self._current = ""

    def text(self, data: str) -> None:
        """Takes text."""
        if self._current:
            self._about[self._current].append(data)

    def book(self) -> Book:
        """Returns what was found."""
        items = self._items
        texts = [items[id] for id in self.spine if id in items]
        navigation = (part for part, _, kinds in items.values() if "nav" in kinds.split())
        return Book(
            title=self._said("title"),
            author=self._said("creator"),
            date=self._said("date")[:10],
            language=self._said("language"),
            # Some books name a file once for each of its sections.
            spine=list(dict.fromkeys(part for part, kind, _ in texts if kind in _TEXTS)),
            navigation=next(navigation, ""),
            ncx=items[self._ncx][0] if self._ncx in items else "",
        )

    def _said(self, name: str) -> str:
        return clean_line("".join(self._about.get(name, ())))


def _local(element: str) -> str:
    return element.rpartition(" ")[2]
