"""The comments on the cells of a sheet."""

from __future__ import annotations

import contextlib

from desktop_slm.documents.readers import xml
from desktop_slm.documents.readers.archive import PartDamaged
from desktop_slm.documents.readers.clean import clean_line
from desktop_slm.documents.readers.ooxml import NAMES, Package
from desktop_slm.documents.readers.revisions import Comment, Who
from desktop_slm.documents.readers.xml import Attributes, XmlRefused


def read_comments(package: Package, part: str) -> list[tuple[str, Comment]]:
    """Returns cells with the comments on them; those before damage, where it is damaged."""
    authors: list[str] = []
    found: list[tuple[str, str, list[str]]] = []
    place = [""]

    def start(element: str, attributes: Attributes) -> None:
        name = NAMES[element]
        place[0] = name
        if name == "s:author":
            authors.append("")
        elif name == "s:comment":
            found.append((attributes.get("ref", ""), attributes.get("authorId", ""), []))

    def text(data: str) -> None:
        if place[0] == "s:author":
            authors[-1] += data
        elif place[0] == "s:t" and found:
            found[-1][2].append(data)

    def end(_: str) -> None:
        place[0] = ""

    # What came before it stands.
    with contextlib.suppress(PartDamaged, XmlRefused):
        xml.parse(package.archive.chunks(part), start, end, text)
    return [
        (clean_line(cell)[:20], Comment(Who(_name(authors, author)), clean_line("".join(pieces))))
        for cell, author, pieces in found
    ]


def _name(authors: list[str], number: str) -> str:
    is_known = number.isdecimal() and len(number) < 6 and int(number) < len(authors)
    return authors[int(number)] if is_known else ""
