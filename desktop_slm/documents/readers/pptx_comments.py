"""The comments on slides, of both kinds that PowerPoint has written."""

from __future__ import annotations

from desktop_slm.documents.readers import xml
from desktop_slm.documents.readers.archive import PartDamaged
from desktop_slm.documents.readers.clean import clean_line
from desktop_slm.documents.readers.ooxml import NAMES, Package
from desktop_slm.documents.readers.revisions import Comment, Who
from desktop_slm.documents.readers.xml import Attributes, XmlRefused

_COMMENTS = ("p:cm", "p188:cm", "p188:reply")
_TEXTS = ("p:text", "a:t")
_AUTHORS = ("p:cmAuthor", "p188:author")


class Comments:
    """Reads the comments of slides; the authors stand in a part of their own."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._authors: dict[str, str] = {}
        for kind in ("commentAuthors", "authors"):
            for relation in package.related(package.main, kind):
                self._parse(relation.target, self._take_author)

    def read(self, part: str) -> list[Comment]:
        """Returns the comments of a part; those before damage, where it is damaged."""
        found: list[tuple[Who, list[str]]] = []
        is_text = [False]

        def start(name: str, attributes: Attributes) -> None:
            if NAMES[name] in _COMMENTS:
                author = self._authors.get(attributes.get("authorId", ""), "")
                time = attributes.get("dt", "") or attributes.get("created", "")
                found.append((Who(author, time), []))
            is_text[0] = NAMES[name] in _TEXTS

        def text(data: str) -> None:
            if is_text[0] and found:
                found[-1][1].append(data)

        def end(_: str) -> None:
            is_text[0] = False

        self._parse(part, start, end, text)
        return [Comment(who, clean_line("".join(pieces))) for who, pieces in found]

    def _take_author(self, name: str, attributes: Attributes) -> None:
        if NAMES[name] in _AUTHORS:
            self._authors[attributes.get("id", "")] = attributes.get("name", "")

    def _parse(
        self,
        part: str,
        start: xml.Start,
        end: xml.Text = xml.ignore,
        text: xml.Text = xml.ignore,
    ) -> None:
        try:
            xml.parse(self._package.archive.chunks(part), start, end, text)
        except (PartDamaged, XmlRefused):
            return
